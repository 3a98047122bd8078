"""The base map follows the README.md in its folder: which land belongs to whom, and where names may be."""

import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely import Point
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

FOLDER = Path(__file__).parents[2] / "data" / "basemap"
FILES = ["countries.json", "disputed.json", "labels.json", "lakes.json"]


def _content(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def _shapes(name: str, key: str) -> dict[str, BaseGeometry]:
    features = _content(name)["features"]
    shapes = {feature["properties"][key]: shape(feature["geometry"]) for feature in features}
    assert len(shapes) == len(features)
    return shapes


COUNTRIES = _shapes("countries.json", "iso3")
DISPUTED = _shapes("disputed.json", "name")
LABELS = _content("labels.json")
CODES = list(COUNTRIES)
TREE = shapely.STRtree([COUNTRIES[iso3] for iso3 in CODES])


def _owners(lon: float, lat: float) -> list[str]:
    return [CODES[i] for i in TREE.query(Point(lon, lat), predicate="within").tolist()]


@pytest.mark.parametrize(
    ("place", "lon", "lat", "iso3"),
    [
        ("Simferopol", 34.1, 44.95, "UKR"),
        ("Sevastopol", 33.53, 44.6, "UKR"),
        ("Kerch", 36.45, 45.35, "UKR"),
        ("the Perekop isthmus", 33.69, 46.13, "UKR"),
        ("Donetsk", 37.8, 48.0, "UKR"),
        ("Kaliningrad", 20.5, 54.7, "RUS"),
        ("Anapa", 37.4, 44.95, "RUS"),
        ("Pristina", 21.16, 42.66, "XKX"),
        ("northern Nicosia", 33.36, 35.25, "CYP"),
        ("Sukhumi", 41.0, 43.05, "GEO"),
        ("Abkhazia", 41.0, 43.0, "GEO"),
        ("Tskhinvali", 43.97, 42.22, "GEO"),
        ("Tiraspol", 29.63, 46.84, "MDA"),
        ("the Golan Heights", 35.78, 33.0, "SYR"),
        ("Mariehamn", 19.95, 60.15, "FIN"),
        ("Kuressaare", 22.5, 58.28, "EST"),
    ],
)
def test_a_place_lies_in_the_state_the_general_assembly_recognises(
    place: str, lon: float, lat: float, iso3: str
) -> None:
    assert _owners(lon, lat) == [iso3], place


def test_no_seam_divides_crimea_from_ukraine() -> None:
    crimea_and_kherson = shapely.LineString([(34.1, 45.3), (33.69, 46.13), (33.5, 46.8)])
    mainland = max(shapely.get_parts(COUNTRIES["UKR"]), key=lambda part: part.area)
    assert mainland.contains(crimea_and_kherson)


@pytest.mark.parametrize(
    ("area", "iso3"),
    [
        ("Crimea", "UKR"),
        ("Donbas", "UKR"),
        ("Transnistria", "MDA"),
        ("Abkhazia", "GEO"),
        ("South Ossetia", "GEO"),
        ("Northern Cyprus", "CYP"),
    ],
)
def test_a_hatched_area_is_part_of_its_recognised_state(area: str, iso3: str) -> None:
    stated = {
        row["properties"]["name"]: row["properties"]["iso3"] for row in _content("disputed.json")["features"]
    }
    assert stated[area] == iso3
    assert DISPUTED[area].difference(COUNTRIES[iso3]).area < 0.001 * DISPUTED[area].area


def test_every_shape_is_valid() -> None:
    shapes = {**COUNTRIES, **DISPUTED}
    lakes = {str(i): shape(row["geometry"]) for i, row in enumerate(_content("lakes.json")["features"])}
    assert [
        name for name, outline in {**shapes, **lakes}.items() if not outline.is_valid or outline.is_empty
    ] == []


def test_no_two_countries_share_land() -> None:
    outlines = TREE.geometries.tolist()
    one, other = TREE.query(outlines, predicate="intersects")
    shared = {
        (CODES[i], CODES[j]): outlines[i].intersection(outlines[j]).area
        for i, j in zip(one.tolist(), other.tolist(), strict=True)
        if i < j
    }
    assert {pair: area for pair, area in shared.items() if area > 1e-6} == {}


@pytest.mark.parametrize("iso3", ["AUT", "BLR", "CZE", "HUN", "LUX", "MDA", "MKD", "SRB", "SVK", "XKX"])
def test_no_gap_divides_a_landlocked_country_from_its_neighbours(iso3: str) -> None:
    around = COUNTRIES[iso3].envelope
    others = [outline for code, outline in COUNTRIES.items() if code != iso3 and outline.intersects(around)]
    assert COUNTRIES[iso3].boundary.difference(shapely.union_all(others).buffer(1e-6)).length < 0.001


def test_the_browser_fetches_little() -> None:
    assert len(gzip.compress((FOLDER / "countries.json").read_bytes(), mtime=0)) < 200_000
    assert sum(len(gzip.compress((FOLDER / name).read_bytes(), mtime=0)) for name in FILES) < 250_000


def test_names_of_countries_and_parts_stand_inside_them() -> None:
    outside = [
        (row["name"], point)
        for row in [*LABELS["countries"], *LABELS["parts"]]
        for point in row["points"]
        if row["iso3"] not in _owners(point[1], point[0])
    ]
    assert outside == []


def test_names_of_seas_stand_in_the_water() -> None:
    ashore = [
        (row["name"], point)
        for row in LABELS["seas"]
        for point in row["points"]
        if _owners(point[1], point[0])
    ]
    assert ashore == []


def test_every_name_has_somewhere_to_stand_and_a_rank() -> None:
    named = [*LABELS["countries"], *LABELS["parts"], *LABELS["seas"]]
    assert [row["name"] for row in named if not 1 <= len(row["points"]) <= 12] == []
    assert {row["rank"] for row in [*named, *LABELS["capitals"]]} == {1, 2, 3, 4}


def test_a_capital_lies_in_its_state() -> None:
    assert {
        row["name"]: _owners(row["lon"], row["lat"])
        for row in LABELS["capitals"]
        if _owners(row["lon"], row["lat"]) != [row["iso3"]]
    } == {}


def test_every_member_in_the_region_has_its_capital_and_its_name() -> None:
    members = {
        "ALB", "BEL", "BGR", "HRV", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN", "ISL", "ITA", "LVA",
        "LTU", "LUX", "MNE", "NLD", "MKD", "NOR", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "SWE", "TUR", "GBR",
    }  # fmt: skip
    assert members <= {row["iso3"] for row in LABELS["capitals"]}
    assert members <= {row["iso3"] for row in LABELS["countries"]}


def test_names_are_the_english_ones() -> None:
    names = {
        row["properties"]["iso3"]: row["properties"]["name"] for row in _content("countries.json")["features"]
    }
    expected = {
        "BIH": "Bosnia and Herzegovina", "CZE": "Czechia", "GBR": "United Kingdom", "MDA": "Moldova",
        "MKD": "North Macedonia", "RUS": "Russia", "TUR": "Türkiye", "USA": "United States", "XKX": "Kosovo",
    }  # fmt: skip
    assert {iso3: names[iso3] for iso3 in expected} == expected
    capitals = {row["name"] for row in LABELS["capitals"]}
    assert {"Kyiv", "Chișinău", "Bucharest", "Warsaw", "Copenhagen", "Vilnius"} <= capitals
    assert not {"Kiev", "København", "Jerusalem"} & capitals


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_the_one_that_the_readme_describes(name: str) -> None:
    row = re.search(
        rf"^\| `{re.escape(name)}` .*`([0-9a-f]{{64}})` \|$",
        (FOLDER / "README.md").read_text("utf-8"),
        re.MULTILINE,
    )
    assert row, f"README.md has no checksum for {name}"
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == row[1], (
        f"build {name} again or mend README.md"
    )
