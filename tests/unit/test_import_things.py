"""A figure that may count tanks or aircraft is not taken as persons, and is not lost."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.intake.tables import importing
from eastflank.intake.tables.columns.columns import ColumnMapping
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.importing import Import
from eastflank.intake.tables.rows import equipment
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.store import datasets, parts, tables
from eastflank.store.folder import of
from eastflank.words.chosen import imported_claims
from tests.frozen import FOLDER


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), date(2026, 11, 26))


def understood(heads: str, row: str, against: Against, mapping: ColumnMapping | None = None) -> Import:
    file = opening.opened("made-up.csv", f"Nation,Host,{heads}\nUSA,Poland,{row}\n".encode())
    sheet, _ = importing.chosen(file, None)
    return importing.understood(file, sheet, against, importing.Decisions(mapping=mapping))


@pytest.mark.parametrize(
    ("heads", "row", "thing"),
    [
        ("Equipment,Qty", "M1A2 Abrams,14", "M1A2 Abrams"),
        ("Equipment,Quantity (approx.)", "Rak,14", "Rak"),
        ("Type,Quantity", "Leopard 2A6,14", "Leopard 2A6"),
        ("Unit,Number", "F-16C,14", "F-16C"),
        ("Uzbrojenie,Liczba", "czołgi,14", "czołgi"),
        ("System,Count", "Patriot,14", "Patriot"),
    ],
)
def test_a_figure_beside_equipment_is_a_proposal_without_persons(
    heads: str, row: str, thing: str, against: Against
) -> None:
    heading = heads.rpartition(",")[2]
    first = understood(heads, row, against)
    next_month = understood(heads, row, against, first.mapping)
    for told in (first, next_month):
        (entry,), (mark,) = told.entries, told.marks
        assert (entry.outcome, entry.low, entry.high) == ("proposal", None, None)
        assert (mark.kind, mark.column, mark.value) == ("a figure of things", heading, "14")
        assert f"“{thing}”" in mark.said
        assert imported_claims.number_of_things("14", heading, thing) in entry.note


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        ("Unit,Number", "1st Cavalry,600"),
        ("Unit,Quantity", "Patriot battery,600"),
        ("Equipment,Number", "Tank battalion,600"),
        ("Equipment,Troops", "M1A2 Abrams,600"),
        ("Equipment,Quantity,Troops", "M1A2 Abrams,14,600"),
        ("Equipment,Troops,Quantity", "M1A2 Abrams,600,14"),
        ("Remarks,Number", "with 14 tanks,600"),
    ],
)
def test_a_figure_of_a_unit_or_under_a_heading_of_persons_is_of_persons(
    heads: str, row: str, against: Against
) -> None:
    told = understood(heads, row, against)
    assert [(one.outcome, one.low) for one in told.entries] == [("imported", 600)]


@pytest.mark.parametrize(
    "cell", ["CH-47", "AH-64E Apache", "M777", "HIMARS", "T-72M1", "Haubitzen", "avions"]
)
def test_things_are_known_by_their_names(cell: str) -> None:
    assert equipment.is_named(cell)


@pytest.mark.parametrize(
    "cell", ["1-64 AR", "2CR", "KFOR", "Tank company", "BG-1", "Task Force Leopard", "", 7]
)
def test_units_are_no_things(cell: str | int) -> None:
    assert not equipment.is_named(cell)
