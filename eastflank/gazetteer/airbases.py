"""Aerodromes, military ones among them, from the `airportsdata` package (MIT)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import airportsdata
from geopy.geocoders.base import DEFAULT_SENTINEL

from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.gazetteer.hit import Hit, Match, Origin
from eastflank.model import Point
from eastflank.reading.folding import fold

# What is set aside at the end of a name, so that "Amari" finds "Amari Air Base".
_KINDS_OF_FIELD = frozenset(
    {"aerodrome", "air", "airbase", "airfield", "airport", "base", "field"}
    | {"international", "military", "naval", "station"}
)
_MILITARY = frozenset({"afb", "airbase", "base", "military"})


def aerodromes() -> tuple[Mapping[str, Any], ...]:
    """Every aerodrome that `airportsdata` knows by its ICAO code."""
    return tuple(airportsdata.load("ICAO").values())


class Airbases(PlaceGeocoder):
    """Looks a name or an ICAO code up among aerodromes.

    `fields` have the keys icao, name, city, country (alpha-2), lat and lon of `airportsdata`;
    `alpha3` turns their countries into alpha-3.
    """

    def __init__(self, fields: Iterable[Mapping[str, Any]], alpha3: Mapping[str, str]) -> None:
        super().__init__()
        self._alpha3 = alpha3
        self._by_name: dict[str, list[Mapping[str, Any]]] = {}
        for field in fields:
            self._by_name.setdefault(bare_name(field["name"]), []).append(field)
            # Codes are words too ("TAPA" is in Antigua): only capitals mean the code.
            self._by_name.setdefault(field["icao"], []).append(field)

    def hits(
        self, query: str, _country: str | None = None, _timeout: object = DEFAULT_SENTINEL, /
    ) -> list[Hit]:
        """Aerodromes of that name, with or without the words for their kind, or of that code in capitals."""
        fields = self._by_name.get(bare_name(query), []) + self._by_name.get(query.strip(), [])
        return [self._hit(query, field) for field in fields]

    def _hit(self, query: str, field: Mapping[str, Any]) -> Hit:
        name = fold(field["name"])
        military = not _MILITARY.isdisjoint(name.split())
        # A base is known by its bare name; the airport of a town is not what the town's name means.
        named = fold(query) in (name, bare_name(name)) if military else fold(query) == name
        return Hit(
            name=field["name"],
            country=self._alpha3.get(field["country"]),
            kind="air base" if military else "airfield",
            point=Point(field["lat"], field["lon"]),
            precision="site",
            geocoder="airportsdata",
            origin=Origin.GAZETTEER,
            match=Match.FOLDED if named else Match.ALTERNATE,
            id=field["icao"],
            note="" if military else "A civil airfield by its name.",
        )


def bare_name(name: str) -> str:
    """The folded name without the words at its end that say what kind of field it is."""
    words = fold(name).split()
    while len(words) > 1 and words[-1] in _KINDS_OF_FIELD:
        words.pop()
    return " ".join(words)
