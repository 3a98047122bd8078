"""Ends the log at what the tables hold, after a version of a row gave way to another. Pure.

When two states are merged, the folder's changes stand last in `changes.csv`, whichever version is taken. A
closing row then leads from the version that gave way to the one that was taken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from eastflank.model import OPTIONAL, TABLES
from eastflank.store import journal, optional_tables, schema
from eastflank.store.merging import Merged, Side, Unequal
from eastflank.store.recorded import cells_in
from eastflank.store.schema_values import Table
from eastflank.store.table_text import TableText
from eastflank.store.values_over_time import way
from eastflank.words.chosen import syncing as words

WHO = "sync"
"""Who made a closing row."""
_CHANGES = "changes"
_Cell: TypeAlias = tuple[str, str, str]
"""Table, row and column, as `changes.csv` names them; no column: the whole row."""
_Log: TypeAlias = Mapping[_Cell, Sequence[tuple[str, str]]]
"""What a cell was before each change and after it, oldest first."""


def closed(found: Merged, prefer: Side | None, today: date) -> Mapping[str, bytes]:
    """The merged files, with a closing row for each cell whose last change in the log is not what it holds.

    A lost value from which the log does not lead to the taken one gets a row too.
    """
    if not found.settled:
        return found.parts
    tables = {**schema.parsed(found.parts[schema.FILE]), **optional_tables.described()}
    names = {table.file: name for name, table in tables.items() if name in (*TABLES, *OPTIONAL)}
    changes = TableText.of(tables[_CHANGES], found.parts[tables[_CHANGES].file].decode())
    rows = sorted((changes.cells(key) for key in changes.rows), key=lambda row: _number(row["id"]))
    log = _log(rows, {(names[one.file], journal.named(one.key)) for one in found.settled}, tables)
    side: Side = prefer or "database"
    number = max((_number(row["id"]) for row in rows), default=0)
    new = []
    for one in found.settled:
        for column, before, after in _needed(names[one.file], one, side, log):
            number += 1
            new.append(
                {
                    "id": f"C{number:04}", "changed_on": today.isoformat(), "who": WHO,
                    "table": names[one.file], "row": journal.named(one.key), "column": column,
                    "before": before, "after": after, "reason": words.TAKEN[side],
                }
            )  # fmt: skip
    return {**found.parts, tables[_CHANGES].file: str(changes.with_rows(new, last=True)).encode()}


def _log(
    rows: Iterable[Mapping[str, str]], settled: Container[tuple[str, str]], tables: Mapping[str, Table]
) -> _Log:
    """The changes of the rows that were settled, by cell. A row that came again begins anew."""
    log: dict[_Cell, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        table, key = row["table"], row["row"]
        if (table, key) not in settled:
            continue
        log[table, key, row["column"]].append((row["before"], row["after"]))
        if not row["column"]:
            for column, cell in cells_in(row["after"], tables[table].columns).items():
                log[table, key, column] = [("", cell)] if row["after"] else []
    return log


def _needed(table: str, one: Unequal, prefer: Side, log: _Log) -> Iterator[tuple[str, str, str]]:
    """The closing rows of a row: column, lost and taken value."""
    lost, taken = (one.folder, one.database) if prefer == "database" else (one.database, one.folder)
    row = journal.named(one.key)
    whole = log.get((table, row, ""), ())
    if lost is None or taken is None:
        # A row that one side removed by hand was there all the time, as far as the log knows.
        gone = bool(whole) and not whole[-1][1]
        if taken is not None and gone:
            yield "", "", journal.in_words(taken)
        if lost is not None and not gone:
            yield "", journal.in_words(lost), ""
        return
    for column, before in lost.items():
        told, after = log.get((table, row, column), ()), taken.get(column, "")
        ends_there = bool(told) and told[-1][1] == after
        if before != after and not (ends_there and way(told, before, after)):
            yield column, before, after


def _number(change: str) -> int:
    digits = re.sub("[^0-9]", "", change)
    return int(digits) if digits else 0
