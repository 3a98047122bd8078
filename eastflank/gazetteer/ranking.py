"""Which of several places of one name an analyst probably means, and why. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from geopy.distance import geodesic
from shapely.geometry.base import BaseGeometry

from eastflank.gazetteer.borders import Border, border_of
from eastflank.gazetteer.errors import NotAPlace
from eastflank.gazetteer.hit import Hit, Match, Origin
from eastflank.model import Box, Point

SAME_PLACE_KM = 5.0
"""Two geocoders agree when they put a town, or a site, this close: towns are points of convenience."""

_KINDS = ("country", "sea", "capital", "site", "air base", "region", "town", "airfield")
_MATCHES = {
    Match.EXACT: "its exact name",
    Match.FOLDED: "its name without diacritics",
    Match.ALTERNATE: "another name of it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Hit):
    """A hit in its place among the others."""

    point: Point
    in_asked_country: bool | None
    """None: no country was asked for."""
    why: str
    """What put it where it is in the order, most telling first."""
    agreeing: tuple[str, ...] = ()
    """Other geocoders that have the same place within five kilometres."""
    border: Border | None = None
    """Where it lies to the border of its country; None: not known."""


def km_to_region(point: Point, region: Box) -> float:
    """Geodesic kilometres from the point to the region of interest; 0 inside it."""
    south_west, north_east = region
    nearest = Point(
        min(max(point.lat, south_west.lat), north_east.lat),
        min(max(point.lon, south_west.lon), north_east.lon),
    )
    return float(geodesic(point, nearest).km)


def ranked(hits: Iterable[Hit], country: str | None = None, region: Box | None = None) -> list[Hit]:
    """The hits, best first.

    In this order: in the country asked for; curated; a country or a sea rather than a town of that
    name, and words that must not be drawn before any town; an exact name, then a folded, then
    another one; kind; population; nearness to the region, if there is one. The order of the input never
    matters.
    """
    return sorted(hits, key=lambda hit: _order(hit, country, region))


def candidates_from(
    query: str,
    hits: Iterable[Hit],
    country: str | None = None,
    outlines: Mapping[str, BaseGeometry] | None = None,
    region: Box | None = None,
) -> tuple[Candidate, ...]:
    """The places on the map that the query may mean, best first; where geocoders agree, one of them.

    `outlines` are countries by alpha-3, x east and y north in degrees, for the distance to the border.
    `region` is what the dataset is about; without one nearness does not count.

    Raises NotAPlace, with the reason, where the best reading of the words has no point.
    """
    order = ranked(hits, country, region)
    if order and order[0].point is None:
        raise NotAPlace(query, order[0].note)
    groups: list[list[Hit]] = []
    for hit in order:
        group = next((group for group in groups if _same_place(hit, group[0])), None)
        if group is None:
            groups.append([hit])
        else:
            group.append(hit)
    return tuple(
        _candidate(hit, hit.point, agreeing, country, (outlines or {}).get(hit.country or ""), region)
        for hit, *agreeing in groups
        if hit.point is not None
    )


def undecided(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Those that answer as well as the first, population and distance aside; one alone is an answer.

    A curated place stands above its namesakes elsewhere: a person chose it among them.
    """
    return tuple(each for each in candidates if _tier(each) == _tier(candidates[0]))


def _tier(candidate: Candidate) -> tuple[object, ...]:
    return (
        candidate.in_asked_country is False,
        candidate.origin,
        candidate.match is Match.ALTERNATE,
        candidate.kind == "capital",
    )


def _order(hit: Hit, country: str | None, region: Box | None) -> tuple[object, ...]:
    return (
        country is not None and hit.country != country,
        hit.origin,
        hit.match,
        _KINDS.index(hit.kind) if hit.kind in _KINDS else len(_KINDS),
        -(hit.population or 0),
        0.0 if hit.point is None or region is None else km_to_region(hit.point, region),
        hit.name,
        hit.geocoder,
        hit.id,
        repr(hit),
    )


def _same_place(one: Hit, other: Hit) -> bool:
    if one.point is None or other.point is None:
        return False
    if (one.origin, one.geocoder) == (other.origin, other.geocoder):
        return False  # no gazetteer lists a place twice
    if (one.country, one.precision) != (other.country, other.precision):
        return False
    return one.precision in ("country", "sea") or geodesic(one.point, other.point).km <= SAME_PLACE_KM


def _candidate(  # noqa: PLR0913, PLR0917 - all that is told of a place beside the place itself
    hit: Hit,
    point: Point,
    agreeing: Sequence[Hit],
    country: str | None,
    outline: BaseGeometry | None,
    region: Box | None,
) -> Candidate:
    matches = None if country is None else hit.country == country
    distance = None if region is None else km_to_region(point, region)
    reasons = (
        {None: "", True: f"in {country}, as asked", False: f"not in {country}, which was asked for"}[matches],
        "curated" if hit.origin is Origin.CURATED else "",
        _MATCHES[hit.match],
        hit.kind,
        f"{hit.population:,} people" if hit.population else "",
        _nearness(distance),
    )
    notes = dict.fromkeys(each.note for each in (hit, *agreeing) if each.note)
    return Candidate(
        **{each.name: getattr(hit, each.name) for each in fields(Hit) if each.name not in ("point", "note")},
        point=point,
        note=" ".join(notes),
        in_asked_country=matches,
        why=", ".join(reason for reason in reasons if reason),
        agreeing=tuple(dict.fromkeys(each.geocoder for each in agreeing if each.geocoder != hit.geocoder)),
        border=None
        if outline is None or hit.precision not in ("site", "town")
        else border_of(point, outline),
    )


def _nearness(distance: float | None) -> str:
    if distance is None:
        return ""
    return f"{distance:,.0f} km from the region" if distance >= 1 else "in the region"
