"""What a column may mean by its cells, if no heading says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from eastflank.intake.tables.cells import formations, statuses
from eastflank.intake.tables.cells.days import Day, Order, day
from eastflank.intake.tables.cells.figures import StatedStrength, strength
from eastflank.intake.tables.cells.sheets import Cell, IsCountry
from eastflank.intake.tables.cells.spots import degrees
from eastflank.intake.tables.cells.unstated import UNSTATED

MOST_OF_THEM = 0.75
"""The share of a column's values that must be of a kind for the column to count as that kind."""
HALF_OF_THEM = 0.5
"""The same for units: their names are of many words, and not all are known."""
Holds: TypeAlias = Callable[[Cell], bool]


def mostly(cells: Sequence[Cell], holds: Holds, share: float = MOST_OF_THEM) -> bool:
    """Whether this share of the cells that state something are of a kind."""
    stated = [cell for cell in cells if cell is not None and str(cell).casefold() not in UNSTATED]
    return len(stated) > 0 and sum(map(holds, stated)) >= share * len(stated)


def are_numbered(cells: Sequence[Cell]) -> bool:
    """Whether the cells of a column are the numbers of its rows: 1, 2, 3 and so on, or from 0."""
    numbers = [str(cell).removesuffix(".0") for cell in cells if cell is not None]
    return bool(numbers) and any(
        numbers == [str(each + first) for each in range(len(numbers))] for first in (0, 1)
    )


def is_a_country(is_country: IsCountry) -> Holds:
    """Whether a cell certainly names a country."""
    return lambda cell: isinstance(cell, str) and is_country(cell)


def pair(text: str) -> tuple[float, float] | None:
    """Both coordinates of a cell such as “59.26, 25.96”; None if it does not hold two."""
    halves = re.split(
        r"[;,]\s+|[;/]|(?<=[NSns])[\s,]+|(?<=\d)\s*,\s*(?=[-\d])|\s+(?=[-\d])", text.strip().strip("()")
    )
    if len(halves) != 2:  # noqa: PLR2004
        return None
    lat, lon = degrees(halves[0]), degrees(halves[1])
    return (lat, lon) if isinstance(lat, float) and isinstance(lon, float) else None


def _is_a_day(cell: Cell) -> bool:
    found = day(cell, Order(day_first=True))
    return isinstance(found, Day) and bool(found.edtf)


def _is_a_strength(cell: Cell) -> bool:
    if isinstance(cell, int) and 1990 <= cell <= 2035:  # noqa: PLR2004 - rather a year
        return False
    found = strength(cell)
    return isinstance(found, StatedStrength) and (found.high or found.low or 0) > 0


def _is_a_pair(cell: Cell) -> bool:
    return isinstance(cell, str) and pair(cell) is not None


CONTENTS: Sequence[tuple[str, Callable[[IsCountry], Holds], float]] = (
    ("nation", is_a_country, MOST_OF_THEM),
    ("host", is_a_country, MOST_OF_THEM),
    ("coordinates", lambda _: _is_a_pair, MOST_OF_THEM),
    ("date", lambda _: _is_a_day, MOST_OF_THEM),
    ("strength", lambda _: _is_a_strength, MOST_OF_THEM),
    ("status", lambda _: statuses.is_told, MOST_OF_THEM),
    ("name", lambda _: formations.is_named, HALF_OF_THEM),
)
"""The fields that a column may be by its contents, each with the share of cells that must be so, in order."""
