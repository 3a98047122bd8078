"""A word for a kind of unit is not a name: units of several nations have it, also at one place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from eastflank.commands import import_table
from eastflank.intake.tables.rows import kinds_of_unit
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.store import tables
from tests.frozen import RECORD
from tests.unit.test_rows_found_again import Tracker, told

HEADS = "Nation,Lead,Host,Unit,Troops,From"
FRANCE = "France,,Estonia,Company,500,2026-01-01"
FINLAND = "Finland,,Estonia,Company,110,2026-05-01"


@pytest.fixture(scope="module")
def known() -> Against:
    return against_dataset(RECORD, date(2026, 11, 26))


@pytest.fixture
def months(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, known: Against
) -> Tracker:
    monkeypatch.setattr(import_table, "against_dataset", lambda dataset, _: replace(known, dataset=dataset))
    return Tracker(tmp_path, capsys)


def figures(months: Tracker) -> dict[str, set[tuple[str, str, str]]]:
    """By name of a deployment the figures, what they count, and who leads."""
    names = tables.read(months.to).deployment_names
    found: dict[str, set[tuple[str, str, str]]] = {}
    for claim in months.claims():
        stated = claim["troops_low"], claim["counts"], "" if claim["lead"] == "nan" else claim["lead"]
        found.setdefault(names[claim["deployment"]], set()).add(stated)
    return found


@pytest.mark.parametrize(
    "name",
    [
        "Battalion",
        "COMPANY",
        "battle group",
        "Battlegroup",
        "Patriot battery",
        "2 companies",
        "Fighter detachment",
        "F-16 detachment",
        "Air defence",
        "Рота",
        "two squadrons",
        "Infantry Bn",
        "mech coy",
        "inf coy",
        "Mech. Inf. Coy.",
        "mech.inf.coy",
        "Armd Sqn",
        "arty bty",
        "engr bn",
        "recce pl",
        "log det",
        "med tm",
        "sig sqn",
        "AD bty",
        "A.D. bty",
        "GBAD regt",
        "MRLS btry",
        "avn bde",
        "abn BG",
        "tank tp",
        "light cavalry sqn",
        "sub-tactical group",
        "SAMP/T battery",
        "HQ coy",
        "coy (+)",
        "2 coys",
        "2x mech coy",
        "3 BGs",
        "dets",
        "F-35s",
        "coy-sized BG",
        "inf coy with AD det",
    ],
)
def test_a_kind_of_unit_is_no_name(name: str) -> None:
    assert kinds_of_unit.is_kind(name)


@pytest.mark.parametrize(
    "name",
    [
        "7 Brigade",
        "3rd Battalion",
        "eFP battle group",
        "HQ",
        "Multinational Division North",
        "Task Force Orion",
        "Company A-3",
        "Brigade Lithuania",
        "12",
        "",
        "2",
        "of",
        "Enhanced Forward Presence",
        "2 Mech Bn",
        "101st Abn Bde",
        "eFP BG Latvia",
        "Brigade HQ",
        "Canadian brigade HQ",
        "Multinational BG",
        "Task Force 16",
        "Camp Guard",
        "mech coy and",
    ],
)
def test_a_name_is_no_kind_of_unit(name: str) -> None:
    assert not kinds_of_unit.is_kind(name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Battle Group", "Danish battle group"),
        ("BATTALION", "Danish battalion"),
        ("2 companies", "2 Danish companies"),
        ("F-16 detachment", "Danish F-16 detachment"),
        ("EOD team", "Danish EOD team"),
        ("Patriot battery", "Danish Patriot battery"),
        ("Mech coy", "Danish mech coy"),
        ("GBAD bty", "Danish GBAD bty"),
        ("SHORAD bty", "Danish SHORAD bty"),
        ("2x coys", "2 Danish coys"),
    ],
)
def test_a_kind_of_unit_is_named_by_its_nation(name: str, said: str) -> None:
    assert kinds_of_unit.in_a_sentence(name, "Danish") == said


def test_each_nation_has_its_own_unit_of_a_kind_and_nothing_has_to_be_assumed(months: Tracker) -> None:
    months.imports(FRANCE, FINLAND, heads=HEADS, accepting=False)
    assert figures(months) == {
        "French company in Estonia": {("500", "whole", "FRA")},
        "Finnish company in Estonia": {("110", "whole", "FIN")},
    }


def test_units_of_two_nations_with_one_short_word_at_one_place_have_their_own_strengths(
    months: Tracker,
) -> None:
    rows = (
        "Netherlands,,Lithuania,mech coy,Rukla,270,2017-02",
        "Norway,,Lithuania,mech coy,Rukla,150,2017-02",
    )
    heads = "Nation,Lead,Host,Unit,Base,Troops,From"
    months.imports(*rows, heads=heads, accepting=False)
    assert figures(months) == {
        "Dutch mech coy, Rukla": {("270", "whole", "NLD")},
        "Norwegian mech coy, Rukla": {("150", "whole", "NOR")},
    }
    assert told(months.imports(*reversed(rows), heads=heads, accepting=False)) == [0, 0, 2, 0]


def test_another_nation_in_next_months_file_is_not_put_into_the_unit_of_the_first(months: Tracker) -> None:
    months.imports(FRANCE, heads=HEADS, accepting=False)
    said = months.imports(FRANCE, FINLAND, heads=HEADS, accepting=False)
    assert told(said) == [1, 0, 1, 0]
    assert len(figures(months)) == 2
    assert told(months.imports(FINLAND, FRANCE, heads=HEADS, accepting=False)) == [0, 0, 2, 0]


def test_where_a_lead_is_named_the_others_are_contingents_of_its_unit(months: Tracker) -> None:
    part = "Finland,France,Estonia,Company,110,2026-05-01"
    months.imports(FRANCE, part, heads=HEADS, accepting=False)
    assert figures(months) == {
        "French company in Estonia": {("500", "contingent", ""), ("110", "contingent", "FRA")}
    }


def test_a_part_of_a_unit_that_another_nation_leads_is_never_the_whole(months: Tracker) -> None:
    months.imports("Finland,France,Estonia,Company,110,2026-05-01", heads=HEADS, accepting=False)
    assert figures(months) == {"French company in Estonia": {("110", "contingent", "FRA")}}


def test_what_an_older_version_named_by_its_kind_is_found_again(
    months: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(kinds_of_unit, "is_kind", lambda _: False)
        months.imports(FRANCE, heads=HEADS)
    assert set(figures(months)) == {"Company"}
    assert told(months.imports(FRANCE, FINLAND, heads=HEADS)) == [1, 0, 1, 0]
    assert set(figures(months)) == {"Company", "Finnish company in Estonia"}


def test_two_nations_that_an_older_version_put_into_one_unit_are_told_apart(
    months: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(kinds_of_unit, "is_kind", lambda _: False)
        months.imports(FRANCE, FINLAND, heads=HEADS)
    assert set(figures(months)) == {"Company"}
    assert told(months.imports(FRANCE, FINLAND, heads=HEADS)) == [0, 0, 0, 0, 2]  # read otherwise
    assert set(figures(months)) == {"French company in Estonia", "Finnish company in Estonia"}


def test_rows_of_one_named_unit_at_two_spellings_of_its_place_are_its_contingents(months: Tracker) -> None:
    rows = [f"{nation},,Estonia,Camp Guard,{place},9,2026-05-01" for nation, place in
            (("France", "Tapa"), ("Finland", "Tapa Army Base"))]  # fmt: skip
    months.imports(*rows, heads="Nation,Lead,Host,Unit,Base,Troops,From")
    assert figures(months) == {"Camp Guard": {("9", "contingent", "")}}


def test_a_kind_of_unit_is_found_again_when_its_place_is_written_in_another_way(months: Tracker) -> None:
    heads = "Nation,Lead,Host,Unit,Base,Troops,Date"
    for month, place in enumerate(("Cincu", "Cincu training area", "Cincu"), 1):
        rows = [f"{nation},,Romania,mech coy,{place},9,2026-0{month}" for nation in ("France", "Finland")]
        months.imports(*rows, heads=heads)
    assert set(figures(months)) == {"French mech coy, Cincu", "Finnish mech coy, Cincu"}
