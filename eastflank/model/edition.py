"""How editions of a record are named: by the newest change, and a checksum of all changes up to it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import pandas as pd

_FIGURES = ("id", "table", "row", "column", "before", "after")
"""What a change says of the tables. Who made it, when and why may be told better later."""
_SHORT = 6


def editions(changes: pd.DataFrame) -> Mapping[str, str]:
    """The name of each edition, such as C0042-3FA9C2, by the id of its newest change, oldest first.

    Two records may give an id to different changes. Then the checksums differ from there on.
    """
    # Column by column, as Python's own texts: a frame of a hundred thousand rows is slow to go through.
    columns = [_texts(changes[name]) if name in changes else [""] * len(changes) for name in _FIGURES]
    rows = [cells for cells in zip(*columns, strict=True) if cells[0]]
    digest, found = hashlib.sha256(), dict[str, str]()
    for cells in sorted(rows, key=lambda row: (len(row[0]), row[0])):
        digest.update(repr(cells).encode())
        found[cells[0]] = f"{cells[0]}-{digest.hexdigest()[:_SHORT].upper()}"
    return found


def _texts(cells: pd.Series[str]) -> list[str]:
    return ["" if empty else str(cell) for cell, empty in zip(cells.tolist(), cells.isna(), strict=True)]


def change_of(edition: str) -> str:
    """The id of the newest change of an edition."""
    return edition.partition("-")[0]


def checksum_of(edition: str) -> str:
    """Its checksum; empty if it has none, as in links from before there were any."""
    return edition.partition("-")[2]
