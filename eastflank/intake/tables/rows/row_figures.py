"""The figure of a row: persons, from one column or from two."""

from __future__ import annotations

from eastflank.intake.tables.cells import figures, heading_words
from eastflank.intake.tables.cells.figures import StatedStrength
from eastflank.intake.tables.cells.grouping import Grouping
from eastflank.intake.tables.cells.problems import Wrong, wrong
from eastflank.intake.tables.rows import figure_words
from eastflank.intake.tables.rows.row_read import RowRead
from eastflank.intake.tables.rows.table_cells import TableCells
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
            low, high = sides[0].low, sides[1].high
            if low is not None and high is not None and low > high:
                row.blame(
                    "low",
                    self._cells.cell(row.record, "low"),
                    wrong("a range that falls", low=low, high=high),
                )
                return figures.UNKNOWN
            if low is not None or high is not None:
                hedge = self._cells.text(row, "hedge")
                words = "; ".join(dict.fromkeys(side.words for side in sides if side.words))
                told = hedge if hedge in figures.HEDGES else ""
                return StatedStrength(low, high, told, words=words)
        if "low" in self._cells.at and "strength" in self._cells.at:
            return figures.UNKNOWN  # the words of a figure without bounds
        return self._one_strength(row, "strength")

    def _one_strength(self, row: RowRead, name: str) -> StatedStrength:
        cell = self._cells.cell(row.record, name)
        found = self._cells.once(name, cell, figure_words.stated)
        if isinstance(found, Wrong):
            row.blame(name, cell, found)
            return figures.UNKNOWN
        heading = self._cells.headings.get(name, "")
        states = found != figures.UNKNOWN
        if states and heading_words.in_thousands(heading):
            row.blame(name, cell, wrong("thousands", heading=heading))
            return figures.UNKNOWN
        if kind := figure_words.doubt(found.words):
            row.mark(name, cell, kind, rows_of_tables.MARKS[kind].format(words=found.words))
        if name == "strength" and states and (word := heading_words.plan_in(heading)):
            said = rows_of_tables.MARKS["a plan in a heading"].format(heading=heading, word=word)
            row.mark(name, cell, "a plan in a heading", said)
        if found.low == 0 and found.high == 0:
            row.mark(name, cell, "zero", rows_of_tables.MARKS["zero"])
        if doubt := self._grouping.doubt(cell):
            said = rows_of_tables.MARKS["a mark of thousands"].format(mark=doubt)
            row.mark(name, cell, "a mark of thousands", said)
        return row.in_words(name, cell, found, wide=bool(self._cells.table.wide))
