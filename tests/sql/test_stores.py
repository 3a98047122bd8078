"""Page and commands read a record in a database like one in a folder, and others soon see a change."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.__main__ import main
from eastflank.store import folder, parts, stores, tables
from eastflank.store.broken import BrokenData
from eastflank.store.edits import Conflict, Replace
from eastflank.store.folder import BASE_MAP, THEATRE, Folder
from eastflank.store.sql import database
from eastflank.store.sql.copies import EVERY, Copies, _Copy
from eastflank.ui import following
from tests.frozen import FOLDER

SECOND = Path(__file__).parents[1] / "second_theatre"
SAID = {"who": "Ann Lee", "when": date(2026, 11, 26), "reason": "Because."}


def located(address: str, **others: str) -> Folder:
    return folder.located(None, {"EASTFLANK_DATABASE": address, **others})


def note(text: str) -> list[Replace]:
    return [Replace("deployments", ("staff",), {"note": text})]


def test_the_folder_of_a_database_is_read_as_any_other(filled: str) -> None:
    place = located(filled)
    assert tables.read(place.root).version == tables.read(SECOND).version
    assert place.own == folder.of(SECOND).own
    assert place.own[BASE_MAP] and place.own[THEATRE] and not place.shipped
    assert (place.ground / BASE_MAP / "countries.json").is_file()
    store = stores.of(place)
    assert store.read().version == store.version() == tables.read(SECOND).version


def test_data_holds_before_a_database_and_two_variables_are_too_many(filled: str) -> None:
    environment = {"EASTFLANK_DATABASE": filled}
    assert folder.located(str(SECOND), environment) == folder.of(SECOND)
    with pytest.raises(
        BrokenData, match=r"EASTFLANK_DATA names a folder too.*Leave out EASTFLANK_DATABASE or"
    ):
        located(filled, EASTFLANK_DATA=str(SECOND))
    assert located(filled, EASTFLANK_DATA="").database == filled


def test_a_process_sees_its_own_change_at_once_and_another_within_a_quarter_of_a_second(filled: str) -> None:
    now = 0.0
    other = Copies(filled, lambda: now)
    old = other.newest()
    store = stores.of(located(filled))
    version = store.apply(note("Counted."), expected=store.version(), **SAID)  # type: ignore[arg-type]
    assert tables.read(located(filled).root).version == version
    assert other.newest() == old, "it asks four times a second"
    now = EVERY
    new = other.newest()
    assert tables.read(new.root).version == version
    assert new.ground == old.ground, "the same base map stays where it is"
    assert tables.read(old.root).version != version, "who reads the old one reads it to its end"
    now = 2.0
    assert other.newest() == new


@given(st.floats(0, 10), st.tuples(st.floats(0, 10), st.floats(0, 10)))
def test_a_page_that_asks_twice_a_second_knows_within_three_quarters_of_a_second(
    changed: float, first: tuple[float, float]
) -> None:
    """Two pages of one server, each asking at its own moments, by a made-up clock: the rest is for drawing."""
    old, new = (_Copy(number, folder.of(place), ExitStack()) for number, place in ((1, SECOND), (2, FOLDER)))
    now, asked = 0.0, list[float]()

    class Counted(Copies):
        def _bring_up(self) -> None:
            asked.append(now)
            self._made = [new if now >= changed else old]

    copies = Counted("", lambda: now)
    sees: dict[int, float] = {}
    moments = [(begins + n * following.EVERY, page) for page, begins in enumerate(first) for n in range(25)]
    for now, page in sorted(moments):
        if copies.newest() == new.place:
            sees.setdefault(page, now)
    assert all(sees[page] - max(changed, first[page]) <= 0.75 + 1e-6 for page in (0, 1))
    assert all(later - earlier >= EVERY for earlier, later in pairwise(asked))


def test_a_database_that_is_not_there_any_more_is_told_not_shown_as_it_was(
    filled: str, tmp_path: Path
) -> None:
    now = 0.0
    copies_ = Copies(filled, lambda: now)
    copies_.newest()
    if filled.startswith("sqlite"):
        (tmp_path / "record.db").unlink()
        now = 1.0
        with pytest.raises(BrokenData, match="There is no file"):
            copies_.newest()


def test_folder_and_database_are_changed_in_the_same_way(filled: str, tmp_path: Path) -> None:
    root = tmp_path / "folder"
    parts.unpack(parts.packed(folder.of(SECOND)), root)
    for store in (stores.of(folder.of(root)), stores.of(located(filled))):
        old = store.version()
        new = store.apply(note("One."), expected=old, **SAID)  # type: ignore[arg-type]
        assert store.version() == store.read().version == new != old
        with pytest.raises(Conflict, match="deployments staff"):
            store.apply(note("Two."), expected=old, **SAID)  # type: ignore[arg-type]
    assert database.contents(filled) == parts.packed(folder.of(root))


def test_commands_read_the_database(
    filled: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "--data", str(SECOND)]) == 0
    expected = capsys.readouterr().out
    monkeypatch.setenv("EASTFLANK_DATABASE", filled)
    assert main(["show"]) == 0
    assert capsys.readouterr().out == expected
    assert main(["check"]) == 0
    capsys.readouterr()
    monkeypatch.setenv("EASTFLANK_DATABASE", "sqlite:////nowhere.db")
    assert main(["check"]) == 2
    assert "There is no file sqlite:////nowhere.db" in capsys.readouterr().out


def test_a_place_that_is_looked_up_is_kept_in_the_database_and_waits_for_its_claim(
    filled: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EASTFLANK_DATABASE", filled)
    asked = ["geocode", "Lome", "--country", "TGO", "--accept", "1", "--id", "lome-town"]
    before = database.read(filled)
    assert main(asked) == 0
    told = capsys.readouterr().out
    assert "Kept in places.csv: lome-town (Lomé," in told and "until a claim names it" in told
    after = database.read(filled)
    assert after.places_by_id["lome-town"].name == "Lomé"
    assert len(after.places) == len(before.places) + 1
    (change,) = after.changes[~after.changes["id"].isin(before.changes["id"])].to_dict("records")
    assert (change["table"], change["row"], change["reason"]) == (
        "places",
        "lome-town",
        "Looked up as “Lome”.",
    )
    assert main(["check"]) == 1
    assert "lome-town" in capsys.readouterr().out
    held = database.contents(filled)
    assert main(asked) == 1
    assert "the id “lome-town” is taken, by Lomé" in capsys.readouterr().err
    assert main([*asked[:-1], "Lome Town"]) == 1
    assert "places.csv" in capsys.readouterr().err
    assert database.contents(filled) == held
