"""Programmes by the names that they had on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from eastflank.model import Dataset
from eastflank.model.reading_rows import programmes


class Name(NamedTuple):
    """The name of a programme."""

    short: str
    full: str


def name_on(dataset: Dataset, programme: str | None, day: date) -> Name:
    """The name of a programme on a day, otherwise its first one; two empty texts if it has none."""
    names = dataset.once(_names).get(programme or "", ())
    if not names:
        return Name(programme or "", programme or "")
    known = [name for since, name in names if since is None or since <= day]
    return known[-1] if known else names[0][1]


def choices_on(dataset: Dataset, day: date) -> Mapping[str, tuple[str, ...]]:
    """The programmes as a reader chooses them: ids by short name on the day."""
    found: dict[str, tuple[str, ...]] = {}
    for programme in dataset.once(_names):
        short = name_on(dataset, programme, day).short
        found[short] = (*found.get(short, ()), programme)
    return found


def names_on(dataset: Dataset, day: date) -> Mapping[str, str]:
    """The full name of each programme on a day, by id."""
    return {programme: name_on(dataset, programme, day).full for programme in dataset.once(_names)}


def alike(dataset: Dataset, programmes: Iterable[str], day: date) -> frozenset[str]:
    """The programmes, and all others that have the name of one of them on the day.

    Before a name is used, the programme with this name includes all that will have it later: the Forward
    Land Forces of 2022 are the battlegroups of eFP and of eVA.
    """
    asked = frozenset(programmes)
    shorts = {name_on(dataset, programme, day).short for programme in asked}
    return frozenset(
        programme
        for programme, names in dataset.once(_names).items()
        if name_on(dataset, programme, day).short in shorts or asked & {name.short for _, name in names}
    )


def _names(dataset: Dataset) -> Mapping[str, tuple[tuple[date | None, Name], ...]]:
    found: dict[str, list[tuple[date | None, Name]]] = {}
    for row in sorted(programmes(dataset.programmes), key=lambda row: (row.id, row.used_from or date.min)):
        found.setdefault(row.id, []).append((row.used_from, Name(row.short, row.name)))
    return {programme: tuple(names) for programme, names in found.items()}
