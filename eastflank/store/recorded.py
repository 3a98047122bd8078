"""Changes that `changes.csv` tells, also those that two sides made each without the other. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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


def as_of(earlier: Sequence[RecordedChange], later: Sequence[RecordedChange]) -> Iterator[RecordedChange]:
    """The later changes, as they follow on an edition that has only the earlier ones; both oldest first.

    A change that another side made without knowing these begins at an older value than they left. It is
    given with the value that they left, so that taking it back leads to this edition.
    """
    left, began = dict[tuple[str, str, str], str](), defaultdict[tuple[str, str, str], set[str]](set)
    rows = {change.cell[:2] for change in later}
    for change in earlier:
        if change.cell[:2] in rows:
            left[change.cell] = change.after
            began[change.cell].add(change.before)
    seen = set[tuple[str, str, str]]()
    for change in later:
        whole = (change.table, change.row, "")
        if whole not in seen and whole in left and not left[whole] and (change.column or change.before):
            # This edition did not have the row any more. The other side did, and the row came again.
            yield replace(change, column="", before="", after=change.after or change.before)
        elif change.cell not in seen and change.before in began[change.cell]:
            yield replace(change, before=left[change.cell])
        else:
            yield change
        seen |= {change.cell, whole}


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
