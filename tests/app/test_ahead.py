"""Work that the server does at its start, so that its first reader waits no longer than the others."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.store import audited
from eastflank.store.broken import BrokenData
from eastflank.ui import ahead, data, views


def test_the_first_reader_finds_the_record_read_and_its_findings_looked_for(
    open_app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    data.forget()
    ahead._make()

    def never(*_: object, **__: object) -> None:
        raise AssertionError("made again for a reader")

    monkeypatch.setattr(data, "read", never)
    monkeypatch.setattr(views, "select", never)
    monkeypatch.setattr(audited.checks, "findings", never)
    assert not open_app().exception


def test_a_record_that_cannot_be_read_keeps_no_server_from_starting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EASTFLANK_DATA", str(tmp_path))
    ahead._make()
    with pytest.raises(BrokenData):
        data.load()
