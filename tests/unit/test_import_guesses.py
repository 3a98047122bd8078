"""What a table may mean otherwise is marked; what it can only mean so is not."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.intake.tables import importing
from eastflank.intake.tables.cells.figures import strength
from eastflank.intake.tables.cells.grouping import Grouping
from eastflank.intake.tables.cells.problems import Wrong
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
    sheet, _ = importing.chosen(file, None)
    return importing.understood(file, sheet, against)


def marks(told: Import) -> list[tuple[int, str, str]]:
    return [(mark.line, mark.value, mark.kind) for entry in told.entries for mark in entry.marks]


@pytest.mark.parametrize(
    ("cell", "others", "doubt"),
    [
        ("1.200", ["750", 800, None], "."),
        ("c. 1.200", ["750"], "."),
        ("1.000-1.200", ["750"], ""),
        ("1.200", ["4.800", "750"], ""),
        ("1.200", ["1.000.000"], ""),
        ("1.200", ["850,5"], ""),
        ("1.200", ["4.800", "1.5"], "."),
        ("1.200", ["4.800", "0.850"], "."),
        ("1.200", ["4.800", "4,900"], "."),
        ("1.200", ["4.800", "1.5k"], "."),
        ("1.200", ["4.800", 1.5], "."),
        ("1,200", ["750"], ""),
        ("1,200", ["1.200"], ""),
        ("1,200", ["1,5"], ","),
        ("1,200", ["1.000.000"], ","),
        ("1.200k", ["750"], ""),
        ("1.200.000", ["1.5"], ""),
        ("1 200", ["1.5"], ""),
        (1200, ["1.5"], ""),
    ],
)
def test_the_other_cells_say_what_a_mark_in_a_number_is(
    cell: str | int, others: list[str | int | float | None], doubt: str
) -> None:
    assert Grouping([cell, *others]).doubt(cell) == doubt


@pytest.mark.parametrize("cell", ["0.850", "0,850"])
def test_a_number_below_one_is_no_number_of_persons(cell: str) -> None:
    found = strength(cell)
    assert isinstance(found, Wrong)
    assert found.kind == "not a whole number"


def test_a_point_that_no_other_cell_explains_is_a_proposal(against: Against) -> None:
    told = understood(
        "Nation,Host,Troops\nUS,Estonia,1.200\nUK,Estonia,800\nFrance,Latvia,less than 10\n", against
    )
    assert marks(told) == [(2, "1.200", "a mark of thousands")]
    assert [(one.low, one.high) for one in told.entries] == [(1200, 1200), (800, 800), (None, 9)]


def test_how_troops_are_there_is_not_whether_they_are(against: Against) -> None:
    table = (
        "Nation,Host,Status\nUS,Estonia,rotational\nUK,Estonia,deployed\nFrance,Latvia,deployed rotational\n"
    )
    told = understood(table, against)
    assert marks(told) == [(2, "rotational", "a manner")]
    assert {one.status for one in told.entries} == {"deployed"}


def test_no_row_is_certain_whose_status_or_unit_is_left_out(against: Against) -> None:
    table = (
        "Nation,Host,Troops,Foo,Bar\n"
        "US,Estonia,100,withdrawn,Tank company\n"
        "UK,Estonia,200,see below,T-72\n"
        "France,Latvia,300,deployed,Leopard\n"
        "Italy,Latvia,400,see above,Ariete\n"
    )
    told = understood(table, against)
    assert [column.field for column in told.columns] == ["nation", "host", "strength", "", ""]
    assert marks(told) == [(2, "withdrawn", "a status left out"), (2, "Tank company", "a unit left out")]
    known = understood(table.replace("Foo,Bar", "Status,Unit").replace("see", "deployed"), against)
    assert not {"a status left out", "a unit left out"} & {kind for _, _, kind in marks(known)}
    # A remark is kept in the note, but it still says that the unit is not there.
    remarks = understood(table.replace("Foo,Bar", "Remarks,Unit"), against)
    assert marks(remarks) == [(2, "withdrawn", "a status in words")]


def test_a_status_that_is_not_stated_or_is_doubted_is_a_proposal(against: Against) -> None:
    cells = ("", "-", "?", "TBC", "nil", "withdrawn?", "deployed (?)", "deployed", "withdrawn")
    rows = "".join(f"US,Estonia,{number},{cell}\n" for number, cell in enumerate(cells, 101))
    told = understood(f"Nation,Host,Troops,Status\n{rows}", against)
    assert marks(told) == [
        (2, "", "an empty status"),
        *((line, cell, "no status stated") for line, cell in enumerate(cells[1:5], 3)),
        (7, "withdrawn?", "a doubted status"),
        (8, "deployed (?)", "a doubted status"),
    ]
    assert [one.status for one in told.entries] == [
        *["deployed"] * 5, "withdrawn", "deployed", "deployed", "withdrawn",
    ]  # fmt: skip
    assert marks(understood("Nation,Host,Troops\nUS,Estonia,100\n", against)) == []


def test_a_row_that_gives_no_day_where_others_do_is_a_proposal(against: Against) -> None:
    cells = ("", "TBC", "n/a", "?", "2024-05-01", "2024")
    rows = "".join(f"US,Estonia,{number},{cell},\n" for number, cell in enumerate(cells, 101))
    told = understood(f"Nation,Host,Troops,Date,From\n{rows}US,Estonia,200,,2020\n", against)
    assert marks(told) == [
        (2, "", "an empty day"),
        *((line, cell, "no day stated") for line, cell in enumerate(cells[1:4], 3)),
    ]
    assert [one.date for one in told.entries] == ["", "", "", "", "2024-05-01", "2024", ""]
    assert marks(understood("Nation,Host,Troops\nUS,Estonia,100\n", against)) == []


def test_no_row_is_certain_whose_only_figures_are_left_out(against: Against) -> None:
    table = "Nation,Host,How many\nUS,Estonia,~500\nUK,Estonia,1k\nFrance,Latvia,see text\n"
    told = understood(table, against)
    assert marks(told) == [(2, "~500", "a figure left out"), (3, "1k", "a figure left out")]
    assert marks(understood(table.replace("How many", "Troops"), against)) == []
    # With a column of figures beside it, or with years or numbers of rows in it, it is no figure of the row.
    # Years are the day of the row by their values, and that is a guess.
    for more, kinds in (
        ("Troops,Foo\n{},500\n{},400\n{},300\n", []),
        ("Foo\n2016\n2017\n2017\n", ["a day by its values"] * 3),
        ("Foo\n1\n2\n3\n", []),
    ):
        head, *cells = more.format(1, 2, 3).splitlines()
        rows = zip(["Nation,Host", "US,Estonia", "UK,Estonia", "France,Latvia"], [head, *cells], strict=True)
        told = understood("\n".join(map(",".join, rows)), against)
        assert [kind for _, _, kind in marks(told)] == kinds


def test_a_column_of_a_wide_table_that_is_not_read_leaves_no_row_certain(against: Against) -> None:
    told = understood("Nation,Host,2016,2017,Q4 2018 (planned)\nUS,Estonia,100,120,504\n", against)
    assert {(value, kind) for _, value, kind in marks(told)} == {("504", "a figure left out")}


@pytest.mark.parametrize("heading", ["Troops (thousands)", "Troops, '000", "Troops (k)"])
def test_figures_of_a_column_in_thousands_are_never_persons(heading: str, against: Against) -> None:
    told = understood(f'Nation,Host,"{heading}"\nUS,Estonia,10\nUK,Estonia,\n', against)
    assert [(one.line, one.kind) for one in told.problems] == [(2, "thousands")]
    assert [one.low for one in told.entries] == [None, None]


def test_decimals_in_thousands_are_no_coordinates(against: Against) -> None:
    told = understood("Nation,Host,Personal (Tsd.)\nUS,Estonia,1.1\nUK,Estonia,1.9\n", against)
    assert [column.field for column in told.columns] == ["nation", "host", ""]


def test_a_dash_among_years_is_no_row_and_a_word_for_nobody_is_a_proposal(against: Against) -> None:
    told = understood(
        "Nation,Host,2019,2020,2021\nUS,Estonia,100,-,n/a\nUK,Estonia,nil,unknown,300\nItaly,Latvia,–,,\n",
        against,
    )
    assert [(one.line, one.date, one.low, one.high) for one in told.entries] == [
        (2, "2019", 100, 100), (3, "2019", 0, 0), (3, "2020", None, None), (3, "2021", 300, 300),
    ]  # fmt: skip
    assert marks(told) == [(3, "nil", "a word for zero"), (3, "unknown", "no figure stated")]
    assert [(line.number, line.kind) for line in told.table.lines] == [(1, "header"), (4, "empty")]


def test_nobody_in_a_column_of_figures_is_a_proposal_of_0(against: Against) -> None:
    table = "Nation,Host,Troops\nUS,Estonia,none\nUK,Estonia,unknown\nItaly,Latvia,-\n"
    told = understood(table, against)
    assert marks(told) == [(2, "none", "a word for zero")]
    assert [(one.low, one.high) for one in told.entries] == [(0, 0), (None, None), (None, None)]
    bounds = understood("Nation,Host,Minimum,Maximum\nUS,Estonia,100,none\nUK,Estonia,50,60\n", against)
    assert marks(bounds) == [(2, "none", "no figure stated")]
    assert [(one.low, one.high) for one in bounds.entries] == [(100, None), (50, 60)]
