"""Lines of a table that a person leaves out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.words.chosen import rows_of_tables as words

KIND = "left out"
"""What such a line is called among the lines without a row."""
_LINES = re.compile(r"\d{1,7}(?:\s*[-–]\s*\d{1,7})?")


def lines_of(text: str) -> frozenset[int] | None:
    """The numbers of lines in a list such as “4, 7-9”; None if it is not one."""
    found: set[int] = set()
    for part in filter(None, (each.strip() for each in text.split(","))):
        if not _LINES.fullmatch(part):
            return None
        first, _, last = part.replace("–", "-").partition("-")
        lines = range(int(first), int(last or first) + 1)
        if not lines:
            return None
        found |= set(lines)
    return frozenset(found)


def apart(
    entries: Sequence[TableEntry], without: Collection[int]
) -> tuple[tuple[TableEntry, ...], Sequence[TableEntry]]:
    """The entries of the lines that are left out, and the other ones."""
    if not without:
        return (), entries
    left = tuple(entry for entry in entries if entry.line in without)
    return left, tuple(entry for entry in entries if entry.line not in without)


def without_row(entries: Iterable[TableEntry], without: Collection[int]) -> Iterator[str]:
    """Says which of the lines that are left out hold no row: perhaps another number was meant."""
    if empty := sorted(set(without) - {entry.line for entry in entries}):
        yield words.no_row_to_leave_out(empty)
