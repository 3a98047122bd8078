"""The contents of a row of a table, each part understood, marked, or reported as a problem."""

from __future__ import annotations

from typing import NamedTuple

from eastflank.intake.tables.cells.contingents import StatedContingent
from eastflank.intake.tables.cells.problems import Problem, RowMark
from eastflank.model import Point


class TableEntry(NamedTuple):
    """One deployment, or one figure of it, as a row states it. A tuple, for speed."""

    sheet: str
    line: int
    """The line of the file, or the row of the sheet."""
    nation: tuple[str, ...] = ()
    """Who sends, as ISO 3166-1 alpha-3."""
    lead: tuple[str, ...] = ()
    """Who leads, if a separate column says so."""
    host: tuple[str, ...] = ()
    place: str = ""
    """The words for the place; empty: none."""
    by_name: bool = False
    """Whether an Eastflank export says that this place is known by its name alone."""
    point: Point | None = None
    low: int | None = None
    high: int | None = None
    hedge: str = ""
    date: str = ""
    """The day that it describes, in EDTF; empty: not stated."""
    said: str = ""
    """The day on which a plan was announced, if the table says that; then it is the row's `date` too."""
    starts: str = ""
    since: str = ""
    """The end, where the row has it in the column of starts: there it tells rows apart, as a start does."""
    ends: str = ""
    status: str = ""
    name: str = ""
    kind: str = ""
    sort: str = ""
    id: str = ""
    """The deployment's id, if the table is one of our own exports."""
    source: str = ""
    counts: str = ""
    """What the figure counts, as in `claims.csv`; empty: not stated."""
    contingents: tuple[StatedContingent, ...] = ()
    """Who takes part, if a cell lists them: that of an Eastflank export, or nations with their figures."""
    note: str = ""
    apart: tuple[str, ...] = ()
    """The countries of its unit, if other units elsewhere have its name; empty: its name is enough."""
    site: str | None = None
    """The place of its unit, if other units in its countries have its name; empty: none. None: its name is
    enough."""
    unit: str = ""
    """The id that this unit has in the dataset; empty: it is new, or its name is enough."""
    of_kind: bool = False
    """Whether its name says only a kind of unit with a programme, a mission, a host or a place."""
    marks: tuple[RowMark, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def outcome(self) -> str:
        """`imported`, `proposal` or `problem`."""
        if self.problems:
            return "problem"
        return "proposal" if self.marks else "imported"
