"""Cells that are empty because the row above says it: the nation and the host."""

from __future__ import annotations

from collections.abc import Callable

from eastflank.intake.tables.cells.nations import NationCodes
from eastflank.intake.tables.cells.problems import RowMark, Wrong
from eastflank.intake.tables.cells.sheets import Cell, Record
from eastflank.intake.tables.rows.table_cells import TableCells
from eastflank.words.chosen import rows_of_tables

_WRITTEN_ON = ("nation", "host")
"""Fields for which an empty cell gets the value of the row above, with a mark."""


def written_on(
    cells: TableCells,
    record: Record,
    before: Record | None,
    nations_of: Callable[[str, Cell], NationCodes | Wrong],
) -> tuple[Record, list[RowMark]]:
    """The record with the nation and the host of the row above, if its own are empty; and the marks of that.

    `nations_of` reads the cell of a field.
    """
    marks: list[RowMark] = []
    empty = [
        (name, at) for name in _WRITTEN_ON if (at := cells.at.get(name, -1)) >= 0 and record.cells[at] is None
    ]
    if before is None or not empty:  # the usual case
        return record, marks
    if not (cells.cell(record, "strength") or cells.cell(record, "low")):
        return record, marks
    filled = list(record.cells)
    for name, at in empty:
        above = before.cells[at]
        if above is None:
            continue
        if name == "host" and before.host_above:
            continue  # its host is that of other rows: another heading stands between
        if name == "host" and (cells.cell(record, "place") or cells.cell(record, "latitude")):
            continue
        if isinstance(nations_of(name, above), Wrong):
            continue
        filled[at] = above
        said = rows_of_tables.MARKS["from the row above"].format(value=above)
        told = "from the row above", said
        marks.append(RowMark(cells.table.sheet, record.line, cells.headings[name], "", *told))
    return (record._replace(cells=tuple(filled)) if marks else record), marks
