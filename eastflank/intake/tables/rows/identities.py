"""How a row is recognised as the same row next month, and the ids that result."""

from __future__ import annotations

import functools
import hashlib
import itertools
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeAlias

from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.kinds_of_unit import is_of_kind, senders
from eastflank.names.sounding import latin
from eastflank.reading.folding import fold

_LONGEST = 60
_DIGITS = re.compile(r"\d+")
SHORT, LONG = 10, 16
"""Hexadecimal digits of a checksum. In a third of all tables of a million rows two rows have the same ten,
and in one of 37 million such tables the same sixteen."""
_SHORTEST = 6
"""The digits that ids of deployments and places had before."""
Identity: TypeAlias = tuple[str, ...]


@functools.lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """`fold`, which remembers the last texts."""
    return fold(text)


@functools.lru_cache(maxsize=65_536)
def codes(nations: tuple[str, ...]) -> str:
    """Nations as in a cell of the record: sorted by code, joined by semicolons."""
    return ";".join(sorted(nations))


def of_deployment(entry: TableEntry) -> Identity:
    """What identifies the deployment of a row: its id, or its name and location, or nation and location."""
    if entry.id:
        return ("id", entry.id)
    host, place = codes(entry.host), folded(entry.place)
    if entry.name:
        return ("name", folded(entry.name) or entry.name, host, place)
    point = f"{entry.point.lat:.4f} {entry.point.lon:.4f}" if entry.point and not entry.place else ""
    return ("troops", codes(entry.nation), host, place, point)


def is_led(entry: TableEntry) -> bool:
    """Whether a row without a name is about troops of whom it says who leads them."""
    return bool(entry.lead and not entry.name and not entry.id)


def of_unit(entry: TableEntry, deployment: Identity) -> Identity:
    """What identifies the deployment in the dataset: of a kind of unit, each nation and place has its own.

    Troops without a name that one nation leads at a place are one unit, with the people of each nation in it.
    `deployment` is the result of `of_deployment`. A claim is identified by that alone, so it is still found
    if an older version put it into another deployment.
    """
    if entry.site is not None:
        return (*deployment, "at", folded(entry.site))
    if is_led(entry):
        return ("led by", codes(entry.lead), *deployment[2:])
    return (*deployment, "of", codes(senders(entry))) if is_of_kind(entry) else deployment


def of_claim(entry: TableEntry, deployment: Identity | None = None) -> Identity:
    """What identifies a row: the deployment, who sends, and the time that it describes.

    `deployment` is the result of `of_deployment`, if that is already known. At one place troops without a
    name that different nations lead are different rows; who sends may then be the same.
    """
    led = ("led by", codes(entry.lead)) if is_led(entry) and entry.lead != entry.nation else ()
    return (
        *(deployment or of_deployment(entry)),
        codes(entry.nation),
        entry.date,
        entry.starts or entry.since,
        *led,
    )


def base_of_claim(
    keys: Sequence[str],
    claim: Identity,
    taken: Collection[str],
    earlier: Collection[str],
    is_same: Callable[[str], bool],
) -> str:
    """The id of a row's first claim, from the key of its table and what tells the row from the others.

    A new claim gets the first of `keys`; earlier ones may have any of them. `taken` are the ids of other
    rows of the same file, and of other sheets. `earlier` are those of earlier files; some have the
    short checksum that ids had before, which two rows may share: `is_same` says whether such a claim is of
    this row. A checksum that is another row's gets a number. So each row has its own id, and the same file
    makes the same ids.
    """
    if earlier:
        for key, digits in itertools.product(keys, (SHORT, LONG)):
            for base in _bases(key, claim, digits):
                if base in earlier and base not in taken and (digits == LONG or is_same(base)):
                    return base
                if base not in earlier and base not in taken:
                    break
    first = f"{keys[0]}-{checksum(*claim, digits=LONG)}"  # most rows need no other one
    return first if first not in taken else next(_others(keys[0], claim, taken))


def _bases(key: str, claim: Identity, digits: int) -> Iterator[str]:
    yield f"{key}-{checksum(*claim, digits=digits)}"
    for turn in itertools.count(2):
        yield f"{key}-{checksum(*claim, str(turn), digits=digits)}"


def _others(key: str, parts: Identity, taken: Collection[str]) -> Iterator[str]:
    return (base for base in _bases(key, parts, LONG) if base not in taken)


def free(wanted: str, parts: Identity, taken: Collection[str]) -> str:
    """An id that none of `taken` is: the wanted one, or it with a checksum of what it stands for."""
    return wanted if wanted not in taken else next(_others(wanted, parts, taken))


def earlier_ids(wanted: str, parts: Identity) -> tuple[str, ...]:
    """The ids that `free` may have given, now and in older versions, if the wanted one was taken."""
    return tuple(f"{wanted}-{checksum(*parts, digits=digits)}" for digits in (_SHORTEST, LONG))


def slug(text: str) -> str:
    """A text as a valid id; `x` and a checksum if none of its characters can be in an id."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(latin(fold(text)))).strip("-")[:_LONGEST].strip("-")
    return plain or f"x{checksum(text)}"


def table_key(file: str) -> str:
    """The common part of a table's file names from month to month: the name without its digits."""
    stem = file.rsplit(".", 1)[0]
    return slug(_DIGITS.sub(" ", stem))[:40].strip("-") or "table"


def checksum(*parts: str, digits: int = SHORT) -> str:
    """The first hexadecimal digits of the SHA-256 of texts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:digits]
