"""The cells of a table by their fields; the meaning of each different value is worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

from eastflank.intake.tables.cells import texts
from eastflank.intake.tables.cells.problems import RowMark, Wrong
from eastflank.intake.tables.cells.sheets import Cell, Record, Shaped
from eastflank.intake.tables.columns import columns
from eastflank.intake.tables.columns.columns import RecognisedColumn
from eastflank.intake.tables.rows.row_read import RowRead

_T = TypeVar("_T")


class TableCells:
    """The cells of one table."""

    def __init__(self, table: Shaped, found: Sequence[RecognisedColumn]) -> None:
        self.table = table
        self.at = {column.field: at for at, column in enumerate(found) if column.field}
        """The index of each field's column."""
        self.headings = {column.field: column.heading for column in found if column.field}
        self._read: defaultdict[str, dict[object, object]] = defaultdict(dict)

    def row(self, record: Record, marks: list[RowMark] | None = None) -> RowRead:
        """A row to read, with its marks so far."""
        return RowRead(self.table.sheet, record, self.headings, self.at, [] if marks is None else marks)

    def values(self, name: str) -> list[Cell]:
        """The different cells of a field."""
        if name not in self.at:
            return []
        at = self.at[name]
        return list(
            {
                (type(cell), cell): cell for record in self.table.records for cell in (record.cells[at],)
            }.values()
        )

    def sample(self, name: str) -> tuple[str, ...]:
        """Up to `columns.SAMPLED` different texts of a field."""
        return tuple(cell for cell in self.values(name) if isinstance(cell, str))[: columns.SAMPLED]

    def cell(self, record: Record, name: str) -> Cell:
        """The cell of a field; None if it is empty, or if there is no such column."""
        at = self.at.get(name)
        return None if at is None else record.cells[at]

    def once(self, name: str, cell: Cell, read: Callable[[Cell], _T]) -> _T:
        """What `read` makes of a cell. `name` names the reader."""
        # Texts as keys: 1 and 1.0 would be equal, but are read differently.
        key = cell if cell.__class__ is str else (cell.__class__, cell)
        known = self._read[name]
        if key not in known:
            known[key] = read(cell)
        return known[key]  # type: ignore[return-value] # one reader for each name

    def text(self, row: RowRead, name: str) -> str:
        """The plain text of a field; empty if there is none, or a problem with it was recorded."""
        if name not in self.at:
            return ""
        cell = row.record.cells[self.at[name]]
        if cell is None:
            return ""
        found = self.once(f"text {name}", cell, lambda each: texts.plain(each, name))
        if isinstance(found, Wrong):
            row.blame(name, " ".join(str(cell).split()), found)
            return ""
        return found
