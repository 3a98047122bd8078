"""What is told of a product after folder and database were merged: never a wrong reason, never a wrong value."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eastflank.store import editions
from eastflank.store.merging import Side
from eastflank.store.recorded import RecordedChange, as_of, leading
from eastflank.store.table_text import TableText
from tests.sql.test_closing import CHANGES, EDITS, PLACES, Edits, edited, held, merged, start


def changes_of(files: Mapping[str, bytes]) -> list[RecordedChange]:
    rows = sorted(held(files, CHANGES.file).items())
    return [RecordedChange(**row) for _, row in rows]


def after(files: Mapping[str, bytes], edition: str) -> tuple[RecordedChange, ...]:
    """The changes of the merged record after an edition, as `changes_after` gives them."""
    told = changes_of(files)
    number = editions.number_of(edition)
    earlier = [one for one in told if editions.number_of(one.id) <= number]
    return tuple(as_of(earlier, told[len(earlier) :], {"places": PLACES.columns}))


@given(common=EDITS, ours=EDITS, theirs=EDITS, prefer=st.sampled_from(["folder", "database"]))
@example([], [("alm", "note", "b")], [("alm", "note", "c")], "database")
@example([], [("alm", "note", "b")], [("alm", "note", "c")], "folder")
@example([], [("alm", "note", "b")], [("alm", "id", "a")], "database")
@example([], [("alm", "note", "b")], [("alm", "id", "a")], "folder")
@example([], [("alm", "note", "b")], [("alm", "id", "a"), ("alm", "id", "b")], "folder")
@example([("alm", "note", "b")], [("alm", "name", "b")], [("alm", "id", "a"), ("alm", "id", "a")], "folder")
@example([("alm", "id", "a")], [("alm", "id", "b")], [("alm", "id", "c")], "database")
@example([], [("alm", "id", "a"), ("alm", "id", "b")], [("alm", "name", "c")], "database")
def test_an_edition_of_the_database_is_read_as_it_was(
    common: Edits, ours: Edits, theirs: Edits, prefer: Side
) -> None:
    base = edited(start(), common, "Both said so.")
    found = merged(
        base, edited(base, ours, "Folder said so."), edited(base, theirs, "Database said so."), prefer
    )
    for made in range(len(theirs) + 1):
        then = edited(base, theirs[:made], "Database said so.")
        edition = max(held(then, CHANGES.file), default="")
        texts = {table.name: TableText.of(table, found[table.file].decode()) for table in (PLACES, CHANGES)}
        taken = editions.taken_back(texts, after(found, edition))
        read = {**found, PLACES.file: str(taken["places"]).encode()}
        assert held(read, PLACES.file) == held(then, PLACES.file)


@pytest.mark.parametrize(
    ("prefer", "of_start", "of_database"),
    [("database", ["Database said so."], []), ("folder", ["Folder said so."], ["Folder said so."])],
)
def test_only_what_led_to_the_value_of_today_is_a_reason(
    prefer: Side, of_start: list[str], of_database: list[str]
) -> None:
    ours = edited(start(), [("alm", "note", "b")], "Folder said so.")
    theirs = edited(start(), [("alm", "note", "c")], "Database said so.")
    found = merged(start(), ours, theirs, prefer)
    for edition, reasons in (("", of_start), ("C0001", of_database)):
        assert [one.reason for one in leading(after(found, edition))] == reasons


def test_a_row_that_both_sides_added_alike_came_once() -> None:
    gone = edited(start(), [("alm", "id", "a")], "Both said so.")
    ours, theirs = (edited(gone, [("alm", "id", "b")], f"{side} said so.") for side in ("Folder", "Database"))
    found = merged(gone, ours, theirs, "folder")
    assert [one.reason for one in after(found, "C0001")] == ["Database said so.", "Folder said so."]
    assert after(found, "C0002") == ()


def test_rows_that_both_sides_added_many_at_once_came_once() -> None:
    came = {"changed_on": "2026-11-26", "who": "Ann Lee", "table": "places", "column": "", "before": ""}
    many = {**came, "after": "101 rows were added together.", "reason": "Import of the table t.csv."}
    ours = RecordedChange(id="C0001", row="alm;bel", **many)
    theirs = [RecordedChange(id="C0002", row=row, **many) for row in ("alm", "bel", "col")]
    assert tuple(as_of([ours], theirs, {"places": PLACES.columns})) == (theirs[2],)


def test_a_change_that_was_taken_back_is_no_reason() -> None:
    notes: Edits = [("alm", "note", "b"), ("alm", "note", "c"), ("alm", "note", "b")]
    told = changes_of(edited(start(), notes, "So."))
    assert [one.id for one in leading(told)] == ["C0001"]
    assert leading(told[1:]) == ()
