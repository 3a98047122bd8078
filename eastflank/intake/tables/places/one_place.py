"""Different words for one place in one table: “Ādaži” and “Camp Ādaži” are one place, and one unit there."""

from __future__ import annotations

import functools
import itertools
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from geopy.distance import geodesic

from eastflank.gazetteer.parts import take_apart
from eastflank.intake.tables.cells.problems import RowMark
from eastflank.intake.tables.places.found_places import ONE_PLACE_KM, Ask, PlaceSpot
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.identities import folded
from eastflank.model import Point
from eastflank.words.chosen import imported_claims, rows_of_tables

SAME_SPOT_KM = 1.0
"""Two geocoders give the same town a slightly different point."""
_NO_DISTANCE_KM = 0.01
"""The record has fewer digits of a point than the gazetteer."""
EXACT = ("site", "town")
"""The more exact of two known positions comes first."""


def joined(
    entries: Iterable[TableEntry], spots: Mapping[Ask, PlaceSpot], heading: str, chosen: Container[Ask] = ()
) -> tuple[tuple[TableEntry, ...], dict[Ask, PlaceSpot]]:
    """The entries with one name for each place, and the places by these names.

    Words are of one place if they mean the same spot, or if they differ only in a word for a kind of base and
    mean spots that are near to each other. The shortest words are the name, for they are the likeliest in the
    next file too; the most exact spot is the place. A row whose words are not the name of the place that was
    found keeps its words in its note. A row whose own words mean another spot gets a mark. `heading` is that
    of the column of places. The words in `chosen` stay as they are: a person chose their place.
    """
    named = dict(spots)
    names: dict[Ask, Ask] = {}
    for group in _groups({ask: spot for ask, spot in spots.items() if ask not in chosen}):
        own = min(group, key=lambda ask: (len(ask[0]), ask))
        named[own] = min((spots[ask] for ask in group), key=lambda spot: EXACT.index(spot.precision))
        names |= dict.fromkeys(group, own)
    return tuple(_renamed(entries, spots, named, names, heading)), named


def _groups(spots: Mapping[Ask, PlaceSpot]) -> Iterator[list[Ask]]:
    """The words of each place that has several."""
    known = {ask: known_words(ask, spot) for ask, spot in spots.items() if is_certain(spot)}
    near: defaultdict[tuple[str, str, str], list[Ask]] = defaultdict(list)
    for ask, told in known.items():
        near["core", told.core, ask[1]].append(ask)
        near["name", folded(told.spot.name), ask[1]].append(ask)
        near["id", f"{told.spot.geocoder} {told.spot.id}", ask[1]].append(ask)
    group_of = {ask: [ask] for ask in known}
    for asks in near.values():
        for one, other in itertools.combinations(asks, 2):
            if group_of[one] is not group_of[other] and is_same(known[one], known[other]):
                group_of[one] += group_of[other]
                group_of.update(dict.fromkeys(group_of[other], group_of[one]))
    for group in {id(each): each for each in group_of.values()}.values():
        bases = [known[ask] for ask in group if known[ask].kinds]
        if len({folded(words) for words, _ in group}) > 1 and all(
            itertools.starmap(is_same, itertools.combinations(bases, 2))
        ):
            yield group


def is_certain(spot: PlaceSpot) -> bool:
    """Whether the words certainly mean this spot: “Camp Nord near Riga” is found as Riga, but is not Riga."""
    return spot.precision in EXACT and spot.point is not None and spot.kind in ("", "a host by place")


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What words for a place say, and the spot that they mean."""

    core: str
    kinds: tuple[str, ...]
    spot: PlaceSpot


def known_words(ask: Ask, spot: PlaceSpot) -> KnownWords:
    """What the words of `ask` say of the kind of place, with their spot."""
    parts = take_apart(ask[0])
    return KnownWords(parts.core or folded(ask[0]), parts.kinds, spot)


def is_same(one: KnownWords, other: KnownWords) -> bool:
    """Whether two words are of one place.

    An air base and a naval base of one town are two places, but the town's name alone can mean either.
    """
    apart = km(one.spot.point, other.spot.point)
    if apart <= _NO_DISTANCE_KM and one.spot.precision == other.spot.precision == "site":
        return True
    if one.kinds and other.kinds and one.kinds != other.kinds:
        return False
    if one.core == other.core:
        return apart <= ONE_PLACE_KM
    return folded(one.spot.name) == folded(other.spot.name) and apart <= SAME_SPOT_KM


def km(one: Point | None, other: Point | None) -> float:
    """The kilometres between two points; infinite if one is not known."""
    if one == other:
        return 0.0
    return float(geodesic(one, other).km) if one and other else float("inf")


def _renamed(
    entries: Iterable[TableEntry],
    spots: Mapping[Ask, PlaceSpot],
    named: Mapping[Ask, PlaceSpot],
    names: Mapping[Ask, Ask],
    heading: str,
) -> Iterator[TableEntry]:
    for entry in entries:
        ask = entry.place, entry.host[0] if len(entry.host) == 1 else ""
        if ask not in names and (entry.place, "") in names:
            ask = entry.place, ""
        if entry.point is not None or ask not in names:
            yield _in_own_words(entry, spots.get(ask) or spots.get((entry.place, "")), heading)
            continue
        own, spot = names[ask], named[names[ask]]
        told = _in_own_words(entry, spot, heading, own[0])
        if folded(own[0]) != folded(entry.place):
            told = told._replace(place=own[0])
        if km(spots[ask].point, spot.point) > SAME_SPOT_KM:
            said = rows_of_tables.MARKS["one place"].format(value=entry.place, place=spot.name)
            mark = RowMark(entry.sheet, entry.line, heading, entry.place, "one place", said)
            told = told._replace(marks=(*told.marks, mark))
        yield told


def _in_own_words(entry: TableEntry, spot: PlaceSpot | None, heading: str, name: str = "") -> TableEntry:
    """The entry with its words for the place in its note, if the place, or `name`, is called differently."""
    if entry.point is not None or spot is None or spot.point is None:
        return entry
    own = folded(entry.place)
    so_called = not name or own == folded(name)
    if so_called and (own == folded(spot.name) or _by_hand(heading) in entry.note):
        return entry  # a corrected cell has other words, and the note has them already
    said = imported_claims.place_in_other_words(entry.place)
    return entry._replace(note=imported_claims.sentences((entry.note, said)))


@functools.lru_cache(maxsize=4_096)
def _by_hand(heading: str) -> str:
    """How the sentence of a note ends that tells of a corrected cell in this column."""
    return imported_claims.MENDED.format(value="\n", heading=heading).partition("\n")[2]
