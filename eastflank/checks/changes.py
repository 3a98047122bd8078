"""Laws of the journal (`changes.csv`): each row names what exists, none is lost, none is of a day to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from eastflank.checks.rows import TableRows
from eastflank.model import OPTIONAL, TABLES, Dataset, Finding
from eastflank.words.chosen import findings as told

_NUMBERED = re.compile(r"C([0-9]+)")
_SERIES = 1_000
"""A new series of numbers may begin at each multiple of this."""
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


def no_change_is_lost(dataset: Dataset) -> Iterator[Finding]:
    """The numbers of the changes go on by one from C0001, or from a full thousand.

    That the newest ones are lost cannot be seen here: nothing else in the tables names them.
    """
    changes = TableRows("changes", dataset.changes)
    numbered = ((_NUMBERED.fullmatch(str(one)), line) for line, one in changes.frame["id"].items())
    found = sorted((int(match[1]), int(str(line))) for match, line in numbered if match)
    for (before, _), (number, line) in pairwise([(0, 0), *found]):
        if number > before + 1 and number % _SERIES:
            first = max(before + 1, number // _SERIES * _SERIES)
            yield changes.finding(line, "id", *told.changes_lost(f"C{first:04}", f"C{number - 1:04}"))


def no_change_is_of_a_day_to_come(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No change was made after today; the clock of another machine may be a day ahead."""
    changes = TableRows("changes", dataset.changes)
    for line, day in changes.frame["changed_on"].items():
        if day.date() > today + _CLOCKS:
            yield changes.finding(int(str(line)), "changed_on", *told.changed_in_the_future(str(today)))
