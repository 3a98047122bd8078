"""An import of a table that is left outlives the page: its file and every choice, until applied or dropped."""

from __future__ import annotations

import os
import shutil
import time
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.ui import rights
from eastflank.ui.add_data import table_kept
from eastflank.ui.add_data.table_draft import TableDraft
from eastflank.words.chosen import add_table as words
from tests.app.test_add_table import PLACES, brought, choice, html, opened, press
from tests.frozen import FOLDER


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that tests only read, so that the page reads it once."""
    return Path(shutil.copytree(FOLDER, tmp_path_factory.mktemp("unchanged") / "data"))


@pytest.fixture(autouse=True)
def drafts(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what is kept."""
    monkeypatch.setenv("EASTFLANK_EDIT", "1")
    monkeypatch.setenv("EASTFLANK_DATA", str(data))
    monkeypatch.setenv("EASTFLANK_DATASETS", str(tmp_path / "datasets"))
    return tmp_path / "datasets" / ".drafts"


def kept(folder: Path) -> list[str]:
    return sorted(one.suffix for one in folder.iterdir()) if folder.exists() else []


def draft_of(app: AppTest) -> TableDraft:
    found: TableDraft = app.session_state["add-table"]
    return found


def choices_of(app: AppTest) -> tuple[object, ...]:
    now = draft_of(app)
    return now.step, now.brought, now.day, now.kinds, now.without, now.reason


def filled() -> AppTest:
    """An import at its third step, with a choice of each sort."""
    app = brought(opened(), PLACES)
    app.date_input[0].set_value(date(2024, 5, 1)).run()
    press(press(app, "table-next"), "table-next")
    (field,) = (one for one in app.text_input if one.label == words.LEFT_OUT)
    field.set_value("4").run()
    place = next(one for one in app.selectbox if str(one.key).startswith("table-place-"))
    choice(app, place.label)(1)
    press(app, "table-accept-all")
    return app


def test_a_reload_offers_the_import_with_its_file_and_every_choice(drafts: Path) -> None:
    first = filled()
    left = draft_of(first)
    assert left.brought
    assert all((left.brought.places, left.kinds, left.without, left.day)), "something was chosen"
    second = opened()
    assert "You left the import of “pasted.txt” at step 3, What is wrong." in html(second)
    assert not second.text_area, "no other table can take its place unseen"
    press(second, "table-kept-go-on")
    assert choices_of(second) == choices_of(first)
    assert kept(drafts) == [".json", ".table"]
    press(second, "table-another")
    assert not kept(drafts)
    assert opened().text_area


def test_who_discards_the_import_finds_none_afterwards(drafts: Path) -> None:
    brought(opened(), PLACES)
    press(opened(), "table-kept-discard")
    assert not kept(drafts)
    assert opened().text_area


def test_a_pasted_text_that_was_not_read_yet_stands_in_its_field_after_a_reload(drafts: Path) -> None:
    first = opened()
    first.text_area[0].set_value("Nation;Host").run()
    assert opened().text_area[0].value == "Nation;Host"
    first.text_area[0].set_value("").run()
    assert not kept(drafts)


def test_an_import_whose_file_is_gone_says_so(drafts: Path) -> None:
    brought(opened(), PLACES)
    (table,) = drafts.glob("*.table")
    table.write_bytes(b"another")
    second = press(opened(), "table-kept-go-on")
    assert "no longer kept here" in html(second)
    assert second.text_area
    assert not kept(drafts)


def test_an_import_is_kept_for_its_person_alone_and_for_some_days(
    drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought(opened(), PLACES)
    with monkeypatch.context() as other:
        other.setattr(rights, "identity", lambda: "../Bo")  # of the same name
        assert opened().text_area
    old = time.time() - (table_kept.DAYS + 1) * 24 * 3600
    for one in drafts.iterdir():
        os.utime(one, (old, old))
    assert opened().text_area
    assert not kept(drafts)
