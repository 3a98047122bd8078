"""A dataset's files as rows of a database, and the rows as files again: the same bytes."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from eastflank.model import TABLES, Finding
from eastflank.store import schema
from eastflank.store.broken import BrokenData
from eastflank.store.folder import DATABASE
from eastflank.store.schema_values import Table
from eastflank.store.sql.layout import FILES, HEADERS, PLACE, UNDO, VERSION, WRITTEN, tables
from eastflank.store.table_text import Key, TableText, row_text
from eastflank.words.chosen import findings_in_folders as words

_GAP = 1 << 20
"""The gap between the positions of two rows, so that others can be inserted between them."""
_BATCH = 10_000
"""How many rows are sent at once."""


@dataclass(frozen=True, slots=True)
class State:
    """The state of the record in a database."""

    number: int
    """One more with each change."""
    version: str
    """The version of the dataset."""


def state(connection: sa.Connection) -> State | None:
    """The state of the record; None if the database holds none."""
    if not sa.inspect(connection).has_table(VERSION.name):
        return None
    row = connection.execute(sa.select(VERSION.c.number, VERSION.c.version)).first()
    return State(row.number, row.version) if row else None


def contents(connection: sa.Connection) -> Mapping[str, bytes]:
    """The content of every file of the dataset by its name. Raises BrokenData if there is none."""
    if state(connection) is None:
        raise BrokenData([Finding(DATABASE, "", "", *words.DATABASE_EMPTY)])
    found = {row.name: row.content for row in connection.execute(sa.select(FILES))}
    described = schema.parsed(found[schema.FILE])
    headers = {row.name: row.header for row in connection.execute(sa.select(HEADERS))}
    for name, of_sql in tables(described).items():
        rows = connection.execute(sa.select(of_sql).order_by(of_sql.c[PLACE]))
        text = headers[name] + "".join(_texts(rows, described[name]))
        found[described[name].file] = text.encode()
    return found


def fill(connection: sa.Connection, parts: Mapping[str, bytes], version: str) -> None:
    """Store a dataset and replace the database's old one. `tables.read` must accept its files."""
    before = state(connection)
    if before:
        _empty(connection)
    described = schema.parsed(parts[schema.FILE])
    made = tables(described)
    for name, of_sql in made.items():
        of_sql.create(connection)
        text = TableText.of(described[name], parts[described[name].file].decode())
        connection.execute(sa.insert(HEADERS), {"name": name, "header": text.header})
        _insert(connection, of_sql, text, dict(zip(text.rows, itertools.count(_GAP, _GAP), strict=False)))
    of_tables = {described[name].file for name in made}
    for file, content in parts.items():
        if file not in of_tables:
            connection.execute(sa.insert(FILES), {"name": file, "content": content})
    _count(connection, before, version)


def change(
    connection: sa.Connection, changed: Mapping[str, tuple[bytes | None, bytes | None]], version: str
) -> None:
    """Change files, each given with its old and its new content (None: no file).

    Only the rows that differ are written. The columns of the tables must stay the same.
    """
    before = state(connection)
    content = connection.execute(sa.select(FILES.c.content).where(FILES.c.name == schema.FILE)).scalar_one()
    described = schema.parsed(content)
    of_sql = tables(described)
    by_file = {described[name].file: name for name in TABLES}
    for file, (old, new) in changed.items():
        if file in by_file and old is not None and new is not None:
            table = described[by_file[file]]
            _change_rows(
                connection,
                of_sql[table.name],
                TableText.of(table, old.decode()),
                TableText.of(table, new.decode()),
            )
        else:
            connection.execute(sa.delete(FILES).where(FILES.c.name == file))
            if new is not None:
                connection.execute(sa.insert(FILES), {"name": file, "content": new})
    _count(connection, before, version)


def undo_steps(connection: sa.Connection) -> str:
    """The undo steps of the last changes, one line each, in their order; empty if there are none."""
    if not sa.inspect(connection).has_table(UNDO.name):
        return ""
    rows = connection.execute(sa.select(UNDO.c.step).order_by(UNDO.c.number))
    return "".join(f"{row.step}\n" for row in rows)


def keep_undo_steps(connection: sa.Connection, text: str) -> None:
    """Store these lines instead of the old ones."""
    connection.execute(sa.delete(UNDO))
    if lines := [line for line in text.split("\n") if line]:
        connection.execute(
            sa.insert(UNDO), [{"number": number, "step": line} for number, line in enumerate(lines, 1)]
        )


def _texts(rows: Iterable[Sequence[object]], table: Table) -> Iterator[str]:
    """Each row of a table as in its file."""
    for *cells, _, written in rows:
        if isinstance(written, str):
            yield written
        else:
            yield row_text(table, dict(zip(table.columns, map(str, cells), strict=True)))


def _empty(connection: sa.Connection) -> None:
    content = connection.execute(sa.select(FILES.c.content).where(FILES.c.name == schema.FILE)).scalar_one()
    for of_sql in tables(schema.parsed(content)).values():
        of_sql.drop(connection)
    for fixed in (FILES, HEADERS):
        connection.execute(sa.delete(fixed))


def _count(connection: sa.Connection, before: State | None, version: str) -> None:
    connection.execute(sa.delete(VERSION))
    number = before.number + 1 if before else 1
    connection.execute(sa.insert(VERSION), {"one": 1, "number": number, "version": version})


def _insert(connection: sa.Connection, of_sql: sa.Table, text: TableText, places: Mapping[Key, int]) -> None:
    """Insert the rows of a text that have a position."""
    values = (_values(text.table, text.rows[key], place) for key, place in places.items())
    while batch := list(itertools.islice(values, _BATCH)):
        connection.execute(sa.insert(of_sql), batch)


def _values(table: Table, text: str, place: int) -> dict[str, str | int | None]:
    (cells,) = csv.reader(io.StringIO(text, newline=""))
    row = dict(zip(table.columns, cells, strict=True))
    return {**row, PLACE: place, WRITTEN: None if row_text(table, row) == text else text}


def _change_rows(connection: sa.Connection, of_sql: sa.Table, old: TableText, new: TableText) -> None:
    if old.header != new.header:
        connection.execute(sa.update(HEADERS).where(HEADERS.c.name == of_sql.name).values(header=new.header))
    held = _places(connection, of_sql, old.table)
    places = _between(held, list(new.rows))
    if places is None:
        connection.execute(sa.delete(of_sql))
        every = dict(zip(new.rows, itertools.count(_GAP, _GAP), strict=False))
        _insert(connection, of_sql, new, every)
        return
    for key in old.rows.keys() - new.rows.keys():
        connection.execute(sa.delete(of_sql).where(*_is(of_sql, old.table, key)))
    for key, text in new.rows.items():
        if key in old.rows and old.rows[key] != text:
            values = _values(new.table, text, held[key])
            connection.execute(sa.update(of_sql).where(*_is(of_sql, old.table, key)).values(values))
    _insert(connection, of_sql, new, places)


def _is(of_sql: sa.Table, table: Table, key: Key) -> Iterator[sa.ColumnElement[bool]]:
    for column, cell in zip(table.key, key, strict=True):
        yield of_sql.c[column] == cell


def _places(connection: sa.Connection, of_sql: sa.Table, table: Table) -> Mapping[Key, int]:
    """The position of each row by its key."""
    chosen = sa.select(*(of_sql.c[column] for column in table.key), of_sql.c[PLACE])
    return {tuple(row[:-1]): int(row[-1]) for row in connection.execute(chosen)}


def _between(held: Mapping[Key, int], keys: Sequence[Key]) -> Mapping[Key, int] | None:
    """A position for each key that has none, so that all are in that order; None: all need new positions."""
    found: dict[Key, int] = {}
    before, waiting = 0, list[Key]()
    for key in keys:
        if key not in held:
            waiting.append(key)
            continue
        after = held[key]
        step = (after - before) // (len(waiting) + 1)
        if step < 1:
            return None
        found |= {one: before + step * number for number, one in enumerate(waiting, 1)}
        before, waiting = after, []
    found |= {one: before + _GAP * number for number, one in enumerate(waiting, 1)}
    return found
