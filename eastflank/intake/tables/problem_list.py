"""Everything that is wrong with a table, or was assumed about it, as rows of a list."""

from __future__ import annotations

from collections.abc import Iterator

from eastflank.intake.tables.importing import Import
from eastflank.words.chosen import rows_of_tables as words

Row = tuple[str, str, int, str, str, str, str]
"""The result, the sheet, the line, the column, the value, the reason, what to do."""


def rows(told: Import) -> Iterator[Row]:
    """A row for each problem and each assumption, in the order of the lines."""
    found: list[Row] = [
        (words.WITH_PROBLEM, one.sheet, one.line, one.column, one.value, one.reason, one.suggestion)
        for one in told.problems
    ]
    found += [
        (words.PROPOSAL, one.sheet, one.line, one.column, one.value, one.said, words.LOOK_AND_ACCEPT)
        for one in told.marks
    ]
    yield from sorted(found, key=lambda row: row[2])
