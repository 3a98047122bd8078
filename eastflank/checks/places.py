"""Laws of places: a point lies in its stated country, and states how precise it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd
from shapely import Point
from shapely.geometry.base import BaseGeometry

from eastflank.checks.rows import TableRows
from eastflank.model import Dataset, Finding
from eastflank.words.chosen import findings_on_rows as told

Outlines = Mapping[str, BaseGeometry]

COAST = 0.02
"""Degrees by which a point may miss its country's outline: the base map's coasts and borders are simplified,
and a port may lie on the base map's water. It is about 2 km from north to south."""
COARSE = 0.3
"""The same for a country outside the map: its outline is only context, and coarse."""


def coordinates_go_with_their_precision(dataset: Dataset) -> Iterator[Finding]:
    """A place that is only a phrase or a name has no point and no geocoder; a sea has no country."""
    places = TableRows("places", dataset.places)
    frame = places.frame
    located = frame["precision"] != "none"
    for column in ("lat", "lon"):
        yield from places.breaking(
            ~located & frame[column].notna(),
            column,
            *told.PHRASE_WITH_POINT,
        )
    yield from places.breaking(
        located != (frame["geocoder"] != "none"),
        "geocoder",
        *told.OTHER_GEOCODER,
    )
    yield from places.breaking(
        frame["precision"].isin(["site", "town", "country"]) & frame["country"].isna(),
        "country",
        *told.WITHOUT_COUNTRY,
    )
    yield from places.breaking(
        (frame["precision"] == "sea") & frame["country"].notna(),
        "country",
        *told.SEA_WITH_COUNTRY,
    )


def a_point_has_both_coordinates(dataset: Dataset) -> Iterator[Finding]:
    """A place that is more than a phrase has both coordinates, or there is nothing to draw."""
    places = TableRows("places", dataset.places)
    located = places.frame["precision"] != "none"
    for column in ("lat", "lon"):
        yield from places.breaking(
            located & places.frame[column].isna(),
            column,
            *told.WITHOUT_POINT,
        )


def every_host_is_on_the_map(dataset: Dataset) -> Iterator[Finding]:
    """The map shows each country that hosts troops or has a place. Without a base map nothing is checked.

    What is outside the map is no fault: it stands in the table, the counts and the exports. There is one
    finding for each country, so that a misspelt one is noticed.
    """
    if not dataset.label_points:
        return
    hosts = dataset.claims.loc[dataset.claims["review"] != "retracted", "host"].dropna().unique()
    used = {code for codes in hosts for code in codes.split(";")} | {*dataset.places["country"].dropna()}
    nations = TableRows("nations", dataset.nations)
    codes = nations.frame["iso3"]
    outside = codes[codes.isin(used - set(dataset.label_points))]
    for line, code in outside.items():
        yield nations.finding(int(str(line)), "iso3", *told.outside_the_map(code))


def a_place_lies_in_the_host(dataset: Dataset) -> Iterator[Finding]:
    """A claim that names a host and a place names one in that country, in one of them, or at sea."""
    claims = TableRows("claims", dataset.claims)
    countries = dict(zip(dataset.places["id"], dataset.places["country"], strict=True))
    named = claims.frame[claims.frame["review"] != "retracted"].dropna(subset=["host", "place"])
    for line, host, place in zip(named.index, named["host"], named["place"], strict=True):
        country = countries.get(place)
        if isinstance(country, str) and country and country not in host.split(";"):
            yield claims.finding(int(line), "place", *told.place_of_another_country(place, country, host))


def a_country_is_no_base(dataset: Dataset) -> Iterator[Finding]:
    """A deployment known by country alone has a host and no place: its centre would look like a base."""
    claims = TableRows("claims", dataset.claims)
    countries = dataset.places.loc[dataset.places["precision"] == "country", "id"]
    yield from claims.breaking(
        (claims.frame["kind"] == "deployment") & claims.frame["place"].isin(countries),
        "place",
        *told.COUNTRY_IS_NO_BASE,
    )


def places_lie_in_their_countries(dataset: Dataset, outlines: Outlines) -> Iterator[Finding]:
    """Each point lies in its country's outline, and a sea's in none.

    A country outside the map may have no outline; then its places must only lie in no country of the map, and
    its capital is not checked.
    """
    labels = dataset.label_points
    shown = {code: outline for code, outline in outlines.items() if not labels or code in labels}
    places = TableRows("places", dataset.places)
    for line, country, lat, lon in _points(places.frame, "country", "lat", "lon"):
        if country in outlines:
            if found := _misplacement(country, lat, lon, outlines, COAST if country in shown else COARSE):
                yield places.finding(line, "lat", *found)
        elif labels and country in labels:
            yield places.finding(line, "country", *told.no_outline(country))
        elif land := _countries_at(lat, lon, shown):
            yield places.finding(line, "lat", *told.lies_elsewhere(lat, lon, country, land, swapped=False))
    seas = places.frame[places.frame["precision"] == "sea"]
    for line, _, lat, lon in _points(seas.assign(country="sea"), "country", "lat", "lon"):
        if land := _countries_at(lat, lon, outlines):
            yield places.finding(line, "lat", *told.is_no_sea(lat, lon, land))
    nations = TableRows("nations", dataset.nations)
    for line, country, lat, lon in _points(nations.frame, "iso3", "capital_lat", "capital_lon"):
        most = COAST if country in shown else COARSE
        if country in outlines and (found := _misplacement(country, lat, lon, outlines, most)):
            yield nations.finding(line, "capital_lat", *found)


def _points(frame: pd.DataFrame, country: str, lat: str, lon: str) -> Iterator[tuple[int, str, float, float]]:
    located = frame.dropna(subset=[country, lat, lon])
    yield from zip(located.index, located[country], located[lat], located[lon], strict=True)


def _misplacement(
    country: str, lat: float, lon: float, outlines: Outlines, most: float
) -> tuple[str, str] | None:
    """Problem and remedy for a point that is not in its country, or within `most` degrees; None if it is."""
    home = outlines[country]
    if home.distance(Point(lon, lat)) <= most:
        return None
    swapped = bool(home.distance(Point(lat, lon)) <= most)
    return told.lies_elsewhere(lat, lon, country, _countries_at(lat, lon, outlines), swapped=swapped)


def _countries_at(lat: float, lon: float, outlines: Outlines) -> list[str]:
    point = Point(lon, lat)
    return sorted(code for code, outline in outlines.items() if outline.contains(point))
