"""Rows without a figure in any of several columns: in a list of all countries, perhaps nobody is there."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.intake.tables.cells import contents, statuses
from eastflank.intake.tables.cells.figures import states_nothing
from eastflank.intake.tables.columns.columns import RecognisedColumn
from eastflank.intake.tables.rows.row_read import RowRead
from eastflank.intake.tables.rows.table_cells import TableCells
from eastflank.words.chosen import rows_of_tables as words

_FIGURES = ("strength", "low", "high")
_FEWEST = 2
"""Columns of figures in a table in which a row without any is a proposal. In a single one, an empty cell
says that the number is not known."""
KIND = "no figure in any column"


class NothingStated:
    """Finds rows of a table whose columns of figures are all empty, or have a dash."""

    def __init__(self, cells: TableCells, found: Sequence[RecognisedColumn]) -> None:
        table = cells.table
        self._figures = [cells.at[name] for name in _FIGURES if name in cells.at]
        self._others = [
            at
            for at, column in enumerate(found)
            if not column.field and not contents.are_numbered([each.cells[at] for each in table.records])
        ]
        with_figures = {
            at for at in self._others if any(_has_digit(each.cells[at]) for each in table.records)
        }
        self._heading = "strength" if "strength" in cells.at else ""
        self._applies = not table.wide and len(with_figures) + bool(self._figures) >= _FEWEST

    def check(self, row: RowRead) -> None:
        """Mark a row that says neither how many there are, nor by its status that somebody is there."""
        if not self._applies or statuses.is_told(row.cell("status")):
            return
        own = row.record.cells
        if all(states_nothing(own[at]) for at in self._figures) and not any(
            _has_digit(own[at]) for at in self._others
        ):
            row.mark(self._heading, row.cell("strength"), KIND, words.MARKS[KIND])


def _has_digit(cell: object) -> bool:
    return cell is not None and any(map(str.isdigit, str(cell)))
