"""Merges two states of one record, row by row, with their last common state (a three-way merge). Pure.

Nothing is lost: each row of either state is in the result, or among the conflicts, or its removal is in
`changes.csv` with its reason. If only one side changed a row, its change is taken.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from eastflank.model import OPTIONAL, TABLES, Finding
from eastflank.store import optional_columns, optional_tables, originals, schema
from eastflank.store.broken import BrokenData
from eastflank.store.folder import ARTICLES
from eastflank.store.schema_values import Table
from eastflank.store.table_text import Key, TableText
from eastflank.words.chosen import findings_in_folders

Side = Literal["folder", "database"]
Unit: TypeAlias = tuple[str, Key]
"""The file of a table and the key of a row in it; for any other file an empty key means the whole."""
Base: TypeAlias = Mapping[Unit, str]
"""The checksum of each row and file at the last synchronisation of both sides; empty if there was none."""

_CHANGES, _SOURCES = "changes", "sources"
_NUMBER = re.compile(r"C([0-9]+)")


@dataclass(frozen=True, slots=True)
class Unequal:
    """A row or a file that both sides have changed, or that one side has removed without a reason."""

    file: str
    key: Key
    folder: Mapping[str, str] | None
    """Its cells on that side; for a whole file its checksum and size. None if it is not there."""
    database: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class Merged:
    """The result: what both sides will hold."""

    parts: Mapping[str, bytes]
    """The files by name. Where there are conflicts, they hold the folder's version of these rows."""
    conflicts: tuple[Unequal, ...]
    settled: tuple[Unequal, ...]
    """Rows whose other version is gone: after a preference, or because the folder had taken its change back.
    `store.closing` tells them in `changes.csv`."""
    to_folder: int
    """How many rows and files the folder takes from the database."""
    to_database: int
    renumbered: Mapping[str, str]
    """New ids, by old id, for rows of the folder's `changes.csv` whose id both sides had used."""


def merged(
    base: Base, folder: Mapping[str, bytes], database: Mapping[str, bytes], prefer: Side | None = None
) -> Merged:
    """The merged files of both sides.

    `prefer` is the side whose version is taken if both have changed a row; then there are no conflicts.
    Raises BrokenData if the two sides do not have the same tables and columns.
    """
    tables = _same_tables(folder, database)
    found: dict[str, bytes] = {}
    texts = {
        name: (
            TableText.of(table, folder[table.file].decode()),
            TableText.of(table, database[table.file].decode()),
        )
        for name, table in tables.items()
    }
    work = _Work(base, prefer, _told_by_folder(*texts[_CHANGES]))
    removed = [_removals(side) for side in zip(*texts.values(), strict=True)]
    for name, (ours, theirs) in texts.items():
        table = tables[name]
        rows = work.changes(ours, theirs) if name == _CHANGES else work.rows(ours, theirs, removed)
        found[table.file] = str(_in_order(ours, rows, last=name == _CHANGES)).encode()
    named = _articles(TableText.of(tables[_SOURCES], found[tables[_SOURCES].file].decode()))
    for file in sorted((folder.keys() | database.keys()) - found.keys()):
        content = work.whole(file, folder.get(file), database.get(file), needed=file in named)
        if content is not None:
            found[file] = content
    return Merged(
        found,
        tuple(work.conflicts),
        tuple(work.settled),
        work.taken["database"],
        work.taken["folder"],
        work.renumbered,
    )


def base_of(parts: Mapping[str, bytes]) -> Iterator[tuple[Unit, str]]:
    """The common state once both sides hold these files."""
    described = {**schema.parsed(parts[schema.FILE]), **optional_tables.described()}
    tables = {table.file: table for name, table in described.items() if name in (*TABLES, *OPTIONAL)}
    for file, content in parts.items():
        if file in tables:
            for key, text in TableText.of(tables[file], content.decode()).rows.items():
                yield (file, key), checksum(text.encode())
        else:
            yield (file, ()), checksum(content)


def checksum(content: bytes) -> str:
    """The SHA-256 of a content, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


@dataclass(slots=True)
class _Work:
    """The decisions so far."""

    base: Base
    prefer: Side | None
    told_by_folder: frozenset[tuple[str, str]]
    """Table and key of each row that is named in the folder's `changes.csv` only."""
    conflicts: list[Unequal] = field(default_factory=list)
    settled: list[Unequal] = field(default_factory=list)
    preferred: set[Unit] = field(default_factory=set)
    taken: Counter[Side] = field(default_factory=Counter)
    """How many rows and files were taken from each side that were different on the other."""
    renumbered: dict[str, str] = field(default_factory=dict)

    def rows(
        self, ours: TableText, theirs: TableText, removed: Sequence[frozenset[tuple[str, str]]]
    ) -> dict[Key, str]:
        """The rows that both sides will have."""
        name, file = ours.table.name, ours.table.file
        found: dict[Key, str] = {}
        for key in {**ours.rows, **theirs.rows}:
            mine, other = ours.rows.get(key), theirs.rows.get(key)
            reasoned = any((name, ",".join(key)) in side for side in removed)
            spare = optional_columns.at_the_end(ours.table)
            side = self._side((file, key), _encoded(mine), _encoded(other), may_go=reasoned, spare=spare)
            # The folder's changes of a row that it changed and changed back stand last in the log.
            told = side == "database" and mine != other and (name, ",".join(key)) in self.told_by_folder
            if side is None or told or (file, key) in self.preferred:
                both = self.settled if side else self.conflicts
                both.append(Unequal(file, key, _cells(ours, key), _cells(theirs, key)))
            text = other if side == "database" else mine
            if text is not None:
                found[key] = text
        return found

    def changes(self, ours: TableText, theirs: TableText) -> dict[Key, str]:
        """The rows of `changes.csv`: all of both sides.

        If both used an id, the folder's row gets another, and so do its later ones: they keep their order.
        """
        found = dict(theirs.rows)
        numbers = [
            int(match[1])
            for (one,) in {**ours.rows, **theirs.rows}
            if (match := _NUMBER.fullmatch(one)) is not None
        ]
        free = max(numbers, default=0) + 1
        for key, text in ours.rows.items():
            other = theirs.rows.get(key)
            if other == text:
                continue
            known = self.base.get((ours.table.file, key))
            if other is not None and known == checksum(text.encode()):
                continue
            if (
                known == checksum(other.encode())
                if other is not None
                else known is not None or not self.renumbered
            ):
                found[key] = text
            else:
                given, cells = f"C{free:04}", dict(ours.cells(key))
                free += 1
                found[given,] = (
                    TableText(ours.table, ours.header, {}).with_row({**cells, "id": given}).rows[given,]
                )
                self.renumbered[key[0]] = given
            self.taken["folder"] += 1
        self.taken["database"] += sum(ours.rows.get(key) != text for key, text in theirs.rows.items())
        return found

    def whole(self, file: str, ours: bytes | None, theirs: bytes | None, *, needed: bool) -> bytes | None:
        """The new content of a file; None: it is removed."""
        may_go = file.startswith(f"{ARTICLES}/") and not needed
        side = self._side((file, ()), ours, theirs, may_go=may_go)
        if side is None:
            self.conflicts.append(Unequal(file, (), _told(ours), _told(theirs)))
        return theirs if side == "database" else ours

    def _side(
        self, unit: Unit, ours: bytes | None, theirs: bytes | None, *, may_go: bool, spare: int = 0
    ) -> Side | None:
        """The side whose version is taken; None: neither, a conflict.

        `spare` is how many of the last columns may have been added since the last synchronisation.
        """
        if ours == theirs:
            return "folder"
        known = self.base.get(unit)
        side: Side | None = None
        gone = ours is None or theirs is None
        if known is None and gone:
            side = "folder" if theirs is None else "database"
        elif known is not None and known in _sums(ours, spare) and (theirs is not None or may_go):
            side = "database"
        elif known is not None and known in _sums(theirs, spare) and (ours is not None or may_go):
            side = "folder"
        if side is None and self.prefer is not None:
            side = self.prefer
            self.preferred.add(unit)
        if side is not None:
            self.taken[side] += 1
        return side


def _sums(content: bytes | None, spare: int) -> tuple[str, ...]:
    """The checksums of a row, with and without empty columns that may have been added later."""
    if content is None:
        return ()
    ends = b"," * spare + b"\n"
    without = (content[: -len(ends)] + b"\n",) if spare and content.endswith(ends) else ()
    return tuple(checksum(one) for one in (content, *without))


def _encoded(text: str | None) -> bytes | None:
    return None if text is None else text.encode()


def _cells(text: TableText, key: Key) -> Mapping[str, str] | None:
    return text.cells(key) if key in text.rows else None


def _told(content: bytes | None) -> Mapping[str, str] | None:
    if content is None:
        return None
    return {"sha256": checksum(content), "bytes": str(len(content))}


def _same_tables(folder: Mapping[str, bytes], database: Mapping[str, bytes]) -> Mapping[str, Table]:
    sides = [schema.parsed(parts[schema.FILE]) for parts in (folder, database)]
    wrong = [
        Finding(
            schema.FILE,
            name,
            "",
            *findings_in_folders.OTHER_COLUMNS,
        )
        for name in TABLES
        if len({(one[name].columns, one[name].key, one[name].file) for one in sides}) > 1
    ]
    if wrong:
        raise BrokenData(wrong)
    more = optional_tables.described()
    both = {name: table for name, table in more.items() if table.file in folder and table.file in database}
    return {**{name: sides[0][name] for name in TABLES}, **both}


def _removals(texts: Iterable[TableText]) -> frozenset[tuple[str, str]]:
    """Table and key of each row that was removed with a reason, by `changes.csv` of that side."""
    (changes,) = [text for text in texts if text.table.name == _CHANGES]
    place = {column: number for number, column in enumerate(changes.table.columns)}
    found = set()
    for row in _read(changes.rows.values()):
        if not row[place["column"]] and not row[place["after"]] and row[place["before"]]:
            found.add((row[place["table"]], row[place["row"]]))
    return frozenset(found)


def _told_by_folder(ours: TableText, theirs: TableText) -> frozenset[tuple[str, str]]:
    table, row = (ours.table.columns.index(column) for column in ("table", "row"))
    own = _read(text for key, text in ours.rows.items() if theirs.rows.get(key) != text)
    return frozenset((cells[table], cells[row]) for cells in own)


def _read(rows: Iterable[str]) -> Iterator[list[str]]:
    return csv.reader(io.StringIO("".join(rows), newline=""))


def _articles(sources: TableText) -> frozenset[str]:
    """The files of the articles that sources name, with their originals."""
    rows = [sources.cells(key) for key in sources.rows]
    return frozenset(
        f"{ARTICLES}/{name}" for row in rows for name in originals.files_of(row["file"], row.get("original"))
    )


def _in_order(ours: TableText, rows: Mapping[Key, str], *, last: bool) -> TableText:
    """The rows in the folder's order; others are inserted before the first greater key, or at the end."""
    new = [key for key in rows if key not in ours.rows]
    waiting = iter(new if last else sorted(new))
    following = next(waiting, None)
    found: dict[Key, str] = {}
    for key in ours.rows:
        while not last and following is not None and following < key:
            found[following] = rows[following]
            following = next(waiting, None)
        if key in rows:
            found[key] = rows[key]
    while following is not None:
        found[following] = rows[following]
        following = next(waiting, None)
    return TableText(ours.table, ours.header, found)
