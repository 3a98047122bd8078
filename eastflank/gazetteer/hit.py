"""One place that a geocoder knows, and how well it answers a query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from eastflank.model import Point
from eastflank.reading.folding import fold
from eastflank.words.chosen import places_found as words


class Origin(IntEnum):
    """Where a hit comes from; those listed first were chosen by a person."""

    CURATED = 1
    """The project's own places."""
    WORDS = 2
    """Countries, seas, and words that must not be taken for a town."""
    GAZETTEER = 3
    """A general gazetteer, not made for this region."""
    SUPPLEMENT = 4
    """`bases.csv`, by the place in a base's name: no better and no worse than a gazetteer."""


class Match(IntEnum):
    """How a name matches a query, best first."""

    EXACT = 1
    """Letter by letter, ignoring case."""
    FOLDED = 2
    """Ignoring diacritics, punctuation and a leading "the" as well."""
    FORMER = 3
    """As a former or foreign name that `former_names.csv` lists because people still use it."""
    ALTERNATE = 4
    """As another name of the place: an older one, one in another language, an id."""
    ALIKE = 5
    """By its sound alone: “Адажи” for Ādaži, “Grafenwoehr” for Grafenwöhr."""


class Reading(IntEnum):
    """Which part of the query a hit matches, best first."""

    WHOLE = 0
    """The query as it stands."""
    BASE = 1
    """The place in it, and the hit is a base of the kind that the other words name."""
    OTHER_BASE = 2
    """The place in it, and the hit is a base of another kind."""
    PLACE = 3
    """The place in it, and the hit is no base but a town or the like."""
    WORDS = 4
    """Some words of the place in it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place by the name asked for."""

    name: str
    country: str | None
    """ISO 3166-1 alpha-3 of the country it lies in; None for a sea or a phrase, or when not known."""
    kind: str
    """What it is: country, sea, capital, town, air base, site, region, or the sort of phrase."""
    point: Point | None
    """None if the words have no place on the map; then `note` says why."""
    precision: str
    """As in `places.csv`: site, town, region, country, sea, none."""
    geocoder: str
    """What gave the coordinates, as in `places.csv`: curated, geonames, airportsdata, nominatim, none."""
    origin: Origin
    match: Match
    population: int | None = None
    """None: not stated."""
    id: str = ""
    """What the geocoder itself calls the place."""
    note: str = ""
    """Its possible error, similar names, or why it has no point."""
    installation: str = ""
    """What kind of base it is, as in `installations`; empty: no base, or not known to be one."""
    reading: Reading = Reading.WHOLE
    part: str = ""
    """The part of the query that it matches; empty: the whole."""
    expected: bool = False
    """Whether it lies in a country where people use the other words of the name."""

    def __str__(self) -> str:
        return words.place(self.name, self.country, self.kind, self.point, self.geocoder)


def match_of(query: str, name: str, alternates: Iterable[str] = ()) -> Match | None:
    """How a place of this name matches the query; None if it does not."""
    if query.strip().casefold() == name.casefold():
        return Match.EXACT
    asked = fold(query)
    if asked == fold(name):
        return Match.FOLDED
    return Match.ALTERNATE if any(asked == fold(other) for other in alternates) else None
