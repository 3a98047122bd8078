"""The deployments that the rows of a table describe: those of the dataset, and new ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from eastflank.intake.tables import identities
from eastflank.intake.tables.entries import TableEntry
from eastflank.intake.tables.identities import Identity, slug
from eastflank.intake.tables.new_rows import NewRows
from eastflank.reading.folding import fold
from eastflank.words.chosen import importing as words


class NewDeployments:
    """The deployments of the dataset and those that the entries need."""

    def __init__(self, draft: NewRows) -> None:
        self._draft = draft
        self._names = dict(draft.dataset.deployment_names)
        frame = draft.dataset.deployments
        self._sorts = dict(zip(frame["id"], frame["sort"], strict=True))
        by_name: defaultdict[str, list[str]] = defaultdict(list)
        for identifier, name in self._names.items():
            by_name[fold(name)].append(identifier)
        self._by_name = {name: found[0] for name, found in by_name.items() if len(found) == 1}
        self._found: dict[Identity, str] = {}

    def id_of(self, entry: TableEntry, key: Identity) -> tuple[str, str]:
        """The id of an entry's deployment and its sort; a new one is recorded for insertion."""
        if key not in self._found:
            self._found[key] = self._made(entry, key)
        return self._found[key], self._sorts[self._found[key]]

    def _made(self, entry: TableEntry, key: Identity) -> str:
        name = entry.name or self._named(entry)
        if entry.id and self._names.get(entry.id) == name:
            return entry.id
        identifier = self._by_name.get(fold(name), "")
        if identifier and not entry.id:
            return identifier
        statistic = not entry.name and not entry.place and entry.point is None
        sort = (
            entry.sort
            if entry.sort in ("unit", "group", "statistic")
            else "statistic"
            if statistic
            else "unit"
        )
        file = self._draft.origin.file.name
        wanted = slug(entry.id or (entry.name or "-".join((*entry.nation, *entry.host, entry.place))))
        if self._names.get(wanted, name) != name or wanted in self._names:
            wanted = f"{wanted}-{identities.checksum(*key)[:6]}"
        note = words.NOTE_OF_STATISTIC if sort == "statistic" else words.NOTE_OF_DEPLOYMENT
        self._names[wanted], self._sorts[wanted] = name, sort
        self._by_name.setdefault(fold(name), wanted)
        self._draft.rows["deployments"][wanted] = {
            "id": wanted,
            "name": name,
            "sort": sort,
            "kind": entry.kind or kind_of(sort, tuple(self._draft.dataset.theatre.kinds)),
            "note": note.format(name=file),
        }
        return wanted

    def _named(self, entry: TableEntry) -> str:
        names = self._draft.names
        sent = words.together(names.adjective_of(code) for code in entry.nation)
        host = words.together(names.name_of(code) for code in entry.host)
        place = entry.place or (f"{entry.point.lat:.2f}, {entry.point.lon:.2f}" if entry.point else "")
        if place:
            return (words.TROOPS_AT if sent else words.ALL_TROOPS_AT).format(nation=sent, place=place)
        return (words.TROOPS_IN if sent else words.ALL_TROOPS_IN).format(nation=sent, host=host)


def kind_of(sort: str, kinds: Sequence[str]) -> str:
    """The kind of a deployment whose row names none, among those of the dataset; the first if none fits."""
    wanted = "statistic" if sort == "statistic" else "presence"
    return wanted if wanted in kinds or not kinds else kinds[0]
