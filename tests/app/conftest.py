"""Runs the dashboard's script without a browser: this is quick, and every element can be inspected."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest, local_script_runner

from tests.app.session import Opening
from tests.frozen import FOLDER

PATIENCE = 60
"""Seconds that a busy machine may need for one run of the script."""

_components = functools.cache(manifest_scanner.scan_component_manifests)
"""The components of all packages that are installed: these do not change while the tests run."""


@pytest.fixture(autouse=True)
def _frozen_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """The script shows the frozen record."""
    monkeypatch.setenv("EASTFLANK_DATA", str(FOLDER))


@pytest.fixture(autouse=True)
def _components_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each AppTest searches all packages for components, which takes longer than running the script."""
    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", _components)


@pytest.fixture(autouse=True)
def _waits_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest asks each millisecond whether the run has ended, and each question stops the run for a moment."""
    quiet = SimpleNamespace(time=time.time, sleep=lambda _: time.sleep(0.01))
    monkeypatch.setattr(local_script_runner, "time", quiet)


@pytest.fixture
def open_app(request: pytest.FixtureRequest) -> Callable[..., AppTest]:
    """`open_app(nation="CAN")`: the page behind `/?nation=CAN`, run once, without an error."""

    def open_at(**query: str | list[str]) -> AppTest:
        app = AppTest.from_file(
            request.config.rootpath / "eastflank" / "ui" / "script.py", default_timeout=PATIENCE
        )
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception, [error.value for error in app.exception]
        return app

    return open_at


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Opening:
    """`at(query, session)`: a run of the page begins at an address, in a session of the tests' own."""
    return Opening(monkeypatch)
