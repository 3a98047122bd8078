"""Cells of columns that are not imported, but read like a status, unit, figure or time: no certain rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from eastflank.intake.tables.cells import contents, formations, statuses
from eastflank.intake.tables.cells.figures import is_figure
from eastflank.intake.tables.cells.problems import RowMark
from eastflank.intake.tables.cells.sheets import Cell, Shaped
from eastflank.intake.tables.cells.texts import shown
from eastflank.intake.tables.columns.columns import LEFT_OUT, OF_OUR_EXPORTS, RecognisedColumn
from eastflank.intake.tables.columns.shape import is_total
from eastflank.intake.tables.rows import words_of_time
from eastflank.intake.tables.rows.row_read import RowRead
from eastflank.reading.folding import fold
from eastflank.words.chosen import rows_of_tables as words

Doubts = Mapping[int, Mapping[Cell, str]]
"""By column the cells that would say something of their row, each with its kind, a key of `words.MARKS`."""

"""Fields that only our own exports have. Their other columns are about the file, such as its title."""


def doubts(table: Shaped, found: Sequence[RecognisedColumn]) -> Doubts:
    """What the columns that are not imported would say, if no imported column says it."""
    fields = {column.field for column in found}
    ours = fields >= OF_OUR_EXPORTS
    no_figure = table.wide or not fields & {"strength", "low", "high"}
    kinds = [
        (kind, reads)
        for field, kind, reads in (
            ("status", "a status left out", _is_not_there),
            ("name", "a unit left out", formations.is_named),
        )
        if field not in fields
    ]
    by_column = {}
    for at, column in enumerate(found):
        if column.field in ("note", "name") and "status" not in fields:
            told = {record.cells[at] for record in table.records}
            if named := {cell: "a status in words" for cell in told if words_of_time.begins(cell)}:
                by_column[at] = named
        if column.field or fold(column.heading) in LEFT_OUT:
            continue
        column_cells = [record.cells[at] for record in table.records]
        cells = set(column_cells)
        of_a_time = words_of_time.in_a_column(column.heading, tuple(cells))
        named = {cell: kind for cell in cells if not ours and (kind := of_a_time(cell))}
        named |= {cell: kind for kind, reads in reversed(kinds) for cell in cells if reads(cell)}
        if no_figure and not (table.wide and is_total(column.heading)) and _are_figures(column_cells):
            named |= {cell: "a figure left out" for cell in cells if is_figure(cell)}
        if named:
            by_column[at] = named
    return by_column


def units(found: Sequence[RecognisedColumn], samples: Callable[[int], Sequence[Cell]]) -> tuple[str, str]:
    """The heading and a cell of a column that is not imported, but reads like names of units.

    Empty if there is none, or if another column is the name. `samples` are cells of a column.
    """
    if any(column.field == "name" for column in found):
        return "", ""
    told = (
        (column.heading, str(cell))
        for at, column in enumerate(found)
        if not column.field and fold(column.heading) not in LEFT_OUT
        for cell in samples(at)
        if formations.is_named(cell)
    )
    return next(told, ("", ""))


def mark(row: RowRead, headings: Sequence[str], left_out: Doubts) -> None:
    """Mark a row with a cell that would say something of it."""
    for at, cells in left_out.items():
        cell = row.record.cells[at]
        if kind := cells.get(cell):
            value = shown(str(cell))
            said = words.MARKS[kind].format(value=value, heading=headings[at], status=statuses.status(cell))
            row.marks.append(RowMark(row.sheet, row.record.line, headings[at], value, kind, said))


def _are_figures(cells: Sequence[Cell]) -> bool:
    """Whether most cells of a column hold numbers of troops: not the numbers of its rows, and no years."""
    there = [cell for cell in cells if cell is not None]
    numbers = [str(cell) for cell in there]
    figures = sum(map(is_figure, there))
    years = sum(_YEAR.fullmatch(number) is not None for number in numbers)
    return (
        bool(there)
        and not contents.are_numbered(there)
        and 2 * figures > len(there)
        and 2 * years <= len(there)
    )


_YEAR = re.compile(r"(?:19|20)\d\d")


def _is_not_there(cell: Cell) -> bool:
    return statuses.is_told(cell) and statuses.status(cell) != "deployed"
