"""A row that a later file of a table repeats is stated again, of the day of that file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from eastflank.curation import table_drafts
from eastflank.record.as_of import known_as_of
from eastflank.store import edits
from eastflank.store.edits import Retract
from tests.months import TODAY, Months

pytestmark = pytest.mark.usefixtures("read_once")

LONG_AGO, SEPTEMBER, NOVEMBER = date(2023, 10, 31), date(2026, 9, 30), date(2026, 11, 25)
HEADS = "Unit,Nation,Host,Place,Persons\n"
NORD, SUD = "Nord,USA,Poland,Powidz,400\n", "Sud,GBR,Estonia,Tapa,30\n"


def reviewed(months: Months) -> None:
    dataset = months.dataset
    for source, claims in table_drafts.waiting(dataset).items():
        asked = table_drafts.accepting(dataset, source, claims, table_drafts.Grade("B", "2"))
        edits.apply(months.folder, asked, who="c", when=TODAY, reason="seen", expected=dataset.version)


def test_a_list_that_does_not_change_does_not_grow_old(tmp_path: Path) -> None:
    months = Months(tmp_path / "again")
    months.bring(HEADS + NORD + SUD, day=LONG_AGO)
    reviewed(months)
    found = months.bring(HEADS + NORD, day=NOVEMBER)
    reviewed(months)
    assert (len(found.renewed), found.otherwise, found.new, found.changed, found.same) == (
        1,
        frozenset(),
        (),
        (),
        0,
    )
    known = known_as_of(months.dataset, NOVEMBER).deployments
    told = {one.id: one.figure.told_last for one in known.values() if one.figure}
    assert told == {"nord": NOVEMBER, "sud": LONG_AGO}


def test_both_claims_stay(tmp_path: Path) -> None:
    months = Months(tmp_path / "again")
    months.bring(HEADS + NORD, day=SEPTEMBER)
    reviewed(months)
    months.bring(HEADS + NORD, day=NOVEMBER)
    claims = months.dataset.claims
    assert sorted(claims["review"]) == ["draft", "reviewed"]
    assert claims["source"].nunique() == 2


@pytest.mark.parametrize("day", [SEPTEMBER, LONG_AGO])
def test_a_file_of_no_later_day_states_nothing_again(day: date, tmp_path: Path) -> None:
    months = Months(tmp_path / "again")
    months.bring(HEADS + NORD, day=SEPTEMBER)
    found = months.next(HEADS + NORD, day=day)
    assert (found.same, found.renewed, found.edits) == (1, (), ())


def test_a_row_with_a_day_of_its_own_is_the_same_row(tmp_path: Path) -> None:
    months = Months(tmp_path / "again")
    heads, row = "As of," + HEADS, "2026-09-01," + NORD
    months.bring(heads + row, day=SEPTEMBER)
    found = months.next(heads + row, day=NOVEMBER)
    assert (found.same, found.renewed, found.edits) == (1, (), ())


def test_an_import_that_was_undone_states_it_again_and_is_no_return(tmp_path: Path) -> None:
    months = Months(tmp_path / "again")
    months.bring(HEADS + NORD, day=SEPTEMBER)
    again = months.bring(HEADS + NORD, day=NOVEMBER)
    dataset = months.dataset
    undone = [Retract(after, "undone") for _, after in again.renewed]
    edits.apply(months.folder, undone, who="c", when=TODAY, reason="undone", expected=dataset.version)
    found = months.next(HEADS + NORD, day=NOVEMBER)
    assert (len(found.renewed), found.returned, found.new) == (1, (), ())
