"""Names from the articles, and of bases, that send a naive geocoder to the wrong place."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping
from pathlib import Path

import pytest
from geopy.distance import geodesic
from geopy.location import Location
from shapely.geometry import Point as Spot
from shapely.geometry.base import BaseGeometry

from eastflank.gazetteer import offline
from eastflank.gazetteer.errors import AmbiguousPlace, NotAPlace
from eastflank.gazetteer.geocoder import PlaceGeocoder, Together
from eastflank.gazetteer.lookup import candidates, offline_geocoders
from eastflank.reading.folding import fold
from eastflank.store import DATA, files, outlines, schema, theatres
from eastflank.store.cells import cells_in
from eastflank.store.columns import values

Trap = Mapping[str, str]
WRONG_KM = 1.5
THEATRE = theatres.read(DATA / "theatre.toml")
COAST_KM = 17.0
"""The base map draws coasts coarsely: a naval base may lie this far from them."""
ISLANDS = {"joint-base-pearl-harbor-hickam", "kadena-air-base", "lajes-field", "snake-island"}
"""On islands that the base map leaves out."""

with Path(__file__).with_name("traps.csv").open(encoding="utf-8", newline="") as table:
    TRAPS: list[Trap] = list(csv.DictReader(table))


def cases(*expected: str) -> pytest.MarkDecorator:
    rows = [trap for trap in TRAPS if not expected or trap["expect"] in expected]
    return pytest.mark.parametrize(
        "trap", rows, ids=[" in ".join(filter(None, (row["query"], row["country"]))) for row in rows]
    )


@pytest.fixture(scope="module")
def geocoders() -> tuple[PlaceGeocoder, ...]:
    places = schema.read(DATA)["places"]
    return offline_geocoders(
        DATA / "gazetteer", values(cells_in(files.content(DATA / places.file), places), places)
    )


@pytest.fixture(scope="module")
def shapes() -> Mapping[str, BaseGeometry]:
    return outlines.read(DATA)


@cases(
    "town",
    "site",
    "capital",
    "air base",
    "training area",
    "barracks",
    "camp",
    "base",
    "country",
    "sea",
    "region",
    "ambiguous",
)
def test_the_right_place_comes_first_and_the_wrong_one_does_not(
    trap: Trap, geocoders: tuple[PlaceGeocoder, ...]
) -> None:
    first, *_ = candidates(trap["query"], trap["country"] or None, geocoders, theatre=THEATRE)
    assert (first.country or "") == trap["answer_country"]
    if trap["lat"]:
        right = float(trap["lat"]), float(trap["lon"])
        assert geodesic(first.point, right).km <= float(trap["within_km"])
    for spot in filter(None, trap["wrong"].split(";")):
        assert geodesic(first.point, tuple(map(float, spot.split()))).km > WRONG_KM


@cases(
    "town",
    "site",
    "capital",
    "air base",
    "training area",
    "barracks",
    "camp",
    "base",
    "country",
    "sea",
    "region",
)
def test_it_is_what_it_is_and_the_only_answer(trap: Trap, geocoders: tuple[PlaceGeocoder, ...]) -> None:
    answer = Together(geocoders).geocode(trap["query"], country=trap["country"] or None)
    assert isinstance(answer, Location) and answer.raw.kind == trap["expect"]


@cases("country")
def test_a_country_is_answered_as_a_country_and_its_label_lies_in_it(
    trap: Trap, geocoders: tuple[PlaceGeocoder, ...], shapes: Mapping[str, BaseGeometry]
) -> None:
    first, *_ = candidates(trap["query"], trap["country"] or None, geocoders, theatre=THEATRE)
    assert first.precision == "country"
    assert shapes[trap["answer_country"]].contains(Spot(first.point.lon, first.point.lat))


@cases("refused")
def test_words_without_a_place_are_refused_with_the_reason(
    trap: Trap, geocoders: tuple[PlaceGeocoder, ...]
) -> None:
    with pytest.raises(NotAPlace) as refusal:
        candidates(trap["query"], None, geocoders, theatre=THEATRE)
    assert len(refusal.value.reason.split()) >= 3
    assert refusal.value.reason in str(refusal.value)


@cases("ambiguous")
def test_a_name_that_names_several_is_not_resolved_silently(
    trap: Trap, geocoders: tuple[PlaceGeocoder, ...]
) -> None:
    with pytest.raises(AmbiguousPlace) as refusal:
        Together(geocoders).geocode(trap["query"], country=trap["country"] or None)
    assert len(refusal.value.choices) > 1
    assert all(choice in str(refusal.value) for choice in refusal.value.choices)


def test_a_capital_says_that_it_often_stands_for_a_government(geocoders: tuple[PlaceGeocoder, ...]) -> None:
    for name in ("Moscow", "Warsaw", "Brussels"):
        assert "government" in candidates(name, None, geocoders, theatre=THEATRE)[0].note


@pytest.mark.parametrize(
    "tables",
    [
        ("places.csv",),
        pytest.param(
            ("places.csv", "gazetteer/bases.csv"), marks=pytest.mark.soak
        ),  # test_bases tries a hundred
    ],
    ids=["places", "places and bases"],
)
def test_each_kept_place_and_base_is_the_first_answer_to_its_own_name(
    geocoders: tuple[PlaceGeocoder, ...], shapes: Mapping[str, BaseGeometry], tables: tuple[str, ...]
) -> None:
    """And it lies in the country that its row names."""
    seen: dict[tuple[str, str], str] = {}
    for name in tables:
        with (DATA / name).open(encoding="utf-8", newline="") as table:
            kept = [row for row in csv.DictReader(table) if row["precision"] != "none"]
        for row in kept:
            if seen.setdefault((row["name"], row["country"]), row["id"]) != row["id"]:
                continue  # the table of bases has a base that a person keeps under another id
            first, *_ = candidates(row["name"], row["country"] or None, geocoders, shapes)
            border = first.border
            inside = border is None or border.inside or border.km <= COAST_KM or row["id"] in ISLANDS
            assert (first.id, inside) == (row["id"], True)


def test_towns_of_crimea_are_in_ukraine(geocoders: tuple[PlaceGeocoder, ...]) -> None:
    """UN General Assembly resolution 68/262."""
    for name in ("Simferopol", "Sevastopol", "Kerch", "Yalta"):
        assert candidates(name, None, geocoders, theatre=THEATRE)[0].country == "UKR"


def test_the_gazetteer_is_the_one_that_its_readme_describes() -> None:
    """Checksums, number of rows, and the law of its folded names."""
    folder = DATA / "gazetteer"
    readme = (folder / "README.md").read_text(encoding="utf-8")
    for name in ("geonames.csv.gz", "countries.csv"):
        assert f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" in readme
    towns = offline.read(folder / "geonames.csv.gz")
    assert f"| {len(towns):,} |" in readme
    some = towns.iloc[::97]
    assert [fold(name) for name in some["name"]] == some["ascii"].tolist()
    assert towns["id"].is_unique and set(towns["kind"]) == {"capital", "town"}
