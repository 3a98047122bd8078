"""A row while it is read, with its problems and assumptions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from eastflank import dates
from eastflank.intake.tables.cells import figures, statuses
from eastflank.intake.tables.cells.figures import StatedStrength
from eastflank.intake.tables.cells.problems import Problem, RowMark, Wrong, wrong
from eastflank.intake.tables.cells.sheets import Cell, Record
from eastflank.intake.tables.cells.texts import shown
from eastflank.intake.tables.columns.wide import is_estimate
from eastflank.reading.folding import fold
from eastflank.words.chosen import imported_claims as written
from eastflank.words.chosen import rows_of_tables as words

_OF_THE_STATUS = frozenset({"since", "from", "seit", "ab", "status", "in", "date", "year", "month"})
"""Words of headings such as “Since”: what holds from that day on is the status of the row."""


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(slots=True)
class RowRead:
    """A row, with its problems and marks so far."""

    sheet: str
    record: Record
    headings: Mapping[str, str]
    """The heading of each field's column."""
    at: Mapping[str, int]
    """The index of each field's column."""
    marks: list[RowMark] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def blame(self, name: str, value: object, problem: Wrong) -> None:
        """Record a problem with the value of a field."""
        self._blame(self.headings.get(name, ""), value, problem)

    def _blame(self, heading: str, value: object, problem: Wrong) -> None:
        said = "" if value is None else shown(str(value))
        told = problem.kind, problem.reason, problem.suggestion
        self.problems.append(Problem(self.sheet, self.record.line, heading, said, *told))

    def mark(self, name: str, value: object, kind: str, said: str) -> None:
        """Record an assumption about the value of a field."""
        cell = "" if value is None else shown(str(value))
        self.marks.append(
            RowMark(self.sheet, self.record.line, self.headings.get(name, ""), cell, kind, said)
        )

    def check_cells(self) -> None:
        """Record cells after the last heading, and figures in columns that are not imported."""
        if self.record.surplus:
            self.blame("", "; ".join(self.record.surplus), wrong("more cells than headings"))
        for heading, said in self.record.unread:
            self._blame(heading, said, wrong("a figure elsewhere"))

    def over(self, starts: str, ends: str) -> tuple[str, str, str]:
        """The start, the end, and the day in the column of starts where that is the end.

        A row that is over says under “since” when it ended, unless the table has a column of ends. It gets a
        mark. “Start” and “Deployed since” are starts in any row.
        """
        heading = self.headings.get("starts", "")
        if not starts or not heading or "ends" in self.at or not statuses.is_over(self.cell("status")):
            return starts, ends, ""
        if not _OF_THE_STATUS.issuperset(fold(heading).split()):
            return starts, ends, ""
        said = words.MARKS["an end under a start"].format(
            status=self.cell("status"), heading=heading, day=starts
        )
        self.mark("starts", self.cell("starts"), "an end under a start", said)
        return "", starts, starts

    def check_day_told(self, stated: str) -> None:
        """Mark a row that tells of the day of the table only because its own cell gives no day.

        `stated`: a day or a period of the row; empty: it states none.
        """
        if stated or "date" not in self.at or self.record.unread:
            return
        heading, cell = self.headings["date"], self.cell("date")
        if not any(problem.column == heading for problem in self.problems):
            kind = "an empty day" if cell is None else "no day stated"
            self.mark("date", cell, kind, words.MARKS[kind].format(value=cell))

    def check_day_guessed(self) -> None:
        """Mark a row whose day stands in a column that no heading names as a column of days."""
        kind, heading = "a day by its values", self.headings["date"]
        self.mark("date", self.cell("date"), kind, words.MARKS[kind].format(heading=heading))

    def check_heading(self, stated: str) -> None:
        """Mark a row that states no day below a heading of figures that names a time.

        `stated` is as in `check_day_told`.
        """
        heading = self.headings.get("strength", "")
        if not stated and not self.record.unread and _YEAR.search(heading):
            said = words.MARKS["a time in a heading"].format(heading=heading)
            self.mark("strength", self.cell("strength"), "a time in a heading", said)

    def check_days(self, told: str, starts: str, ends: str, today: date) -> None:
        """Record a day in the future, and an end before the start.

        `today` is the day of the table.
        """
        first = dates.bounds(told).first if told else None
        if first and first > today:
            self.blame("date", self.cell("date"), wrong("a day to come", day=today))
        begins = dates.bounds(starts).first if starts else None
        over = dates.bounds(ends).last if ends else None
        if begins and over and begins > over:
            self.blame("ends", self.cell("ends"), wrong("an end before the start", starts=starts))

    def check_whereabouts(
        self, nation: tuple[str, ...], host: tuple[str, ...], place: str, name: str
    ) -> None:
        """Record a missing location, a missing sender, and that both are the same country."""
        if self.record.unread:
            return  # no figure of this row is imported
        lacks_location, lacks_sender = not host and not place, not nation and not name
        if lacks_location or lacks_sender:  # the rest is slow, and few rows need it
            blamed = {problem.column for problem in self.problems}
            where = {self.headings.get(each, each) for each in ("host", "place", "latitude")}
            if lacks_location and not blamed & where:
                self.blame("host", self.cell("host"), wrong("no whereabouts"))
            heading = self.headings.get("nation")
            if lacks_sender and heading is not None and heading not in blamed:
                self.blame("nation", self.cell("nation"), wrong("no sender"))
        if nation and nation == host:
            self.mark("nation", self.own("nation"), "at home", words.MARKS["at home"])

    def of_column(self, figure: StatedStrength) -> tuple[StatedStrength, str]:
        """The figure as the heading over it says it, and for the note what else that heading says.

        The figures of a column of estimates are “about” so many, as in a cell with “est.”; a mark says so.
        """
        heading = self.record.heading
        if not heading:
            return figure, ""
        if not is_estimate(heading):
            return figure, written.in_column(heading)
        self.mark("strength", heading, "an estimate", words.MARKS["an estimate"].format(heading=heading))
        exact = figure.low is not None and figure.low == figure.high and not figure.hedge
        return (replace(figure, hedge="about") if exact else figure), ""

    def in_words(self, name: str, cell: Cell, figure: StatedStrength, *, wide: bool) -> StatedStrength:
        """The figure of a cell, also of “nil” or “unknown”. `wide`: no other cell says they are there."""
        if figure is not figures.UNKNOWN or cell is None:
            return figure
        said_so = figures.says_nobody(cell)
        nobody = said_so and name == "strength"
        if said_so or wide:
            kind = "a word for zero" if nobody else "no figure stated"
            self.mark(name, cell, kind, words.MARKS[kind].format(value=cell))
        return figures.NOBODY if nobody else figures.UNKNOWN

    def own(self, name: str) -> Cell:
        """The cell as in the table: None if it was filled from the row above."""
        heading = self.headings.get(name)
        filled = any(mark.kind == "from the row above" and mark.column == heading for mark in self.marks)
        return None if filled else self.cell(name)

    def cell(self, name: str) -> Cell:
        """The cell of a field; None if it is empty, or if there is no such column."""
        return self.record.cells[self.at[name]] if name in self.at else None
