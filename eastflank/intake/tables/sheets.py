"""What a file of tables holds, before anything is understood of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeAlias

Cell: TypeAlias = str | int | float | date | None
"""A cell as its file has it: text without white space around it; None: nothing. A time of day is dropped."""


class UnreadableTable(Exception):  # noqa: N818 - it is the table that is unreadable
    """A file that is not read at all: the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class SourceSheet:
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
    sheets: tuple[SourceSheet, ...]
    remarks: tuple[str, ...] = ()
    """What was guessed when it was opened, a sentence each."""
    encoding: str = ""
    """The encoding of a text, as Python names it; empty: it is no text."""
    delimiter: str = ""
    """What stands between the cells of a text; empty: it is no text with a delimiter."""
    articles: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Texts of articles by the names of their files, where it is an export of ours that carries them."""


IsCountry = Callable[[str], bool]
"""Whether a text certainly names a country."""


@dataclass(frozen=True, slots=True)
class LineWithoutRow:
    """A line that holds no row."""

    number: int
    kind: str
    """`note`, `blank`, `total`, `header`, `empty`: a row of a wide table without any figure."""
    text: str


class Record(NamedTuple):
    """A row of the table, or one figure of a row where years or nations are columns."""

    line: int
    cells: tuple[Cell, ...]
    """One for each of the table's columns."""
    filled: frozenset[int] = frozenset()
    """Columns in which a merged cell speaks for this row."""
    surplus: tuple[str, ...] = ()
    """What stands beyond the last heading."""
    mended: tuple[tuple[str, str], ...] = ()
    """Heading and cell, as the file has it, of what somebody wrote again."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A sheet understood as a table."""

    sheet: str
    headings: tuple[str, ...]
    """In a wide table the columns that stay, then what the other headings say, then their figures."""
    records: tuple[Record, ...]
    lines: tuple[LineWithoutRow, ...]
    """The lines that hold no row, in their order."""
    total: int
    """Lines that the sheet has."""
    wide: str = ""
    """`years` or `nations` where these were columns; empty: a long table."""
    unpivoted: tuple[str, ...] = ()
    """The headings that became values."""
    header: int = 0
    """The line of the headings; where these are several lines, the last of them."""
