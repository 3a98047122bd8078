"""A hundred names of bases as people write them, and the table of bases that helps to find them."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from geopy.distance import geodesic

from eastflank.gazetteer import offline
from eastflank.gazetteer.errors import NotAPlace
from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.gazetteer.installations import SIGNS
from eastflank.gazetteer.lookup import candidates, offline_geocoders
from eastflank.names.countries import CountryNames
from eastflank.reading.folding import fold
from eastflank.reading.strengths import strengths_in
from eastflank.store import DATA, country_names, files, schema
from eastflank.store.cells import cells_in
from eastflank.store.columns import values

RIGHT_KM = 15.0
PRECISE_KM = {"site": 8.0, "town": 10.0}
"""The greatest error that a base of that precision may state."""


@pytest.fixture(scope="module")
def geocoders() -> tuple[PlaceGeocoder, ...]:
    places = schema.read(DATA)["places"]
    return offline_geocoders(
        DATA / "gazetteer", values(cells_in(files.content(DATA / places.file), places), places)
    )


@pytest.fixture(scope="module")
def names() -> CountryNames:
    return country_names.read(DATA)


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


BASES = rows(DATA / "gazetteer" / "bases.csv")
HUNDRED = rows(Path(__file__).with_name("bases_100.csv"))


def test_the_list_has_a_hundred_names_in_every_country_of_the_alliance() -> None:
    allies = {row["iso3"] for row in rows(DATA / "nations.csv") if row["member_since"]}
    assert len({row["name"] for row in HUNDRED}) == 100
    assert {row["country"] for row in HUNDRED} == allies


def test_ninety_of_the_hundred_are_right_as_the_first_candidate_with_no_country_given(
    geocoders: tuple[PlaceGeocoder, ...], names: CountryNames
) -> None:
    wrong = [row["name"] for row in HUNDRED if not right(row, geocoders, names)]
    assert len(wrong) <= 10, wrong


def right(row: Mapping[str, str], geocoders: tuple[PlaceGeocoder, ...], names: CountryNames) -> bool:
    try:
        found = candidates(row["name"], None, geocoders, names=names)
    except NotAPlace:
        return False
    return bool(found) and geodesic(found[0].point, (row["lat"], row["lon"])).km <= RIGHT_KM


def test_each_base_says_how_it_was_placed_and_how_well() -> None:
    kinds = {sign.kind for sign in SIGNS.values()}
    wrong = []
    for row in BASES:
        error = re.search(r"within (?:about )?(\d+(?:\.\d+)?) km", row["note"])
        stated = row["geocoder"] == "airportsdata" or row["id"] == "cincu" or error is not None
        limit = PRECISE_KM.get(row["precision"], 25.0)
        if row["installation"] not in kinds or not stated or (error and float(error[1]) > limit):
            wrong.append(row["id"])
    assert wrong == []
    assert [row["id"] for row in BASES] == sorted({row["id"] for row in BASES})


def test_no_note_of_a_base_reads_like_a_strength() -> None:
    """A claim that an import places there has the note in its own, and the checks read that."""
    told = {row["id"]: [one.value for one in strengths_in(row["note"], ())] for row in BASES}
    assert {base: found for base, found in told.items() if found} == {}


def test_a_base_placed_at_a_town_lies_at_that_town() -> None:
    towns = offline.read(DATA / "gazetteer" / "geonames.csv.gz").set_index("id")
    for row in BASES:
        if placed := re.match(r"Placed at the town of .* \(GeoNames (\d+)\)", row["note"]):
            town = towns.loc[int(placed[1])]
            assert geodesic((town["lat"], town["lon"]), (row["lat"], row["lon"])).km < 0.1


def test_no_name_of_a_base_means_two_bases_of_one_country() -> None:
    seen: dict[tuple[str, str], str] = {}
    named = [
        (fold(name), row["country"], row["id"])
        for row in BASES
        for name in (row["name"], *row["also"].split(";"))
        if name
    ]
    assert [
        (name, base, seen[name, country])
        for name, country, base in named
        if seen.setdefault((name, country), base) != base
    ] == []


def test_each_former_name_is_of_a_town_that_the_gazetteer_has(geocoders: tuple[PlaceGeocoder, ...]) -> None:
    towns = offline.read(DATA / "gazetteer" / "geonames.csv.gz")
    known = set(zip(towns["name"], towns["country"], strict=True))
    former = rows(DATA / "gazetteer" / "former_names.csv")
    assert [row for row in former if (row["town"], row["country"]) not in known] == []
    for row in former:
        said = [each.note for each in candidates(row["name"], row["country"], geocoders)]
        assert any(row["note"] in note for note in said), row["name"]


@pytest.mark.parametrize(("code", "lat", "lon"), [
    ("EBBL", 51.168, 5.470), ("EBFS", 50.243, 4.646), ("EBCV", 50.576, 3.831), ("EBBE", 50.759, 4.768),
    ("EBBR", 50.901, 4.484), ("EBCI", 50.460, 4.453), ("EBAR", 49.663, 5.887), ("EETN", 59.413, 24.833),
])  # fmt: skip
def test_belgian_fields_are_corrected_and_the_others_are_as_they_were(
    code: str, lat: float, lon: float, geocoders: tuple[PlaceGeocoder, ...]
) -> None:
    """The right coordinates are those of the aerodromes' own charts, to 1 km."""
    (field,) = (each for each in candidates(code, None, geocoders) if each.id == code)
    assert geodesic(field.point, (lat, lon)).km < 1.5
    assert ("Corrected" in field.note) == (code not in ("EBAR", "EETN"))
