"""A place stays one place from month to month, in whatever words the table names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from eastflank.intake.tables.renewal import change_lists
from tests.months import Months

pytestmark = pytest.mark.usefixtures("read_once")

HEADS = "Unit,Nation,Host,Place,Persons\n"


@pytest.fixture
def months(tmp_path: Path) -> Months:
    return Months(tmp_path / "again")


BASES = (
    ("ITA", "Latvia", "Adazi", "Camp Adazi"),
    ("DEU", "Estonia", "Ämari", "Ämari Air Base"),
    ("USA", "Poland", "Łask", "Łask Air Base"),
    ("GBR", "Estonia", "Tapa", "Tapa Army Base"),
)
"""A nation, its host, and two names of one place there."""


def rows(which: int) -> str:
    """For each base troops, a unit of a kind, and a unit with a name; `which` of its two names is used."""
    return HEADS + "".join(
        f"{unit},{base[0]},{base[1]},{base[2 + which]},50\n"
        for base in BASES
        for unit in ("", "Signals company", f"Nord {base[2]}")
    )


@pytest.mark.parametrize("first", [0, 1])
def test_a_base_and_its_town_are_one_place_next_month(first: int, months: Months) -> None:
    months.bring(rows(first))
    found = months.next(rows(1 - first))
    assert (found.new, found.changed, found.gone, found.edits) == ((), (), (), ())
    assert found.same == len(BASES) * 3
    told = {each.kind: each for each in change_lists.lists(found, months.dataset, 99)}
    assert told.keys() == {"reworded"}
    names = {base[3 - first]: base[2 + first] for base in BASES}
    for one in told["reworded"].shown:
        before, now = one.cells[0].split(" → ")
        assert before in (f"“{names[now.strip('“”')]}”", one.claim.where)


def test_rows_of_a_day_are_found_under_other_words_too(months: Months) -> None:
    heads = "Nation,Host,Place,Persons,Date\n"
    months.bring(heads + "ITA,Latvia,Adazi,50,2026-10-01\n")
    found = months.next(heads + "ITA,Latvia,Camp Adazi,50,2026-10-01\nITA,Latvia,Camp Adazi,45,2026-11-01\n")
    assert [len(each) for each in (found.new, found.renewed, found.changed, found.gone)] == [1, 0, 0, 0]
    assert found.same == 1


def test_another_figure_under_other_words_is_a_change_with_the_new_words(months: Months) -> None:
    months.bring(HEADS + ",ITA,Latvia,Adazi,50\n")
    found = months.next(HEADS + ",ITA,Latvia,Base Adazi,60\n")
    assert [len(each) for each in (found.new, found.changed, found.gone)] == [0, 1, 0]
    (listed,) = change_lists.lists(found, months.dataset, 9)
    assert "Base Adazi" in listed.shown[0].cells[0]


def test_a_town_some_kilometres_from_the_base_of_last_month_is_another_place_and_a_question(
    months: Months,
) -> None:
    months.bring(HEADS + ",USA,Lithuania,Siauliai,5\n")
    told = months.read(HEADS + ",USA,Lithuania,Siauliai Air Base,5\n")
    (mark,) = told.marks
    assert mark.kind == "near an earlier place"
    assert "Šiauliai" in mark.said
    found = months.bring(HEADS + ",USA,Lithuania,Siauliai Air Base,5\n")
    assert [len(each) for each in (found.new, found.gone)] == [1, 1]
    assert not months.read(HEADS + ",USA,Lithuania,Siauliai Air Base,5\n").marks


def test_a_place_of_the_dataset_keeps_its_row(months: Months) -> None:
    months.bring(HEADS + ",USA,Poland,Łask,5\n")
    months.bring(HEADS + ",USA,Poland,Łask Air Base,6\n")
    assert len(months.dataset.places) == 1
