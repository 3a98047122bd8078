"""Places of entries; each different place is looked up once, offline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from geopy.distance import geodesic

from eastflank.gazetteer import lookup
from eastflank.gazetteer.errors import NotAPlace, NothingAsked
from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.gazetteer.hit import Match, Origin, Reading
from eastflank.gazetteer.ranking import Candidate, undecided
from eastflank.intake.tables.entries import TableEntry
from eastflank.intake.tables.place_words import another_country
from eastflank.intake.tables.problems import Problem, RowMark, Wrong, wrong
from eastflank.model import Point, Theatre
from eastflank.names.countries import CountryNames
from eastflank.reading.folding import fold
from eastflank.words.chosen import imported_claims, rows_of_tables

ONE_PLACE_KM = 15.0
"""Candidates that are this near to each other are one place: the town, and the base that is named after
it."""
_MOST_KEPT = 20_000
_CHOICES = 4
"""The most candidates that a message names."""
_SEVERAL = re.compile(r"\s*(?:;|/|\n|\+|&|\band\b|\bund\b|,|(?<=\s)[-–—](?=\s))\s*")
_APART = re.compile(r"[;/\n+&]|\b(?:and|und)\b|\s[-–—]\s")
"""Signs between places, never between a place and the region that it is in."""
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


@dataclass(frozen=True, slots=True)
class Gazetteers:
    """The tables in which places are looked up."""

    geocoders: tuple[PlaceGeocoder, ...]
    names: CountryNames
    theatre: Theatre
    unlocated: frozenset[Ask] = frozenset()
    """The folded names of places whose position the dataset does not know, each with its country."""
    kept: dict[Ask, PlaceSpot | PlaceChoice] = field(default_factory=dict, repr=False, compare=False)
    """Cached results, up to `_MOST_KEPT` places."""

    def place(self, words_: str, country: str) -> PlaceSpot | PlaceChoice:
        """The place that the words mean, or why that is not certain."""
        ask = words_, country
        if ask in self.kept:
            return self.kept[ask]
        found = self._place(words_, country)
        if len(self.kept) < _MOST_KEPT:
            self.kept[ask] = found
        return found

    def _place(self, words_: str, country: str) -> PlaceSpot | PlaceChoice:
        other = another_country(words_, (country,) if country else (), self.names)
        if not other and self.names.knows(words_):
            return PlaceSpot("", country, None, "country", "", "", "")
        found = self._candidates(words_, country)
        if isinstance(found, PlaceSpot):
            return found
        inside = tuple(each for each in found if not country or each.country == country)
        if other and (fold(words_), country) not in self.unlocated:
            return PlaceChoice(other, tuple(each for each in inside if _is_whole(each)))
        best = undecided(inside) if inside else ()
        near = [each for each in best if geodesic(each.point, best[0].point).km <= ONE_PLACE_KM]
        several = self._several(words_, country)
        if best and len(near) == len(best) and _is_whole(best[0]):
            if several is None or best[0].reading is Reading.WHOLE:
                return _spot(best[0], country, _better_known(best[0], found))
            if not _APART.search(words_):
                return _spot(best[0], country, _found_as(best[0]))
        if several is not None:
            return several
        uncertain = bool(inside) and not country and not _is_whole(inside[0])
        if not inside and (fold(words_), country) in self.unlocated:
            return decided(None, words_, country)  # as a person chose before
        if not inside or uncertain:
            return self._elsewhere(words_, country, found)
        if len(near) < len(best):
            return PlaceChoice(wrong("an ambiguous place", choices=_listed(best)), best)
        return _spot(best[0], country, f"{_found_as(best[0])} {best[0].note}".strip())

    def _candidates(self, words_: str, country: str) -> tuple[Candidate, ...] | PlaceSpot:
        try:
            return lookup.candidates(words_, country or None, self.geocoders, None, self.names, self.theatre)
        except NotAPlace:
            said = rows_of_tables.MARKS["no point"].format(value=words_)
            return PlaceSpot("", country, None, "none", "", "", "", said, "no point")
        except NothingAsked:
            return ()

    def _several(self, words_: str, country: str) -> PlaceSpot | None:
        """The mark of a cell with several places, each known in the country; None if it is another cell.

        Places as near to each other as a base and its town are one place.
        """
        parts = [part for part in _SEVERAL.split(words_) if part]
        if len(parts) < 2 or not country:  # noqa: PLR2004
            return None
        points: list[Point] = []
        for part in parts:
            found = self._candidates(part, country)
            inside = [
                each.point
                for each in (() if isinstance(found, PlaceSpot) else found)
                if each.country == country
                and each.precision in ("site", "town")
                and each.match is not Match.ALIKE
            ]
            if not inside:
                return None
            points.append(inside[0])
        if all(geodesic(points[0], point).km <= ONE_PLACE_KM for point in points):
            return None
        return PlaceSpot(
            "", country, None, "none", "", "", "", rows_of_tables.MARKS["several places"], "several places"
        )

    def _elsewhere(self, words_: str, country: str, found: Sequence[Candidate]) -> PlaceChoice:
        named = tuple(
            each for each in found if each.match is not Match.ALIKE and each.reading is Reading.WHOLE
        )
        if named and country:
            problem = wrong("a place elsewhere", host=self.names.name_of(country), choices=_listed(named))
            return PlaceChoice(problem, named)
        alike = list(lookup.near_names(words_, self.geocoders))[:_CHOICES]
        suggestion = rows_of_tables.perhaps(alike) if alike else rows_of_tables.CORRECT_THE_PLACE
        return PlaceChoice(wrong("no place", alike=suggestion), ())


def _is_whole(candidate: Candidate) -> bool:
    """Whether it certainly matches the name: the whole name, or the base in it."""
    return candidate.match is not Match.ALIKE and candidate.reading in (Reading.WHOLE, Reading.BASE)


def _spot(candidate: Candidate, country: str, mark: str) -> PlaceSpot:
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


def _found_as(candidate: Candidate) -> str:
    return rows_of_tables.found_as(
        candidate.name, candidate.country or "", candidate.installation or candidate.kind
    )


def _better_known(candidate: Candidate, found: Sequence[Candidate]) -> str:
    """Says that an older or foreign name belongs to a larger place elsewhere too; empty if it does not.

    A name that `former_names.csv` lists was chosen for its country: it is as good as the name of today.
    """
    if candidate.match is not Match.ALTERNATE or candidate.origin is not Origin.GAZETTEER:
        return ""
    larger = [
        each
        for each in found
        if (each.population or 0) > (candidate.population or 0)
        and each.match is not Match.ALIKE
        and each.reading is Reading.WHOLE
        and geodesic(each.point, candidate.point).km > ONE_PLACE_KM
    ]
    if not larger:
        return ""
    largest = max(larger, key=lambda one: one.population or 0)
    return rows_of_tables.better_known(_found_as(candidate), _listed([largest]))


def decided(candidate: Candidate | None, said: str, country: str) -> PlaceSpot:
    """The place that a person chose for the words `said` with a given country; None: only the country.

    A place without a point has no row of its own: its note keeps the words of the table.
    """
    if candidate is None:
        return PlaceSpot("", country, None, "none", "", "", imported_claims.country_chosen(said))
    spot = _spot(candidate, country or candidate.country or "", "")
    if spot.point is None:
        return replace(spot, note=imported_claims.country_chosen(said), mark="", kind="")
    return replace(
        spot, note=" ".join(filter(None, (spot.note, imported_claims.PLACE_CHOSEN))), mark="", kind=""
    )


def known_by_name(entries: Iterable[TableEntry]) -> dict[Ask, PlaceSpot]:
    """The places that an export of Eastflank knows by their names alone, in each of its rows."""
    asks: dict[Ask, bool] = {}
    for entry in entries:
        if ask := _ask(entry):
            asks[ask] = entry.by_name and asks.get(ask, True)
    return {ask: PlaceSpot("", ask[1], None, "none", "", "", "") for ask, alone in asks.items() if alone}


def _listed(candidates: Sequence[Candidate]) -> str:
    listed = [
        rows_of_tables.place_at(each.name, each.country or "", each.point.lat, each.point.lon)
        for each in candidates[:_CHOICES]
    ]
    return rows_of_tables.places_to_choose(listed, len(candidates) - len(listed))


def asked(entries: Iterable[TableEntry]) -> tuple[Ask, ...]:
    """Each different place to look up, once; also those of rows with a problem."""
    return tuple(dict.fromkeys(ask for entry in entries if (ask := _ask(entry))))


def _ask(entry: TableEntry) -> Ask | None:
    if not entry.place or entry.point is not None:
        return None
    return entry.place, entry.host[0] if len(entry.host) == 1 else ""


def placed(
    entries: Sequence[TableEntry],
    find: Callable[[str, str], PlaceSpot | PlaceChoice],
    heading: str,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[tuple[TableEntry, ...], Mapping[Ask, PlaceSpot | PlaceChoice]]:
    """The entries with their resolved places, and each place that was looked up.

    `heading` is that of the column of places. `progress` is called with how many places are done, and of how
    many.
    """
    asks = asked(entries)
    found: dict[Ask, PlaceSpot | PlaceChoice] = {}
    for number, ask in enumerate(asks, 1):
        found[ask] = find(*ask)
        progress(number, len(asks))
    return tuple(_placed(entries, found, heading)), found


def _placed(
    entries: Iterable[TableEntry], found: Mapping[Ask, PlaceSpot | PlaceChoice], heading: str
) -> Iterator[TableEntry]:
    for entry in entries:
        ask = _ask(entry)
        answer = found[ask] if ask else None
        match answer:
            case PlaceChoice(problem=problem):
                told = _told(entry, heading, problem)
                yield entry._replace(problems=(*entry.problems, told))
            case PlaceSpot():
                marks = entry.marks
                if answer.mark:
                    marks = (
                        *marks,
                        RowMark(entry.sheet, entry.line, heading, entry.place, answer.kind, answer.mark),
                    )
                host = entry.host or ((answer.country,) if answer.country else ())
                if not host and answer.point is None:
                    told = _told(entry, heading, wrong("nowhere"))
                    yield entry._replace(problems=(*entry.problems, told))
                elif answer.point is None and answer.note:
                    note = " ".join(filter(None, (entry.note, answer.note)))
                    yield entry._replace(marks=marks, host=host, note=note)
                elif marks is entry.marks and host is entry.host:
                    yield entry
                else:
                    yield entry._replace(marks=marks, host=host)
            case None:
                yield entry


def _told(entry: TableEntry, heading: str, found: Wrong) -> Problem:
    return Problem(entry.sheet, entry.line, heading, entry.place, found.kind, found.reason, found.suggestion)
