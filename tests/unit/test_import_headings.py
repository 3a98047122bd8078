"""No heading, and no missing one, makes a row say what it does not say."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import openpyxl
import pytest

from eastflank.intake.tables import importing
from eastflank.intake.tables.columns import columns
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Import
from eastflank.intake.tables.rows import left_out
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.store import datasets, parts, tables
from eastflank.store.folder import of
from eastflank.words.chosen import add_table
from tests.frozen import FOLDER

FIELDS = ("nation", "name", "host", "place", "strength", "status", "starts", "note")
LOWER = ("Nation", "Unit", "Host", "Base", "Personnel", "Status", "Since", "Remarks")
UPPER = ("Who", "", "Where", "", "How many and when", "", "", "")
ROWS = (
    ("Canada", "Tank company", "Latvia", "Adazi", 1500, "deployed", date(2022, 3, 1), "made up"),
    ("Germany", "Patriot battery", "Slovakia", "Sliac", 250, "withdrawn", date(2022, 4, 1), "left in 2023"),
    ("Germany", "Forward command", "Lithuania", "Vilnius", 20, "arriving", date(2024, 4, 8), ""),
)


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), date(2026, 11, 26))


def understood(name: str, content: bytes, against: Against) -> Import:
    file = opening.opened(name, content)
    sheet, _ = importing.chosen(file, None)
    return importing.understood(file, sheet, against)


def workbook(merged: Sequence[str], *rows: Sequence[object]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append([None if cell == "" else cell for cell in row])
    for cells in merged:
        sheet.merge_cells(cells)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def fields(told: Import) -> dict[str, str]:
    return {column.heading: column.field for column in told.columns}


def test_a_merged_row_above_the_headings_changes_nothing_that_the_rows_say(against: Against) -> None:
    plain = understood("a.xlsx", workbook([], LOWER, *ROWS), against)
    merged = understood("a.xlsx", workbook(["A1:B1", "C1:D1", "E1:H1"], UPPER, LOWER, *ROWS), against)
    assert tuple(column.field for column in merged.columns) == FIELDS

    def says(told: Import) -> list[tuple[object, ...]]:
        return [(one.name, one.status, one.starts, one.date, one.note, one.outcome) for one in told.entries]

    assert says(merged) == says(plain)
    assert [one.status for one in merged.entries] == ["deployed", "withdrawn", "arriving"]


@pytest.mark.parametrize(
    ("upper", "lower", "field"),
    [
        ("Tanks", "Number", ""),
        ("Troops", "Number", "strength"),
        ("Bases", "Name", ""),
        ("Planned", "Troops", ""),
        ("Host", "Troops", "strength"),
        ("How many", "Min", "low"),
    ],
)
def test_a_lower_heading_is_read_alone_only_if_it_says_enough(
    upper: str, lower: str, field: str, against: Against
) -> None:
    rows = [("France", "Estonia", "Tapa", "T-72"), ("UK", "Estonia", "Tapa", "T-80")]
    content = workbook(["A1:B1", "D1:E1"], ("Who", "", "At", upper, ""), ("Nation", "Host", "Base", lower, "Rank"),
                       *rows)  # fmt: skip
    told = understood("a.xlsx", content, against)
    assert told.columns[3].field == field


def test_two_columns_with_one_lower_heading_are_not_told_apart_by_their_order(against: Against) -> None:
    rows = [("France", "Estonia", "Bitche", "Tapa", 30), ("France", "Estonia", "Mailly", "Tapa", 40)]
    upper, lower = ("Who", "", "Home", "Now", ""), ("Nation", "Host", "Base", "Base", "Troops")
    told = understood("a.xlsx", workbook(["A1:B1", "D1:E1"], upper, lower, *rows), against)
    assert "place" not in fields(told).values()


def test_statuses_and_units_are_known_by_their_cells_under_any_heading(against: Against) -> None:
    lower = [{"Status": "Lage", "Unit": "Truppe"}.get(heading, heading) for heading in LOWER]
    told = understood("a.xlsx", workbook([], lower, *ROWS), against)
    assert tuple(column.field for column in told.columns) == FIELDS
    assert [column.heading for column in told.columns if column.why == "content"] == ["Truppe", "Lage"]
    assert [one.status for one in told.entries] == ["deployed", "withdrawn", "arriving"]


@pytest.mark.parametrize(
    "heading",
    [
        "Unit / contingent",
        "Unit (type)",
        "Formation/Unit",
        "Element",
        "Contingent",
        "Unit or element",
    ],
)
def test_a_heading_is_known_by_its_parts_and_a_contingent_is_a_unit_where_it_is_no_nation(
    heading: str, against: Against
) -> None:
    for order in (("Nation", heading), (heading, "Nation")):
        rows = [("Canada", "Alpha 7"), ("Spain", "Bravo 9")]
        lines = [",".join((*(row if order[0] == "Nation" else row[::-1]), "Latvia", "5")) for row in rows]
        text = "\n".join([",".join((*order, "Host", "Troops")), *lines])
        told = understood("a.csv", text.encode(), against)
        assert fields(told)[heading] == "name" and fields(told)["Nation"] == "nation"
        assert [one.name for one in told.entries] == ["Alpha 7", "Bravo 9"]


def test_a_contingent_column_of_countries_is_the_nation(against: Against) -> None:
    told = understood("a.csv", b"Contingent,Host,Troops\nCanada,Latvia,5\nSpain,Latvia,6\n", against)
    assert fields(told)["Contingent"] == "nation"


@pytest.mark.parametrize("heading", ["Unit / troops", "Nation / unit", "Unit / colour", "Start / end"])
def test_a_heading_whose_parts_mean_different_things_is_not_guessed(heading: str) -> None:
    assert columns.field_of(heading) == ""


def test_a_column_of_units_that_is_not_imported_is_asked_about_where_no_column_is_the_name(
    against: Against,
) -> None:
    def asked(heading: str, *cells: str) -> tuple[str, str]:
        lines = [f"Canada,{cell},Latvia,5" for cell in cells]
        file = opening.opened("a.csv", "\n".join([f"Nation,{heading},Host,Troops", *lines]).encode())
        layout = importing.laid_out(importing.chosen(file, None)[0], against)
        return left_out.units(layout.columns, layout.samples)

    cells = ("Alpha", "Light Cav squadron", "Bravo", "Charlie")
    assert asked("Colour", *cells) == ("Colour", "Light Cav squadron")
    assert asked("Unit", *cells) == ("", "")
    assert asked("Colour", "red", "green", "blue") == ("", "")
    assert "“Colour”" in add_table.units_left_out("Colour", "Light Cav squadron")
