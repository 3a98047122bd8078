"""A session and an address for tests of code that needs a run but no page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException

from eastflank.ui import controls, state
from eastflank.ui.choices import Choices

Query = Mapping[str, Sequence[str]]

NATION = controls.ChosenPart(
    "nation",
    lambda choices: choices.filters.nation,
    lambda choices, nation: replace(choices, filters=replace(choices.filters, nation=nation)),
)


class Session(dict[str, Any]):
    """A session that interrupts the run at its access number `last`."""

    last = -1

    def _access(self) -> None:
        self.last -= 1
        if self.last == 0:
            raise RerunException(RerunData())

    def __getitem__(self, key: str) -> Any:
        self._access()
        return super().__getitem__(key)

    def __setitem__(self, key: str, value: Any) -> None:
        self._access()
        super().__setitem__(key, value)

    def get(self, key: str, default: Any = None) -> Any:
        self._access()
        return super().get(key, default)

    @property
    def choices(self) -> Choices:
        return dict.__getitem__(self, "page").choices

    @property
    def nations(self) -> tuple[str, ...]:
        return self.choices.filters.nation


class _Address(dict[str, Sequence[str]]):
    def get_all(self, key: str) -> Sequence[str]:
        return self[key]


class Opening:
    """`at(query, session)`: a run of the page begins at an address."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def __call__(self, query: Query, session: Session | None = None) -> Session:
        session = Session() if session is None else session
        self._patch.setattr("streamlit.session_state", session)
        self._patch.setattr("streamlit.query_params", _Address(query))
        state.open_page()
        return session


def report(session: Session, control: controls.Control[tuple[str, ...]], *shown: str) -> None:
    """Simulates the browser's report that a widget shows these values."""
    dict.__setitem__(session, control.key, shown)
    control.changed()
