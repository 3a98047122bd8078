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
    texts = changes.reindex(columns=list(_FIGURES)).dropna(subset="id").astype("object")
    rows = texts.where(texts.notna(), "").itertuples(index=False, name=None)
    digest, found = hashlib.sha256(), dict[str, str]()
    for cells in sorted((tuple(map(str, row)) for row in rows), key=lambda row: (len(row[0]), row[0])):
        digest.update(repr(cells).encode())
        found[cells[0]] = f"{cells[0]}-{digest.hexdigest()[:_SHORT].upper()}"
    return found


def change_of(edition: str) -> str:
    """The id of the newest change of an edition."""
    return edition.partition("-")[0]


def checksum_of(edition: str) -> str:
    """Its checksum; empty if it has none, as in links from before there were any."""
    return edition.partition("-")[2]
