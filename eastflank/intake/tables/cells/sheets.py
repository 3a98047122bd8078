"""The raw contents of a file of tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeAlias

Cell: TypeAlias = str | int | float | date | None
"""A cell as in its file: text without white space around it; None if empty. A time of day is dropped."""


class UnreadableTable(Exception):  # noqa: N818 - it is the table that is unreadable
    """A file that cannot be read: the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """One table of a file."""

    name: str
    """The sheet's name; empty where the file is one table."""
    rows: tuple[tuple[Cell, ...], ...]
    """Rows may differ in length; a blank row has no cells with content."""
    lines: tuple[int, ...]
    """For each row the line of the file on which it begins, or its number in the sheet, from 1."""
    filled: frozenset[tuple[int, int]] = frozenset()
    """Row and column, from 0, of cells that are empty in the file and get a merged cell's value."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was opened."""

    name: str
    """Its name without its folder."""
    sha256: str
    what: str
    """Its format, in words, such as “CSV, UTF-8, delimiter comma”."""
    sheets: tuple[SourceSheet, ...]
    remarks: tuple[str, ...] = ()
    """Guesses made while opening it, one sentence each."""
    encoding: str = ""
    """The encoding of a text, as Python names it; empty if it is not a text."""
    delimiter: str = ""
    """The delimiter of a text; empty if it is not a text with a delimiter."""
    articles: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Texts of articles by the names of their files, if it is an Eastflank export that contains them."""


IsCountry = Callable[[str], bool]
"""Whether a text certainly names a country."""


@dataclass(frozen=True, slots=True)
class LineWithoutRow:
    """A line that is not a row."""

    number: int
    kind: str
    """`note`, `blank`, `total`, `header`; `section`: a host for the rows below; `empty`: a row of a wide
    table without any figure."""
    text: str


class Record(NamedTuple):
    """A row of the table, or one figure of a row where years or nations are columns."""

    line: int
    cells: tuple[Cell, ...]
    """One for each of the table's columns."""
    filled: frozenset[int] = frozenset()
    """Columns in which a merged cell gives this row's value."""
    surplus: tuple[str, ...] = ()
    """Cells after the last heading."""
    mended: tuple[tuple[str, str], ...] = ()
    """Heading and original cell of corrected values."""
    unread: tuple[tuple[str, str], ...] = ()
    """Heading and cell of figures in columns that are not imported, if the row has no other figure."""
    heading: str = ""
    """Where years or nations are columns: the heading over the figure, if it says more, as “2018*”."""
    host_above: str = ""
    """The country that stands alone on a line above the row; empty: none does."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A sheet understood as a table."""

    sheet: str
    headings: tuple[str, ...]
    """In a wide table: the kept columns, then the values from the other headings, then their figures."""
    records: tuple[Record, ...]
    lines: tuple[LineWithoutRow, ...]
    """The lines that are not rows, in their order."""
    total: int
    """How many lines the sheet has."""
    wide: str = ""
    """`years` or `nations` if these were columns; empty for a long table."""
    unpivoted: tuple[str, ...] = ()
    """The headings that became values."""
    header: int = 0
    """The line of the headings; if there are several, the last of them."""

    def cell(self, record: Record, heading: str) -> str:
        """The cell of a record under a heading; empty if there is none."""
        found = record.cells[self.headings.index(heading)] if heading in self.headings else None
        return "" if found is None else str(found)
