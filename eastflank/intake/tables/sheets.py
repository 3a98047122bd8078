"""What a file of tables holds, before anything is understood of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Cell: TypeAlias = str | int | float | date | None
"""A cell as its file has it: text without white space around it; None: nothing. A time of day is dropped."""


class UnreadableTable(Exception):  # noqa: N818 - it is the table that is unreadable
    """A file that is not read at all: the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file."""

    name: str
    """The sheet's name; empty where the file is one table."""
    rows: tuple[tuple[Cell, ...], ...]
    """Rows may differ in length; a blank row is one without cells that hold anything."""
    lines: tuple[int, ...]
    """For each row the line of the file on which it begins, or its number in the sheet, from 1."""
    filled: frozenset[tuple[int, int]] = frozenset()
    """Row and column, from 0, of cells that are empty in the file and hold what a merged cell says."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was opened."""

    name: str
    """Its name without its folder."""
    sha256: str
    what: str
    """What it is, in words, such as “CSV, UTF-8, delimiter comma”."""
    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()
    """What was guessed when it was opened, a sentence each."""
    encoding: str = ""
    """The encoding of a text, as Python names it; empty: it is no text."""
    delimiter: str = ""
    """What stands between the cells of a text; empty: it is no text with a delimiter."""
