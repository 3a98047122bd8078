"""The values that every other module speaks in. No files, clock, network, Streamlit or Folium.

Tables are pandas frames, worked on by column. What leaves a table for the map, the panel or the
terminal is a small frozen value. Degrees are WGS 84; latitude comes before longitude; days are
`datetime.date`, and in frames `datetime64`; strengths are persons; `None` always means *not stated*.
"""

from __future__ import annotations

import functools
from collections import namedtuple
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, NamedTuple, TypeAlias

import pandas as pd


class Point(NamedTuple):
    """A place on the globe, in degrees: north, then east."""

    lat: float
    lon: float


class Place(NamedTuple):
    """A place that claims name."""

    name: str
    precision: str
    """How well it is known: `site`, `town`, `region`, `country`, `sea`, or `none` for what has no borders."""
    at: Point
    """Where it is; not a number in both halves where that is not known."""


class Standing(IntEnum):
    """What a status amounts to, as the map draws it; in this order it becomes more certain."""

    CONSIDERED = 0
    """Talked about or offered: drawn empty and dotted."""
    PLANNED = 1
    """Pledged, agreed, decided or arriving: drawn hatched and dashed."""
    PRESENT = 2
    """There on the day: drawn filled and solid."""
    GONE = 3
    """Ended, withdrawn or denied: not drawn."""


STATUSES: Mapping[str, Standing] = {
    "considered": Standing.CONSIDERED,
    "offered": Standing.CONSIDERED,
    "pledged": Standing.PLANNED,
    "agreed": Standing.PLANNED,
    "decided": Standing.PLANNED,
    "arriving": Standing.PLANNED,
    "deployed": Standing.PRESENT,
    "ended": Standing.GONE,
    "withdrawn": Standing.GONE,
    "denied": Standing.GONE,
}
"""Every status a claim can state, from the least to the most advanced, with its standing."""

TABLES = ("sources", "deployments", "claims", "contributions", "places", "nations", "decisions")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong in the data: where it is, what it is, and what to do about it."""

    table: str
    """The file, e.g. `claims.csv`."""
    row: str
    """The row's id, with its line in the file; empty when the whole table is meant."""
    column: str
    """The column; empty when the whole row or table is meant."""
    problem: str
    remedy: str

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.table, self.row, self.column) if part)
        return f"{where}: {self.problem} {self.remedy}".rstrip()


@dataclass(frozen=True, eq=False)
class Dataset:
    """Everything that is known, whenever it was said.

    The frames hold the columns of `data/datapackage.json` in its order, strings as `str` with
    missing values as `pd.NA`, integers as `Int64`, dates as `datetime64[s]`. Lists of nations stay
    as the file has them (`USA;GBR;DEU`). Frames are not changed after loading.
    """

    sources: pd.DataFrame
    """One row a source, plus `published_first`, `published_last`: the bounds of its date."""
    deployments: pd.DataFrame
    claims: pd.DataFrame
    """One row a claim, plus bounds of its dates (`said_first`, `said_last`, `starts_first`,
    `starts_last`, `ends_first`, `ends_last`; NaT where not stated or open), `known_on` (the day
    from which it counts: `said_last`, or else the source's `published_last`), its source's
    `publisher`, `via` and `reliability`, and its Admiralty `grade`, such as B2 (missing: not graded)."""
    contributions: pd.DataFrame
    places: pd.DataFrame
    nations: pd.DataFrame
    decisions: pd.DataFrame
    """One row a curator's decision which claim a field takes where sources disagree."""
    articles: Mapping[str, str] = field(default_factory=dict)
    """Text of each held article by its file name, decoded, otherwise as it is in `seeds/`."""
    version: str = ""
    """Twelve hexadecimal digits that change whenever a table or an article does."""


Cell: TypeAlias = Any
"""What stands in a cell: `str`, `int`, `float`, a timestamp, or one of the marks of a missing value."""

Row: TypeAlias = Any
"""A row of a frame, one attribute a column; its index is `Index`. The columns are declared in
`data/datapackage.json`, where the checker of types cannot see them."""


def each_row(frame: pd.DataFrame) -> Iterator[Row]:
    """The rows of a frame, for the few that go into words or onto the map.

    As `itertuples`, but each column becomes Python's own values at once, which takes a third of the time.
    """
    columns = [column.tolist() for _, column in frame.items()]
    return map(_row_of(tuple(frame.columns))._make, zip(frame.index, *columns, strict=True))


@functools.lru_cache(maxsize=64)
def _row_of(columns: tuple[str, ...]) -> type[Row]:
    return namedtuple("Row", ["Index", *columns])  # noqa: PYI024 - its fields are known only here


def stated(value: Cell) -> Cell:
    """A cell as Python's own value; None when it states nothing."""
    if value is None or bool(pd.isna(value)):
        return None
    return value.item() if hasattr(value, "item") else value
