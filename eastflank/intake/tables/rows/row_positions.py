"""The coordinates of a row, and where they lie."""

from __future__ import annotations

from collections import defaultdict

from eastflank.intake.tables.cells import spots, unstated
from eastflank.intake.tables.cells.contents import pair
from eastflank.intake.tables.cells.positions import NOWHERE, CheckedPosition, CountryMap
from eastflank.intake.tables.cells.problems import Wrong, wrong
from eastflank.intake.tables.rows.row_read import RowRead
from eastflank.intake.tables.rows.table_cells import TableCells
from eastflank.reading.folding import fold
from eastflank.words.chosen import rows_of_tables

_PARTS = 2


class RowPositions:
    """Reads the coordinates of the rows of one table."""

    def __init__(self, cells: TableCells, ground: CountryMap) -> None:
        self._cells, self._ground = cells, ground
        self._positions: dict[tuple[object, ...], CheckedPosition | Wrong] = {}
        self._located = bool({"latitude", "longitude", "coordinates"} & cells.at.keys())
        self._shared = self._shared_points()

    def position(
        self, row: RowRead, host: tuple[str, ...], place: str
    ) -> tuple[tuple[str, ...], CheckedPosition]:
        """The hosts of a row, with that of its coordinates if it names none, and where it is."""
        lat, lon = self._degrees(row)
        if lat is None and lon is None:
            return host, NOWHERE
        shared = (lat, lon) in self._shared
        key = lat, lon, host, shared
        if key not in self._positions:
            self._positions[key] = self._ground.placed(lat, lon, host, shared=shared)
        found, said = self._positions[key], f"{lat}, {lon}"
        column = "latitude" if "latitude" in self._cells.at else "coordinates"
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
        if "coordinates" in self._cells.at:
            cell = self._cells.cell(row.record, "coordinates")
            if cell is None or str(cell).casefold() in unstated.UNSTATED:
                return None, None
            found = pair(str(cell))
            if found is None:
                row.blame("coordinates", cell, wrong("not degrees"))
                return None, None
            return found
        sides: list[float | None] = []
        for name in ("latitude", "longitude"):
            cell = self._cells.cell(row.record, name)
            side = self._cells.once(name, cell, spots.degrees)
            if isinstance(side, Wrong):
                row.blame(name, cell, side)
                return None, None
            sides.append(side)
        return sides[0], sides[1]

    def _shared_points(self) -> frozenset[tuple[float | None, float | None]]:
        """The coordinates that several different places share."""
        if not {"latitude", "coordinates"} & set(self._cells.at):
            return frozenset()
        places: defaultdict[tuple[float | None, float | None], set[str]] = defaultdict(set)
        for record in self._cells.table.records:
            silent = self._cells.row(record)
            places[self._degrees(silent)].add(fold(str(self._cells.cell(record, "place") or "")))
        return frozenset(point for point, named in places.items() if len(named) >= _PARTS)
