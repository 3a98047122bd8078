"""One name in several countries: units of their own, or one unit that moved. A mark says which was assumed.

Two rows with one name are about two units if they are in different countries at the same time, or if they
have no nation in common. Otherwise they are about one unit that moved from one country to the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from eastflank import dates
from eastflank.intake.tables.agreement import moved_units
from eastflank.intake.tables.agreement.area_periods import AreaPeriods, Period
from eastflank.intake.tables.cells.problems import RowMark
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.identities import folded
from eastflank.intake.tables.rows.kinds_of_unit import is_of_kind
from eastflank.intake.tables.target.against import Against
from eastflank.intake.tables.target.earlier_files import EarlierFiles
from eastflank.intake.tables.target.units import HeldUnits, Hosts, Presence, is_there
from eastflank.words.chosen import parts_in_tables as of_parts
from eastflank.words.chosen import rows_of_tables as words

_NAMED = 4
"""The most countries that a mark names."""


def told_apart(
    entries: Sequence[TableEntry], fields: Mapping[str, str], against: Against, file: str
) -> Iterator[TableEntry]:
    """The entries. If a name is in several countries, each entry says which unit it is about.

    `file` is the name of the file.
    """
    held = HeldUnits(against.dataset)
    by_name: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for entry in entries:
        if is_named(entry):
            by_name[folded(entry.name)].add(entry.host)
    ids = {own: name for name in by_name for own in held.by_name.get(name, ())}
    claimed: defaultdict[str, list[Presence]] = defaultdict(list)
    for one in held.statements(ids) if ids else ():
        claimed[ids[one.deployment]].append(one)
    found: dict[str, _Name] = {}
    for name, stated in by_name.items():
        areas = _areas([*map(frozenset, stated), *(one.hosts for one in claimed[name])])
        if len(set(areas.values())) > 1:
            found[name] = _Name(areas, claimed[name], held)
    if not found:
        yield from entries
        return
    rows: defaultdict[str, list[TableEntry]] = defaultdict(list)
    for entry in entries:
        if entry.name and (name := folded(entry.name)) in found:
            rows[name].append(entry)
    files = EarlierFiles(against.dataset, file)
    for name, each in found.items():
        each.came_from = moved_units.came_from(rows[name], claimed[name], held, files)
    day = against.known.day
    told = [found.get(folded(each.name)) if is_named(each) else None for each in entries]
    for entry, name_ in zip(entries, told, strict=True):
        if name_ is not None:
            name_.rows.append(statement(entry, day))
    for entry, name_ in zip(entries, told, strict=True):
        yield entry if name_ is None else _decided(entry, name_, fields, against)


def _decided(entry: TableEntry, name: _Name, fields: Mapping[str, str], against: Against) -> TableEntry:
    row = statement(entry, against.known.day)
    area = name.area(row)
    if name.came_from:
        kind, others = "a move between files", Hosts(name.came_from)
    elif name.is_apart:
        kind, others = "one name", Hosts() if area in name.known else name.other_hosts(area)
    else:
        kind, others = "a move", name.moved_between(row)
    marks = entry.marks
    if others:
        named = sorted(against.known.names.name_of(code) for code in others)
        where = words.countries(named[:_NAMED], len(named) - _NAMED)
        only_before = kind == "one name" and not others & name.stated
        told = of_parts.ONE_NAME_BEFORE if only_before else words.MARKS[kind]
        said = told.format(name=entry.name, host=where)
        marks = (*marks, RowMark(entry.sheet, entry.line, fields.get("name", ""), entry.name, kind, said))
    if not others and not name.is_apart:
        return entry
    return entry._replace(marks=marks, apart=tuple(sorted(area)) if name.is_apart else ())


class _Name:
    """What the rows and the dataset state of one name that is in several countries."""

    def __init__(self, areas: Mapping[str, Hosts], claimed: Sequence[Presence], held: HeldUnits) -> None:
        self._areas, self._claimed, self._held = areas, claimed, held
        self.rows: list[Presence] = []
        self.came_from = Hosts()
        """Where an earlier file has the only unit of this name, if it certainly moved; none if it did not."""
        homes = {one.deployment: held.homes.get(one.deployment, Hosts()) for one in claimed}
        self._homes = {own: areas[min(home)] for own, home in homes.items() if home}

    def area(self, one: Presence) -> Hosts:
        """The countries that belong together with those of a statement."""
        return self._areas[min(one.hosts)] if one.hosts else Hosts()

    @cached_property
    def is_apart(self) -> bool:
        """Whether there is a unit of this name in each area. No row may be added afterwards."""
        if self.came_from:
            return False
        known = len(set(self._homes.values())) > 1
        return known or self._at_one_time() or self._of_other_nations()

    @cached_property
    def known(self) -> frozenset[Hosts]:
        """The areas in which the dataset has units of this name, one at a place, that it has nowhere else."""
        seen: defaultdict[str, set[Hosts]] = defaultdict(set)
        for one in self._claimed:
            seen[one.deployment].add(self.area(one))
        owners = Counter((home, self._held.places.get(own, "")) for own, home in self._homes.items())
        unclear = {home for (home, _), number in owners.items() if number > 1}
        unclear |= {home for own, home in self._homes.items() if seen[own] != {home}}
        return frozenset(self._homes.values()) - unclear

    @cached_property
    def stated(self) -> Hosts:
        """The countries that the rows of the file name, and those that belong together with them."""
        return Hosts().union(*map(self.area, self.rows))

    def other_hosts(self, area: Hosts) -> Hosts:
        """The countries of the other units."""
        return frozenset(self._areas) - area

    def moved_between(self, row: Presence) -> Hosts:
        """Where the unit was just before, if not in the row's area; or just after, as the dataset has it."""
        area = self.area(row)
        if self._claims.has(area, row.first, row.last):
            return Hosts()
        told = (self._rows.before(row.first), self._claims.before(row.first))
        newest = max(day for day, _ in told)
        before = frozenset[Hosts]().union(*(areas for day, areas in told if day == newest))
        after = self._claims.after(row.last)
        return Hosts().union(*(one for near in (before, after) if area not in near for one in near))

    @cached_property
    def _claims(self) -> AreaPeriods:
        return AreaPeriods(map(self._period, self._claimed))

    @cached_property
    def _rows(self) -> AreaPeriods:
        return AreaPeriods(map(self._period, self.rows))

    def _period(self, one: Presence) -> Period:
        return self.area(one), one.first, one.last

    def _at_one_time(self) -> bool:
        """Whether the name is in two areas at the same time: in two rows, or in a new row and a claim."""
        rows = {self._period(one) for one in self.rows if one.there}
        claims = AreaPeriods(self._period(one) for one in self._claimed if one.there)
        return AreaPeriods(rows).meet() or any(
            claims.elsewhere(*row) and not self._claims.has(*row) for row in rows
        )

    def _of_other_nations(self) -> bool:
        """Whether two areas have no nation in common, as far as stated, and no unit of the dataset."""
        nations: defaultdict[Hosts, set[str]] = defaultdict(set)
        units: defaultdict[Hosts, set[str]] = defaultdict(set)
        for one in (*self.rows, *self._claimed):
            nations[self.area(one)] |= one.nations
            units[self.area(one)] |= {one.deployment} - {""}
        areas = sorted((area for area in nations if nations[area]), key=sorted)
        return any(
            not nations[area] & nations[other] and not units[area] & units[other]
            for at, area in enumerate(areas)
            for other in areas[at + 1 :]
        )


def is_named(entry: TableEntry) -> bool:
    """Whether its name is to be told apart. One of a kind of unit says its nation and place anyway."""
    return bool(entry.name) and not entry.id and not entry.problems and not is_of_kind(entry)


def _areas(stated: Iterable[Hosts]) -> Mapping[str, Hosts]:
    """By country, the countries that belong together: rows that name several countries join them."""
    found: dict[str, Hosts] = {}
    for one in set(stated):
        joined = one.union(*(found.get(code, Hosts()) for code in one))
        found.update(dict.fromkeys(joined, joined))
    return found


def statement(entry: TableEntry, day: date) -> Presence:
    """What a row states. Without a date or a period it is about the day of the table."""
    if entry.date:
        first, last = dates.bounds(entry.date)
    elif entry.starts or entry.ends:
        first = dates.bounds(entry.starts).first if entry.starts else None
        last = dates.bounds(entry.ends).last if entry.ends else max(first or day, day)
    else:
        first = last = day
    nations = {*entry.nation, *entry.lead, *(one.nation for one in entry.contingents)}
    days = first or date.min, last or date.max
    return Presence(frozenset(entry.host), *days, frozenset(nations), is_there(entry.status))
