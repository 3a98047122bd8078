"""What a row of a table says, each part understood or marked, or told as a problem."""

from __future__ import annotations

from dataclasses import dataclass

from eastflank.intake.tables.contingents import StatedContingent
from eastflank.intake.tables.problems import Problem, RowMark
from eastflank.model import Point


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One deployment, or one figure of it, as a row states it."""

    sheet: str
    line: int
    """The line of the file, or the row of the sheet."""
    nation: tuple[str, ...] = ()
    """Who sends, as ISO 3166-1 alpha-3."""
    lead: tuple[str, ...] = ()
    """Who leads, where a column of its own says so."""
    host: tuple[str, ...] = ()
    place: str = ""
    """The words for the place; empty: none."""
    point: Point | None = None
    low: int | None = None
    high: int | None = None
    hedge: str = ""
    date: str = ""
    """The day of which it tells, in EDTF; empty: not stated."""
    starts: str = ""
    ends: str = ""
    status: str = ""
    name: str = ""
    kind: str = ""
    sort: str = ""
    id: str = ""
    """The deployment's id, where the table is one of our own."""
    source: str = ""
    counts: str = ""
    """What the figure counts, as in `claims.csv`; empty: not stated."""
    contingents: tuple[StatedContingent, ...] = ()
    """Who takes part, where a cell of an export of Eastflank lists them."""
    note: str = ""
    marks: tuple[RowMark, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def outcome(self) -> str:
        """`imported`, `proposal` or `problem`."""
        if self.problems:
            return "problem"
        return "proposal" if self.marks else "imported"
