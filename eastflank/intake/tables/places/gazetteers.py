"""Looks up what the words for a place mean: in the dataset, and in the tables that come with Eastflank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from geopy.distance import geodesic

from eastflank.gazetteer import lookup
from eastflank.gazetteer.errors import NotAPlace, NothingAsked
from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.gazetteer.hit import Match, Origin, Reading
from eastflank.gazetteer.locatives import nominatives
from eastflank.gazetteer.ranking import Candidate, undecided
from eastflank.intake.tables.cells.place_parts import (
    in_a_country,
    is_no_single_place,
    near_which,
    something_near,
)
from eastflank.intake.tables.cells.problems import wrong
from eastflank.intake.tables.places import places_in_one_cell
from eastflank.intake.tables.places.found_places import (
    CHOICES,
    ONE_PLACE_KM,
    Ask,
    PlaceChoice,
    PlaceSpot,
    decided,
    found_as,
    listed,
    spot_of,
)
from eastflank.intake.tables.places.places_in_one_cell import KnownPart, is_one
from eastflank.intake.tables.rows.place_words import another_country
from eastflank.model import Theatre
from eastflank.names.answers import Decided
from eastflank.names.countries import CountryNames
from eastflank.reading.folding import fold
from eastflank.words.chosen import places_of_rows, rows_of_tables

_MOST_KEPT = 20_000


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
        """The place of words, read with what they say about it: its country, or that it is only near."""
        if (fold(words_), country) in self.unlocated:
            return self._looked_up(words_, country)  # as a person chose before
        if is_no_single_place(words_):
            return _no_point(words_, country)
        if rest := near_which(words_):
            return self._near(rest, country, words_)
        hosts = (country,) if country else ()
        other = another_country(words_, hosts, self.names)
        if other:
            found = self._candidates(words_, country)
            known = () if isinstance(found, PlaceSpot) else found
            return PlaceChoice(
                other, tuple(each for each in known if each.country == country and _is_whole(each))
            )
        if both := in_a_country(words_, self.names):
            named = self.names.look_up(both.country)
            return self.place(both.place, named.iso3 if isinstance(named, Decided) else country)
        return self._looked_up(words_, country)

    def _looked_up(self, words_: str, country: str) -> PlaceSpot | PlaceChoice:
        hosts = (country,) if country else ()
        if self.names.knows(words_) and not another_country(words_, hosts, self.names):
            return PlaceSpot("", country, None, "country", "", "", "")
        found = self._candidates(words_, country)
        if isinstance(found, PlaceSpot):
            return found
        inside = tuple(each for each in found if not country or each.country == country)
        if not any(map(_is_whole, inside)) and (meant := self._inflected(words_, country)):
            return meant
        best = undecided(inside) if inside else ()
        near = [each for each in best if geodesic(each.point, best[0].point).km <= ONE_PLACE_KM]
        several = self._several(words_, country, best)
        if (
            isinstance(several, PlaceSpot)
            and several.point is not None
            and best[0].reading is not Reading.WHOLE
        ):
            return several
        if best and len(near) == len(best) and _is_whole(best[0]):
            if several is None or best[0].reading is Reading.WHOLE:
                return spot_of(best[0], country, _better_known(best[0], found))
            if not places_in_one_cell.are_apart(words_):
                return spot_of(best[0], country, found_as(best[0]))
        if several is not None:
            return several
        if inside and (rest := something_near(words_)):
            return self._near(rest, country, words_)
        uncertain = bool(inside) and not country and not _is_whole(inside[0])
        if not inside and (fold(words_), country) in self.unlocated:
            return decided(None, words_, country)
        if not inside or uncertain:
            return self._elsewhere(words_, country, found)
        if len(near) == len(best):
            return spot_of(best[0], country, f"{found_as(best[0])} {best[0].note}".strip())
        return _of_namesakes(best, country)

    def _inflected(self, words_: str, country: str) -> PlaceSpot | None:
        """The one place in the host that is meant by a name as it stands in a sentence; None if it is none.

        That is certain if a curated list has the place; any other one is a guess.
        """
        exact: list[tuple[str, Candidate]] = []
        for form in nominatives(words_, country):
            found = self._candidates(form, country)
            known = () if isinstance(found, PlaceSpot) else found
            exact += [(form, each) for each in known if each.country == country and _is_exact(each)]
        if not exact or any(geodesic(each.point, exact[0][1].point).km > ONE_PLACE_KM for _, each in exact):
            return None
        spot = self._looked_up(exact[0][0], country)  # as if the list had this form
        if isinstance(spot, PlaceChoice) or spot.point is None:
            return None
        curated = {each.id for _, each in exact if each.origin is Origin.CURATED}
        if spot.mark or spot.id in curated:
            return spot
        return replace(spot, mark=found_as(exact[0][1]), kind="a place near")

    def _near(self, rest: str, country: str, words_: str) -> PlaceSpot | PlaceChoice:
        """The surroundings of a place: its point, as that of a region, and a mark."""
        found = self.place(rest, country)
        if isinstance(found, PlaceChoice) or found.point is None:
            return found
        near = rows_of_tables.MARKS["near a place"].format(value=words_, place=found.name)
        return replace(
            found,
            name=places_of_rows.area_of(found.name),
            precision="region",
            geocoder="curated",
            id="",
            note=places_of_rows.position_of(found.name),
            mark=" ".join(filter(None, (near, found.mark))),
            kind="near a place",
        )

    def _candidates(self, words_: str, country: str) -> tuple[Candidate, ...] | PlaceSpot:
        try:
            return lookup.candidates(words_, country or None, self.geocoders, None, self.names, self.theatre)
        except NotAPlace:
            return _no_point(words_, country)
        except NothingAsked:
            return ()

    def _several(
        self, words_: str, country: str, best: Sequence[Candidate]
    ) -> PlaceSpot | PlaceChoice | None:
        """The mark of a cell with several places, at least one of them known; None if it is another cell.

        Places as near to each other as a base and its town are kept at one of them, the `best`; with the same
        name they are one place. Others are kept with the country; without one it is a problem.
        """
        parts = places_in_one_cell.parts_of(words_, commas=bool(country))
        known = [KnownPart(part, place) for part in parts if (place := self._part(part, country))]
        unknown = [part for part in parts if part not in {one.said for one in known}]
        if unknown:  # “Адажи / Adazi”: the first is only similar to a name, but means the second
            alike = [
                KnownPart(part, one) for part in unknown if (one := self._part(part, country, Match.ALIKE))
            ]
            again = {one.said for one in alike if any(is_one((one, other)) for other in known)}
            unknown = [part for part in unknown if part not in again]
        if not known or (unknown and not places_in_one_cell.are_listed(words_)):
            return None
        named = places_of_rows.places_together(parts)
        if not unknown and places_in_one_cell.are_near(known):
            kept = best[0] if best else known[0].place
            if is_one(known) or places_in_one_cell.is_address(words_, known, kept):
                return None
            said = rows_of_tables.MARKS["places near each other"].format(places=named, place=kept.name)
            return replace(spot_of(kept, country, said), kind="places near each other")
        if not country:
            return PlaceChoice(wrong("several places, no host", places=named), ())
        kind = "several places, not all known" if unknown else "several places"
        said = rows_of_tables.MARKS[kind].format(
            places=named, unknown=places_of_rows.places_together(unknown)
        )
        return PlaceSpot("", country, None, "none", "", "", "", said, kind)

    def _part(self, part: str, country: str, worst: Match | None = None) -> Candidate | None:
        """The place that a part of a cell names, certainly or with the `worst` match; None: it names none."""
        found = self._candidates(part, country)
        inside = (
            each
            for each in (() if isinstance(found, PlaceSpot) else found)
            if (each.country == country if country else each.reading is Reading.WHOLE)
            and each.precision in ("site", "town")
            and (each.match is not Match.ALIKE or worst is Match.ALIKE)
        )
        return next(inside, None)

    def _elsewhere(self, words_: str, country: str, found: Sequence[Candidate]) -> PlaceChoice:
        named = tuple(
            each for each in found if each.match is not Match.ALIKE and each.reading is Reading.WHOLE
        )
        if named and country:
            problem = wrong("a place elsewhere", host=self.names.name_of(country), choices=listed(named))
            return PlaceChoice(problem, named)
        alike = list(lookup.near_names(words_, self.geocoders))[:CHOICES]
        suggestion = places_of_rows.perhaps(alike) if alike else places_of_rows.CORRECT_THE_PLACE
        return PlaceChoice(wrong("no place", alike=suggestion), ())


def _is_whole(candidate: Candidate) -> bool:
    """Whether it certainly matches the name: the whole name, or the base in it."""
    return candidate.match is not Match.ALIKE and candidate.reading in (Reading.WHOLE, Reading.BASE)


def _is_exact(candidate: Candidate) -> bool:
    """Whether the whole name is its name, letter by letter."""
    return candidate.match is not Match.ALIKE and candidate.reading is Reading.WHOLE


def _no_point(words_: str, country: str) -> PlaceSpot:
    """Words that name no single place: only the country is kept."""
    said = rows_of_tables.MARKS["no point"].format(value=words_)
    return PlaceSpot("", country, None, "none", "", "", "", said, "no point")


def _of_namesakes(best: tuple[Candidate, ...], country: str) -> PlaceSpot | PlaceChoice:
    """Which of several places of one name is meant: a base of this very name at the largest of them.

    That is a guess, and names the others. Otherwise a person must choose.
    """
    largest = max(best, key=lambda one: one.population or 0)
    bases = [
        each
        for each in best
        if each.installation and _is_whole(each) and geodesic(each.point, largest.point).km <= ONE_PLACE_KM
    ]
    if country and len(bases) == 1 and largest.population:
        others = [each for each in best if geodesic(each.point, largest.point).km > ONE_PLACE_KM]
        return spot_of(bases[0], country, places_of_rows.of_namesakes(found_as(bases[0]), listed(others)))
    kind = "an ambiguous place" if country else "an ambiguous place, no host"
    if best[0].reading is not Reading.WHOLE and len({fold(each.name) for each in best}) > 1:
        kind = "perhaps several places"
    return PlaceChoice(wrong(kind, choices=listed(best)), best)


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
    return places_of_rows.better_known(found_as(candidate), listed([largest]))
