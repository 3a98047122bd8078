"""How a row is recognised as the same row next month, and the ids that result."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Collection
from typing import TypeAlias

from eastflank.intake.tables.entries import TableEntry
from eastflank.names.sounding import latin
from eastflank.reading.folding import fold

_LONGEST = 60
_DIGITS = re.compile(r"\d+")
Identity: TypeAlias = tuple[str, ...]


@functools.lru_cache(maxsize=65_536)
def _folded(text: str) -> str:
    return fold(text)


@functools.lru_cache(maxsize=65_536)
def codes(nations: tuple[str, ...]) -> str:
    """Nations as in a cell of the record: sorted by code, joined by semicolons."""
    return ";".join(sorted(nations))


def of_deployment(entry: TableEntry) -> Identity:
    """What identifies the deployment of a row: its id, or its name and location, or nation and location."""
    if entry.id:
        return ("id", entry.id)
    host, place = codes(entry.host), _folded(entry.place)
    if entry.name:
        return ("name", _folded(entry.name) or entry.name, host, place)
    point = f"{entry.point.lat:.4f} {entry.point.lon:.4f}" if entry.point and not entry.place else ""
    return ("troops", codes(entry.nation), host, place, point)


def of_claim(entry: TableEntry, deployment: Identity | None = None) -> Identity:
    """What identifies a row: the deployment, who sends, and the time that it describes.

    `deployment` is the result of `of_deployment`, if that is already known.
    """
    return (*(deployment or of_deployment(entry)), codes(entry.nation), entry.date, entry.starts)


def base_of_claim(key: str, claim: Identity, taken: Collection[str]) -> str:
    """The id of a row's first claim, from the key of its table and what tells the row from the others.

    Of a million rows two may have one checksum. The later one then has the checksum of its identity with a
    number: each row has an id that none of `taken` is, and the same file makes the same ids.
    """
    base, turn = f"{key}-{checksum(*claim)}", 2
    while base in taken:
        base, turn = f"{key}-{checksum(*claim, str(turn))}", turn + 1
    return base


def slug(text: str) -> str:
    """A text as a valid id; `x` and a checksum if none of its characters can be in an id."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(latin(fold(text)))).strip("-")[:_LONGEST].strip("-")
    return plain or f"x{checksum(text)}"


def table_key(file: str) -> str:
    """The common part of a table's file names from month to month: the name without its digits."""
    stem = file.rsplit(".", 1)[0]
    return slug(_DIGITS.sub(" ", stem))[:40].strip("-") or "table"


def checksum(*parts: str) -> str:
    """Ten hexadecimal digits of texts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:10]
