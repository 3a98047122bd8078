"""Changes that `changes.csv` tells, also those that two sides made each without the other. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from eastflank.store.journal import BETWEEN, in_words
from eastflank.store.values_over_time import way


@dataclass(frozen=True, slots=True)
class RecordedChange:
    """A row of `changes.csv`."""

    id: str
    changed_on: str
    who: str
    table: str
    row: str
    """The key of the row, its parts joined by commas."""
    column: str
    """Empty: the whole row was added or removed."""
    before: str
    after: str
    reason: str

    @property
    def key(self) -> tuple[str, ...]:
        """The key of the row, part by part."""
        return tuple(self.row.split(","))

    @property
    def cell(self) -> tuple[str, str, str]:
        """Table, row and column; no column for the whole row."""
        return self.table, self.row, self.column


@dataclass(slots=True)
class _Row:
    """What the changes up to an edition tell of a row."""

    there: bool | None = None
    """None: it was there before all of them, as far as they tell."""
    cells: dict[str, str] = field(default_factory=dict)
    """The cells that they tell, as they left them; all cells of a row that they added."""
    began: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The older values of each cell: a change of another side may begin at one of these."""

    def take(self, change: RecordedChange, columns: Sequence[str]) -> None:
        if change.column:
            self.cells[change.column] = change.after
            self.began[change.column].add(change.before)
            return
        for column, cell in (cells_in(change.before, columns) if change.before else {}).items():
            self.began[column].add(cell)
        self.there = bool(change.after)
        self.cells = cells_in(change.after, columns) if change.after else {}

    def left(self, older: str, columns: Sequence[str], changed: Container[str]) -> str:
        """The row as it was left, in words.

        `older` is an older version of it in words; `changed` are the cells that were changed since it was
        left.
        """
        cells = cells_in(older, columns)
        for column in columns:
            told = self.there or column in self.cells
            if told and column not in changed and (self.there or cells[column] in self.began[column]):
                cells[column] = self.cells.get(column, "")
        return in_words(cells)


def as_of(
    earlier: Sequence[RecordedChange],
    later: Sequence[RecordedChange],
    columns: Mapping[str, Sequence[str]],
) -> Iterator[RecordedChange]:
    """The later changes, as they follow on an edition that has only the earlier ones; both oldest first.

    A change that another side made without knowing these begins at an older value than they left. It is
    given with the value that they left, so that taking it back leads to this edition. So it is for whole
    rows: one that the other side removed had other cells here, one that it added may have been here, and one
    that it had may not. A change that is none for this edition is left out. `columns` are those of each
    table.
    """
    rows = {change.cell[:2] for change in later}
    states = _left(earlier, rows, columns)
    seen = set[tuple[str, str, str]]()
    for change in later:
        row, known = change.cell[:2], states.get(change.cell[:2])
        names = columns.get(change.table, ())
        changed = frozenset(column for column in names if (*row, column) in seen)
        first, untouched = (*row, "") not in seen, not changed and (*row, "") not in seen
        seen.add(change.cell)
        if known is None or not first:
            yield change
        elif untouched and known.there is False and (change.column or change.before):
            # This edition did not have the row any more. The other side did, and the row came again.
            seen.add((*row, ""))
            yield replace(change, column="", before="", after=change.after or change.before)
        elif not change.column and not change.before and known.there:
            told = known.left(change.after, names, changed)
            if told and told != change.after:
                yield replace(change, before=told)
        elif not change.column and change.before and known.there is not False:
            yield replace(change, before=known.left(change.before, names, changed))
        elif change.column not in changed and change.before in known.began[change.column]:
            yield replace(change, before=known.cells.get(change.column, ""))
        else:
            yield change


def _left(
    earlier: Sequence[RecordedChange],
    rows: Container[tuple[str, str]],
    columns: Mapping[str, Sequence[str]],
) -> dict[tuple[str, str], _Row]:
    """What the earlier changes left of each of these rows, by table and key."""
    found: dict[tuple[str, str], _Row] = {}
    for change in earlier:
        together = not change.column and not change.before and BETWEEN in change.row
        for key in change.row.split(BETWEEN) if together else (change.row,):
            if (change.table, key) in rows:
                found.setdefault((change.table, key), _Row()).take(change, columns.get(change.table, ()))
    return found


def cells_in(told: str, columns: Sequence[str]) -> dict[str, str]:
    """The cells of a row that `changes.csv` writes as `id: C1; nation: USA`; the others are empty.

    They are in the order of the columns.
    """
    names = "|".join(map(re.escape, columns))
    cells = dict.fromkeys(columns, "")
    last, order = "", {column: place for place, column in enumerate(columns)}
    for piece in told.split("; "):
        named = re.match(rf"({names}): ", piece)
        if named and (not last or order[named[1]] > order[last]):
            last = named[1]
            cells[last] = piece[named.end() :]
        elif last:  # a cell that contains a semicolon
            cells[last] += f"; {piece}"
    return cells


def leading(changes: Sequence[RecordedChange]) -> tuple[RecordedChange, ...]:
    """Those of the changes that led from the oldest value of a cell to its newest, in their order.

    Left out is what was taken back, and a version that gave way to another side's.
    """
    cells = defaultdict[tuple[str, str, str], list[RecordedChange]](list)
    for change in changes:
        cells[change.cell].append(change)
    kept = set[str]()
    for (_, _, column), own in cells.items():
        start, end = own[0].before, own[-1].after
        places = way([(change.before, change.after) for change in own], start, end)
        if not column or (start != end and not places):  # whole rows; or somebody wrote without a line here
            kept.update(change.id for change in own)
        kept.update(own[place].id for place in places)
    return tuple(change for change in changes if change.id in kept)
