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

CELLS = EDITS.map(lambda edits: [edit for edit in edits if edit[1] != "id"])


def changes_of(files: Mapping[str, bytes]) -> list[RecordedChange]:
    rows = sorted(held(files, CHANGES.file).items())
    return [RecordedChange(**row) for _, row in rows]


def after(files: Mapping[str, bytes], edition: str) -> tuple[RecordedChange, ...]:
    """The changes of the merged record after an edition, as `changes_after` gives them."""
    told = changes_of(files)
    number = editions.number_of(edition)
    earlier = [one for one in told if editions.number_of(one.id) <= number]
    return tuple(as_of(earlier, told[len(earlier) :]))


@given(common=CELLS, ours=CELLS, theirs=CELLS, prefer=st.sampled_from(["folder", "database"]))
@example([], [("alm", "note", "b")], [("alm", "note", "c")], "database")
@example([], [("alm", "note", "b")], [("alm", "note", "c")], "folder")
@example([], [("alm", "note", "b")], [("alm", "id", "a")], "database")
@example([], [("alm", "note", "b")], [("alm", "id", "a")], "folder")
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


def test_a_change_that_was_taken_back_is_no_reason() -> None:
    notes: Edits = [("alm", "note", "b"), ("alm", "note", "c"), ("alm", "note", "b")]
    told = changes_of(edited(start(), notes, "So."))
    assert [one.id for one in leading(told)] == ["C0001"]
    assert leading(told[1:]) == ()
