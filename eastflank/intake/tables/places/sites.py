"""The different places of the rows and claims of one name: by their words, their position, or their base."""

from __future__ import annotations

from collections.abc import Mapping

from geopy.distance import geodesic

from eastflank.gazetteer.parts import take_apart
from eastflank.intake.tables.places.found_places import ONE_PLACE_KM, Ask, PlaceSpot
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.identities import folded
from eastflank.model import Place, Point

_NO_SINGLE_PLACE = frozenset({"no point", "several places", "several places, not all known"})
"""Kinds of assumptions about words that name no single place."""
_WIDE = ("country", "region", "sea")


class Sites:
    """Each place has one name here, in whatever words it was met; the first ones are its name."""

    def __init__(self, spots: Mapping[Ask, PlaceSpot]) -> None:
        self._spots = spots
        self._known: dict[tuple[str, str], str] = {}
        self._points: dict[str, Point] = {}
        self._of_rows: dict[tuple[object, ...], str] = {}

    def of_row(self, entry: TableEntry) -> str:
        """The place of a row; empty if it names no single place."""
        key = entry.place, entry.point, entry.host
        if key not in self._of_rows:
            self._of_rows[key] = self._looked_up(entry)
        return self._of_rows[key]

    def _looked_up(self, entry: TableEntry) -> str:
        if entry.point is not None:
            return self._of(entry.place, entry.place, entry.point)
        if not entry.place:
            return ""
        host = entry.host[0] if len(entry.host) == 1 else ""
        spot = self._spots.get((entry.place, host)) or self._spots.get((entry.place, ""))
        if spot is None:
            return self._of(entry.place, entry.place, None)
        if spot.point is None and (spot.kind in _NO_SINGLE_PLACE or spot.precision == "country"):
            return ""
        return self._of(entry.place, spot.name or entry.place, spot.point)

    def of_claim(self, place: Place | None) -> str:
        """The place of a claim of the dataset; empty if it has none."""
        if place is None or place.precision in _WIDE:
            return ""
        known = place.at.lat == place.at.lat  # NaN is no position
        return self._of(place.name, place.name, place.at if known else None)

    def _of(self, said: str, name: str, point: Point | None) -> str:
        keys = [("words", one) for one in (folded(said), folded(name)) if one]
        if point is not None:
            keys.append(("point", f"{point.lat:.2f} {point.lon:.2f}"))
        site = next((self._known[key] for key in keys if key in self._known), "")
        base = "base", take_apart(name).core or folded(name)
        near = self._known.get(base, "")
        if not site and near and point and near in self._points:
            site = near if geodesic(self._points[near], point).km <= ONE_PLACE_KM else ""
        site = site or said or (f"{point.lat:.2f}, {point.lon:.2f}" if point else "")
        for key in (*keys, base):
            self._known.setdefault(key, site)
        if point is not None:
            self._points.setdefault(site, point)
        return site
