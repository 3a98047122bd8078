"""The key of a map as a table, for a document in which it has no room beside its map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from eastflank.render.picture.map_column import told_of
from eastflank.render.picture.stage import KeyRow
from eastflank.report.contents import Briefing
from eastflank.report.entries import DeploymentEntry
from eastflank.report.source_numbers import cited
from eastflank.words.chosen import slides as said
from eastflank.words.chosen import values as words


class KeyTable(NamedTuple):
    """A table that explains the numbers on a map, or on two."""

    title: str
    header: tuple[str, ...]
    shares: tuple[float, ...]
    """Shares of the table's width for its columns."""
    rows: list[list[str]]
    """A row for each deployment and for each statistic; empty if the map explains itself."""


_SHARES, _SHARES_OF_BOTH = (0.06, 0.16, 0.29, 0.35, 0.14), (0.07, 0.07, 0.24, 0.31, 0.31)
_HEADER = (said.NUMBER, said.GROUP, said.DEPLOYMENT, said.TOLD, said.SOURCES)


def of_one(key: Sequence[KeyRow], entries: Sequence[DeploymentEntry]) -> KeyTable:
    """The key of one map: number, group, deployment, what is known of it, sources."""
    by_id = {entry.id: entry for entry in entries}
    return KeyTable(said.KEY, _HEADER, _SHARES, [_cells(row, by_id) for row in key])


def of_both(keys: Sequence[Sequence[KeyRow]], days: Sequence[Briefing]) -> KeyTable:
    """The key of two maps, the earlier first: a number on each, the deployment, what is known on each day."""
    header = (
        said.NUMBER_EARLIER,
        said.NUMBER_LATER,
        said.DEPLOYMENT,
        *(words.day(day.view.day) for day in days),
    )
    rows: dict[str, list[str]] = {}
    for right, (day, key) in reversed(list(enumerate(zip(days, keys, strict=True)))):
        entries = {entry.id: entry for entry in day.entries}
        for row in key:
            named = row.mark.key if row.mark else row.country
            cells = rows.setdefault(named, ["", "", name_of(row, entries), "", ""])
            cells[right] = str(row.number or "")
            cells[3 + right] = (
                first_in_capitals(told_of(row.mark)) if row.mark else words.capitalised(row.statistic)
            )
    return KeyTable(said.KEY_OF_BOTH, header, _SHARES_OF_BOTH, list(rows.values()))


def _cells(row: KeyRow, entries: Mapping[str, DeploymentEntry]) -> list[str]:
    if row.mark is None:
        return ["", row.heading, row.country, words.capitalised(row.statistic), ""]
    entry = entries.get(row.mark.id)
    return [
        str(row.number or ""),
        row.heading,
        name_of(row, entries),
        first_in_capitals(told_of(row.mark)),
        cited(entry) if entry else "",
    ]


def first_in_capitals(said: str) -> str:
    """A cell with a capital first letter, unless it begins with a name that has another one: “eFP coy”."""
    first = said.partition(" ")[0]
    return words.capitalised(said) if first[1:] == first[1:].lower() else said


def name_of(row: KeyRow, entries: Mapping[str, DeploymentEntry]) -> str:
    """The map's label of a deployment, and its full name if the map's text does not contain it."""
    if row.mark is None:
        return row.country
    entry = entries.get(row.mark.id)
    name = entry.name if entry and entry.name not in row.mark.lines else ""
    return said.named(row.mark.heading, name)
