"""Aerodromes, military ones among them, from the `airportsdata` package (MIT)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

import airportsdata
from geopy.geocoders.base import DEFAULT_SENTINEL

from eastflank.gazetteer.aerodrome_check import Aerodrome, Airfield, checked
from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.gazetteer.hit import Hit, Match, Origin
from eastflank.gazetteer.name_index import NameIndex
from eastflank.gazetteer.parts import take_apart
from eastflank.model import Point
from eastflank.reading.folding import fold
from eastflank.words.chosen import places_found as words

_MILITARY = frozenset(
    {"aaf", "afb", "airbase", "army", "base", "mcas", "military", "nas", "nato", "naval", "raf", "rnas"}
    | {"aafb", "ab", "afs", "angb"}
)
_CIVIL = frozenset({"aerodrome", "airfield", "airport", "airstrip", "field", "international"})
_AIR = "air base"


def aerodromes() -> tuple[Airfield, ...]:
    """Every aerodrome that `airportsdata` knows by its ICAO code."""
    return tuple(cast("Mapping[str, Airfield]", airportsdata.load("ICAO")).values())


class Airbases(PlaceGeocoder):
    """Looks a name or an ICAO code up among aerodromes.

    `fields` have the keys icao, name, city, country (alpha-2), lat and lon of `airportsdata`;
    `alpha3` turns their countries into alpha-3. `towns` gives the points of the towns of a country
    and a folded name, which check the fields; None: the fields are not checked.
    """

    def __init__(
        self,
        fields: Iterable[Airfield],
        alpha3: Mapping[str, str],
        towns: Callable[[str, str], Sequence[Point]] | None = None,
    ) -> None:
        super().__init__()
        self._alpha3 = alpha3
        self._towns = towns or _nowhere
        self._fields = tuple(fields)
        self._index = NameIndex(
            (key, number)
            for number, field in enumerate(self._fields)
            for name in (fold(field["name"]),)
            for key in dict.fromkeys((_bare_name(name), name))
        )
        # Codes are words too ("TAPA" is in Antigua): only capitals mean the code.
        self._by_code = {field["icao"]: number for number, field in enumerate(self._fields)}
        self._checked: dict[str, Mapping[int, Aerodrome]] = {}

    def hits(
        self, query: str, _country: str | None = None, _timeout: object = DEFAULT_SENTINEL, /
    ) -> list[Hit]:
        """Aerodromes of that name, with or without the words for their kind, or of that code in capitals."""
        rows = [entry.row for entry in self._index.named(fold(query))]
        if (coded := self._by_code.get(query.strip())) is not None:
            rows.append(coded)
        return [self._hit(query, row) for row in dict.fromkeys(rows)]

    def alike(self, query: str, /) -> list[Hit]:
        """Military aerodromes whose name sounds like it."""
        hits = (self._hit(query, entry.row) for entry in self._index.alike(query))
        return [replace(hit, match=Match.ALIKE) for hit in hits if hit.installation]

    def _aerodrome(self, row: int) -> Aerodrome:
        """A row's aerodrome. Those of a country are checked together, once one of them is asked for."""
        country = self._fields[row]["country"]
        if country not in self._checked:
            rows = [number for number, field in enumerate(self._fields) if field["country"] == country]
            found = checked([self._fields[number] for number in rows], self._towns, self._alpha3)
            self._checked[country] = dict(zip(rows, found, strict=True))
        return self._checked[country][row]

    def _hit(self, query: str, row: int) -> Hit:
        field, point, note = self._aerodrome(row)
        name = fold(field["name"])
        military = not _MILITARY.isdisjoint(name.split())
        # People use a base's bare name, but a town's name does not mean its airport.
        named = fold(query) in (name, bare_name(name)) if military else fold(query) == name
        notes = ("" if military else words.CIVIL, note)
        return Hit(
            name=field["name"].strip(),
            country=self._alpha3.get(field["country"]),
            kind=_AIR if military else "airfield",
            point=point,
            precision="site",
            geocoder="airportsdata",
            origin=Origin.GAZETTEER,
            match=Match.ALIKE if point is None else Match.FOLDED if named else Match.ALTERNATE,
            id=field["icao"],
            note=" ".join(filter(None, notes)),
            installation=_AIR if military else "",
        )


def bare_name(name: str) -> str:
    """The folded name without the words for the kind of field; the whole name if no words would be left."""
    return _bare_name(fold(name))


def _bare_name(folded: str) -> str:
    words = folded.split()
    if not _MILITARY.isdisjoint(words):
        return take_apart(folded).core or folded
    # Shortcut: most fields are civil, and their kind is the last word.
    while len(words) > 1 and words[-1] in _CIVIL:
        words.pop()
    return " ".join(words)


def _nowhere(_country: str, _name: str) -> Sequence[Point]:
    return ()
