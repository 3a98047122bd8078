"""The same file again is no change of the table, also if newer rules or other choices read it otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from eastflank.intake.tables.importing import Decisions
from eastflank.intake.tables.renewal import change_lists
from eastflank.intake.tables.renewal.retracting_gone import with_gone_retracted
from eastflank.store import edits
from eastflank.store.edits import Insert, Retract
from tests.months import TODAY, Months

pytestmark = pytest.mark.usefixtures("read_once")

TEXT = "Unit,Nation,Host,Place,Persons\nNord,USA,Poland,Powidz,400\nSud,USA,Poland,Powidz,30\n"


@pytest.fixture
def months(tmp_path: Path) -> Months:
    return Months(tmp_path / "again")


def test_a_row_that_is_read_otherwise_is_told_apart_and_replaced_as_a_changed_one_is(months: Months) -> None:
    months.bring(TEXT, Decisions(mended={("Persons", "400"): "390"}))
    found = months.next(TEXT, same_file=True)
    assert [len(each) for each in (found.new, found.changed, found.gone, found.reread)] == [0, 0, 0, 1]
    assert found.same == 1
    assert [one.claim for one in found.edits if isinstance(one, Retract)] == [found.reread[0][0]]
    (listed,) = change_lists.lists(found, months.dataset, 9)
    assert listed.kind == "reread"
    assert "Persons: 390 → 400" in listed.shown[0].cells[0]
    other = months.next(TEXT)  # the same rows in a later file: that the table changed cannot be ruled out
    assert [len(each) for each in (other.changed, other.reread)] == [1, 0]


def test_another_unit_of_the_same_row_is_one_row_read_otherwise_and_no_new_name(months: Months) -> None:
    months.bring(TEXT, Decisions(mended={("Unit", "Nord"): "Nord Two"}))
    found = months.next(TEXT, same_file=True)
    assert [len(each) for each in (found.new, found.gone, found.reread, found.unread)] == [0, 0, 1, 1]
    assert all(found.reread[0])
    assert not found.may_be_renamed
    assert found.unread[0].deployment == "nord-two"


def test_a_claim_that_its_row_does_not_make_any_more_stays_until_a_person_retracts_it(months: Months) -> None:
    months.bring(TEXT)
    dataset = months.dataset
    row = dataset.claims[dataset.claims["deployment"] == "sud"].iloc[0]
    told = (
        "source",
        "basis",
        "citation",
        "kind",
        "deployment",
        "status",
        "host",
        "place",
        "credibility",
        "review",
    )
    cells = {"id": "table-0123456789abcdef", "as_at": "2021", **{name: str(row[name]) for name in told}}
    version = dataset.version
    edits.make(
        months.folder, [Insert("claims", cells)], who="c", when=TODAY, reason="before", expected=version
    )
    found = months.next(TEXT, same_file=True)
    assert (found.same, found.gone, found.edits) == (2, (), ())
    assert found.reread == ((cells["id"], ""),)
    (listed,) = change_lists.lists(found, months.dataset, 9)
    assert listed.shown[0].cells == ("strength not stated, 2021; now the row does not state it",)
    retracted = with_gone_retracted(found, months.dataset, "table-1.csv")
    assert [one.claim for one in retracted.edits if isinstance(one, Retract)] == [cells["id"]]


def test_a_row_that_was_not_imported_before_is_new(months: Months) -> None:
    months.bring(TEXT, Decisions(without=frozenset({3})))
    found = months.next(TEXT, same_file=True)
    assert [len(each) for each in (found.new, found.reread)] == [1, 0]
    assert found.same == 1
