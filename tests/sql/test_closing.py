"""After folder and database were merged, the log ends at what the tables hold."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from eastflank.store import closing, folder, merging, parts, schema
from eastflank.store.merging import Side
from eastflank.store.table_text import TableText
from tests.killing import SECOND

FILES = parts.packed(folder.of(SECOND))
TABLES = schema.read(SECOND)
PLACES, CHANGES = TABLES["places"], TABLES["changes"]
DAY = date(2026, 11, 27)
ROWS = ("alm", "bel")
Edits = Sequence[tuple[str, str, str]]
"""The row, the column and its new cell; the column `id`: the whole row goes, or comes again."""
EDITS = st.lists(
    st.tuples(st.sampled_from(ROWS), st.sampled_from(["note", "name", "id"]), st.sampled_from("abc")),
    max_size=4,
)


def start() -> dict[str, bytes]:
    text = TableText.of(PLACES, FILES[PLACES.file].decode().split("\n", 1)[0])
    text = text.with_rows([{"id": one, "name": "a", "note": "a"} for one in ROWS])
    return {**FILES, PLACES.file: str(text).encode()}


def edited(files: Mapping[str, bytes], edits: Edits, reason: str) -> dict[str, bytes]:
    """The files after edits that are told in the log."""
    places, log = held(files, PLACES.file), held(files, CHANGES.file)
    for row, column, value in edits:
        told = {"table": "places", "row": row, "column": column, "reason": reason}
        if column == "id":
            told["column"] = ""
            if row in places:
                told["before"] = "; ".join(
                    f"{name}: {cell}" for name, cell in places.pop(row).items() if cell
                )
            else:
                places[row] = {**dict.fromkeys(PLACES.columns, ""), "id": row, "name": "a", "note": value}
                told["after"] = f"id: {row}; name: a; note: {value}"
        elif row in places and places[row][column] != value:
            told["before"], told["after"] = places[row][column], value
            places[row][column] = value
        else:
            continue
        number = max((int(one[1:]) for one in log), default=0) + 1
        log[f"C{number:04}"] = {**told, "id": f"C{number:04}", "changed_on": "2026-11-26", "who": "Ann Lee"}
    texts = {}
    for table, rows in ((PLACES, sorted(places.items())), (CHANGES, sorted(log.items()))):
        text = TableText.of(table, files[table.file].decode().split("\n", 1)[0])
        empty = dict.fromkeys(table.columns, "")
        texts[table.file] = str(text.with_rows([{**empty, **row} for _, row in rows], last=True)).encode()
    return {**files, **texts}


def held(files: Mapping[str, bytes], file: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(files[file].decode(), newline=""))}


def merged(
    base: Mapping[str, bytes], ours: Mapping[str, bytes], theirs: Mapping[str, bytes], prefer: Side
) -> Mapping[str, bytes]:
    found = merging.merged(dict(merging.base_of(base)), ours, theirs, prefer)
    return closing.closed(found, prefer, DAY)


@given(common=EDITS, ours=EDITS, theirs=EDITS, prefer=st.sampled_from(["folder", "database"]))
@example([], [("alm", "note", "b")], [("alm", "note", "c")], "database")
@example([], [("alm", "note", "b"), ("alm", "note", "a")], [("alm", "note", "c")], "database")
@example([], [("alm", "note", "b"), ("alm", "note", "c")], [("bel", "note", "c")], "database")
@example([], [("alm", "note", "b")], [("alm", "name", "c")], "folder")
@example([], [("alm", "id", "a")], [("alm", "note", "c")], "database")
@example([], [("alm", "id", "a")], [("alm", "note", "c")], "folder")
def test_the_last_change_of_each_cell_in_the_log_is_what_the_table_holds(
    common: Edits, ours: Edits, theirs: Edits, prefer: Side
) -> None:
    base = edited(start(), common, "Both said so.")
    sides = edited(base, ours, "Folder said so."), edited(base, theirs, "Database said so.")
    found = merged(base, *sides, prefer)
    places, log = held(found, PLACES.file), held(found, CHANGES.file)
    there: dict[str, bool] = {}
    cells: dict[tuple[str, str], str] = {}
    for _, change in sorted(log.items()):
        row = change["row"]
        if change["column"]:
            cells[row, change["column"]] = change["after"]
        else:
            there[row] = bool(change["after"])
            cells = {cell: value for cell, value in cells.items() if cell[0] != row}
    assert all((row in places) == known for row, known in there.items())
    assert all(places[row][column] == cell for (row, column), cell in cells.items() if row in places)
    assert merged(base, found, sides[1], prefer) == found, "after a crash the same call ends where it did"
    assert merged(found, found, found, prefer) == found


@given(ours=EDITS, theirs=EDITS, prefer=st.sampled_from(["folder", "database"]))
def test_every_change_of_both_sides_stays_in_its_order_and_the_databases_keep_their_ids(
    ours: Edits, theirs: Edits, prefer: Side
) -> None:
    sides = edited(start(), ours, "Folder said so."), edited(start(), theirs, "Database said so.")
    log = held(merged(start(), *sides, prefer), CHANGES.file)
    for side, reason in zip(sides, ("Folder said so.", "Database said so."), strict=True):
        before = [without_id(row) for row in held(side, CHANGES.file).values()]
        assert [without_id(row) for _, row in sorted(log.items()) if row["reason"] == reason] == before
    assert {**log, **held(sides[1], CHANGES.file)} == log


def without_id(row: Mapping[str, str]) -> dict[str, str]:
    return {column: cell for column, cell in row.items() if column != "id"}


def test_a_closing_row_leads_from_the_lost_value_to_the_one_taken() -> None:
    ours = edited(start(), [("alm", "note", "b")], "Folder said so.")
    theirs = edited(start(), [("alm", "note", "c")], "Database said so.")
    last = list(held(merged(start(), ours, theirs, "database"), CHANGES.file).values())[-1]
    assert last == {
        "id": "C0003", "changed_on": "2026-11-27", "who": "sync", "table": "places", "row": "alm",
        "column": "note", "before": "b", "after": "c",
        "reason": "Both sides had changed this row. The database's version was taken.",
    }  # fmt: skip
    last = list(held(merged(start(), ours, theirs, "folder"), CHANGES.file).values())[-1]
    assert (last["before"], last["after"]) == ("c", "b")
    assert last["reason"] == "Both sides had changed this row. The folder's version was taken."


def test_a_lost_value_that_no_change_told_is_in_the_log_afterwards() -> None:
    by_hand = {**start(), PLACES.file: start()[PLACES.file].replace(b"alm,a", b"alm,z")}
    theirs = edited(start(), [("alm", "note", "c")], "Database said so.")
    log = held(merged(start(), by_hand, theirs, "database"), CHANGES.file).values()
    told = [(row["column"], row["before"], row["after"]) for row in log]
    assert told == [("note", "a", "c"), ("name", "z", "a")]
