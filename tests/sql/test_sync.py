"""`sync`: folder and database hold the same afterwards, or nothing was written and a message says why."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.store import edits, folder, parts, tables
from eastflank.store.edits import Insert, Replace
from eastflank.store.sql import database, syncing
from tests.killing import SECOND
from tests.representatives import some

SAID = {"who": "Ann Lee", "when": date(2026, 11, 26), "reason": "Because."}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SECOND, tmp_path / "data"))


def packed(data: Path) -> Mapping[str, bytes]:
    return parts.packed(folder.of(data))


def sync(data: Path, address: str, *options: str) -> int:
    return main(["sync", "--data", str(data), "--database", address, *options])


def note(text: str) -> list[Replace]:
    return [Replace("deployments", ("staff",), {"note": text})]


def in_folder(data: Path, *asked: edits.Edit) -> str:
    return edits.apply(data, asked, expected=tables.read(data).version, **SAID)  # type: ignore[arg-type]


def in_database(address: str, *asked: edits.Edit) -> str:
    return database.apply(address, asked, expected=database.version(address), **SAID)  # type: ignore[arg-type]


def nation(code: str) -> Insert:
    cells = {"iso3": code, "iso2": code[:2], "name": f"The {code}", "capital": "A town"}
    return Insert("nations", {**cells, "capital_lat": "0", "capital_lon": "9"})


def test_an_empty_side_is_filled_and_then_there_is_nothing_to_do(
    address: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sync(data, address) == 0
    assert (
        "The database was empty. It now holds the whole dataset of the folder. Version"
        in capsys.readouterr().out
    )
    assert sync(data, address) == 0
    assert "Folder and database hold the same already. Version" in capsys.readouterr().out
    other = tmp_path / "deep" / "other"
    assert sync(other, address) == 0
    assert "The folder was empty. It now holds" in capsys.readouterr().out
    assert packed(other) == packed(data) == database.contents(address)
    assert [path.name for path in other.parent.iterdir()] == ["other"], "nothing is left beside it"


def test_what_each_side_has_changed_goes_to_the_other(
    address: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sync(data, address)
    in_folder(data, *note("Counted."))
    in_database(address, nation("GAB"), nation("AGO"))
    (data / "seeds" / "another.txt").write_bytes(b"An article.\r\n")
    capsys.readouterr()
    assert sync(data, address) == 0
    said = capsys.readouterr().out
    assert "4 rows or files went to the folder and 3 rows or files went to the database. Version" in said
    assert "Of the folder's rows, C0001 is now C0003." in said
    files = packed(data)
    assert files == database.contents(address)
    assert b"Counted." in files["deployments.csv"] and b"GAB,GA" in files["nations.csv"]
    assert files["seeds/another.txt"] == b"An article.\r\n"
    assert database.version(address) == tables.read(data).version
    assert len(tables.read(data).changes) == 3
    assert main(["check", "--data", str(data)]) == 0


def test_a_row_that_both_changed_is_listed_with_both_versions_and_nothing_is_written(
    address: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sync(data, address)
    in_folder(data, *note("Mine."))
    in_database(address, *note("Yours."), nation("GAB"))
    before = packed(data), database.contents(address)
    capsys.readouterr()
    assert sync(data, address) == 1
    assert capsys.readouterr().out.splitlines()[:4] == [
        "Both sides have changed 1 row:", "  deployments.csv, staff",
        "    note, folder:   Mine.", "    note, database: Yours.",
    ]  # fmt: skip
    assert (packed(data), database.contents(address)) == before


@pytest.mark.parametrize(("side", "text"), some([("database", b"Yours."), ("folder", b"Mine.")]))
def test_a_preference_decides(address: str, data: Path, side: str, text: bytes) -> None:
    sync(data, address)
    in_folder(data, *note("Mine."))
    in_database(address, *note("Yours."), nation("GAB"))
    assert sync(data, address, "--prefer", side) == 0
    files = packed(data)
    assert files == database.contents(address)
    assert text in files["deployments.csv"] and b"GAB,GA" in files["nations.csv"]
    assert b"Mine." in files["changes.csv"] and b"Yours." in files["changes.csv"], "both stay in the log"
    last = tables.read(data).changes.iloc[-1]
    assert (last["after"].encode(), last["reason"]) == (
        text, f"Both sides had changed this row. The {side}'s version was taken.",
    )  # fmt: skip
    assert main(["check", "--data", str(data)]) == 0


def test_after_a_crash_between_folder_and_database_the_next_sync_does_the_rest(
    address: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync(data, address)
    in_folder(data, *note("Mine."))
    in_database(address, nation("GAB"))
    held = database.contents(address)

    class Crash(BaseException):
        pass

    def crash(*_: object) -> None:
        raise Crash

    with monkeypatch.context() as patched:
        patched.setattr(syncing, "_keep_base", crash)
        with pytest.raises(Crash):
            sync(data, address)
    assert database.contents(address) == held
    assert b"GAB" in packed(data)["nations.csv"], "the folder is written first"
    assert sync(data, address) == 0
    assert packed(data) == database.contents(address)
    assert len(tables.read(data).changes) == 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            ([nation("GAB")], [Insert("nations", {**nation("GAX").row, "iso2": "GA"})]),
            "nations.csv, line 7 (GAX), iso2: “GA” is already in line 6.",
        ),
        (
            ([Replace("claims", ("N2",), {"troops_low": "70", "troops_high": "70"})], [
                Insert("deployments", {"id": "gha", "name": "Ghana", "sort": "unit", "kind": "patrol"}),
                Insert("claims", {"id": "N3", "source": "secretariat-2021-02", "basis": "cited", "citation": "Second.",
                                  "kind": "deployment", "deployment": "gha", "said_on": "2021-02-10", "status": "deployed",
                                  "host": "GHA", "troops_low": "72", "troops_high": "72", "counts": "whole",
                                  "credibility": "2", "review": "reviewed"}),
            ]),
            "(N2)",
        ),
    ],
    ids=["cannot be read", "a finding"],
)  # fmt: skip
def test_two_sides_that_only_together_break_a_law_are_left_as_they_are(
    address: str, data: Path, changes: tuple[list[edits.Edit], list[edits.Edit]], said: str, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    sync(data, address)
    in_folder(data, *changes[0])
    in_database(address, *changes[1])
    before = packed(data), database.contents(address)
    capsys.readouterr()
    assert sync(data, address) == 1
    told = capsys.readouterr().err
    assert told.startswith(
        "Each side keeps the laws of the data, but both together do not. Nothing was written."
    )
    assert said in told
    assert (packed(data), database.contents(address)) == before


def test_sides_that_cannot_be_read_are_told(
    address: str,
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert sync(tmp_path / "nothing", address) == 2
    assert "The database holds no dataset." in capsys.readouterr().err
    sync(data, address)
    held = database.contents(address)
    with (data / "nations.csv").open("a", encoding="utf-8") as file:
        file.write("broken\n")
    assert sync(data, address) == 2
    assert "nations.csv" in capsys.readouterr().err
    assert database.contents(address) == held
    monkeypatch.delenv("EASTFLANK_DATABASE", raising=False)
    assert main(["sync", "--data", str(data)]) == 2
    assert "Name a database with --database or EASTFLANK_DATABASE." in capsys.readouterr().err


def test_a_file_that_is_not_a_dataset_is_no_folder_to_sync(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").touch()
    assert sync(tmp_path / "letters", address) == 2
    assert "datapackage.json: The file is missing." in capsys.readouterr().err
