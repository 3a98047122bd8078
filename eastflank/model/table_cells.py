"""The cells of a table as Python's own values: the only module that checks whether a cell is missing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from eastflank.model.places import Point
from eastflank.model.rows import codes

DATASET = "#dataset"
"""The column of claims and deployments that says which of several datasets they are of; no file has it."""


def rows_of(frame: pd.DataFrame) -> Iterator[Row]:
    """The rows of a table, in their order."""
    # Column by column: reading single cells from a frame is slow.
    columns = {str(name): _cells(column) for name, column in frame.items()}
    return (Row(columns, number, int(line)) for number, line in enumerate(frame.index.tolist()))


class Columns:
    """A table, each column of which becomes a list of Python's own values."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def text(self, column: str) -> list[str | None]:
        """Texts; None for an empty cell."""
        return [cell if isinstance(cell, str) and cell else None for cell in self._frame[column].tolist()]

    def known(self, column: str) -> list[str]:
        """Texts; an empty text for an empty cell."""
        return [cell if isinstance(cell, str) else "" for cell in self._frame[column].tolist()]

    def codes(self, column: str) -> list[tuple[str, ...]]:
        """Codes of each cell, such as those of nations; none for an empty cell."""
        return [codes(cell) for cell in self.text(column)]

    def of_several(self) -> list[str]:
        """The dataset of each row, if there are several."""
        return self.known(DATASET) if DATASET in self._frame else [""] * len(self._frame)

    def yes(self, column: str) -> list[bool]:
        """Whether each cell says yes."""
        return [cell == "yes" for cell in self.text(column)]

    def number(self, column: str) -> list[int | None]:
        """Numbers; equal ones are one object."""
        known: dict[object, int] = {}
        return [
            known.setdefault(cell, cell) if isinstance(cell, int) else None
            for cell in self._frame[column].tolist()
        ]

    def day(self, column: str) -> list[date | None]:
        """Days; None for an empty cell."""
        return [cell if isinstance(cell, date) else None for cell in _cells(self._frame[column])]

    def day_or_never(self, column: str) -> list[date]:
        """Days; `date.max` for an empty cell."""
        return [day or date.max for day in self.day(column)]


def _cells(column: pd.Series[str]) -> Sequence[object]:
    """The cells as Python's own values. Each day is made only once: a million rows have few of them."""
    if not pd.api.types.is_datetime64_any_dtype(column.dtype):
        return column.tolist()
    places, days = pd.factorize(column)
    known: list[date | None] = [pd.Timestamp(day).date() for day in days]
    known.append(None)  # the index of an empty cell is -1
    return [known[place] for place in places.tolist()]


class Row(NamedTuple):
    """A row of a table, whose cells become Python's own values."""

    columns: Mapping[str, Sequence[object]]
    position: int
    line: int
    """Its line in the file."""

    def text(self, column: str) -> str | None:
        """A text; None for an empty cell."""
        cell = self.columns[column][self.position]
        return cell if isinstance(cell, str) and cell else None

    def text_if_there(self, column: str) -> str | None:
        """The same for an optional column."""
        return self.text(column) if column in self.columns else None

    def known(self, column: str) -> str:
        """A text; an empty text for an empty cell."""
        return self.text(column) or ""

    def codes(self, column: str) -> tuple[str, ...]:
        """Codes, such as those of nations; none for an empty cell."""
        return codes(self.text(column))

    def of_several(self) -> str:
        """Its dataset, if there are several."""
        return self.known(DATASET) if DATASET in self.columns else ""

    def yes(self, column: str) -> bool:
        """Whether the cell says yes."""
        return self.text(column) == "yes"

    def number(self, column: str) -> int | None:
        """A whole number; None for an empty cell."""
        cell = self.columns[column][self.position]
        return cell if isinstance(cell, int) else None

    def day(self, column: str) -> date | None:
        """A day; None for an empty cell."""
        cell = self.columns[column][self.position]
        return cell if isinstance(cell, date) else None

    def day_or_never(self, column: str) -> date:
        """A day; `date.max` for an empty cell."""
        return self.day(column) or date.max

    def point(self, lat: str, lon: str) -> Point:
        """A point; a coordinate is NaN for an empty cell."""
        north, east = (self.columns[name][self.position] for name in (lat, lon))
        return Point(*(cell if isinstance(cell, float) else math.nan for cell in (north, east)))
