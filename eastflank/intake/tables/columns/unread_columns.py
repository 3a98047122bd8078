"""Columns that are not imported, but tell rows apart that are alike in all others."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.intake.tables.cells.days import Day, Order, day
from eastflank.intake.tables.cells.figures import StatedStrength, strength
from eastflank.intake.tables.cells.sheets import Cell, Record
from eastflank.intake.tables.columns.columns import RecognisedColumn


class UnreadColumns:
    """The columns of a table that are not imported."""

    def __init__(self, records: Sequence[Record], columns: Sequence[RecognisedColumn]) -> None:
        self._records = records
        self._columns = [(at, column.heading) for at, column in enumerate(columns) if not column.field]

    def apart(self, rows: Sequence[int]) -> str:
        """The heading of the first one with another text in each of these rows; empty if there is none."""
        for at, heading in self._columns:
            cells = [self._records[row].cells[at] for row in rows]
            if len(set(map(str, cells))) == len(cells) and all(map(_may_name, cells)):
                return heading
        return ""


def _may_name(cell: Cell) -> bool:
    """Whether a cell may be the name of a unit: it has letters, and is no figure and no day."""
    if not isinstance(cell, str) or not any(map(str.isalpha, cell)):
        return False
    if isinstance(strength(cell), StatedStrength):
        return False
    found = day(cell, Order(day_first=True))
    return not (isinstance(found, Day) and found.edtf)
