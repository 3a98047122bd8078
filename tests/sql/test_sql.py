"""A dataset in a database: the same bytes as in a folder, the same laws, the same conflict."""

from __future__ import annotations

import csv
import io
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.store import edits, exchange, folder, parts, schema, tables
from eastflank.store.broken import BrokenData
from eastflank.store.edits import Conflict, Edit, Insert, Refused, Replace, Retract
from eastflank.store.sql import connection, database, migrating, record
from eastflank.store.table_text import TableText
from tests import postgres
from tests.frozen import FOLDER
from tests.representatives import examples, some, these
from tests.unit.small_data import SmallData

SECOND = Path(__file__).parents[1] / "second_theatre"
SAID = {"who": "Ann Lee", "when": date(2026, 11, 26), "reason": "Because."}
NOTE = "deployments", ("staff",)
CELLS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from(",\"\n;'"), max_size=20
)


def packed(data: Path) -> Mapping[str, bytes]:
    return parts.packed(folder.of(data))


def same_bytes(address: str, data: Path) -> None:
    """A folder, through the database, into another folder."""
    before = packed(data)
    version = database.fill(address, before)
    assert database.contents(address) == before
    assert database.version(address) == version
    assert database.read(address).version == version


# --- the same bytes ---------------------------------------------------------------------------------


@pytest.mark.parametrize("data", some([SECOND, FOLDER]), ids=lambda data: data.name)
def test_a_dataset_comes_back_from_a_database_byte_for_byte(address: str, data: Path) -> None:
    same_bytes(address, data)


def test_a_dataset_comes_back_from_postgresql_byte_for_byte_and_two_editors_conflict(server: str) -> None:
    """The short one of the tests with a real server that always runs; the soak runs all."""
    with postgres.empty_database(server, "short") as found:
        same_bytes(found, SECOND)
        two_editors(found)
        connection.engine(found).dispose()


@examples(8)
@given(drawn=st.data())
def test_whatever_quotation_marks_and_order_its_rows_have(
    tmp_path_factory: pytest.TempPathFactory, drawn: st.DataObject
) -> None:
    small = SmallData(tmp_path_factory.mktemp("small"))
    for table, rows in small.tables.items():
        small.tables[table] = drawn.draw(st.permutations(rows))
        for row in rows:
            if "note" in row:
                row["note"] = drawn.draw(CELLS)
    data, _ = small.write()
    for file in data.glob("*.csv"):
        rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))
        text = io.StringIO(newline="")
        marks = drawn.draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]))
        csv.writer(text, quoting=marks, lineterminator="\n").writerows(rows)
        file.write_bytes(text.getvalue().encode())
    found = f"sqlite:///{small.folder / 'record.db'}"
    with connection.writing(found) as opened:
        migrating.migrate(opened)
        record.fill(opened, packed(data), "1")
    assert database.contents(found) == packed(data)
    connection.engine(found).dispose()


def test_a_dataset_takes_the_place_of_another(filled: str) -> None:
    database.fill(filled, packed(FOLDER))
    assert database.contents(filled) == packed(FOLDER)
    with connection.reading(filled) as opened:
        assert record.state(opened) == record.State(2, database.read(filled).version)


def test_a_dataset_that_cannot_be_read_is_not_kept(filled: str) -> None:
    broken = {**packed(SECOND), "places.csv": b"id\n"}
    with pytest.raises(BrokenData, match=r"places\.csv, line 1"):
        database.fill(filled, broken)
    assert database.contents(filled) == packed(SECOND)


# --- edits ------------------------------------------------------------------------------------------


def nation(code: str) -> Insert:
    cells = {"iso3": code, "iso2": code[:2], "name": f"The {code}", "capital": "A town"}
    return Insert("nations", {**cells, "capital_lat": "0", "capital_lon": "9"})


@pytest.mark.parametrize(
    "asked",
    these(
        [
            [nation("GAB"), nation("AGO"), nation("ZWE"), Replace(*NOTE, {"note": 'A "town", so\nto say.'})],
            [Retract("N2", "Taken back.")],
            [Replace(*NOTE, {"note": ""})],
        ],
        0,
        1,
    ),
    ids=["rows and cells", "a retraction", "nothing"],
)
def test_edits_leave_the_same_bytes_as_in_a_folder(filled: str, tmp_path: Path, asked: list[Edit]) -> None:
    data = Path(shutil.copytree(SECOND, tmp_path / "data"))
    version = database.version(filled)
    assert version == tables.read(data).version
    expected = edits.apply(data, asked, expected=version, **SAID)  # type: ignore[arg-type]
    assert database.apply(filled, asked, expected=version, **SAID) == expected  # type: ignore[arg-type]
    assert database.contents(filled) == packed(data)
    assert database.version(filled) == expected


def test_a_refused_edit_is_told_as_in_a_folder_and_changes_nothing(filled: str, tmp_path: Path) -> None:
    data = Path(shutil.copytree(SECOND, tmp_path / "data"))
    version = database.version(filled)
    asked = [
        nation("GAB"),
        Insert("places", {"id": "tema", "name": "Tema", "lat": "north"}),
        Retract("N2", ""),
    ]
    said = []
    for of_the_store, place in ((edits.apply, data), (database.apply, filled)):
        with pytest.raises(Refused) as refusal:
            of_the_store(place, asked, expected=version, **SAID)  # type: ignore[operator]
        said.append([str(problem) for problem in refusal.value.problems])
    assert said[0] == said[1] != []
    assert database.contents(filled) == packed(data)


def two_editors(address: str) -> None:
    old = database.version(address)
    first = [Replace("claims", ("N2",), {"note": "The first."})]
    new = database.apply(address, first, expected=old, **SAID)  # type: ignore[arg-type]
    before = database.contents(address)
    second = [Replace("claims", ("N2",), {"note": "The second."})]
    with pytest.raises(Conflict, match=rf"at version {new}, not {old}.*claims N2") as conflict:
        database.apply(address, second, expected=old, **SAID)  # type: ignore[arg-type]
    (row,) = conflict.value.rows
    assert ((row.theirs or {})["note"], row.yours["note"]) == ("The first.", "The second.")
    assert database.contents(address) == before
    database.apply(address, second, expected=new, **SAID)  # type: ignore[arg-type]


def test_the_second_of_two_editors_sees_both_versions_and_chooses(filled: str) -> None:
    two_editors(filled)


def test_many_rows_may_come_between_two(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "_GAP", 3)
    table = schema.read(SECOND)["nations"]
    held = (SECOND / "nations.csv").read_bytes()
    text = TableText.of(table, held.decode())
    for code in ("BBA", "BBB", "BBC", "BBD", "BBE", "ZZZ"):
        old = str(text).encode()
        text = text.with_row({**dict.fromkeys(table.columns, ""), **nation(code).row})
        with connection.writing(filled) as opened:
            record.change(opened, {"nations.csv": (old, str(text).encode())}, code)
        assert database.contents(filled)["nations.csv"] == str(text).encode()


def test_the_folder_of_a_database_is_only_to_be_read(filled: str) -> None:
    with parts.unpacked(database.contents(filled)) as place:
        version = tables.read(place.root).version
        with pytest.raises(BrokenData, match="a change here would be lost"):
            edits.apply(place.root, [nation("GAB")], expected=version, **SAID)  # type: ignore[arg-type]
        assert exchange.COPY not in packed(place.root)


# --- what cannot be reached -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("", "This is not the address of a database. Write postgresql://"),
        ("nothing", "This is not the address of a database."),
        ("mysql://localhost/a", "This is not the address of a database."),
        ("sqlite://", "This is not the address of a database."),
        ("sqlite:////nowhere/at/all.db", "There is no file sqlite:////nowhere/at/all.db."),
        ("postgresql://ann:secret@/a?host=/nowhere", "The database does not do what was asked: connection"),
    ],
)
def test_a_database_that_cannot_be_reached_is_told_without_its_password(wrong: str, said: str) -> None:
    with pytest.raises(BrokenData) as broken:
        database.read(wrong)
    assert f"EASTFLANK_DATABASE: {said}" in str(broken.value)
    assert "secret" not in str(broken.value)


def test_a_database_without_a_dataset_is_told_with_what_to_do(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "empty.db").execute("CREATE TABLE other (a)").connection.close()
    found = f"sqlite:///{tmp_path / 'empty.db'}"
    with pytest.raises(BrokenData, match=r"holds no dataset. Fill it: python -m eastflank sync"):
        database.read(found)
    assert database.version(found) == ""
    connection.engine(found).dispose()


def test_a_database_of_a_newer_version_is_not_touched(filled: str) -> None:
    with connection.writing(filled) as opened:
        opened.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(BrokenData, match="A newer version of Eastflank has changed the tables"):
        database.fill(filled, packed(SECOND))


def test_what_is_there_without_a_database_does_not_load_what_one_needs() -> None:
    code = (
        "import sys, eastflank.store.tables, eastflank.store.edits, eastflank.commands.check, eastflank.ui.data\n"
        "sys.exit(any(name in sys.modules for name in ('sqlalchemy', 'alembic', 'psycopg')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
