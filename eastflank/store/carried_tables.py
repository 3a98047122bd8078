"""Which rows of the record an export contains, under which names, and how it writes their cells."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from eastflank.store import optional_columns
from eastflank.store.schema_values import Table

FILE = "record.json"
"""The file of a bundle that holds them."""
ARTICLES = "articles"
"""The folder of a bundle with the texts of articles, each under the file name in its source's row."""
MARK = "eastflank-record"
"""The key in that file for its format version, 1."""
SHEET = "Record {table}"
"""The name of a sheet that holds rows of a table."""
ORDER = (
    "nations", "programmes", "sources", "places", "deployments", "claims", "claim_spans", "contributions",
    "memberships", "decisions",
)  # fmt: skip
"""The tables that exports contain, each after the tables that its rows refer to."""


def columns(table: Table, frame: pd.DataFrame) -> tuple[str, ...]:
    """The columns of a table that a dataset has: those of the shipped one, and optional ones."""
    more = [name for name in optional_columns.COLUMNS.get(table.name, {}) if name not in table.columns]
    return tuple(name for name in (*table.columns, *more) if name in frame.columns)


def texts(frame: pd.DataFrame, name: str) -> list[str]:
    """The cells of a column as in the file of its table; empty ones as empty texts."""
    column = frame[name]
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        return [f"{cell:%Y-%m-%d}" if known else "" for cell, known in _known(column)]
    if column.dtype == "float64":
        return [f"{cell:.10f}".rstrip("0").rstrip(".") if known else "" for cell, known in _known(column)]
    return [str(cell) if known else "" for cell, known in _known(column)]


def _known(column: pd.Series[str]) -> Iterator[tuple[object, bool]]:
    """Each cell, and whether it holds anything."""
    return zip(column.tolist(), column.notna().tolist(), strict=True)
