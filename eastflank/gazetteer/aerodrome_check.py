"""Checks the coordinates of aerodromes against the towns that they serve.

`airportsdata` has whole countries whose degrees, minutes and seconds were written as decimals:
Kleine-Brogel at 51°10'06" N is listed as 51.1006. If this explanation fits the towns of a country much
better, its coordinates are converted.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypedDict

from eastflank.model import Point
from eastflank.reading.folding import fold
from eastflank.words.chosen import places_found as words

OFF_KM = 6.0
"""An aerodrome farther than this from its town is checked further."""
BETTER_KM = 2.0
"""A converted position is used if it is this much nearer to the town."""
AGAIN = 5
"""At least this many airfields of a country, and half of those that are off, must fit better if converted."""
FAR_KM = 60.0
"""An aerodrome farther than this from its town gets a note."""
_EARTH_KM = 6371.0
_SIXTY = 60
_A_FIFTH_DECIMAL = 0.01


class Airfield(TypedDict):
    """An aerodrome as `airportsdata` has it; only the keys that are used."""

    icao: str
    name: str
    city: str
    country: str
    """ISO 3166-1 alpha-2."""
    lat: float
    lon: float


class Aerodrome(NamedTuple):
    """An aerodrome with the coordinates that are to be used."""

    field: Airfield
    """As in `airportsdata`."""
    point: Point | None
    """None: its coordinates are refused."""
    note: str


def checked(
    fields: Iterable[Airfield],
    towns: Callable[[str, str], Sequence[Point]],
    alpha3: Mapping[str, str],
) -> tuple[Aerodrome, ...]:
    """Each airfield with its coordinates unchanged, corrected with a note, or refused with the reason.

    `fields` have the keys name, city, country (alpha-2), lat and lon; `towns` gives the points of
    the towns of a country (alpha-3) and a folded name. A field whose
    town is not known is kept, unless its country is misread and it may be too.
    """
    fields = tuple(fields)
    distances = [_distances(field, towns, alpha3) for field in fields]
    off = Counter(
        field["country"] for field, km in zip(fields, distances, strict=True) if km and km[0] > OFF_KM
    )
    better = Counter(
        field["country"]
        for field, km in zip(fields, distances, strict=True)
        if km and km[0] > OFF_KM and km[1] < km[0] / 2
    )
    misread = {country for country, count in better.items() if count >= max(AGAIN, off[country] / 2)}
    return tuple(
        _aerodrome(field, km, misread=field["country"] in misread)
        for field, km in zip(fields, distances, strict=True)
    )


def in_sixtieths(degrees: float) -> float | None:
    """The decimals read as minutes and seconds: 51.1006 is 51°10'06". None if they cannot be."""
    whole = int(abs(degrees))
    digits = (abs(degrees) - whole) * 10_000
    minutes, seconds = divmod(round(digits), 100)
    if abs(digits - round(digits)) > _A_FIFTH_DECIMAL or minutes >= _SIXTY or seconds >= _SIXTY:
        return None
    return math.copysign(whole + minutes / 60 + seconds / 3600, degrees)


def _distances(
    field: Airfield, towns: Callable[[str, str], Sequence[Point]], alpha3: Mapping[str, str]
) -> tuple[float, float] | None:
    """Kilometres to its town, as given and as converted. None if the town is not known."""
    named = towns(alpha3.get(field["country"], ""), fold(field.get("city") or ""))
    if not named:
        return None
    point, other = Point(field["lat"], field["lon"]), _other(field)
    return (
        min(_km(point, town) for town in named),
        math.inf if other is None else min(_km(other, town) for town in named),
    )


def _other(field: Airfield) -> Point | None:
    lat, lon = in_sixtieths(field["lat"]), in_sixtieths(field["lon"])
    return None if lat is None or lon is None else Point(round(lat, 5), round(lon, 5))


def _aerodrome(field: Airfield, km: tuple[float, float] | None, *, misread: bool) -> Aerodrome:
    point, other = Point(field["lat"], field["lon"]), _other(field)
    if not misread:
        far = km is not None and km[0] > FAR_KM
        note = words.far_from_its_town(km[0], field["city"]) if km and far else ""
        return Aerodrome(field, point, note)
    if km is None:
        if other is None:
            return Aerodrome(field, point, "")
        return Aerodrome(field, None, words.TWO_WAYS)
    if other is None or km[1] > km[0] - BETTER_KM:
        return Aerodrome(field, point, "")
    return Aerodrome(field, other, words.corrected(point.lat, point.lon, _km(point, other)))


def _km(one: Point, other: Point) -> float:
    """Kilometres on a sphere, by the haversine formula: good to 0.5 %, enough to tell two readings apart."""
    (lat, lon), (lat2, lon2) = (map(math.radians, point) for point in (one, other))
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))
