"""Converts rows of a table to entries: each different value is read only once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from eastflank.intake.tables import columns, days, figures, left_out, nations, notes, spots, statuses, texts
from eastflank.intake.tables.columns import RecognisedColumn
from eastflank.intake.tables.contents import pair
from eastflank.intake.tables.contingents import StatedContingent, contingents_of
from eastflank.intake.tables.entries import TableEntry
from eastflank.intake.tables.figures import StatedStrength
from eastflank.intake.tables.grouping import Grouping
from eastflank.intake.tables.known import Lookups
from eastflank.intake.tables.place_words import check_place
from eastflank.intake.tables.positions import NOWHERE, CheckedPosition
from eastflank.intake.tables.problems import RowMark, Wrong, wrong
from eastflank.intake.tables.row_read import RowRead
from eastflank.intake.tables.sheets import Cell, Record, Shaped
from eastflank.reading.folding import fold
from eastflank.words.chosen import imported_claims, rows_of_tables, values

_T = TypeVar("_T")
_NO_TEXTS = dict.fromkeys(("place", "name", "source", "note", "id", "sort", "kind"), "")
_WRITTEN_ON = ("nation", "host")
"""Fields for which an empty cell gets the value of the row above, with a mark."""
_PARTS = 2
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
        self._table, self._known = table, known
        self._at = {column.field: at for at, column in enumerate(found) if column.field}
        self._headings = {column.field: column.heading for column in found if column.field}
        self._read: defaultdict[str, dict[object, object]] = defaultdict(dict)
        self._orders = {name: days.order_of(self._values(name)) for name in ("date", "starts", "ends")}
        self._neighbours = {name: self._texts(name) for name in ("nation", "lead", "host")}
        self._positions: dict[tuple[object, ...], CheckedPosition | Wrong] = {}
        self._kinds = {
            fold(said): kind.id for kind in known.kinds.values() for said in (kind.id, kind.one, kind.several)
        }
        self._sent: dict[tuple[str, str], tuple[StatedContingent, ...]] = {}
        self._carried = [(name, self._at[name]) for name in _WRITTEN_ON if name in self._at]
        self._texts_there = [name for name in _NO_TEXTS if name in self._at]
        self._own_words = [name for name in ("contingents", "planned", "meant_for") if name in self._at]
        self._located = bool({"latitude", "longitude", "coordinates"} & self._at.keys())
        self._shared = self._shared_points()
        self._left_out = left_out.doubts(table, found)
        self._grouping = Grouping(cell for name in ("strength", "low", "high") for cell in self._values(name))

    def entries(self, progress: Callable[[int, int], None]) -> Iterator[TableEntry]:
        before: Record | None = None
        for number, record in enumerate(self._table.records):
            if number % _TOLD_EACH == 0:
                progress(number, len(self._table.records))
            filled, marks = self._written_on(record, before)
            yield self._entry(filled, marks)
            before = filled

    def _values(self, name: str) -> list[Cell]:
        if name not in self._at:
            return []
        at = self._at[name]
        return list(
            {
                (type(cell), cell): cell for record in self._table.records for cell in (record.cells[at],)
            }.values()
        )

    def _texts(self, name: str) -> tuple[str, ...]:
        return tuple(cell for cell in self._values(name) if isinstance(cell, str))[: columns.SAMPLED]

    def _cell(self, record: Record, name: str) -> Cell:
        at = self._at.get(name)
        return None if at is None else record.cells[at]

    def _written_on(self, record: Record, before: Record | None) -> tuple[Record, list[RowMark]]:
        """The record with the nation and the host of the row above, if its own are empty."""
        marks: list[RowMark] = []
        empty = [(name, at) for name, at in self._carried if record.cells[at] is None]
        if before is None or not empty:  # the usual case
            return record, marks
        if not (self._cell(record, "strength") or self._cell(record, "low")):
            return record, marks
        cells = list(record.cells)
        for name, at in empty:
            if before.cells[at] is None:
                continue
            if name == "host" and (self._cell(record, "place") or self._cell(record, "latitude")):
                continue
            if isinstance(self._read_nations(name, before.cells[at]), Wrong):
                continue
            cells[at] = before.cells[at]
            said = rows_of_tables.MARKS["from the row above"].format(value=before.cells[at])
            marks.append(
                RowMark(self._table.sheet, record.line, self._headings[name], "", "from the row above", said)
            )
        return (record._replace(cells=tuple(cells)) if marks else record), marks

    def _entry(self, record: Record, marks: list[RowMark]) -> TableEntry:
        row = RowRead(self._table.sheet, record, self._headings, self._at, marks)
        row.check_cells()
        left_out.mark(row, self._table.headings, self._left_out)
        nation, lead = self._nations(row, "nation"), self._nations(row, "lead")
        host = self._nations(row, "host")
        strength, of_column = row.of_column(self._strength(row))
        told = self._day(row, "date")
        starts, ends, since = row.over(self._day(row, "starts"), self._day(row, "ends"))
        row.check_day_told(told or starts or ends)
        if told or starts or ends:
            row.check_days(told, starts, ends, self._known.day)
        text = dict(_NO_TEXTS)
        for name in self._texts_there:
            text[name] = self._text(row, name)
        host, position = self._position(row, host, text["place"])
        row.check_whereabouts(nation, host, text["place"], text["name"])
        check_place(row, host, text["place"], self._known.names)
        kind = self._kinds.get(fold(text["kind"]), "") if text["kind"] else ""
        sent, unread = self._contingents(row, told)
        unknown_kind = "" if kind else text["kind"]
        return TableEntry(
            sheet=row.sheet,
            line=record.line,
            nation=nation,
            lead=lead,
            host=host,
            place=text["place"],
            by_name=self._cell(record, "precision") == "none",
            point=position.point,
            low=strength.low,
            high=strength.high,
            hedge=strength.hedge,
            date=told,
            starts=starts,
            since=since,
            ends=ends,
            status=self._status(row, starts),
            name=text["name"],
            kind=kind,
            sort=text["sort"],
            id=text["id"],
            source=text["source"],
            counts=_COUNTS.get(self._text(row, "counts").casefold(), "") if "counts" in self._at else "",
            contingents=sent,
            note=notes.of_row(text["note"], [*unread, of_column], unknown_kind, strength.footnote),
            marks=tuple(row.marks),
            problems=tuple(row.problems),
        )

    def _once(self, name: str, cell: Cell, read: Callable[[Cell], _T]) -> _T:
        # Texts as keys: 1 and 1.0 would be equal, but are read differently.
        key = cell if cell.__class__ is str else (cell.__class__, cell)
        known = self._read[name]
        if key not in known:
            known[key] = read(cell)
        return known[key]  # type: ignore[return-value] # one reader for each name

    def _nations(self, row: RowRead, name: str) -> tuple[str, ...]:
        if name not in self._at:
            return ()
        cell = self._cell(row.record, name)
        found = self._read_nations(name, cell)
        if isinstance(found, Wrong):
            row.blame(name, cell, found)
            return ()
        for said in found.marks:
            if name != "nation" and said == rows_of_tables.MARKS["several nations"]:
                continue  # hosts, and leads, are a set in the record too
            row.mark(name, row.own(name), "a nation", said)
        return found.codes

    def _read_nations(self, name: str, cell: Cell) -> nations.NationCodes | Wrong:
        return self._once(
            name, cell, lambda each: nations.nations_of(each, self._known.names, self._neighbours[name])
        )

    def _strength(self, row: RowRead) -> StatedStrength:
        if "low" in self._at or "high" in self._at:
            sides = [self._one_strength(row, name) for name in ("low", "high")]
            if sides[0].low is not None or sides[1].high is not None:
                hedge = self._text(row, "hedge")
                return StatedStrength(sides[0].low, sides[1].high, hedge if hedge in figures.HEDGES else "")
        if "low" in self._at and "strength" in self._at:
            return figures.UNKNOWN  # the words of a figure without bounds
        return self._one_strength(row, "strength")

    def _one_strength(self, row: RowRead, name: str) -> StatedStrength:
        cell = self._cell(row.record, name)
        found = self._once(name, cell, figures.strength)
        if isinstance(found, Wrong):
            row.blame(name, cell, found)
            return figures.UNKNOWN
        if found != figures.UNKNOWN and columns.in_thousands(heading := self._headings.get(name, "")):
            row.blame(name, cell, wrong("thousands", heading=heading))
            return figures.UNKNOWN
        if found.low == 0 and found.high == 0:
            row.mark(name, cell, "zero", rows_of_tables.MARKS["zero"])
        if doubt := self._grouping.doubt(cell):
            said = rows_of_tables.MARKS["a mark of thousands"].format(mark=doubt)
            row.mark(name, cell, "a mark of thousands", said)
        return row.in_words(name, cell, found, wide=bool(self._table.wide))

    def _day(self, row: RowRead, name: str) -> str:
        if name not in self._at:
            return ""
        cell = self._cell(row.record, name)
        found = self._once(name, cell, lambda each: days.day_of(name, each, self._orders[name]))
        if isinstance(found, Wrong):
            row.blame(name, cell, found)
            return ""
        if found.mark:
            row.mark(name, cell, found.mark, rows_of_tables.MARKS[found.mark].format(value=found.edtf))
        return found.edtf

    def _text(self, row: RowRead, name: str) -> str:
        if name not in self._at:
            return ""
        cell = row.record.cells[self._at[name]]
        if cell is None:
            return ""
        found = self._once(f"text {name}", cell, lambda each: texts.plain(each, name))
        if isinstance(found, Wrong):
            row.blame(name, " ".join(str(cell).split()), found)
            return ""
        return found

    def _contingents(self, row: RowRead, told: str) -> tuple[tuple[StatedContingent, ...], list[str]]:
        """The contingents of a row of our own export, and in words what does not fit in a claim's cells."""
        if not self._own_words:
            return (), []
        text = self._text(row, "contingents")
        key = text, told[:4]
        if key not in self._sent:
            self._sent[key] = contingents_of(text, told[:4], self._known.names)
        outside = [
            imported_claims.IN_THE_EXPORT[name].format(said=said)
            for name, said in (
                ("contingents", text),
                *((name, self._text(row, name)) for name in ("planned", "meant_for")),
            )
            if said
        ]
        return self._sent[key], outside

    def _position(
        self, row: RowRead, host: tuple[str, ...], place: str
    ) -> tuple[tuple[str, ...], CheckedPosition]:
        lat, lon = self._degrees(row)
        if lat is None and lon is None:
            return host, NOWHERE
        shared = (lat, lon) in self._shared
        key = lat, lon, host, shared
        if key not in self._positions:
            self._positions[key] = self._known.ground.placed(lat, lon, host, shared=shared)
        found, said = self._positions[key], f"{lat}, {lon}"
        column = "latitude" if "latitude" in self._at else "coordinates"
        if isinstance(found, Wrong):
            row.blame(column, said, found)
            return host, NOWHERE
        if found.mark:
            told = f"{found.mark}, no place" if found.point is None and not place else found.mark
            row.mark(column, said, told, rows_of_tables.MARKS[told].format(value=found.country))
        return host or ((found.country,) if found.country else ()), found

    def _degrees(self, row: RowRead) -> tuple[float | None, float | None]:
        if not self._located:
            return None, None
        if "coordinates" in self._at:
            cell = self._cell(row.record, "coordinates")
            if cell is None or str(cell).casefold() in figures.UNSTATED:
                return None, None
            found = pair(str(cell))
            if found is None:
                row.blame("coordinates", cell, wrong("not degrees"))
                return None, None
            return found
        sides: list[float | None] = []
        for name in ("latitude", "longitude"):
            cell = self._cell(row.record, name)
            side = self._once(name, cell, spots.degrees)
            if isinstance(side, Wrong):
                row.blame(name, cell, side)
                return None, None
            sides.append(side)
        return sides[0], sides[1]

    def _shared_points(self) -> frozenset[tuple[float | None, float | None]]:
        """The coordinates that several different places share."""
        if not {"latitude", "coordinates"} & set(self._at):
            return frozenset()
        places: defaultdict[tuple[float | None, float | None], set[str]] = defaultdict(set)
        for record in self._table.records:
            silent = RowRead(self._table.sheet, record, self._headings, self._at)
            places[self._degrees(silent)].add(fold(str(self._cell(record, "place") or "")))
        return frozenset(point for point, named in places.items() if len(named) >= _PARTS)

    def _status(self, row: RowRead, starts: str) -> str:
        cell = self._cell(row.record, "status")
        if cell is None and not starts and "status" not in self._at:
            return "deployed"
        found = self._once("status", cell, statuses.status)
        return row.status(cell, found, starts, self._known.day)
