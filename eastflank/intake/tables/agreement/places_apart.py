"""One name at several places of a country: a unit at each place, if they are of different nations.

Rows with one name are about one unit if they name the same place, or none; or if one nation sends them all. A
unit of several nations may move too. So there is a unit at each place if different nations are at two
places at the same time, or if two places have no nation in common. A mark says so.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from eastflank.intake.tables.agreement.namesakes import is_named, statement
from eastflank.intake.tables.cells.problems import RowMark
from eastflank.intake.tables.places.found_places import Ask, PlaceSpot
from eastflank.intake.tables.places.sites import Sites
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.identities import folded
from eastflank.intake.tables.rows.kinds_of_unit import senders
from eastflank.intake.tables.target.against import Against
from eastflank.intake.tables.target.units import HeldUnits, Hosts, Presence
from eastflank.words.chosen import rows_of_tables as words

_NAMED = 4
"""The most places that a mark names."""
_Name = tuple[str, Hosts]
"""A folded name, and the countries where its unit is."""


class _Stay(NamedTuple):
    """Whose troops are at a place, as a row or a claim has it."""

    site: str
    """Empty: no place is named."""
    nations: Hosts
    when: Presence


def told_apart(
    entries: Sequence[TableEntry],
    spots: Mapping[Ask, PlaceSpot],
    fields: Mapping[str, str],
    against: Against,
) -> tuple[TableEntry, ...]:
    """The entries. If a name is at several places of a country, each entry says which unit it is about."""
    held = HeldUnits(against.dataset)
    names = _in_question(entries, held)
    if not names:
        return tuple(entries)
    at_name: defaultdict[_Name, list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        if is_named(entry) and (name := _name_of(entry)) in names:
            at_name[name].append(at)
    claims = _claims(at_name, held)
    told = list(entries)
    for name, rows in at_name.items():
        units = _Units([entries[at] for at in rows], claims.get(name, ()), Sites(spots), against, held)
        if units.are_apart:
            for number, at in enumerate(rows):
                told[at] = units.decided(entries[at], number, fields.get("name", ""))
    return tuple(told)


def _name_of(entry: TableEntry) -> _Name:
    return folded(entry.name), frozenset(entry.apart or entry.host)


def _in_question(entries: Iterable[TableEntry], held: HeldUnits) -> frozenset[_Name]:
    """The names that may be at several places of a country: the others need no look at all claims."""
    places: defaultdict[_Name, set[object]] = defaultdict(set)
    nations: defaultdict[_Name, set[tuple[str, ...]]] = defaultdict(set)
    met = set()
    for entry in entries:
        said = entry.name, entry.host, entry.apart, entry.place, entry.point, entry.nation, entry.lead
        if said not in met and is_named(entry):  # in a long table most rows repeat another one
            met.add(said)
            name = _name_of(entry)
            places[name].add(folded(entry.place) or entry.point)
            nations[name].add(senders(entry))
    found = set()
    for name, named in places.items():
        ids = [own for own in held.by_name.get(name[0], ()) if _home(own, held) & name[1]]
        senders_ = nations[name].union(*(map(_single, held.senders.get(own, ())) for own in ids))
        if len(ids) > 1 or (len(senders_) > 1 and (len(named) > 1 or (ids and named - {None, ""}))):
            found.add(name)
    return frozenset(found)


def _single(nation: str) -> tuple[str, ...]:
    return (nation,)


def _home(own: str, held: HeldUnits) -> Hosts:
    return held.homes.get(own) or held.former_homes.get(own, Hosts())


def _claims(names: Collection[_Name], held: HeldUnits) -> Mapping[_Name, Sequence[Presence]]:
    """What the claims of the dataset state of units with these names."""
    by_name: defaultdict[str, list[_Name]] = defaultdict(list)
    for name in names:
        by_name[name[0]].append(name)
    owner = {own: name for name in by_name for own in held.by_name.get(name, ())}
    found: defaultdict[_Name, list[Presence]] = defaultdict(list)
    for one in held.statements(owner) if owner else ():
        for name in by_name[owner[one.deployment]]:
            if one.hosts & name[1]:
                found[name].append(one)
    return found


class _Units:
    """The units of one name in one country."""

    def __init__(
        self,
        entries: Sequence[TableEntry],
        claims: Sequence[Presence],
        sites: Sites,
        against: Against,
        held: HeldUnits,
    ) -> None:
        places, self._day = against.dataset.places_by_id, against.known.day
        self._sites = sites
        taking_part = held.contingents([one.claim for one in claims])
        self._claims = [
            _Stay(
                sites.of_claim(places.get(one.place)),
                one.nations or taking_part.get(one.claim, Hosts()),
                one,
            )
            for one in claims
        ]
        self._rows = [self._stay(entry) for entry in entries]
        self._homes = {}
        name = _name_of(entries[0])
        for own in sorted(held.by_name.get(name[0], ())):
            if _home(own, held) & name[1]:
                self._homes[own] = sites.of_claim(places.get(held.places.get(own, "")))
        seen: defaultdict[str, set[str]] = defaultdict(set)
        for stay in self._claims:
            seen[stay.when.deployment].add(stay.site)
        self._at_home = Counter(self._homes.values())
        self._unit_at = {site: own for own, site in reversed(self._homes.items())}
        self._known = {
            site for own, site in self._homes.items() if self._at_home[site] == 1 and seen[own] == {site}
        }
        self._of_nation: defaultdict[Hosts, set[str]] = defaultdict(set)
        for stay in (*self._rows, *self._claims):
            if stay.site:
                self._of_nation[stay.nations].add(stay.site)

    def _stay(self, entry: TableEntry) -> _Stay:
        nations = senders(entry) or tuple(one.nation for one in entry.contingents)
        return _Stay(self._sites.of_row(entry), frozenset(nations), statement(entry, self._day))

    @property
    def are_apart(self) -> bool:
        """Whether there is a unit of this name at each place."""
        if len({site for site in self._homes.values() if site}) > 1:
            return True
        rows, claims = (
            [one for one in stays if one.site and one.nations] for stays in (self._rows, self._claims)
        )
        known = {one.site for one in claims}
        fresh = [one for one in rows if one.site not in known]
        return (
            _meet(rows)
            or (bool(fresh) and _meet([*fresh, *claims]))
            or _have_nothing_in_common((*rows, *claims))
        )

    def decided(self, entry: TableEntry, number: int, heading: str) -> TableEntry:
        """The entry of this number, with its unit. A mark says so, unless the dataset has that unit there."""
        stay = self._rows[number]
        sites = self._of_nation[stay.nations]
        site = stay.site or (next(iter(sites)) if len(sites) == 1 else "")
        told = entry._replace(site=site, unit=self._unit_at.get(site, ""))
        others = sorted({one.site for one in (*self._rows, *self._claims)} - {site, ""})
        if site in self._known or not others:
            return told
        where = words.countries(others[:_NAMED], len(others) - _NAMED)
        kind = "one name in a country"
        said = words.MARKS[kind].format(name=entry.name, place=where)
        mark = RowMark(entry.sheet, entry.line, heading, entry.name, kind, said)
        return told._replace(marks=(*told.marks, mark))


def _meet(stays: Iterable[_Stay]) -> bool:
    """Whether different nations are at two places at the same time."""
    there: list[tuple[object, int, _Stay]] = []
    sites: Counter[str] = Counter()
    nations: Counter[Hosts] = Counter()
    both: Counter[tuple[str, Hosts]] = Counter()

    def count(stay: _Stay, by: int) -> None:
        sites[stay.site] += by
        nations[stay.nations] += by
        both[stay.site, stay.nations] += by

    present = sorted((one for one in stays if one.when.there), key=lambda one: one.when.first)
    for number, stay in enumerate(present):
        while there and there[0][2].when.last < stay.when.first:
            count(heapq.heappop(there)[2], -1)
        here = sites[stay.site] + nations[stay.nations] - both[stay.site, stay.nations]
        if len(there) > here:
            return True
        heapq.heappush(there, (stay.when.last, number, stay))
        count(stay, 1)
    return False


def _have_nothing_in_common(stays: Iterable[_Stay]) -> bool:
    """Whether the places fall into groups with no nation, and no unit of the dataset, in common."""
    above: dict[str, str] = {}

    def top(fact: str) -> str:
        while above.setdefault(fact, fact) != fact:
            above[fact] = above[above[fact]]
            fact = above[fact]
        return fact

    sites = set()
    for stay in stays:
        sites.add(f"at {stay.site}")
        for fact in (*(f"of {nation}" for nation in stay.nations), f"as {stay.when.deployment}"):
            if fact != "as ":
                above[top(fact)] = top(f"at {stay.site}")
    return len({top(site) for site in sites}) > 1
