"""What the base map does not show stands in the table, the counts and the exports, and never on the map."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pptx import Presentation

from eastflank.checks import places as laws_of_places
from eastflank.intake.tables.target.against import GAZETTEER
from eastflank.model import Dataset, Point
from eastflank.render import geojson, kml
from eastflank.render.products import PRODUCTS
from eastflank.report.headline import headline_of
from eastflank.scene.composition import compose
from eastflank.view.comparison import compare
from eastflank.view.reach import reach_of
from eastflank.view.request import request_of
from eastflank.view.selection import View, view_of
from tests import laws
from tests.briefings import ANCHORS, briefing
from tests.builders import NATIONS, PLACES, claim, dataset, deployment
from tests.frozen import RECORD

pytestmark = pytest.mark.usefixtures("coarse_pictures")

DAY = date(2017, 12, 31)
with (GAZETTEER / "countries.csv").open(encoding="utf-8", newline="") as table:
    WORLD = {row["iso3"]: row for row in csv.DictReader(table) if row["lat"]}
GAO = {"id": "gao", "name": "Gao", "country": "MLI", "lat": 16.27, "lon": -0.04, "precision": "town", "geocoder": "geonames"}  # fmt: skip


def nation(code: str) -> dict[str, Any]:
    row = WORLD[code]
    return {"iso3": code, "iso2": row["iso2"], "name": row["name"], "capital": row["capital"] or row["name"], "capital_lat": float(row["lat"]), "capital_lon": float(row["lon"])}  # fmt: skip


def made(*hosts: dict[str, Any], places: tuple[dict[str, Any], ...] = (GAO,)) -> Dataset:
    """A data set on the shipped base map with a unit for each of these cells of a claim."""
    units = [f"unit-{number}" for number in range(len(hosts))]
    rows = [
        claim(f"C{number}", "2017-06-01", deployment=unit, status="deployed", troops_low=10, troops_high=10, counts="whole", lead="CAN") | cells
        for number, (unit, cells) in enumerate(zip(units, hosts, strict=True))
    ]  # fmt: skip
    codes = {
        code
        for cells in rows
        for name in ("host", "lead")
        for code in (cells.get(name) or "").split(";")
        if code
    }
    codes |= {place["country"] for place in places if place.get("country")}
    known = {row["iso3"] for row in NATIONS}
    small = dataset(
        *rows,
        deployments=[deployment(unit) for unit in units],
        memberships=[],
        places=[*PLACES, *places],
        nations=sorted([*NATIONS, *map(nation, codes - known)], key=lambda row: str(row["iso3"])),
    )  # fmt: skip
    return replace(small, label_points=ANCHORS, base_map=RECORD.base_map, theatre=RECORD.theatre)


def shown(data: Dataset, query: str = "") -> View:
    request = request_of({key: [value] for key, _, value in [query.partition("=")] if key}, data)
    return view_of(data, request.filters, DAY)


def not_drawn(data: Dataset) -> dict[str, str]:
    return {item.id: item.reason for item in shown(data).not_drawn}


MIXED = made({"host": "LVA"}, {"host": "MLI", "place": "gao"}, {"host": "KOR"}, {"host": "MLI"})


def test_what_is_outside_is_named_with_its_country_and_has_no_mark() -> None:
    assert not_drawn(MIXED) == {
        "unit-1": "Outside this map: in Mali.",
        "unit-2": "Outside this map: in South Korea.",
        "unit-3": "Outside this map: in Mali.",
    }
    scene = compose(shown(MIXED), MIXED, ANCHORS)
    assert [(mark.id, mark.at) for mark in scene.marks] == [("unit-0", ANCHORS["LVA"])]
    assert [area.iso3 for area in scene.areas] == ["LVA"]
    assert [arc.deployment for arc in scene.arcs] == ["unit-0"]
    assert shown(MIXED).outside == {"unit-1", "unit-2", "unit-3"}


def test_the_map_opens_as_without_what_is_outside() -> None:
    for query in ("", "nation=CAN"):
        with_all, alone = (
            compose(shown(data, query), data, ANCHORS) for data in (MIXED, made({"host": "LVA"}))
        )
        assert (with_all.opening, with_all.whole) == (alone.opening, alone.whole)
    nothing = compose(shown(MIXED, "host=MLI"), MIXED, ANCHORS)
    assert nothing.marks == () and nothing.opening == nothing.whole


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "One national deployment; three more outside this map"),
        ("host=LVA", "One national deployment in Latvia"),
        ("host=MLI", "In Mali: two national deployments, outside this map"),
        ("nation=CAN", "Involving Canada: one national deployment; three more outside this map"),
    ],
)
def test_a_title_counts_what_is_outside_apart(query: str, title: str) -> None:
    view = shown(MIXED, query)
    assert view.subject == title
    assert any(note.startswith("outside this map: ") for note in view.notes) == bool(view.outside)


def test_beside_the_title_stand_three_countries_and_how_many_units_are_elsewhere() -> None:
    assert shown(MIXED).notes[0] == "outside this map: two in Mali and one in South Korea"
    many = made(*({"host": code} for code in ("KOR", "JPN", "DJI", "MLI", "MLI")))
    assert (
        shown(many).notes[0]
        == "outside this map: two in Mali, one in Djibouti, one in Japan and one elsewhere"
    )


def test_totals_count_what_is_outside_and_say_how_many_it_is() -> None:
    found = briefing("asof=2017-12-31", MIXED)
    assert found.totals == ("40 persons in four national deployments (three outside this map)",)
    alone = briefing("asof=2017-12-31&host=MLI", MIXED)
    assert alone.totals == ("20 persons in two national deployments (outside this map)",)
    told = headline_of(alone.view, MIXED, alone.title)
    assert told == "Mali: 20 in two national deployments (outside this map)"
    planned = made({"host": "MLI", "status": "decided"}, {"host": "LVA", "status": "decided"})
    assert headline_of(shown(planned, "nation=CAN"), planned, "").endswith("(one outside this map)")
    assert headline_of(shown(planned, "host=MLI"), planned, "") == (
        "Mali: one national deployment decided, planned: 10, outside this map"
    )
    both = made({"host": "MLI", "status": "decided"}, {"host": "MLI"}, {"host": "LVA"})
    assert headline_of(shown(both, "host=MLI"), both, "").endswith("of what is planned, one outside this map")


def test_units_of_which_nothing_is_reported_any_more_are_told_apart_too() -> None:
    data = made({"host": "LVA", "said_on": "2015-01-01"}, {"host": "KOR", "said_on": "2015-01-01"})
    assert view_of(data, day=DAY).subject == (
        "Two national deployments not reported for two years, one of them outside this map"
    )
    alone = made({"host": "KOR", "said_on": "2015-01-01"})
    assert view_of(alone, day=DAY).subject == (
        "One national deployment not reported for two years, outside this map"
    )


def test_a_set_over_hosts_on_the_map_and_outside_is_tied_to_those_on_the_map() -> None:
    data = made({"host": "LVA;KOR"})
    (mark,) = compose(shown(data), data, ANCHORS).marks
    assert (mark.anchor, mark.ties, mark.hosts) == ("set", (ANCHORS["LVA"],), ("LVA",))
    assert "in Latvia and South Korea (outside this map)" in mark.lines
    assert shown(data).subject == "One national deployment"


def test_a_far_place_in_a_country_of_the_map_is_outside_and_does_not_widen_the_map() -> None:
    far = {"id": "far", "name": "Vladivostok", "country": "RUS", "lat": 43.1, "lon": 131.9, "precision": "town", "geocoder": "geonames"}  # fmt: skip
    gulf = {"id": "gulf", "name": "Gulf of Aden", "lat": 12.0, "lon": 47.0, "precision": "sea", "geocoder": "curated"}  # fmt: skip
    data = made(
        {"host": "RUS", "place": "far"},
        {"place": "gulf"},
        {"host": "RUS"},
        {"place": "sea"},
        places=(far, gulf),
    )
    assert not_drawn(data) == {
        "unit-0": "Outside this map: at “Vladivostok”.",
        "unit-1": "Outside this map: at “Gulf of Aden”.",
    }
    scene = compose(shown(data), data, ANCHORS)
    assert scene.whole == data.theatre.opening
    assert [mark.id for mark in scene.marks] == ["unit-2", "unit-3"]


def test_a_sum_of_a_country_outside_is_listed_and_not_noted_on_the_map() -> None:
    data = made({"host": "JPN"})
    data = replace(data, deployments=data.deployments.assign(sort="statistic"))
    assert list(not_drawn(data).values()) == ["Outside this map: in Japan."]
    assert compose(shown(data), data, ANCHORS).statistics == ()


def test_leads_from_outside_the_map_have_their_arcs() -> None:
    data = made(
        {"host": "LVA", "lead": "KOR"}, {"host": "LVA", "lead": "AUS"}, {"host": "LVA", "lead": "NZL"}
    )
    assert not not_drawn(data)
    assert {arc.lead for arc in compose(shown(data), data, ANCHORS).arcs} == {"KOR", "AUS", "NZL"}


def test_what_comes_from_outside_or_goes_there_is_a_change_and_at_most_one_ghost() -> None:
    moved = made(
        {"host": "LVA"},
        {"host": "KOR", "deployment": "unit-0", "said_on": "2017-09-01"},
    )
    earlier, later = view_of(moved, day=date(2017, 7, 1)), view_of(moved, day=DAY)
    scene = compose(later, moved, ANCHORS, "", compare(later, earlier, moved))
    assert (scene.marks, [ghost.id for ghost in scene.ghosts]) == ((), ["unit-0"])
    back = compose(earlier, moved, ANCHORS, "", compare(earlier, later, moved))
    assert ([mark.id for mark in back.marks], back.ghosts) == (["unit-0"], ())


def test_files_for_map_programs_have_the_place_or_the_country_of_what_is_outside() -> None:
    found = json.loads(geojson.write(briefing("asof=2017-12-31", MIXED), None))
    kinds = [(one["geometry"] or {"type": None})["type"] for one in found["features"]]
    assert [kind in ("Polygon", "MultiPolygon") for kind in kinds] == [True, False, True, True]
    assert found["features"][1]["geometry"]["coordinates"] == [-0.04, 16.27]
    assert [one["properties"]["not_drawn"] for one in found["features"]][1] == "Outside this map: in Mali."
    assert b"-0.04,16.27" in kml.write(briefing("asof=2017-12-31", MIXED), None)


@pytest.mark.parametrize("product", [one for one in PRODUCTS if one.format in ("csv", "html", "svg", "geojson", "kml")], ids=lambda one: one.format)  # fmt: skip
def test_each_product_names_what_is_outside(product: Any) -> None:
    content = product.write(briefing("asof=2017-12-31", MIXED), None).decode("utf-8-sig")
    assert "utside this map" in content
    if product.format != "svg":
        assert all(f"unit-{number}" in content for number in range(4))


def test_there_is_one_finding_for_each_country_outside_and_none_without_a_base_map() -> None:
    found = [(one.key, one.column) for one in laws_of_places.every_host_is_on_the_map(MIXED)]
    assert found == [("KOR", "iso3"), ("MLI", "iso3")]
    assert not [*laws_of_places.every_host_is_on_the_map(replace(MIXED, label_points={}))]


def test_without_a_base_map_everything_is_shown() -> None:
    reach = reach_of(replace(MIXED, label_points={}))
    assert reach.shows("KOR") and reach.box is None
    assert not reach_of(MIXED).shows("KOR") and reach_of(MIXED).shows("IRQ")


def holds(*hosts: dict[str, Any]) -> None:
    """Each unit is drawn or listed; the table, the GeoJSON and the KML have each of them."""
    data = made(*hosts)
    found = briefing("asof=2017-12-31", data)
    scene = compose(found.view, data, data.label_points)
    assert [*laws.what_counts_is_on_the_map_or_listed(found.view, data, ANCHORS)] == []
    assert [*laws.the_table_holds_every_deployment(found)] == []
    assert len(json.loads(geojson.write(found, None))["features"]) == len(hosts)
    (south, west), (north, east) = scene.whole
    assert all(mark.anchor != "place" or (south <= mark.at.lat <= north and west <= mark.at.lon <= east) for mark in scene.marks)  # fmt: skip
    assert kml.write(found, None)


COUNTRIES = st.sampled_from(sorted(WORLD))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(COUNTRIES, min_size=1, max_size=3, unique=True), min_size=1, max_size=4), COUNTRIES)
def test_a_unit_in_any_country_is_drawn_or_listed(hosts: list[list[str]], lead: str) -> None:
    holds(*({"host": ";".join(sorted(codes)), "lead": lead} for codes in hosts))


@pytest.mark.soak
@pytest.mark.parametrize("code", sorted(WORLD))
def test_a_unit_in_every_country_is_drawn_or_listed(code: str) -> None:
    holds({"host": code}, {"host": f"LVA;{code}" if code != "LVA" else code}, {"host": "LVA", "lead": code})


def test_a_point_without_a_position_is_not_taken_as_far_away() -> None:
    place = reach_of(MIXED)
    assert place.has(MIXED.places_by_id["phrase"])
    assert not place.has(MIXED.places_by_id["gao"])
    assert Point(57.07, 24.34) == MIXED.places_by_id["adazi"].at and place.has(MIXED.places_by_id["adazi"])


def read(form: str, content: bytes) -> str:
    """All that a product of this format says, in one text."""
    stream = io.BytesIO(content)
    match form:
        case "pptx":
            shapes = [shape for slide in Presentation(stream).slides for shape in slide.shapes]
            tables = [shape.table for shape in shapes if shape.has_table]
            cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
            return "\n".join([*(shape.text_frame.text for shape in shapes if shape.has_text_frame), *cells])
        case "docx":
            memo = Document(stream)
            cells = [cell.text for table in memo.tables for row in table.rows for cell in row.cells]
            return "\n".join([*(one.text for one in memo.paragraphs), *cells])
        case "xlsx":
            sheets = load_workbook(stream, read_only=True)
            return "\n".join(
                str(cell)
                for sheet in sheets
                for row in sheet.iter_rows(values_only=True)
                for cell in row
                if cell
            )
    with zipfile.ZipFile(stream) as files:
        names = [name for name in files.namelist() if name.endswith((".csv", ".md"))]
        return "\n".join(files.read(name).decode("utf-8-sig") for name in names)


@pytest.mark.parametrize("form", ["pptx", "docx", "xlsx", "zip"])
def test_office_files_and_the_bundle_name_what_is_outside_and_count_it_apart(form: str) -> None:
    (product,) = [one for one in PRODUCTS if one.format == form]
    told = read(form, product.write(briefing("asof=2017-12-31", MIXED), None))
    assert "One national deployment; three more outside this map" in told
    assert "utside this map: two in Mali and one in South Korea" in told
    assert all(f"The unit-{number}" in told for number in range(4))
    if form != "pptx":  # the table of slides has no reasons
        assert "Outside this map: in South Korea." in told
