"""Laws of the journal (`changes.csv`): each row names what exists, none is of a day to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from eastflank.checks.rows import TableRows
from eastflank.model import OPTIONAL, TABLES, Dataset, Finding
from eastflank.words.chosen import findings as told

_CLOCKS = timedelta(days=1)
"""So far apart may be the days of the machines that write and read a journal."""


def a_change_names_what_there_is(dataset: Dataset) -> Iterator[Finding]:
    """A row of the journal names a table, and one of its columns or no column."""
    changes = TableRows("changes", dataset.changes)
    strange = ~changes.frame["table"].isin([*TABLES, *OPTIONAL])
    yield from changes.breaking(strange, "table", *told.no_table())
    columns = {table: set(getattr(dataset, table).columns) for table in TABLES}
    for line, table, column in zip(
        changes.frame.index, changes.frame["table"], changes.frame["column"], strict=True
    ):
        if isinstance(column, str) and table in columns and column not in columns[table]:
            yield changes.finding(line, "column", *told.no_column(table, column[:80]))


def no_change_is_of_a_day_to_come(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No change was made after today; the clock of another machine may be a day ahead."""
    changes = TableRows("changes", dataset.changes)
    for line, day in changes.frame["changed_on"].items():
        if day.date() > today + _CLOCKS:
            yield changes.finding(int(str(line)), "changed_on", *told.changed_in_the_future(str(today)))
