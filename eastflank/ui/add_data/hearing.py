"""What a widget says again, told from what the browser only says again.

A click that comes before the browser knows that a run has ended brings the state of widgets with it that
are not drawn any more. Streamlit has forgotten what these showed: it takes each for a change and calls its
callback. A box that nobody touched would undo what was decided since. So it is kept here what each showed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

import streamlit as st

from eastflank.ui.interruptions import uninterrupted

Take: TypeAlias = Callable[[object], None]
_SHOWN = "add-data-shown"
"""In the session: by key of a widget, what it showed, or said last."""
_MOST = 500
"""Widgets of which that is kept; the oldest are forgotten first."""


def heard(key: str, drawn: object, take: Take) -> Callable[[], None]:
    """The callback of a widget that is drawn with a value. The key must never be another widget's.

    `take` is called with what the widget says where that is something else than it showed before.
    """
    shown = _shown()
    if key not in shown:
        st.session_state[_SHOWN] = dict([*shown.items(), (key, drawn)][-_MOST:])
    return partial(_hear, key, take)


@uninterrupted
def _hear(key: str, take: Take) -> None:
    said, shown = st.session_state.get(key), _shown()
    if said is None or (key in shown and said == shown[key]):  # a widget that is gone says nothing
        return
    st.session_state[_SHOWN] = {**shown, key: said}
    take(said)


def _shown() -> Mapping[str, object]:
    found: Mapping[str, object] = st.session_state.get(_SHOWN, {})
    return found
