"""The status of a row, as its cell and its days say it: who has left is not there on its day. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eastflank import dates
from eastflank.intake.tables.cells import statuses
from eastflank.intake.tables.cells.problems import Wrong, wrong
from eastflank.intake.tables.cells.sheets import Cell
from eastflank.intake.tables.columns import columns, day_columns
from eastflank.intake.tables.rows.row_read import RowRead
from eastflank.model import STATUSES, Standing
from eastflank.words.chosen import dates_in_words
from eastflank.words.chosen import rows_of_tables as words

_PLANS = (Standing.CONSIDERED, Standing.PLANNED)


@dataclass(frozen=True, slots=True)
class RowDays:
    """The days of a row, in EDTF; each is empty if it is not stated."""

    told: str = ""
    """The day of which it tells."""
    starts: str = ""
    ends: str = ""
    said: str = ""
    """The day on which it was announced, or reported."""


def status_of(row: RowRead, cell: Cell, found: str | Wrong, days: RowDays, table_day: date) -> str:
    """The status of the row. `found` is what its cell says; empty: nothing.

    A row tells of its own day, or else of the day of the table. Before its start a deployment is planned, and
    after its end it has ended, whatever the cell says. Each such reading is marked.
    """
    if isinstance(found, Wrong):
        row.blame("status", cell, found)
        return ""
    standing = STATUSES[found] if found else None
    may_be_there = standing in (None, Standing.PRESENT)
    if _is_to_come(days, table_day) and may_be_there:
        _mark_start(row, cell, found, days)
        return "decided"
    if _is_over(days, table_day) and standing != Standing.GONE:
        result = "ended" if may_be_there else found
        _mark_end(row, days, table_day, found if is_plan(result) else "")
    elif standing == Standing.GONE and _ends_later(days, table_day):
        result = found
        _mark_end_to_come(row, cell, found, days)
    elif may_be_there and _is_only_announced(row, days):
        result = found or "pledged"
        _mark_announced(row, found, days, result)
    else:
        result = found or "deployed"
    if "status" in row.at and (kind := statuses.assumption(cell)):
        row.mark("status", cell, kind, words.MARKS[kind].format(value=cell, status=result))
    return result


def check_said(row: RowRead, said: str, table_day: date) -> None:
    """Record a day of announcing that is after the day of the table."""
    first = dates.bounds(said).first if said else None
    if first and first > table_day:
        row.blame("said", row.cell("said"), wrong("a day to come", day=table_day))


def is_plan(status: str) -> bool:
    """Whether a status is that of a plan: such a row tells of the day on which it was announced."""
    return STATUSES.get(status) in _PLANS


def _own_day(days: RowDays, table_day: date) -> tuple[date, date]:
    """The first and the last day of which a row may tell."""
    first, last = dates.bounds(days.told) if days.told else (table_day, table_day)
    return first or table_day, last or table_day


def _is_to_come(days: RowDays, table_day: date) -> bool:
    begins = dates.bounds(days.starts).first if days.starts else None
    return begins is not None and begins > _own_day(days, table_day)[1]


def _is_over(days: RowDays, table_day: date) -> bool:
    over = dates.bounds(days.ends).last if days.ends else None
    return over is not None and over < _own_day(days, table_day)[0]


def _ends_later(days: RowDays, table_day: date) -> bool:
    ends = dates.bounds(days.ends).first if days.ends else None
    return ends is not None and ends > _own_day(days, table_day)[1]


def _is_only_announced(row: RowRead, days: RowDays) -> bool:
    return bool(
        days.said
        and not (days.told or days.starts)
        and not day_columns.is_report(columns.plain(row.headings.get("said", "")))
    )


def _mark_start(row: RowRead, cell: Cell, found: str, days: RowDays) -> None:
    if found:
        kind = "there before its start"
        parts = {"status": cell, "starts": dates_in_words.when(days.starts)}
        row.mark("status", cell, kind, words.MARKS[kind].format(**parts))
    elif days.told:
        kind = "a start after its day"
        parts = {"starts": dates_in_words.when(days.starts), "told": dates_in_words.when(days.told)}
        row.mark("starts", row.cell("starts"), kind, words.MARKS[kind].format(**parts))
    else:
        row.mark("status", cell, "a start to come", words.MARKS["a start to come"])


def _mark_end(row: RowRead, days: RowDays, table_day: date, plan: str) -> None:
    """Mark a row whose end is over. `plan` is the status of one that tells of a plan; empty: it does not."""
    name = "period" if "period" in row.at else "ends"
    kind = "an end before its day" if days.told else "an end before the table"
    if plan:
        kind = "a plan that is over"
    told = dates_in_words.when(days.told) if days.told else dates_in_words.day(table_day)
    said = words.MARKS[kind].format(ends=dates_in_words.when(days.ends), told=told, status=plan)
    row.mark(name, row.cell(name), kind, said)


def _mark_end_to_come(row: RowRead, cell: Cell, found: str, days: RowDays) -> None:
    kind = "over before its end"
    ends = dates_in_words.when(days.ends)
    row.mark("status", cell, kind, words.MARKS[kind].format(status=cell, ends=ends, read=found))


def _mark_announced(row: RowRead, found: str, days: RowDays, result: str) -> None:
    kind = "announced only" if not found else "announced, and no start"
    parts = {"heading": row.headings["said"], "said": dates_in_words.when(days.said), "status": result}
    row.mark("said", row.cell("said"), kind, words.MARKS[kind].format(**parts))
