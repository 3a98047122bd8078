"""Rows of a gazetteer by their folded names, or by the sound of their names."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from eastflank.names.sounding import sounding_of, soundings_of


class IndexEntry(NamedTuple):
    """A row that a name was found in."""

    row: int
    note: str
    """A note to show for a row found by this name, such as that it is a former name."""


class NameIndex:
    """Finds rows by name. It keeps the order of the names.

    `names` are folded names with the numbers of their rows; `notes` are sentences by name and row. Only the
    first `heard` names are found by their sound; None: all of them.
    """

    def __init__(
        self,
        names: Iterable[tuple[str, int]],
        notes: Mapping[tuple[str, int], str] | None = None,
        heard: int | None = None,
    ) -> None:
        self._notes = notes or {}
        self._rows: dict[str, list[int]] = {}
        self._heard: list[str] = []
        for number, (name, row) in enumerate(names):
            if not name:
                continue
            if (rows := self._rows.get(name)) is not None:
                rows.append(row)
                continue
            self._rows[name] = [row]
            if heard is None or number < heard:
                self._heard.append(name)

    def named(self, name: str) -> tuple[IndexEntry, ...]:
        """The rows of exactly this folded name, each once."""
        return tuple(self._entry(name, row) for row in dict.fromkeys(self._rows.get(name, ())))

    def alike(self, name: str) -> tuple[IndexEntry, ...]:
        """The rows of all names that sound like this one, each once."""
        found: dict[int, IndexEntry] = {}
        for each in self._by_sound.get(sounding_of(name), ()):
            for row in self._rows[each]:
                found.setdefault(row, self._entry(each, row))
        return tuple(found.values())

    def _entry(self, name: str, row: int) -> IndexEntry:
        return IndexEntry(row, self._notes.get((name, row), ""))

    @functools.cached_property
    def _by_sound(self) -> Mapping[str, list[str]]:
        table: dict[str, list[str]] = {}
        for name, sound in zip(self._heard, soundings_of(self._heard), strict=True):
            if sound:
                table.setdefault(sound, []).append(name)
        return table
