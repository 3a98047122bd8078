"""English for what is wrong in the data: its location, and texts for findings of every kind.

Findings are pairs: what is wrong, and what to do. In a text `{…}` stands for a cell of the row.
"""

from __future__ import annotations

SAME_FAULT = "They have the same fault."
CORRECT_ONE_DATE = "Correct one of the two dates."
CORRECT_THE_NAME = "Correct its name."


def in_line(line: int, key: str) -> str:
    """Where a row is: its line in the file, and its key."""
    return f"line {line} ({key})"


def more_rows(number: int) -> str:
    """How many more rows a finding summarises."""
    return f"{number:,} more rows"


def no_table() -> tuple[str, str]:
    """Says that the journal names a table that does not exist."""
    return "There is no table “{table}”.", CORRECT_THE_NAME


def no_column(table: str, column: str) -> tuple[str, str]:
    """Says that the journal names a column that does not exist."""
    return f"{table}.csv has no column “{column}”.", CORRECT_THE_NAME


def changed_in_the_future(today: str) -> tuple[str, str]:
    """Says that a change is dated after today."""
    return f"This day is after today, {today}.", "Correct the day, or the clock of this machine."
