"""New rows of `changes.csv`: who changed what, when and why. Pure.

If hundreds of rows are added together, as from a table, they share a row of the journal, which lists their
keys.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from eastflank.words.chosen import findings_in_folders as words

FEW = 100
"""Up to so many new rows of a table have their own row in the journal; if there are more, up to `BLOCK` share
one."""
BLOCK = 1_000
BETWEEN = ";"
"""The separator between keys of rows that were added together. The schema forbids it in keys."""


class Noted(NamedTuple):
    """A change that was made. A tuple, for speed: an import notes a million."""

    table: str
    row: str
    """The key of its row, as from `named`."""
    reason: str
    column: str = ""
    before: str = ""
    after: str = ""
    came: Mapping[str, str] | None = None
    """The cells of a new row; None if the row existed."""


def named(key: Sequence[str]) -> str:
    """A row's key as `changes.csv` names it."""
    return ",".join(key)


def in_words(cells: Mapping[str, str]) -> str:
    """The cells of a row that was added or removed, as `id: C1; nation: USA`; empty ones are left out."""
    return "; ".join(f"{column}: {cell}" for column, cell in cells.items() if cell)


def told(changes: Sequence[Noted], columns: Mapping[str, Sequence[str]]) -> Iterator[Noted]:
    """The changes as they are written: if many rows are added together, up to `BLOCK` are one change.

    `columns` are those of each table, in their order.
    """
    came = Counter((one.table, one.reason) for one in changes if _alone(one))
    many = [kind for kind, number in came.items() if number > FEW]  # a set has no order of its own
    waiting: dict[tuple[str, str], list[str]] = {kind: [] for kind in many}
    for one in changes:
        kind = one.table, one.reason
        if one.came is None:
            yield one
        elif kind not in many or not _alone(one):
            cells = {column: one.came.get(column, "") for column in columns[one.table]}
            yield Noted(one.table, one.row, one.reason, after=in_words(cells))
        else:
            waiting[kind].append(one.row)
            if len(waiting[kind]) == BLOCK:
                yield _block(kind, waiting[kind])
                waiting[kind] = []
    for kind, rows in waiting.items():
        if rows:
            yield _block(kind, rows)


def _alone(one: Noted) -> bool:
    """Whether it may share a row of the journal: its key does not contain the separator."""
    return one.came is not None and BETWEEN not in one.row


def _block(kind: tuple[str, str], rows: Sequence[str]) -> Noted:
    table, reason = kind
    return Noted(table, BETWEEN.join(rows), reason, after=words.came_at_once(len(rows)))
