"""A list with two rows of one unit: one that left, and one that is there since, or that is planned."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from eastflank.curation import table_drafts
from eastflank.record.as_of import known_as_of
from eastflank.store import edits
from tests.months import TODAY, Months

pytestmark = pytest.mark.usefixtures("read_once")

DAY, BEFORE, AFTER = date(2024, 5, 31), date(2024, 4, 1), date(2024, 6, 30)
HEADS = "Unit,Nation,Lead,Host,Place,Troops,From,To,Status\n"
LEFT = "2-70 AR,US,,Poland,Trzebień,700,2024-01-10,2024-04-30,ended\n"


def reviewed(months: Months) -> None:
    dataset = months.dataset
    for source, claims in table_drafts.waiting(dataset).items():
        asked = table_drafts.accepting(dataset, source, claims, table_drafts.Grade("B", "2"))
        edits.apply(months.folder, asked, who="c", when=TODAY, reason="seen", expected=dataset.version)


def listed(folder: Path, *rows: str) -> Months:
    months = Months(folder / "list")
    months.bring(HEADS + "".join(rows), day=DAY)
    reviewed(months)
    return months


@pytest.mark.parametrize(
    "there",
    [
        "2-70 AR,US,,Poland,Trzebień,800,2024-05-01,,deployed\n",
        "2-70 AR,US,,Poland,Trzebień,800,2024-04,,deployed\n",
        "2-70 AR,US,,Poland,Trzebień,800,2024-03-15,,deployed\n",
        "2-70 AR,US,,Poland,Trzebień,800,,,deployed\n",
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_a_unit_that_is_there_again_is_there(there: str, tmp_path: Path, *, turned: bool) -> None:
    months = listed(tmp_path, *((there, LEFT) if turned else (LEFT, there)))
    unit = known_as_of(months.dataset, AFTER).deployments["2-70-ar"]
    assert unit.status == "deployed"
    assert unit.figure
    assert (unit.figure.low, unit.figure.high) == (800, 800)


def test_the_place_of_who_is_there_counts(tmp_path: Path) -> None:
    rows = (
        "Task Force Nord,US,,Poland,Rzeszow,300,2022-03,2024-04-30,ended\n",
        "Task Force Nord,US,,Poland,Trzebień,320,2024-05-01,,deployed\n",
    )
    months = listed(tmp_path, *rows)
    unit = known_as_of(months.dataset, AFTER).deployments["task-force-nord"]
    assert unit.place is not None
    assert "trzebie" in unit.place
    assert unit.figure
    assert unit.figure.high == 320


def test_a_unit_that_ended_and_is_planned_again_is_planned(tmp_path: Path) -> None:
    months = listed(tmp_path, LEFT, "2-70 AR,US,,Poland,Trzebień,160,2025-01,,planned\n")
    assert known_as_of(months.dataset, AFTER).deployments["2-70-ar"].status == "decided"


@pytest.mark.parametrize(
    "other", ["", "2-70 AR,US,,Poland,Trzebień,800,2023-01-01,2023-12-31,deployed\n"], ids=["alone", "older"]
)
def test_a_unit_that_ended_is_over(other: str, tmp_path: Path) -> None:
    months = listed(tmp_path, LEFT, other)
    assert known_as_of(months.dataset, AFTER).deployments["2-70-ar"].status == "ended"


CANADA = "BG Latvia,Canada,Canada,Latvia,Adazi,1000,2017-06-10,,deployed\n"
ITALY_LEFT = "BG Latvia,Italy,Canada,Latvia,Adazi,352,2017-06-10,2024-04-30,ended\n"
ITALY = "BG Latvia,Italy,Canada,Latvia,Adazi,400,2024-05-01,,deployed\n"


def test_a_contingent_that_left_does_not_end_the_unit(tmp_path: Path) -> None:
    months = listed(tmp_path, CANADA, ITALY_LEFT)
    unit = known_as_of(months.dataset, AFTER).deployments["bg-latvia"]
    assert unit.status == "deployed"
    assert {part.nation for part in unit.contingents} == {"CAN"}
    notes = list(months.dataset.claims["note"].fillna(""))
    said = "The row is about the people of Italy in this unit: ended, 352, from 10 June 2017, until 30 April 2024."
    assert sum(said in note for note in notes) == 1


def test_a_contingent_that_is_there_again_is_there(tmp_path: Path) -> None:
    months = listed(tmp_path, CANADA, ITALY_LEFT, ITALY)
    unit = known_as_of(months.dataset, AFTER).deployments["bg-latvia"]
    assert unit.status == "deployed"
    assert {part.nation: part.figure.high for part in unit.contingents if part.figure} == {
        "CAN": 1000,
        "ITA": 400,
    }


def test_a_unit_of_which_each_row_ended_is_over(tmp_path: Path) -> None:
    months = listed(
        tmp_path, CANADA.replace("2017-06-10,,deployed", "2017-06-10,2024-04-30,ended"), ITALY_LEFT
    )
    assert known_as_of(months.dataset, AFTER).deployments["bg-latvia"].status == "ended"


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    months = listed(tmp_path, CANADA, ITALY_LEFT, ITALY, LEFT)
    found = months.next(HEADS + CANADA + ITALY_LEFT + ITALY + LEFT, day=DAY, same_file=True)
    assert (found.edits, found.same) == ((), 4)
