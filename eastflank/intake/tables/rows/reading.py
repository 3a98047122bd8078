"""Converts rows of a table to entries: each different value is read only once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from eastflank.intake.tables.cells import days, nations, periods, statuses
from eastflank.intake.tables.cells.contingents import StatedContingent, contingents_of
from eastflank.intake.tables.cells.figures import UNKNOWN
from eastflank.intake.tables.cells.known import Lookups
from eastflank.intake.tables.cells.problems import RowMark, Wrong
from eastflank.intake.tables.cells.sheets import Cell, Record, Shaped
from eastflank.intake.tables.columns.columns import RecognisedColumn
from eastflank.intake.tables.rows import left_out, national_figures, notes, row_status
from eastflank.intake.tables.rows.empty_cells import written_on
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.equipment import CountedThings
from eastflank.intake.tables.rows.nothing_stated import NothingStated
from eastflank.intake.tables.rows.place_words import check_place
from eastflank.intake.tables.rows.row_figures import RowFigures
from eastflank.intake.tables.rows.row_positions import RowPositions
from eastflank.intake.tables.rows.row_read import RowRead
from eastflank.intake.tables.rows.row_status import RowDays
from eastflank.intake.tables.rows.table_cells import TableCells
from eastflank.reading.folding import fold
from eastflank.words.chosen import dates_in_words, imported_claims, rows_of_tables, values

_NO_TEXTS = dict.fromkeys(("place", "name", "source", "note", "id", "sort", "kind"), "")
_DAYS = ("date", "starts", "ends", "period", "said")
_COUNTS = {said.casefold(): key for key, said in values.COUNTS.items()}
_TOLD_EACH = 2_000
"""Rows between two reports of progress."""


def entries(
    table: Shaped,
    found: Sequence[RecognisedColumn],
    known: Lookups,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[TableEntry, ...]:
    """An entry for each record of the table, in its order. `progress` gets how many are read, of how many."""
    return tuple(_Reader(table, found, known).entries(progress))


class _Reader:
    """Reads one table; it caches the meaning of each different value."""

    def __init__(self, table: Shaped, found: Sequence[RecognisedColumn], known: Lookups) -> None:
        self._cells, self._known = TableCells(table, found), known
        at = self._cells.at
        self._orders = {name: days.order_of(self._cells.values(name)) for name in _DAYS}
        self._neighbours = {name: self._cells.sample(name) for name in ("nation", "lead", "host")}
        self._kinds = {
            fold(said): kind.id for kind in known.kinds.values() for said in (kind.id, kind.one, kind.several)
        }
        self._sent: dict[tuple[str, str], tuple[StatedContingent, ...]] = {}
        self._texts_there = [name for name in _NO_TEXTS if name in at]
        self._own_words = [name for name in ("contingents", "planned", "meant_for") if name in at]
        self._positions = RowPositions(self._cells, known.ground)
        self._figures = RowFigures(self._cells)
        self._things = CountedThings(found)
        by_values = {column.field for column in found if column.why == "content"}
        self._sides_guessed = {"nation", "host"} <= by_values
        self._day_guessed = "date" in by_values
        self._unstated = NothingStated(self._cells, found)
        self._left_out = left_out.doubts(table, found)

    def entries(self, progress: Callable[[int, int], None]) -> Iterator[TableEntry]:
        before: Record | None = None
        records = self._cells.table.records
        for number, record in enumerate(records):
            if number % _TOLD_EACH == 0:
                progress(number, len(records))
            filled, marks = written_on(self._cells, record, before, self._read_nations)
            yield self._entry(filled, marks)
            before = filled

    def _entry(self, record: Record, marks: list[RowMark]) -> TableEntry:
        row = self._cells.row(record, marks)
        row.check_cells()
        left_out.mark(row, self._cells.table.headings, self._left_out)
        parts = self._national_figures(row)
        nation, lead = () if parts else self._nations(row, "nation"), self._nations(row, "lead")
        host = self._nations(row, "host")
        if above := record.host_above:
            said = rows_of_tables.MARKS["a host above"].format(value=above)
            row.mark("host", None, "a host above", said)
        if self._sides_guessed and nation and host:
            row.mark("nation", row.own("nation"), "who and where by values", self._sides(nation, host))
        figure, of_things = self._things.apart(row, self._figures.strength(row))
        strength, of_column = row.of_column(figure)
        whole = national_figures.total(parts)
        bounds = strength.low, strength.high
        adds_up = whole != UNKNOWN and bounds in ((None, None), (whole.low, whole.high))
        national_figures.check(row, parts, strength)
        summed = imported_claims.SUM_OF_NATIONS if adds_up and strength.low is None else ""
        strength = whole if summed else strength
        told = self._day(row, "date")
        starts, ends, since = row.over(*self._span(row))
        said = self._day(row, "said")
        row_status.check_said(row, said, self._known.day)
        if self._day_guessed and told:
            row.check_day_guessed()
        row.check_day_told(told or starts or ends)
        row.check_heading(told or starts or ends)
        if told or starts or ends:
            row.check_days(told, starts, ends, self._known.day)
        text = dict(_NO_TEXTS)
        for name in self._texts_there:
            text[name] = self._cells.text(row, name)
        host, position = self._positions.position(row, host, text["place"])
        senders = nation or tuple(one.nation for one in parts)
        row.check_whereabouts(senders, host, text["place"], text["name"])
        check_place(row, host, text["place"], self._known.names)
        kind = self._kinds.get(fold(text["kind"]), "") if text["kind"] else ""
        sent, unread = self._contingents(row, told)
        unknown_kind = "" if kind else text["kind"]
        if not (parts or text["name"] or text["place"] or text["note"] or text["kind"] or starts):
            self._unstated.check(row)
        status = self._status(row, RowDays(told, starts, ends, said))
        announced = said if said and not told and row_status.is_plan(status) else ""
        if said and not announced:
            unread.append(
                imported_claims.in_column_of_days(self._cells.headings["said"], dates_in_words.when(said))
            )
        return TableEntry(
            sheet=row.sheet,
            line=record.line,
            nation=nation,
            lead=lead,
            host=host,
            place=text["place"],
            by_name=self._cells.cell(record, "precision") == "none",
            point=position.point,
            low=strength.low,
            high=strength.high,
            hedge=strength.hedge,
            date=told or announced,
            said=announced,
            starts=starts,
            since=since,
            ends=ends,
            status=status,
            name=text["name"],
            kind=kind,
            sort=text["sort"],
            id=text["id"],
            source=text["source"],
            counts="sum" if adds_up else self._counts(row),
            contingents=parts or sent,
            note=notes.of_row(text["note"], [*unread, of_column, of_things, summed], unknown_kind, strength),
            marks=tuple(row.marks),
            problems=tuple(row.problems),
        )

    def _counts(self, row: RowRead) -> str:
        """What the figure counts, as our own exports say it; empty: not stated."""
        said = self._cells.text(row, "counts") if "counts" in self._cells.at else ""
        return _COUNTS.get(said.casefold(), "")

    def _national_figures(self, row: RowRead) -> tuple[StatedContingent, ...]:
        """The contingents that the cell of the nations states; empty: none."""
        if "nation" not in self._cells.at:
            return ()
        cell = self._cells.cell(row.record, "nation")
        return self._cells.once(
            "nation with figures", cell, lambda each: national_figures.stated(each, self._known.names)
        )

    def _nations(self, row: RowRead, name: str) -> tuple[str, ...]:
        if name not in self._cells.at:
            return ()
        cell = self._cells.cell(row.record, name)
        found = self._read_nations(name, cell)
        if isinstance(found, Wrong):
            row.blame(name, cell, national_figures.at_fault(cell, found, self._known.names))
            return ()
        for said in found.marks:
            if name != "nation" and said == rows_of_tables.MARKS["several nations"]:
                continue  # hosts, and leads, are a set in the record too
            row.mark(name, row.own(name), "a nation", said)
        return found.codes

    def _read_nations(self, name: str, cell: Cell) -> nations.NationCodes | Wrong:
        return self._cells.once(
            name, cell, lambda each: nations.nations_of(each, self._known.names, self._neighbours[name])
        )

    def _day(self, row: RowRead, name: str) -> str:
        if name not in self._cells.at:
            return ""
        cell = self._cells.cell(row.record, name)
        found = self._cells.once(name, cell, lambda each: days.day_of(name, each, self._orders[name]))
        if isinstance(found, Wrong):
            row.blame(name, cell, found)
            return ""
        if found.mark:
            row.mark(name, cell, found.mark, rows_of_tables.MARKS[found.mark].format(value=found.edtf))
        if name == "starts" and days.is_not_yet_told(cell):
            kind = "a start not yet told"
            row.mark(name, cell, kind, rows_of_tables.MARKS[kind].format(value=cell))
        return found.edtf

    def _sides(self, nation: tuple[str, ...], host: tuple[str, ...]) -> str:
        names, headings = self._known.names, self._cells.headings
        return rows_of_tables.MARKS["who and where by values"].format(
            sends=", ".join(map(names.name_of, nation)),
            host=", ".join(map(names.name_of, host)),
            one=headings["nation"],
            other=headings["host"],
        )

    def _span(self, row: RowRead) -> tuple[str, str]:
        """The start and the end of a row, from two columns or from one of periods."""
        if "period" not in self._cells.at:
            return self._day(row, "starts"), self._day(row, "ends")
        cell = self._cells.cell(row.record, "period")
        found = self._cells.once("period", cell, lambda each: periods.period_of(each, self._orders["period"]))
        if isinstance(found, Wrong):
            row.blame("period", cell, found)
            return "", ""
        for kind, edtf in sorted(found.marks):
            row.mark("period", cell, kind, rows_of_tables.MARKS[kind].format(value=edtf))
        return found.starts, found.ends

    def _contingents(self, row: RowRead, told: str) -> tuple[tuple[StatedContingent, ...], list[str]]:
        """The contingents of a row of our own export, and in words what does not fit in a claim's cells."""
        if not self._own_words:
            return (), []
        text = self._cells.text(row, "contingents")
        key = text, told[:4]
        if key not in self._sent:
            self._sent[key] = contingents_of(text, told[:4], self._known.names)
        outside = [
            imported_claims.IN_THE_EXPORT[name].format(said=said)
            for name, said in (
                ("contingents", text),
                *((name, self._cells.text(row, name)) for name in ("planned", "meant_for")),
            )
            if said
        ]
        return self._sent[key], outside

    def _status(self, row: RowRead, of: RowDays) -> str:
        cell = self._cells.cell(row.record, "status")
        if cell is None and not (of.starts or of.ends or of.said) and "status" not in self._cells.at:
            return "deployed"
        found = self._cells.once("status", cell, statuses.status)
        return row_status.status_of(row, cell, found, of, self._known.day)
