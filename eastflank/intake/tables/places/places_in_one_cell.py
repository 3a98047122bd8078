"""The places that one cell names: “Orzysz / Bemowo Piskie”. Pure."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from geopy.distance import geodesic

from eastflank.gazetteer.parts import take_apart
from eastflank.gazetteer.ranking import Candidate
from eastflank.intake.tables.cells import formations
from eastflank.intake.tables.places.found_places import ONE_PLACE_KM

_AND = r"\b(?:and|und|et|i|ir|un|și|и)\b"
_SEVERAL = re.compile(rf"\s*(?:;|/|\n|\+|&|{_AND}|,|(?<=\s)[-–—](?=\s))\s*")
_APART = re.compile(rf"[;/\n+&]|{_AND}|\s[-–—]\s")
"""Signs between places, never between a place and the region that it is in."""
_LISTED = re.compile(rf"[;/\n+&]|{_AND}")
"""Signs between places only: a dash may stand before words about a place."""
_STAFF = re.compile(r"(?:hq|headquarters|staff|stab|sztab)\b", re.IGNORECASE)
_SAME_SPOT_KM = 1.0
_TWO = 2


def are_apart(said: str) -> bool:
    """Whether words have a sign between places, and not only commas."""
    return _APART.search(said) is not None


def are_listed(said: str) -> bool:
    """Whether a sign in the words stands between places, even if one of them is not known."""
    return _LISTED.search(said) is not None


def parts_of(said: str, *, commas: bool) -> tuple[str, ...]:
    """The places in words; without those that name none, such as “HQ” or “Training Area”.

    `commas`: they stand between places too. Empty if there are not two.
    """
    between = _SEVERAL if commas else _APART
    parts = [part.strip() for part in between.split(said) if part.strip()]
    named = tuple(part for part in parts if take_apart(part).core and not _is_unit(part))
    return named if len(named) >= _TWO else ()


def _is_unit(said: str) -> bool:
    return _STAFF.match(said) is not None or formations.is_named(said)


@dataclass(frozen=True, slots=True)
class KnownPart:
    """A part of a cell, and the place that it means."""

    said: str
    place: Candidate


def are_near(parts: Sequence[KnownPart]) -> bool:
    """Whether all are as near to each other as a base and its town."""
    first = parts[0].place.point
    return all(geodesic(first, part.place.point).km <= ONE_PLACE_KM for part in parts)


def is_one(parts: Sequence[KnownPart]) -> bool:
    """Whether near parts are one place: they have one name, or mean one spot."""
    return all(_is_same(one, other) for one, other in itertools.combinations(parts, 2))


def _is_same(one: KnownPart, other: KnownPart) -> bool:
    if geodesic(one.place.point, other.place.point).km <= _SAME_SPOT_KM:
        return True
    return bool(_cores(one) & _cores(other))


def _cores(part: KnownPart) -> frozenset[str]:
    return frozenset(take_apart(each).core for each in (part.said, part.place.name))


def is_address(said: str, parts: Sequence[KnownPart], best: Candidate) -> bool:
    """Whether words name a place and then the town that it belongs to: “Rukla, Jonava”."""
    return not are_apart(said) and parts[0].place.name == best.name and bool(parts[-1].place.population)
