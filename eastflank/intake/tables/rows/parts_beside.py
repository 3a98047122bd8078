"""A part of one row's figure that another row may state too: “950 (of which 150 Danish)” beside 150 Danes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from eastflank.intake.tables.cells.figures import StatedStrength
from eastflank.intake.tables.cells.problems import RowMark
from eastflank.intake.tables.rows import figure_words
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.identities import folded
from eastflank.names.answers import Decided
from eastflank.names.countries import CountryNames
from eastflank.words.chosen import rows_of_tables as words

_PART = "a part of a figure"
_SHORTEST = 5
"""The least letters of a word in small letters that is looked up as a nation."""


def told(
    entries: Sequence[TableEntry], fields: Mapping[str, str], names: CountryNames
) -> Iterator[TableEntry]:
    """The entries. Two of which one may have the other's persons in its figure each have a mark."""
    wholes = {
        at: (mark.value, _nations(mark.value, names))
        for at, entry in enumerate(entries)
        for mark in entry.marks
        if mark.kind == _PART
    }
    marks: defaultdict[int, list[RowMark]] = defaultdict(list)
    heading = fields.get("strength", "")
    for whole, (cell, nations) in wholes.items():
        one = entries[whole]
        for part, other in enumerate(entries) if nations else ():
            if part != whole and other.nation in nations and _are_together(one, other):
                marks[whole].append(_mark(one, heading, "a part in another row", line=other.line))
                marks[part].append(_mark(other, heading, "a part of another row", line=one.line, said=cell))
    for at, entry in enumerate(entries):
        yield entry._replace(marks=(*entry.marks, *marks[at])) if at in marks else entry


def _mark(entry: TableEntry, heading: str, kind: str, **parts: object) -> RowMark:
    return RowMark(entry.sheet, entry.line, heading, "", kind, words.MARKS[kind].format(**parts))


def _nations(cell: str, names: CountryNames) -> frozenset[tuple[str, ...]]:
    """The nations that the words beside a figure name."""
    stated = figure_words.stated(cell)
    said = stated.words if isinstance(stated, StatedStrength) else ""
    found = set()
    for word in said.replace(",", " ").replace(";", " ").split():
        if word[:1].isupper() or (word.isalpha() and len(word) >= _SHORTEST):
            answer = names.look_up(word)
            if isinstance(answer, Decided) and not answer.ended:
                found.add((answer.iso3,))
    return frozenset(found)


def _are_together(one: TableEntry, other: TableEntry) -> bool:
    """Whether two rows are of one country, and of one place or one unit."""
    if one.problems or other.problems or one.host != other.host or one.nation == other.nation:
        return False
    named = folded(one.name) == folded(other.name) and bool(one.name)
    return named or folded(one.place) == folded(other.place)
