"""The steps of Undo are stored whole beside the record, whatever other sessions do at that moment."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from eastflank.curation import undo
from eastflank.intake.tables import kept_choices
from eastflank.intake.tables.choices import TableChoice
from eastflank.store import exchange, tables
from eastflank.store.edits import Insert
from eastflank.store.stores import InFolder

SECOND = Path(__file__).parents[1] / "second_theatre"
ASKED = [Insert("contributions", {"claim": "D2", "nation": "NGA"})]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SECOND, tmp_path / "data"))


def keep_a_step(data: Path) -> None:
    InFolder(data).keep_undo_steps("{}\n")


def keep_a_choice(data: Path) -> None:
    kept_choices.keep(data, "list.csv", [TableChoice("row", ("A", "1"))])


@pytest.mark.parametrize("keep", [keep_a_step, keep_a_choice])
def test_nobody_else_may_change_the_folder_while_a_file_beside_it_is_written(
    keep: Callable[[Path], None], data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has the lock removes new files that are left over: one that is being written would be lost."""
    written = []

    def watched(path: Path, content: bytes, mode: int) -> None:
        handle = os.open(data, os.O_RDONLY)
        with pytest.raises(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(handle)
        written.append(path.name)
        write(path, content, mode)

    write = exchange._write
    monkeypatch.setattr(exchange, "_write", watched)
    keep(data)
    assert len(written) == 1
    assert not (data / written[0]).exists()
    with exchange.writing(data):  # it is free again
        pass


def test_a_change_is_made_though_its_step_cannot_be_stored(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then no undo is offered; that nothing was changed would not be true."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    store, version = InFolder(data), tables.read(data).version
    monkeypatch.setattr(exchange, "replace_beside", full)
    made = undo.save(store, ASKED, who="Ann", when=date(2026, 11, 26), reason="Because.", expected=version)
    assert tables.read(data).version == made.version != version
    assert undo.last(store, made.version) is None
