"""What an import tells of a row is in the table: each value it names is the row's own cell."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.intake.tables import importing
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Import
from eastflank.intake.tables.rows import notes
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.store import datasets, parts, tables
from eastflank.store.folder import of
from eastflank.words.chosen import imported_claims, rows_of_tables
from tests.frozen import FOLDER

pytestmark = pytest.mark.usefixtures("read_once")


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), date(2026, 11, 26))


def understood(text: str, against: Against) -> Import:
    file = opening.opened("made-up.csv", text.encode())
    sheet, _ = importing.chosen(file, None)
    return importing.understood(file, sheet, against)


@pytest.mark.parametrize(
    "rows",
    [
        "Hungary,Hungary,Tata,20,2022,,",
        "UK,Estonia,Tapa,20,05/2027,,",
        "Narnia,Estonia,Tapa,20,13/05/2017,,",
        "UK,Estonia,Tapa,20,,1 June 2024,3 May 2023",
        "UK,Estonia,Tapa,0,1-2-22,,",
        "Hungary,Hungary,Tata,20,2022,,\n,Hungary,Tata,30,2023,,",
        "UK and France,Estonia,Tapa,20,2022,,\n,Estonia,Tapa,several,2023,,",
    ],
)
def test_a_value_that_is_named_is_the_cell_of_its_row(rows: str, against: Against) -> None:
    head = "Nation,Host,Base,Troops,As of,From,To"
    told = understood(f"{head}\n{rows}\n", against)
    cells = dict(enumerate([head.split(","), *(row.split(",") for row in rows.split("\n"))], 1))
    named = [(one.line, one.value) for one in told.problems]
    named += [(mark.line, mark.value) for entry in told.entries for mark in entry.marks]
    assert named
    for line, value in named:
        assert value in cells[line]


def test_a_note_with_a_code_for_the_cell_says_the_same_of_troops_at_home() -> None:
    before, now = (
        imported_claims.assumed("at home", cell, rows_of_tables.MARKS["at home"])
        for cell in ("HUN", "Hungary")
    )
    assert notes.alike(before, now)
    assert not notes.alike(before, imported_claims.assumed("zero", "0", rows_of_tables.MARKS["zero"]))


@pytest.mark.parametrize("status", ["withdrawn", "Ended", "left"])
@pytest.mark.parametrize("heading", ["Since", "From", "Since (year)"])
def test_a_day_in_a_column_of_starts_is_the_end_of_a_row_that_is_over_and_a_mark_says_so(
    status: str, heading: str, against: Against
) -> None:
    head = f"Nation,Host,Unit,Troops,Status,{heading}"
    rows = (
        f"UK,Estonia,Camp Guard,20,{status},Dec 2023",
        "UK,Estonia,Depot,20,deployed,Dec 2023",
        f"UK,Estonia,Staff,20,{status},",
    )
    told = understood("\n".join((head, *rows)), against)
    assert [(one.starts, one.ends) for one in told.entries] == [("", "2023-12"), ("2023-12", ""), ("", "")]
    (mark,) = told.marks
    assert (mark.line, mark.column, mark.value) == (2, heading, "Dec 2023")
    assert status in mark.said and "2023-12" in mark.said


@pytest.mark.parametrize("to", ["Jan 2024", ""])
def test_where_the_table_has_a_column_of_ends_a_start_is_a_start(to: str, against: Against) -> None:
    told = understood(
        f"Nation,Host,Unit,Troops,Status,From,To\nUK,Estonia,Camp Guard,20,ended,Dec 2023,{to}\n", against
    )
    assert [(one.starts, one.ends) for one in told.entries] == [("2023-12", "2024-01" if to else "")]
    assert not told.marks


@pytest.mark.parametrize("heading", ["Start", "Start date", "Arrival", "Deployed since"])
def test_a_heading_that_can_mean_nothing_but_a_start_means_it_in_a_row_that_is_over_too(
    heading: str, against: Against
) -> None:
    told = understood(
        f"Nation,Host,Unit,Troops,Status,{heading}\nUK,Estonia,Camp Guard,20,ended,Dec 2023\n", against
    )
    assert [(one.starts, one.ends) for one in told.entries] == [("2023-12", "")]
    assert not told.marks


@pytest.mark.parametrize("status", ["leaving", "denied", "planned"])
def test_a_row_that_is_not_over_has_its_start_in_the_column_of_starts(status: str, against: Against) -> None:
    told = understood(
        f"Nation,Host,Unit,Troops,Status,Since\nUK,Estonia,Camp Guard,20,{status},Dec 2023\n", against
    )
    assert [(one.starts, one.ends) for one in told.entries] == [("2023-12", "")]
