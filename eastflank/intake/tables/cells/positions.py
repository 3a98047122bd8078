"""Whether coordinates can be where their row says: in its host, not swapped, no country's centre."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import shapely
from shapely.geometry import Point as Spot
from shapely.geometry.base import BaseGeometry

from eastflank.intake.tables.cells.problems import Wrong, wrong
from eastflank.model import Point

COAST = 0.02
"""Degrees by which a point may miss its country's outline, as in `checks.places`."""
COARSE = 0.3
"""The same outside the map: there the outlines are only context, and coarse."""
_QUARTER_TURN = 90
_CENTRE_KM = 8.0
"""A point this near to the middle of a country is probably not that of a base."""
_SHARED_CENTRE_KM = 75.0
"""The same if rows with other places have this point too: lists of centres differ by this much."""
_KM_OF_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class CheckedPosition:
    """Checked coordinates."""

    point: Point | None
    """None: they are not used, for the reason in `mark`."""
    mark: str = ""
    """A key of `words.MARKS`; empty: they are used unchanged."""
    country: str = ""
    """The country in which they lie, if the row names no host."""


NOWHERE = CheckedPosition(None)


class CountryMap:
    """Finds the country of a base map that contains a point. Immutable."""

    def __init__(
        self,
        outlines: Mapping[str, BaseGeometry],
        centres: Mapping[str, tuple[Point, ...]],
        shows: Callable[[str], bool] = lambda _code: True,
    ) -> None:
        """`centres` are the points that lists give as the middle of each country.

        `shows` says whether the map shows a country: outside the map outlines are coarse, and small countries
        have none.
        """
        self.outlines, self._shows = outlines, shows
        self._codes = list(outlines)
        self._tree = shapely.STRtree(list(outlines.values()))
        self._centres = {
            code: (*centres.get(code, ()), Point(outline.centroid.y, outline.centroid.x))
            for code, outline in outlines.items()
        }

    def lies_in(self, point: Point, country: str) -> bool:
        """Whether it lies in a country, or so near to its coast that the outline may be inexact.

        A country outside the map without an outline may have it, if no country of the map does.
        """
        outline = self.outlines.get(country)
        if outline is None:
            there = self.country_at(point)
            return not self._shows(country) and not (there and self._shows(there))
        most = COAST if self._shows(country) else COARSE
        return bool(outline.distance(Spot(point.lon, point.lat)) <= most)

    def country_at(self, point: Point) -> str:
        """The country in which it lies; empty if none of the map."""
        spot = Spot(point.lon, point.lat)
        found = sorted(self._codes[at] for at in self._tree.query(spot, predicate="within").tolist())
        return found[0] if found else ""

    def km_to_a_centre(self, point: Point, country: str) -> float:
        """Kilometres to the nearest point that is given as the country's middle."""
        return min((_km(point, centre) for centre in self._centres.get(country, ())), default=math.inf)

    def placed(
        self, lat: float | None, lon: float | None, hosts: tuple[str, ...], *, shared: bool
    ) -> CheckedPosition | Wrong:
        """Whether a row's coordinates are usable, given its host. `shared`: other places have them too."""
        if lat is None and lon is None:
            return NOWHERE
        if lat is None or lon is None:
            return CheckedPosition(None, "one coordinate")
        if lat == lon:
            return CheckedPosition(None, "no coordinates" if lat == 0 else "equal coordinates")
        swapped = Point(lon, lat) if abs(lon) <= _QUARTER_TURN else None
        straight = Point(lat, lon) if abs(lat) <= _QUARTER_TURN else None
        if not hosts:
            return self._without_host(straight, swapped)
        if straight and any(self.lies_in(straight, host) for host in hosts):
            return self._in_host(straight, hosts, shared=shared)
        if swapped and any(self.lies_in(swapped, host) for host in hosts):
            return CheckedPosition(swapped, "swapped coordinates")
        there = self.country_at(straight) if straight else ""
        return wrong("coordinates elsewhere", there=there or "no country of the map", host=";".join(hosts))

    def _in_host(self, point: Point, hosts: tuple[str, ...], *, shared: bool) -> CheckedPosition:
        reach = _SHARED_CENTRE_KM if shared else _CENTRE_KM
        if any(self.km_to_a_centre(point, host) <= reach for host in hosts):
            return CheckedPosition(None, "a centre")
        return CheckedPosition(point)

    def _without_host(self, straight: Point | None, swapped: Point | None) -> CheckedPosition | Wrong:
        if straight and (country := self.country_at(straight)):
            return CheckedPosition(straight, "a host by coordinates", country)
        if swapped and straight is None and (country := self.country_at(swapped)):
            return CheckedPosition(swapped, "swapped coordinates", country)
        return wrong("coordinates at sea")


def _km(one: Point, other: Point) -> float:
    """Kilometres between two near points, on a flat map of that latitude."""
    east = (one.lon - other.lon) * math.cos(math.radians((one.lat + other.lat) / 2))
    return _KM_OF_A_DEGREE * math.hypot(one.lat - other.lat, east)
