"""One name at several places of a country is a unit at each of them, if they are of different nations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from eastflank.commands import import_table
from eastflank.intake.tables.agreement import places_apart
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.store import edits, tables
from eastflank.words.chosen import rows_of_tables
from tests.frozen import RECORD
from tests.unit.test_rows_found_again import Tracker, told, with_an_undo_step

pytestmark = pytest.mark.usefixtures("read_once")

HEADS = "Nation,Lead,Host,Unit,Base,Troops,Date"
CINCU = "Belgium,,Romania,Camp Guard,Cincu,200,2024-05"
CARACAL = "Portugal,,Romania,Camp Guard,Caracal,220,2024-05"
BOTH = {("ROU", "Cincu", "200", "whole"), ("ROU", "Caracal", "220", "whole")}


@pytest.fixture(scope="module")
def known() -> Against:
    return against_dataset(RECORD, date(2026, 11, 26))


@pytest.fixture
def months(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, known: Against
) -> Tracker:
    monkeypatch.setattr(import_table, "against_dataset", lambda dataset, _: replace(known, dataset=dataset))
    with_undo = SimpleNamespace(**{**vars(edits), "make": with_an_undo_step})
    monkeypatch.setattr(import_table, "edits", with_undo)
    return Tracker(tmp_path, capsys)


def units(months: Tracker) -> dict[str, set[tuple[str, str, str, str]]]:
    """By deployment the host, the words for the place, the figure and what it counts."""
    queries = dict(zip(*(tables.read(months.to).places[column] for column in ("id", "query")), strict=True))
    found: dict[str, set[tuple[str, str, str, str]]] = {}
    for claim in months.claims():
        place = str(queries.get(claim["place"], ""))
        stated = claim["host"], place, claim["troops_low"], claim["counts"]
        found.setdefault(claim["deployment"], set()).add(stated)
    return found


def one_unit(months: Tracker, rows: Sequence[str]) -> None:
    """The rows are one unit, and nothing is assumed about its name."""
    said = months.imports(*rows, heads=HEADS, accepting=True)
    assert rows_of_tables.KINDS["one name in a country"] not in said
    assert len(units(months)) == 1


def test_different_nations_at_two_places_have_a_unit_each_and_a_mark_says_so(months: Tracker) -> None:
    said = months.imports(CINCU, CARACAL, heads=HEADS, accepting=False)
    assert not months.to.exists()
    assert rows_of_tables.KINDS["one name in a country"] in said and "is at Caracal too" in said
    months.imports(CINCU, CARACAL, heads=HEADS)
    assert units(months) == {
        "camp-guard-cincu": {("ROU", "Cincu", "200", "whole")},
        "camp-guard-caracal": {("ROU", "Caracal", "220", "whole")},
    }
    assert all("(one name in a country, “Camp Guard”)" in claim["note"] for claim in months.claims())


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([CINCU, CARACAL.replace("Caracal", "Cincu")], id="at one place"),
        pytest.param([CINCU.replace("Cincu", ""), CARACAL.replace("Caracal", "")], id="without a place"),
        pytest.param([CINCU, CARACAL.replace("Caracal", "")], id="one without a place"),
        pytest.param([CINCU, CARACAL.replace("Portugal", "Belgium")], id="of one nation"),
        pytest.param([CINCU, CARACAL.replace("Portugal,", "Portugal,Belgium")], id="under one lead"),
        pytest.param(
            [CINCU, CARACAL.replace("Caracal", "Cincu")]
            + [row.replace("2024", "2025").replace("Cincu", "Caracal") for row in (CINCU, CARACAL)],
            id="moved together",
        ),
    ],
)
def test_what_can_be_one_unit_is_one(months: Tracker, rows: list[str]) -> None:
    one_unit(months, rows)


def test_nations_that_were_never_at_one_place_have_a_unit_each_whenever_they_were_there(
    months: Tracker,
) -> None:
    months.imports(CINCU, CARACAL.replace("2024", "2022"), heads=HEADS)
    assert len(units(months)) == 2


def test_contingents_at_one_place_are_one_unit_beside_that_at_another_place(months: Tracker) -> None:
    lead = "France,,Romania,Camp Guard,Cincu,500,2024-05"
    silent = "Belgium,,Romania,Camp Guard,,30,2024-06"
    months.imports(CINCU, lead, CARACAL, silent, heads=HEADS)
    assert units(months) == {
        "camp-guard-cincu": {
            ("ROU", "Cincu", "200", "contingent"),
            ("ROU", "Cincu", "500", "contingent"),
            ("ROU", "", "30", "contingent"),
        },
        "camp-guard-caracal": {("ROU", "Caracal", "220", "whole")},
    }


@pytest.mark.parametrize("rows", [[CINCU], [CARACAL], [CARACAL, CINCU]], ids=["one", "other", "both"])
def test_next_month_each_row_finds_the_unit_at_its_place_and_nothing_is_asked(
    months: Tracker, rows: list[str]
) -> None:
    months.imports(CINCU, CARACAL, heads=HEADS)
    before = set(units(months))
    same = months.imports(*rows, heads=HEADS, accepting=False)
    assert told(same) == [0, 0, len(rows), 2 - len(rows)]
    later = [row.replace("2024-05", "2024-06") for row in rows]
    said = months.imports(*later, heads=HEADS, accepting=False)
    assert rows_of_tables.KINDS["one name in a country"] not in said
    assert told(said) == [0, 0, len(rows), 0, 2 - len(rows)]
    assert set(units(months)) == before


def test_another_nation_elsewhere_in_next_months_file_is_not_put_into_the_unit_of_the_first(
    months: Tracker,
) -> None:
    months.imports(CINCU, heads=HEADS, accepting=False)
    assert set(units(months)) == {"camp-guard"}
    for rows in ([CARACAL], [CINCU, CARACAL], [CARACAL]):
        months.imports(*rows, heads=HEADS)
        assert units(months) == {
            "camp-guard": {("ROU", "Cincu", "200", "whole")},
            "camp-guard-caracal": {("ROU", "Caracal", "220", "whole")},
        }


def test_an_import_that_was_undone_finds_its_units_again(months: Tracker) -> None:
    other = "Belgium,,Romania,Depot,Cincu,7,2024-05"
    months.imports(other, heads=HEADS)
    months.imports(other, CINCU, CARACAL, heads=HEADS)
    before = units(months)
    months.undoes()
    assert set(units(months)) == {"depot"}
    assert told(months.imports(other, CINCU, CARACAL, heads=HEADS)) == [2, 0, 1, 0]
    assert units(months) == before


def test_two_units_that_an_older_version_made_one_are_told_apart(
    months: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(places_apart, "told_apart", lambda entries, *_: tuple(entries))
        months.imports(CINCU, CARACAL, heads=HEADS)
    assert set(units(months)) == {"camp-guard"}
    assert told(months.imports(CINCU, CARACAL, heads=HEADS, accepting=False)) == [0, 0, 0, 0]
    months.imports(CINCU, CARACAL, heads=HEADS)
    assert set().union(*units(months).values()) == BOTH and len(units(months)) == 2
    assert told(months.imports(CARACAL, CINCU, heads=HEADS, accepting=False)) == [0, 0, 2, 0]


def test_a_name_at_two_places_of_one_country_and_in_another_country_is_three_units(months: Tracker) -> None:
    third = "Italy,,Bulgaria,Camp Guard,Novo Selo,740,2024-05"
    rows = CINCU, CARACAL, third
    months.imports(*rows, heads=HEADS)
    assert set(units(months)) == {"camp-guard-bgr", "camp-guard-rou-cincu", "camp-guard-rou-caracal"}
    assert told(months.imports(*reversed(rows), heads=HEADS, accepting=False)) == [0, 0, 3, 0]


def test_places_that_only_coordinates_name_are_two_places(months: Tracker) -> None:
    rows = [
        f"{nation},Romania,Camp Guard,{where},9,2024-05"
        for nation, where in (("Belgium", "46.1,24.8"), ("Portugal", "44.1,24.4"))
    ]
    heads = "Nation,Host,Unit,Latitude,Longitude,Troops,Date"
    months.imports(*rows, heads=heads)
    assert len(units(months)) == 2
    assert told(months.imports(*rows, heads=heads, accepting=False)) == [0, 0, 2, 0]


SHARED = [CINCU, CINCU.replace("Belgium", "France"), CARACAL.replace("Portugal", "Belgium")]


def test_a_nation_that_is_at_the_place_of_others_too_has_a_unit_of_its_own_elsewhere(months: Tracker) -> None:
    months.imports(*SHARED, heads=HEADS)
    before = set(units(months))
    assert before == {"camp-guard-cincu", "camp-guard-caracal"}
    assert told(months.imports(SHARED[2], heads=HEADS, accepting=False)) == [0, 0, 1, 2]
    assert set(units(months)) == before


def test_a_nation_that_is_elsewhere_while_others_are_at_the_known_place_has_a_unit_there(
    months: Tracker,
) -> None:
    months.imports(*SHARED[:2], heads=HEADS)
    assert set(units(months)) == {"camp-guard"}
    months.imports(SHARED[2], heads=HEADS)
    assert set(units(months)) == {"camp-guard", "camp-guard-caracal"}
