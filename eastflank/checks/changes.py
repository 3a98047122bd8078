"""The law of the journal (`changes.csv`): each row names a table and a column that exist."""

from __future__ import annotations

from collections.abc import Iterator

from eastflank.checks.rows import TableRows
from eastflank.model import OPTIONAL, TABLES, Dataset, Finding
from eastflank.words.chosen import findings as told


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
