"""What the words for a place were found to mean: a spot, or candidates to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from eastflank.gazetteer.ranking import Candidate
from eastflank.intake.tables.cells.problems import Wrong
from eastflank.model import Point
from eastflank.words.chosen import imported_claims, places_of_rows, rows_of_tables

ONE_PLACE_KM = 15.0
"""Candidates that are this near to each other are one place: the town, and the base that is named after
it."""
CHOICES = 4
"""The most candidates that a message names."""
_COUNTRY_WIDE = ("country", "region", "sea", "none")
Ask = tuple[str, str]
"""The words for a place, and the country in which it should be; empty if unknown."""


@dataclass(frozen=True, slots=True)
class PlaceSpot:
    """Where a place is."""

    name: str
    country: str
    """ISO 3166-1 alpha-3."""
    point: Point | None
    """None if only its country is known."""
    precision: str
    """As in `places.csv`. `none`: the row names a place whose position is not known."""
    geocoder: str
    """As in `places.csv`."""
    id: str
    """Its id in the dataset or the gazetteer."""
    note: str
    mark: str = ""
    """What was assumed, as a sentence; empty if nothing."""
    kind: str = ""
    """The kind of what was assumed, a key of `rows_of_tables.MARKS`."""


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """Candidates for a name that a person must choose from."""

    problem: Wrong
    candidates: tuple[Candidate, ...]


def spot_of(candidate: Candidate, country: str, mark: str) -> PlaceSpot:
    """The spot of a candidate, with what was assumed; without a host, that of its country too."""
    kind = "a place near" if mark else ""
    if not country and candidate.country:
        said = rows_of_tables.MARKS["a host by place"].format(place=candidate.name, country=candidate.country)
        mark, kind = " ".join(filter(None, (mark, said))), kind or "a host by place"
    wide = candidate.precision in _COUNTRY_WIDE and not candidate.installation
    if wide or not candidate.country:
        unknown = "country" if candidate.precision == "country" else "none"
        said = rows_of_tables.MARKS["no point"].format(value=candidate.name)
        return PlaceSpot("", country or candidate.country or "", None, unknown, "", "", "", said, "no point")
    return PlaceSpot(
        candidate.name,
        candidate.country,
        candidate.point,
        candidate.precision,
        candidate.geocoder,
        candidate.id,
        candidate.note,
        mark,
        kind,
    )


def found_as(candidate: Candidate) -> str:
    """Says as what an uncertain name was found."""
    return places_of_rows.found_as(
        candidate.name, candidate.country or "", candidate.installation or candidate.kind
    )


def decided(candidate: Candidate | None, said: str, country: str) -> PlaceSpot:
    """The place that a person chose for the words `said` with a given country; None: only the country.

    A place without a point has no row of its own: its note keeps the words of the table.
    """
    if candidate is None:
        return PlaceSpot("", country, None, "none", "", "", imported_claims.country_chosen(said))
    spot = spot_of(candidate, country or candidate.country or "", "")
    if spot.point is None:
        return replace(spot, note=imported_claims.country_chosen(said), mark="", kind="")
    return replace(
        spot, note=" ".join(filter(None, (spot.note, imported_claims.PLACE_CHOSEN))), mark="", kind=""
    )


def listed(candidates: Sequence[Candidate]) -> str:
    """Candidates in a message, with their coordinates."""
    named = [
        places_of_rows.place_at(each.name, each.country or "", each.point.lat, each.point.lon)
        for each in candidates[:CHOICES]
    ]
    return places_of_rows.places_to_choose(named, len(candidates) - len(named))
