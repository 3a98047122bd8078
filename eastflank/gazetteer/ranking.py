"""Which of several places of one name an analyst probably means, and why. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from geopy.distance import geodesic
from shapely.geometry.base import BaseGeometry

from eastflank.gazetteer.borders import Border, border_of
from eastflank.gazetteer.errors import NotAPlace
from eastflank.gazetteer.hit import Hit, Match, Origin, Reading
from eastflank.model import Box, Point, Theatre
from eastflank.words.chosen import places_found as words

KNOWN_EVERYWHERE = 1_000_000
"""A town with at least so many people does not rank behind a namesake near the region."""
NEAR_COUNTRY_KM = 300.0
"""A place this near to the country asked for comes before places farther away."""
ITS_TOWN_KM = 30.0
"""A base this near to the town of its name is the base of that town."""
A_CITY = 50_000
"""The bare name of a town with at least so many people means the town, not a base beside it."""
SAME_PLACE_KM = 5.0
"""Two geocoders agree if their points for a town, or a site, are this close: a town has no exact point."""

_KINDS = ("country", "sea", "capital", "site", "air base", "region", "town", "airfield")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Hit):
    """A hit with its rank among the others."""

    point: Point
    in_asked_country: bool | None
    """None: no country was asked for."""
    why: str
    """The reasons for its rank, most important first."""
    agreeing: tuple[str, ...] = ()
    """Other geocoders that have the same place within five kilometres."""
    border: Border | None = None
    """Its position relative to the border of its country; None: not known."""


def km_to_region(point: Point, region: Box) -> float:
    """Geodesic kilometres from the point to a region; 0 inside it."""
    south_west, north_east = region
    nearest = Point(
        min(max(point.lat, south_west.lat), north_east.lat),
        min(max(point.lon, south_west.lon), north_east.lon),
    )
    return float(geodesic(point, nearest).km)


def ranked(
    hits: Iterable[Hit],
    country: str | None = None,
    outline: BaseGeometry | None = None,
    theatre: Theatre | None = None,
) -> list[Hit]:
    """The hits, best first. `outline` is that of the country asked for, `theatre` that of the dataset.

    In this order: in the country asked for; the whole name before a part of it. Of the whole name:
    curated; a country or a sea rather than a town of that name, and words that must not be drawn before
    any town; by name rather than by sound; near, which is near the country asked for, or else around the
    region, or a city of a million; by name, then by another name; kind; population; an exact name;
    nearness to the region. Of a part: a base of the kind that the name says; a base where people use such
    words; any other base, nearby before far away; a town. The order of the input never matters.
    """
    return sorted(hits, key=lambda hit: _order(hit, country, outline, theatre))


def candidates_from(
    query: str,
    hits: Iterable[Hit],
    country: str | None = None,
    outlines: Mapping[str, BaseGeometry] | None = None,
    theatre: Theatre | None = None,
) -> tuple[Candidate, ...]:
    """The places on the map that the query may mean, best first; one of them if geocoders agree.

    `outlines` are countries by alpha-3, x east and y north in degrees, for the distance to the border.

    Raises NotAPlace, with the reason, if the best match of the words has no point.
    """
    shapes = outlines or {}
    order = ranked(_behind_their_towns(tuple(hits)), country, shapes.get(country or ""), theatre)
    if order and order[0].point is None:
        raise NotAPlace(query, order[0].note)
    not_the_base = words.NOT_THE_BASE if any(hit.installation for hit in order) else words.NO_BASE
    groups: list[list[Hit]] = []
    for hit in order:
        group = next((group for group in groups if _same_place(hit, group[0])), None)
        if group is None:
            groups.append([hit])
        else:
            group.append(hit)
    return tuple(
        _candidate(hit, hit.point, agreeing, country, shapes.get(hit.country or ""), not_the_base, theatre)
        for hit, *agreeing in groups
        if hit.point is not None
    )


def undecided(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Those that match as well as the first, ignoring population and distance; a single one is the answer.

    A curated place ranks above places of the same name elsewhere: a person chose it among them.
    """
    return tuple(each for each in candidates if _tier(each) == _tier(candidates[0]))


def _tier(candidate: Candidate) -> tuple[object, ...]:
    return (
        candidate.in_asked_country is False,
        candidate.reading,
        _standing(candidate) if candidate.reading is Reading.WHOLE else 0,
        candidate.match is Match.ALIKE,
        candidate.match is Match.ALTERNATE,
        candidate.kind == "capital",
    )


def _within(point: Point, corners: tuple[Point, Point]) -> bool:
    (south, west), (north, east) = corners
    return south <= point.lat <= north and west <= point.lon <= east


def _is_elsewhere(hit: Hit, theatre: Theatre | None) -> bool:
    """Whether a hit lies neither in the region of the dataset nor around it."""
    if hit.point is None or theatre is None:
        return False
    return not any(_within(hit.point, corners) for corners in (theatre.region, theatre.around))


def _is_far(hit: Hit, country: str | None, outline: BaseGeometry | None, theatre: Theatre | None) -> bool:
    if country is None or outline is None:
        return _is_elsewhere(hit, theatre) and (hit.population or 0) < KNOWN_EVERYWHERE
    return hit.country != country and hit.point is not None and _km_to(hit.point, outline) > NEAR_COUNTRY_KM


def _km_to(point: Point, outline: BaseGeometry) -> float:
    border = border_of(point, outline)
    return 0.0 if border.inside else border.km


def _behind_their_towns(hits: Sequence[Hit]) -> Iterator[Hit]:
    """The hits; if the query is the bare name of a city, the city comes before a base beside it."""
    cities = [hit for hit in hits if not hit.installation and (hit.population or 0) >= A_CITY and hit.point]
    for hit in hits:
        beside = (
            hit.installation
            and hit.reading is Reading.WHOLE
            and _standing(hit) is Origin.GAZETTEER
            and hit.match < Match.ALTERNATE
            and any(geodesic(hit.point, city.point).km <= ITS_TOWN_KM for city in cities if hit.point)
        )
        yield replace(hit, match=Match.ALTERNATE) if beside else hit


def _order(
    hit: Hit, country: str | None, outline: BaseGeometry | None, theatre: Theatre | None
) -> tuple[object, ...]:
    alike, far = hit.match is Match.ALIKE, _is_far(hit, country, outline, theatre)
    if hit.reading is Reading.WHOLE:
        first: tuple[object, ...] = (0, _standing(hit), alike, far)
    else:
        base = hit.reading in (Reading.BASE, Reading.OTHER_BASE)
        first = (1 + (hit.reading is Reading.WORDS), far and not base, alike, not base, not hit.expected)
        first += (hit.reading, far)
    return (
        country is not None and hit.country != country,
        *first,
        max(hit.match, Match.FORMER),
        _KINDS.index("site") if hit.installation else _place_of(hit.kind),
        -(hit.population or 0),
        hit.match,
        0.0 if hit.point is None or theatre is None else km_to_region(hit.point, theatre.region),
        hit.name,
        hit.geocoder,
        hit.id,
        repr(hit),
    )


def _standing(hit: Hit) -> Origin:
    """The supplement ranks no higher than a gazetteer: nobody chose its base for this name."""
    return min(hit.origin, Origin.GAZETTEER)


def _place_of(kind: str) -> int:
    return _KINDS.index(kind) if kind in _KINDS else len(_KINDS)


def _as_asked(country: str | None, *, matches: bool | None) -> str:
    if country is None or matches is None:
        return ""
    return words.as_asked(country) if matches else words.not_as_asked(country)


def _distance_in_words(km: float | None) -> str:
    if km is None:
        return ""
    return words.from_the_region(km) if km >= 1 else words.IN_THE_REGION


def _same_place(one: Hit, other: Hit) -> bool:
    if one.point is None or other.point is None:
        return False
    bases = bool(one.installation) + bool(other.installation)
    if (one.origin, one.geocoder) == (other.origin, other.geocoder) and bases != 2:  # noqa: PLR2004 - both
        return False  # no gazetteer lists a place twice, but an aerodrome may be in two
    if (one.country, one.precision) != (other.country, other.precision):
        return False
    if bases == 1 and one.precision == "town":
        return False  # a base is not the town beside it
    return one.precision in ("country", "sea") or geodesic(one.point, other.point).km <= SAME_PLACE_KM


def _candidate(  # noqa: PLR0913, PLR0917 - all that is known of one place
    hit: Hit,
    point: Point,
    agreeing: Sequence[Hit],
    country: str | None,
    outline: BaseGeometry | None,
    not_the_base: str,
    theatre: Theatre | None,
) -> Candidate:
    matches = None if country is None else hit.country == country
    distance = None if theatre is None else km_to_region(point, theatre.region)
    reasons = (
        _as_asked(country, matches=matches),
        words.by_part(words.READINGS[hit.reading.name], hit.part),
        words.CURATED if hit.origin is Origin.CURATED else "",
        words.MATCHES[hit.match.name],
        hit.installation or hit.kind,
        words.people(hit.population) if hit.population else "",
        _distance_in_words(distance),
    )
    town = hit.reading in (Reading.PLACE, Reading.WORDS) and not hit.installation
    notes = dict.fromkeys([not_the_base] * town + [each.note for each in (hit, *agreeing) if each.note])
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
