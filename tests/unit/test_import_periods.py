"""A period is start and end; the day of a row is under “As of”, and no end before it is without a mark."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.intake.tables import importing
from eastflank.intake.tables.cells.days import Order
from eastflank.intake.tables.cells.periods import StatedPeriod, period_of
from eastflank.intake.tables.cells.problems import Wrong
from eastflank.intake.tables.cells.sheets import Cell
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Import
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.store import datasets, parts, tables
from eastflank.store.folder import of
from tests.frozen import FOLDER


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), date(2026, 11, 26))


def understood(text: str, against: Against) -> Import:
    file = opening.opened("made-up.csv", text.encode())
    return importing.understood(file, importing.chosen(file, None)[0], against)


def days(told: Import) -> list[tuple[str, str, str]]:
    return [(one.date, one.starts, one.ends) for one in told.entries]


@pytest.mark.parametrize(
    ("cell", "starts", "ends"),
    [
        ("2022-2023", "2022", "2023"),
        ("Jan 2022 - Dec 2023", "2022-01", "2023-12"),
        ("2022-01/2023-05", "2022-01", "2023-05"),
        ("2022-01-01 – 2022-12-31", "2022-01-01", "2022-12-31"),
        ("01.02.2023 bis 31.07.2023", "2023-02-01", "2023-07-31"),
        ("2023-02-01 do 2023-07-31", "2023-02-01", "2023-07-31"),
        ("from Jan 2022 to Mar 2022", "2022-01", "2022-03"),
        ("Jan-Jun 2023", "2023-01", "2023-06"),
        ("Q1 2023", "2023-01", "2023-03"),
        ("2022–present", "2022", ""),
        ("2022-", "2022", ""),
        ("since 2022", "2022", ""),
        ("seit 2022", "2022", ""),
        ("bis 2024", "", "2024"),
        ("until 2024-05-01", "", "2024-05-01"),
        ("2023", "2023", "2023"),
        (2023, "2023", "2023"),
        ("n/a", "", ""),
        (None, "", ""),
    ],
)
def test_a_period_is_read_as_start_and_end(cell: Cell, starts: str, ends: str) -> None:
    assert period_of(cell, Order(day_first=None)) == StatedPeriod(starts, ends)


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("six months", "not a period"),
        ("2023 - 2022", "not a period"),
        ("05/06/2022 - 07/08/2022", "not a period"),
        ("2022-05-01", "one day for a period"),
        (date(2022, 5, 1), "one day for a period"),
    ],
)
def test_what_is_no_period_is_asked_about(cell: Cell, kind: str) -> None:
    found = period_of(cell, Order(day_first=None))
    assert isinstance(found, Wrong)
    assert found.kind == kind


@pytest.mark.parametrize("headings", ["Period,As of", "Period,Stand", "Zeitraum,Stand"])
def test_beside_a_column_of_days_a_period_is_start_and_end(headings: str, against: Against) -> None:
    told = understood(f"Nation,Host,Troops,{headings}\nUSA,Poland,500,2022-2023,2023-05-01\n", against)
    assert days(told) == [("2023-05-01", "2022", "2023")]
    assert not told.problems and not told.marks


def test_a_period_alone_is_the_day_of_its_row_and_a_deployment_period_is_not(against: Against) -> None:
    table = "Nation,Host,Troops,{}\nUSA,Poland,500,2022-2023\n"
    assert days(understood(table.format("Period"), against)) == [("2022/2023", "", "")]
    assert days(understood(table.format("Deployment period"), against)) == [("", "2022", "2023")]


def test_an_end_before_the_day_of_its_row_is_a_proposal_unless_the_row_says_it_is_over(
    against: Against,
) -> None:
    told = understood(
        "Nation,Host,Unit,Troops,As of,To,Status\n"
        "USA,Poland,1st Brigade,500,2024-05-01,2023-12,deployed\n"
        "USA,Poland,2nd Brigade,500,2024-05-01,2024-05,deployed\n"
        "USA,Poland,3rd Brigade,500,2024-05-01,2023-12,withdrawn\n",
        against,
    )
    assert [one.outcome for one in told.entries] == ["proposal", "imported", "imported"]
    (mark,) = told.marks
    assert (mark.kind, mark.column, mark.value) == ("an end before its day", "To", "2023-12")
    assert "December 2023" in mark.said and "1 May 2024" in mark.said
