"""The deployments that the rows of a table describe: those of the dataset, and new ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from eastflank.intake.tables.rows import identities
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.identities import Identity, slug
from eastflank.intake.tables.rows.kinds_of_unit import in_a_sentence, is_of_kind, senders
from eastflank.intake.tables.target.new_rows import NewRows
from eastflank.intake.tables.target.units import HeldUnits, Hosts
from eastflank.words.chosen import imported_claims as words

_HOSTS = 3
"""The most countries that the id of a unit names."""


class NewDeployments:
    """The deployments of the dataset and those that the entries need."""

    def __init__(self, draft: NewRows, place_of: Callable[[TableEntry], str]) -> None:
        """`place_of` gives the id of an entry's place; empty: none."""
        self._draft, self._place_of = draft, place_of
        self._names = dict(draft.dataset.deployment_names)
        frame = draft.dataset.deployments
        self._sorts = dict(zip(frame["id"], frame["sort"], strict=True))
        self._held = HeldUnits(draft.dataset)
        self._by_name = dict(self._held.by_name)
        self._new_homes: dict[str, Hosts] = {}
        self._new_sites: dict[Identity, str] = {}
        """New units of a name that others in their country have too, by name, countries and place."""
        self._kept: set[str] = set()
        """Deployments whose name is only a kind of unit, each found again by one nation and place."""
        self._found: dict[Identity, tuple[str, str]] = {}
        self.new_names: dict[str, str] = {}
        """By the id of a unit of the dataset its new name, where a person says that it has one."""

    def id_of(self, entry: TableEntry, key: Identity) -> tuple[str, str]:
        """The id of an entry's deployment and its sort; a new one is recorded for insertion."""
        if key not in self._found:
            own = self._made(entry, key)
            self._found[key] = own, self._sorts[own]
        return self._found[key]

    def _made(self, entry: TableEntry, key: Identity) -> str:
        of_kind = is_of_kind(entry)
        if site := self._site(entry):
            if entry.unit:
                return entry.unit
            if site in self._new_sites:
                return self._new_sites[site]
        name = self._named(entry) if of_kind or not entry.name else entry.name
        if entry.id and self._names.get(slug(entry.id)) == name:
            return slug(entry.id)
        if not entry.id and not site and (identifier := self._named_so(name, entry)):
            return identifier
        if (of_kind or not entry.name) and not entry.id and (identifier := self._at_its_place(entry)):
            return identifier
        if of_kind and (identifier := self._as_before(entry)):
            self._kept.add(identifier)
            return identifier
        is_unit = entry.name or entry.place or entry.point or entry.contingents or identities.is_led(entry)
        statistic = not is_unit
        sort = (
            entry.sort
            if entry.sort in ("unit", "group", "statistic")
            else "statistic"
            if statistic
            else "unit"
        )
        told = name if of_kind else entry.name or "-".join((*self._whose(entry), *entry.host, entry.place))
        wanted = slug(entry.id or told)
        if entry.apart:
            wanted = f"{wanted}-{'-'.join(entry.apart[:_HOSTS]).lower()}"
        if entry.site:
            wanted = f"{wanted}-{slug(entry.site)}"
        for earlier in identities.earlier_ids(wanted, key):
            if self._draft.dataset.deployment_names.get(earlier) == name:
                return earlier
        wanted = identities.free(wanted, key, self._names)
        return self._renamed(wanted, name) or self._inserted(entry, wanted, name, sort)

    def _renamed(self, wanted: str, name: str) -> str:
        """The unit of the dataset that has this name now; empty if no person says so."""
        if renamed := self._draft.origin.renamed.get(wanted, ""):
            self.new_names[renamed] = name
        return renamed

    def _inserted(self, entry: TableEntry, wanted: str, name: str, sort: str) -> str:
        """The id of a new unit, whose row is recorded for insertion."""
        note = words.NOTE_OF_STATISTIC if sort == "statistic" else words.NOTE_OF_DEPLOYMENT
        self._names[wanted], self._sorts[wanted] = name, sort
        same = identities.folded(name)
        self._by_name[same] = (*self._by_name.get(same, ()), wanted)
        self._new_homes[wanted] = frozenset(entry.apart or entry.host)
        if site := self._site(entry):
            self._new_sites[site] = wanted
        self._draft.rows["deployments"][wanted] = {
            "id": wanted,
            "name": name,
            "sort": sort,
            "kind": entry.kind or kind_of(sort, tuple(self._draft.dataset.theatre.kinds)),
            "note": note.format(name=self._draft.origin.file.name),
        }
        return wanted

    @staticmethod
    def _site(entry: TableEntry) -> Identity:
        """The name, the countries and the place of a unit whose name alone is not enough; empty: it is."""
        if entry.site is None:
            return ()
        return identities.folded(entry.name), *(entry.apart or entry.host), entry.site

    def _named_so(self, name: str, entry: TableEntry) -> str:
        """The deployment of that name; the one in the row's country if there are several; empty if unknown.

        A row without a name of its own is about its place: what has that name elsewhere is not meant.
        """
        ids = self._by_name.get(identities.folded(name), ())
        if len(ids) == 1 and entry.name and not entry.apart and not is_of_kind(entry):
            return ids[0]
        there = frozenset(entry.apart or entry.host)
        found = [own for own in ids if self._home(own) & there]
        if not found:  # an import that was undone had it there
            found = [own for own in ids if self._held.former_homes.get(own, frozenset()) & there]
        if not entry.apart and len(ids) == 1 and not self._home(ids[0]):
            found = list(ids)
        return found[0] if len(found) == 1 else ""

    def _as_before(self, entry: TableEntry) -> str:
        """The deployment of this nation alone that the dataset names only by its kind; empty: none."""
        held, whose = self._held, frozenset(senders(entry))
        found = [
            own
            for own in held.by_name.get(identities.folded(entry.name), ())
            if own not in self._kept and self._home(own) & frozenset(entry.host)
        ]
        return found[0] if len(found) == 1 and whose and held.senders.get(found[0]) == whose else ""

    def _at_its_place(self, entry: TableEntry) -> str:
        """The deployment of this kind and nation at its place, which an earlier file named in other words.

        Troops without a name of their own are found in the same way.
        """
        unit = (
            words.UNIT_AT.format(unit=self._unit(entry), place="")
            if is_of_kind(entry)
            else self._troops_at(entry, "")
        )
        ids = self._at_place.get(self._place_of(entry), ())
        found = [own for own in ids if self._names[own].casefold().startswith(unit.casefold())]
        return found[0] if len(found) == 1 else ""

    @cached_property
    def _at_place(self) -> Mapping[str, Sequence[str]]:
        """The deployments of the dataset by the places of their newest claims."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for own, place in self._held.places.items():
            found[place].append(own)
        return found

    def _home(self, identifier: str) -> Hosts:
        return self._new_homes.get(identifier) or self._held.homes.get(identifier, frozenset())

    def _unit(self, entry: TableEntry) -> str:
        """A unit of a kind with its nation: “Danish battalion”."""
        names = self._draft.names
        whose = (words.ADJECTIVES.get(code) or names.adjective_of(code) for code in senders(entry))
        return in_a_sentence(entry.name, words.together(whose))

    def _named(self, entry: TableEntry) -> str:
        names = self._draft.names
        host = words.together(names.name_of(code) for code in entry.host)
        place = entry.place or (f"{entry.point.lat:.2f}, {entry.point.lon:.2f}" if entry.point else "")
        if is_of_kind(entry):
            unit = self._unit(entry)
            return (words.UNIT_AT if place else words.UNIT_IN).format(unit=unit, place=place, host=host)
        if place:
            return self._troops_at(entry, place)
        sent = self._adjectives(entry)
        if identities.is_led(entry):
            return words.TROOPS_LED_IN.format(nation=sent, host=host)
        return (words.TROOPS_IN if sent else words.ALL_TROOPS_IN).format(nation=sent, host=host)

    @staticmethod
    def _whose(entry: TableEntry) -> tuple[str, ...]:
        """Whose troops those of a row without a name are: who leads them, or else who sends them."""
        return entry.lead if identities.is_led(entry) else entry.nation

    def _troops_at(self, entry: TableEntry, place: str) -> str:
        if identities.is_led(entry):
            return words.TROOPS_LED_AT.format(nation=self._adjectives(entry), place=place)
        sent = self._adjectives(entry)
        return (words.TROOPS_AT if sent else words.ALL_TROOPS_AT).format(nation=sent, place=place)

    def _adjectives(self, entry: TableEntry) -> str:
        return words.together(self._draft.names.adjective_of(code) for code in self._whose(entry))


def kind_of(sort: str, kinds: Sequence[str]) -> str:
    """The kind of a deployment whose row names none, among those of the dataset; the first if none fits."""
    wanted = "statistic" if sort == "statistic" else "presence"
    return wanted if wanted in kinds or not kinds else kinds[0]
