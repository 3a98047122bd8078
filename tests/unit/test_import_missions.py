"""A nation's row in a mission of several nations is about its contingent: it states no lead and no whole."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.intake.tables import importing
from eastflank.intake.tables.cells.missions import MISSIONS
from eastflank.intake.tables.files import opening
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.reading.folding import fold
from eastflank.store import datasets, parts, tables
from eastflank.store.edits import Insert
from eastflank.store.folder import of
from tests.frozen import FOLDER

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    folder = tmp_path_factory.mktemp("blank")
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    return against_dataset(tables.read(folder), TODAY)


def claims(row: str, against: Against) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Lead, what the figure counts, and the contingents of each claim."""
    text = f"Nation,Mission,Host,Troops,Lead\n{row}\n"
    file = opening.opened("made-up.csv", text.encode())
    told = importing.understood(file, importing.chosen(file, None)[0], against)
    found = told.changes(told.taken(proposals=True), against, TableOrigin(file, TODAY, TODAY))
    rows = [(one.table, one.row) for one in found.edits if isinstance(one, Insert)]
    return [
        (
            claim.get("lead", ""),
            claim.get("counts", ""),
            [
                (part["nation"], part["troops_low"])
                for table, part in rows
                if table == "contributions" and part["claim"] == claim["id"]
            ],
        )
        for table, claim in rows
        if table == "claims"
    ]


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("KFOR", "Poland"),
        ("UNIFIL", "Poland"),
        ("EUFOR Althea", "Poland"),
        ("Counter Daesh", "Poland"),
        ("MNC NE Stettin", "Poland"),
        ("EUTM Mali", "Poland"),
        ("EUNAVFOR MED Irini", "Poland"),
        ("Operation Sea Guardian", "Poland"),
        ("MINUSMA", "Poland"),
        ("SNMG 1", "Poland"),
        ("eFP Litauen", "Lithuania"),
        ("eFP", "Lithuania"),
        ("EUTM RCA", "Poland"),
        ("EUTM Somalia", "Poland"),
        ("EUMAM Ukraine", "Poland"),
        ("EUCAP Sahel Mali", "Poland"),
        ("EUFOR RDC", "Poland"),
        ("Brigada Multinacional", "Slovakia"),
        ("Brigada Multinacional Eslovaquia", "Slovakia"),
        ("Multinational Brigade", "Slovakia"),
        ("Multinational Battlegroup Latvia", "Latvia"),
        ("Multinationale Kampfgruppe", "Slovakia"),
        ("Brigade multinationale", "Slovakia"),
        ("Brigata multinazionale", "Slovakia"),
        ("Wielonarodowa Brygada", "Slovakia"),
        ("Mnohonárodní bojová skupina", "Slovakia"),
        ("Brigada multinațională", "Slovakia"),
        ("Многонациональная бригада", "Slovakia"),
    ],
)
def test_a_row_in_a_mission_states_a_contingent_and_no_lead(name: str, host: str, against: Against) -> None:
    assert claims(f"Deutschland,{name},{host},305,", against) == [("", "contingent", [("DEU", "305")])]


@pytest.mark.parametrize(
    "name",
    [
        "KFOR company",
        "eFP battlegroup",
        "eFP BG LTU",
        "Bateria w ramach eFP",
        "Task Force KFOR North",
        "Panzerbrigade 45",
    ],
)
def test_the_name_of_a_unit_in_a_mission_is_that_of_a_unit(name: str, against: Against) -> None:
    assert [each[:2] for each in claims(f"Deutschland,{name},Poland,305,", against)] == [("DEU", "whole")]


def test_a_lead_that_the_table_states_stays(against: Against) -> None:
    assert claims("Germany,KFOR,Poland,305,Italy", against) == [("ITA", "contingent", [("DEU", "305")])]


def test_each_known_mission_has_a_source_and_each_name_stands_once() -> None:
    names = [fold(name) for one in MISSIONS for name in one.names]
    assert len({*names}) == len(names)
    assert all(one.source for one in MISSIONS)
