"""Texts of `python -m eastflank import` for the four steps of an import."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.words.en.lists import unit
from eastflank.words.en.rows_of_tables import KINDS
from eastflank.words.en.unreadable_tables import other_sheets as sheets_named

STEPS = ("1. What it is", "2. Columns", "3. What is wrong", "4. {verb}")
LONG, WIDE = "a long table", "{wide} are columns"
NO_ROW = "line {line} is not a row; its kind is “{kind}”: {text}"
NOT_IMPORTED = "not imported"
BY = "(by {why})"
LINE, VALUE, MORE = "line {line}", ", “{value}”", "and {number:,} more"
CHANGED, WOULD_CHANGE, NOTHING_CHANGED = "Changed", "What would change", "Changed: nothing"
TOTALS = "{name}: {before} before, {after} after"
IN_THE_SUM = "The sum of persons has planned and ended rows in it: it helps to find a wrong digit, and is no number of troops."
ALL_DRAFTS = "All imported claims are drafts. They count once somebody has reviewed them."
HAS_ALL = "The dataset has all of these rows already."
NONE_IMPORTED = "No row could be imported."
EXPORT = "{name}: an export of Eastflank. It contains rows of the record. They are imported unchanged."
ROWS_OF = "{table}: {new:,} new, {same:,} there already"
LIST_WRITTEN = "The list of problems is in {file}."
OVER_ITSELF = "--problems names the file of the table itself. Name another file for the list of problems."
WITHOUT_OF_AN_EXPORT = "The rows of an export of Eastflank are imported all together. Leave out --without, or name a sheet with --sheet."
NOT_LINES = "“{given}” is not a list of lines. Write numbers, such as 4,7-9."
NOT_YET = "--date {day} is after today, {today}. Give the day on which the table was made."
REFUSED = "Nothing was changed. The dataset does not allow these rows:\n{why}"
NOT_CHANGED = "Nothing was changed. {why}"
NOT_WRITTEN = "Nothing was changed. {path} cannot be written: {why}. Make room there, or see who may write there. Then import the table again."
PROGRESS = "{done:,} of {of:,} {what} …"


def what_it_is(file: str, sheet: str, what: str) -> str:
    """The first step; `sheet` is empty if the file has none."""
    return f"{STEPS[0]}: {file}{f', sheet {sheet}' if sheet else ''}: {what}"


def other_sheets(names: Sequence[str]) -> str:
    """Says that only one sheet is read, and how to read another one."""
    return f"{sheets_named(names)} To read another sheet, name it with --sheet."


def is_an_export(file: str) -> str:
    """The first step for an Eastflank export."""
    return f"{STEPS[0]}: {EXPORT.format(name=file)}"


def lines(number: int, form: str) -> str:
    """How many lines a table has, and its form."""
    return f"{unit(number, 'line')}; {form}"


def problems(number: int, column: str, kind: str) -> str:
    """A group of problems of one kind. `column` is empty if the problems are about the whole line."""
    return f"{unit(number, 'problem')}{_in(column)}: {KINDS.get(kind, kind)}"


def proposals(number: int, column: str, kind: str) -> str:
    """A group of proposals of one kind. `column` has the same meaning as in `problems`."""
    return f"{unit(number, 'proposal')}{_in(column)}: {KINDS.get(kind, kind)}"


def _in(column: str) -> str:
    return f" in “{column}”" if column else ""


def writing(rows: int) -> str:
    """Says how many rows are being written."""
    return f"Checking and writing {unit(rows, 'row')} …"


def where_lines_went(
    lines_: int, imported: int, proposals_: int, problems_: int, skipped: tuple[tuple[str, int], ...]
) -> str:
    """What became of the lines of a table. `skipped` counts the lines without a row, by kind of line."""
    left = ", ".join(f"{number:,} {kind}" for kind, number in skipped)
    return (
        f"Of {unit(lines_, 'line')}: {imported:,} without a doubt, {unit(proposals_, 'proposal')}, "
        f"{problems_:,} with problems" + (f", skipped: {left}." if left else ".")
    )


SAME_TABLE = "If it is the same table, add --same-table."


def left_out(number: int) -> str:
    """Says that proposals were not imported."""
    return (
        f"{unit(number, 'proposal')} left out. Check the proposals. To import them, add --accept-proposals."
    )
