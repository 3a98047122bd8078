"""The figure of a row: persons, from one column or from two."""

from __future__ import annotations

from eastflank.intake.tables import columns, figures
from eastflank.intake.tables.figures import StatedStrength
from eastflank.intake.tables.grouping import Grouping
from eastflank.intake.tables.problems import Wrong, wrong
from eastflank.intake.tables.row_read import RowRead
from eastflank.intake.tables.table_cells import TableCells
from eastflank.words.chosen import rows_of_tables


class RowFigures:
    """Reads the figures of the rows of one table."""

    def __init__(self, cells: TableCells) -> None:
        self._cells = cells
        self._grouping = Grouping(cell for name in ("strength", "low", "high") for cell in cells.values(name))

    def strength(self, row: RowRead) -> StatedStrength:
        """The figure that a row states, without its heading’s words."""
        if "low" in self._cells.at or "high" in self._cells.at:
            sides = [self._one_strength(row, name) for name in ("low", "high")]
            if sides[0].low is not None or sides[1].high is not None:
                hedge = self._cells.text(row, "hedge")
                return StatedStrength(sides[0].low, sides[1].high, hedge if hedge in figures.HEDGES else "")
        if "low" in self._cells.at and "strength" in self._cells.at:
            return figures.UNKNOWN  # the words of a figure without bounds
        return self._one_strength(row, "strength")

    def _one_strength(self, row: RowRead, name: str) -> StatedStrength:
        cell = self._cells.cell(row.record, name)
        found = self._cells.once(name, cell, figures.strength)
        if isinstance(found, Wrong):
            row.blame(name, cell, found)
            return figures.UNKNOWN
        if found != figures.UNKNOWN and columns.in_thousands(heading := self._cells.headings.get(name, "")):
            row.blame(name, cell, wrong("thousands", heading=heading))
            return figures.UNKNOWN
        if found.low == 0 and found.high == 0:
            row.mark(name, cell, "zero", rows_of_tables.MARKS["zero"])
        if doubt := self._grouping.doubt(cell):
            said = rows_of_tables.MARKS["a mark of thousands"].format(mark=doubt)
            row.mark(name, cell, "a mark of thousands", said)
        return row.in_words(name, cell, found, wide=bool(self._cells.table.wide))
