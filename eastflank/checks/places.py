"""Laws of place: a point is where it says it is, and says how well that is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd
from shapely import Point
from shapely.geometry.base import BaseGeometry

from eastflank.checks.rows import Rows
from eastflank.model import Dataset, Finding

Outlines = Mapping[str, BaseGeometry]

COAST = 0.02
"""Degrees by which a point may miss its country's outline: the base map's coasts and borders are simplified,
and a port may lie on what is water there. It is about 2 km from north to south."""


def coordinates_go_with_their_precision(dataset: Dataset) -> Iterator[Finding]:
    """A place that is a phrase has no point, no geocoder and no country's."""
    places = Rows("places", dataset.places)
    frame = places.frame
    located = frame["precision"] != "none"
    for column in ("lat", "lon"):
        yield from places.breaking(
            ~located & frame[column].notna(),
            column,
            "Precision is none, but there is a coordinate.",
            "Empty it, or say how well the place is known.",
        )
    yield from places.breaking(
        located != (frame["geocoder"] != "none"),
        "geocoder",
        "Geocoder “{geocoder}” does not go with precision “{precision}”.",
        "Only a place without coordinates has geocoder none.",
    )
    yield from places.breaking(
        frame["precision"].isin(["site", "town", "country"]) & frame["country"].isna(),
        "country",
        "A {precision} lies in a country, but none is given.",
        "Give its ISO 3166-1 alpha-3 code.",
    )
    yield from places.breaking(
        (frame["precision"] == "sea") & frame["country"].notna(),
        "country",
        "A sea lies in no country, but {country} is given.",
        "Empty it.",
    )


def a_point_has_both_coordinates(dataset: Dataset) -> Iterator[Finding]:
    """A place that is more than a phrase has both coordinates, or there is nothing to draw."""
    places = Rows("places", dataset.places)
    located = places.frame["precision"] != "none"
    for column in ("lat", "lon"):
        yield from places.breaking(
            located & places.frame[column].isna(),
            column,
            "Precision is {precision}, but a coordinate is missing.",
            "Give it, or set precision to none.",
        )


def every_host_is_on_the_map(dataset: Dataset) -> Iterator[Finding]:
    """The base map says where a host's card stands. Without any base map nothing is asked."""
    if not dataset.label_points:
        return
    claims = Rows("claims", dataset.claims)
    hosts = claims.frame["host"].dropna()
    missing = {
        codes: [code for code in codes.split(";") if code not in dataset.label_points]
        for codes in hosts.unique()
    }
    for line, codes in hosts[hosts.isin([codes for codes, absent in missing.items() if absent])].items():
        problem = (
            f"{', '.join(missing[codes])} has no label on the base map, so its card stands at its capital."
        )
        remedy = "Correct the host, or add the country to countries in basemap/labels.json."
        yield claims.finding(int(str(line)), "host", problem, remedy)


def a_country_is_no_base(dataset: Dataset) -> Iterator[Finding]:
    """A deployment known by country alone has a host and no place: its centre would look like a base."""
    claims = Rows("claims", dataset.claims)
    countries = dataset.places.loc[dataset.places["precision"] == "country", "id"]
    yield from claims.breaking(
        (claims.frame["kind"] == "deployment") & claims.frame["place"].isin(countries),
        "place",
        "“{place}” is a whole country, and its centre would look like a base.",
        "Empty the place, and name the country in host.",
    )


def places_lie_in_their_countries(dataset: Dataset, outlines: Outlines) -> Iterator[Finding]:
    """Each point lies in the outline of its country, and a sea's in none. Capitals off the map are passed."""
    places = Rows("places", dataset.places)
    for line, country, lat, lon in _points(places.frame, "country", "lat", "lon"):
        if country not in outlines:
            remedy = "Correct the country, or add its outline to the base map."
            yield places.finding(line, "country", f"The base map has no outline of {country}.", remedy)
        elif found := _misplacement(country, lat, lon, outlines):
            yield places.finding(line, "lat", *found)
    seas = places.frame[places.frame["precision"] == "sea"]
    for line, _, lat, lon in _points(seas.assign(country="sea"), "country", "lat", "lon"):
        if land := _countries_at(lat, lon, outlines):
            problem = f"{lat}, {lon} is no sea: it lies in {', '.join(land)}."
            yield places.finding(line, "lat", problem, "Correct lat and lon.")
    nations = Rows("nations", dataset.nations)
    for line, country, lat, lon in _points(nations.frame, "iso3", "capital_lat", "capital_lon"):
        if country in outlines and (found := _misplacement(country, lat, lon, outlines)):
            yield nations.finding(line, "capital_lat", *found)


def _points(frame: pd.DataFrame, country: str, lat: str, lon: str) -> Iterator[tuple[int, str, float, float]]:
    located = frame.dropna(subset=[country, lat, lon])
    yield from zip(located.index, located[country], located[lat], located[lon], strict=True)


def _misplacement(country: str, lat: float, lon: float, outlines: Outlines) -> tuple[str, str] | None:
    """Problem and remedy for a point that is not in its country; None when it is."""
    home = outlines[country]
    if home.distance(Point(lon, lat)) <= COAST:
        return None
    where = " and ".join(_countries_at(lat, lon, outlines))
    problem = f"{lat}, {lon} is not in {country} but in {where or 'no country on the map: at sea'}."
    if home.distance(Point(lat, lon)) <= COAST:
        return problem, "Swap lat and lon."
    return problem, "Correct lat and lon, or the country."


def _countries_at(lat: float, lon: float, outlines: Outlines) -> list[str]:
    point = Point(lon, lat)
    return sorted(code for code, outline in outlines.items() if outline.contains(point))
