"""Synchronises a folder and a database: each side gets what the other has changed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import sqlalchemy as sa

from eastflank.model import Dataset
from eastflank.store import (
    audited,
    closing,
    exchange,
    folder,
    merging,
    optional_columns,
    parts,
    schema,
    tables,
)
from eastflank.store.broken import BrokenData
from eastflank.store.edits import Refused
from eastflank.store.folder import ARTICLES, Folder
from eastflank.store.merging import Side, Unequal
from eastflank.store.sql import record
from eastflank.store.sql.connection import writing
from eastflank.store.sql.layout import SYNCED
from eastflank.store.sql.migrating import migrate

_BATCH = 10_000


@dataclass(frozen=True, slots=True)
class Synced:
    """The result of a synchronisation."""

    version: str
    """The version that both sides now hold; empty if there are conflicts: then nothing was written."""
    filled: Side | None = None
    """The side that was empty and was filled."""
    to_folder: int = 0
    """How many rows and files the folder took."""
    to_database: int = 0
    renumbered: Mapping[str, str] | None = None
    """Ids of `changes.csv` that were replaced, because both sides had used them: old to new."""
    conflicts: tuple[Unequal, ...] = ()


def sync(
    root: Path, address: str, *, known_as: str, prefer: Side | None = None, today: date | None = None
) -> Synced:
    """Synchronise a folder and a database; an empty side is filled.

    `known_as` is the folder's name in the database, to find their common state next time. `prefer` is the
    side whose version is taken if both have changed a row; None: then nothing is written, and all conflicts
    are returned. `changes.csv` gets a row for each value that was not taken, with the day
    `today`; None: this machine's day.

    The folder is written first. If the database then fails, or the process ends, the next `sync` completes
    the work: rows that are already in both are equal. Raises BrokenData if a side cannot be read or written
    or if both are empty, Refused if the merged record breaks laws that neither side broke. Then nothing is
    written.
    """
    with _folder_held(root) as there, writing(address) as connection:
        migrate(connection)
        held = record.contents(connection) if record.state(connection) else None
        if not there:
            return _fill_folder(connection, root, held, known_as)
        place = folder.of(root)
        ours = parts.packed(place)
        if held is None:
            return _fill_database(connection, ours, known_as)
        found = merging.merged(_base(connection, known_as), *optional_columns.alike(ours, held), prefer)
        if found.conflicts:
            return Synced("", conflicts=found.conflicts)
        files = closing.closed(found, prefer, today or date.today())  # noqa: DTZ011 - of this machine
        version = _checked(files, ours, held)
        if changed := _differing(ours, files):
            _write(place, changed)
        if other := _differing(held, files):
            if schema.FILE in other:  # the columns changed: make the tables again
                record.fill(connection, files, version)
            else:
                record.change(connection, other, version)
        _keep_base(connection, known_as, files)
        return Synced(version, None, found.to_folder, found.to_database, found.renumbered)


@contextmanager
def _folder_held(root: Path) -> Iterator[bool]:
    """Lock the folder against other writers; yields whether it may hold a dataset."""
    if parts.is_free(root):
        yield False
    else:
        with exchange.writing(root):
            yield True


def _fill_folder(
    connection: sa.Connection, root: Path, held: Mapping[str, bytes] | None, known_as: str
) -> Synced:
    files = record.contents(connection) if held is None else held  # raises: there is no dataset
    with parts.unpacked(files) as place:
        version = tables.read(place.root).version
    parts.unpack(files, root)
    _keep_base(connection, known_as, files)
    return Synced(version, "folder")


def _fill_database(connection: sa.Connection, ours: Mapping[str, bytes], known_as: str) -> Synced:
    with parts.unpacked(ours) as place:
        version = tables.read(place.root).version
    record.fill(connection, ours, version)
    _keep_base(connection, known_as, ours)
    return Synced(version, "database")


def _checked(found: Mapping[str, bytes], ours: Mapping[str, bytes], held: Mapping[str, bytes]) -> str:
    """The version of the merged record.

    Raises BrokenData if it comes from one side only and cannot be read, Refused if it is merged and cannot be
    read or has findings that neither side had.
    """
    of_both = _differing(ours, found) and _differing(held, found)
    try:
        after = _dataset(found)
    except BrokenData as error:
        if of_both:
            raise Refused(error.findings) from error
        raise
    if of_both and (fresh := audited.fresh_findings(after, _dataset(ours), _dataset(held))):
        raise Refused(fresh)
    return after.version


def _dataset(files: Mapping[str, bytes]) -> Dataset:
    with parts.unpacked(files) as place:
        return tables.read(place.root)


def _differing(
    before: Mapping[str, bytes], after: Mapping[str, bytes]
) -> Mapping[str, tuple[bytes | None, bytes | None]]:
    """The old and the new content of each file that changes, by name."""
    return {
        name: (before.get(name), after.get(name))
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    }


def _write(place: Folder, changed: Mapping[str, tuple[bytes | None, bytes | None]]) -> None:
    by_path = {}
    for name, (old, new) in changed.items():
        article = name.startswith(f"{ARTICLES}/") and place.own[ARTICLES]
        path = place.seeds.parent / name if article else place.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        by_path[os.path.relpath(path.resolve(), place.root.resolve())] = (old, new)
    exchange.exchange_files(place.root, by_path)


def _base(connection: sa.Connection, known_as: str) -> merging.Base:
    rows = connection.execute(sa.select(SYNCED).where(SYNCED.c.folder == known_as))
    return {(row.file, tuple(json.loads(row.key))): row.checksum for row in rows}


def _keep_base(connection: sa.Connection, known_as: str, files: Mapping[str, bytes]) -> None:
    connection.execute(sa.delete(SYNCED).where(SYNCED.c.folder == known_as))
    every = [
        {"folder": known_as, "file": file, "key": json.dumps(key, ensure_ascii=False), "checksum": found}
        for (file, key), found in merging.base_of(files)
    ]
    for begins in range(0, len(every), _BATCH):
        connection.execute(sa.insert(SYNCED), every[begins : begins + _BATCH])
