"""Footnotes under a table: each goes into the note of the rows that bear its mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eastflank.intake.tables.cells import texts
from eastflank.intake.tables.cells.figures import StatedStrength, strength
from eastflank.intake.tables.cells.problems import RowMark
from eastflank.intake.tables.cells.sheets import Cell, Record, Shaped, SourceSheet
from eastflank.intake.tables.columns.columns import RecognisedColumn
from eastflank.intake.tables.rows import figure_words
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.words.chosen import imported_claims, rows_of_tables

_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_SIGNS = r"\*+\)?|†+|‡+|§+|¶+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+⁾?|\[(?:\d{1,3}|[a-z]|\*+)\]|\((?:\d{1,2}|[a-z]|\*+)\)|\^\w"
_BEGINS = re.compile(rf"({_SIGNS}|(?:\d{{1,2}}|[a-z])\)|\d{{1,2}}(?=[.:]?\s))[.:]?\s*(?=\S)")
"""A mark at the beginning of a line. A number may stand alone there."""
_ENDS = re.compile(rf"(?:{_SIGNS}|(?<![^\s,;])(?:\d{{1,2}}|[a-z])\))$")
"""A mark at the end of a cell."""
_ALONE = re.compile(rf"(?:{_SIGNS}|(?:\d{{1,2}}|[a-z])\)|\d{{1,2}})(?:\s*[,;]?\s*(?:{_SIGNS}|\d{{1,2}}\)?))*")
"""A cell of marks only, such as “1, 2” in a column of remarks."""
_EACH = re.compile(rf"{_SIGNS}|(?:\d{{1,2}}|[a-z])\)|\d{{1,2}}")
_FIGURES = ("strength", "low", "high")


@dataclass(frozen=True, slots=True)
class TableFootnote:
    """A line under a table that begins with a mark."""

    line: int
    mark: str
    """As in the line, without brackets and not raised."""
    text: str
    """What stands after the mark."""


def under(table: Shaped, sheet: SourceSheet) -> tuple[TableFootnote, ...]:
    """The footnotes under a table, in the order of their lines."""
    rows = dict(zip(sheet.lines, sheet.rows, strict=True))
    lines = (
        (line.number, " ".join(str(cell) for cell in rows.get(line.number, ()) if cell is not None))
        for line in table.lines
        if line.kind == "note" and line.number > table.header
    )
    found = []
    for number, whole in lines:
        line = " ".join(whole.split())
        if match := _BEGINS.match(line):
            found.append(TableFootnote(number, _plain(match[1]), line[match.end() :]))
    return tuple(found)


def in_notes(
    entries: Sequence[TableEntry], table: Shaped, columns: Sequence[RecognisedColumn], sheet: SourceSheet
) -> tuple[Sequence[TableEntry], tuple[str, ...]]:
    """The entries, each with its footnotes in its note, and a sentence on each footnote that is in none.

    A text that no note may have, such as one with markup, is in none. A footnote on a heading is in none. An
    entry whose figure has a mark without a footnote is marked.
    """
    footnotes = under(table, sheet)
    entries = _with_doubts(entries, table, columns, {one.mark for one in footnotes})
    if not footnotes:
        return entries, ()
    kept = [one for one in footnotes if texts.plain(one.text, "note") == one.text]
    by_mark: dict[str, list[TableFootnote]] = {}
    for one in kept:
        by_mark.setdefault(one.mark, []).append(one)
    marks = _marks_of(columns)
    used: set[int] = set()
    found = []
    for entry, record in zip(entries, table.records, strict=True):
        own = [one for mark in dict.fromkeys(marks(record)) for one in by_mark.get(mark, ())]
        used.update(one.line for one in own)
        found.append(_with(entry, own) if own else entry)
    alone = tuple(
        rows_of_tables.footnote_of_no_row(one.mark, one.line, texts.shown(one.text))
        for one in footnotes
        if one.line not in used
    )
    return found, alone


def _with_doubts(
    entries: Sequence[TableEntry],
    table: Shaped,
    columns: Sequence[RecognisedColumn],
    explained: Container[str],
) -> Sequence[TableEntry]:
    """The entries, with an assumption for each mark at a figure that is not among the `explained` ones."""
    figures = [at for at, column in enumerate(columns) if column.field in _FIGURES]
    found = list(entries)
    for number, record in enumerate(table.records):
        for at in figures:
            cell = record.cells[at]
            if (
                not isinstance(cell, str) or cell[-1:].isdecimal()
            ):  # in a long table most figures have no mark
                continue
            stated = figure_words.stated(cell)
            sign = stated.footnote if isinstance(stated, StatedStrength) else ""
            if sign and _plain(sign) not in explained:
                found[number] = _doubted(found[number], columns[at].heading, cell, sign)
    return found


def _doubted(entry: TableEntry, heading: str, cell: str, sign: str) -> TableEntry:
    kind = "a mark without a footnote"
    said = rows_of_tables.MARKS[kind].format(mark=sign)
    mark = RowMark(entry.sheet, entry.line, heading, texts.shown(cell), kind, said)
    return entry._replace(marks=(*entry.marks, mark))


def _with(entry: TableEntry, own: Iterable[TableFootnote]) -> TableEntry:
    told = [imported_claims.footnote(one.mark, one.text) for one in own]
    return entry._replace(note=imported_claims.sentences((entry.note, *told)))


def _marks_of(columns: Sequence[RecognisedColumn]) -> Callable[[Record], Iterator[str]]:
    """What gives the marks in the cells of a record, in their order."""
    fields = [column.field for column in columns]

    def marks(record: Record) -> Iterator[str]:
        for cell, field in zip(record.cells, fields, strict=True):
            if isinstance(cell, str) or (field == "note" and isinstance(cell, int)):
                yield from _marks_in(cell, field or "")
        if record.heading:
            yield from _marks_in(record.heading, "")

    return marks


@lru_cache(maxsize=65_536)
def _marks_in(cell: Cell, field: str) -> tuple[str, ...]:
    """The marks in a cell, each as `_plain` gives it."""
    text = str(cell).strip()
    if _ALONE.fullmatch(text) and (field == "note" or not text[0].isdecimal()):
        return tuple(_plain(mark) for mark in _EACH.findall(text))
    found: list[str] = []
    if field in _FIGURES:
        stated = strength(text)
        if isinstance(stated, StatedStrength) and stated.footnote:
            return (_plain(stated.footnote),)
    while match := _ENDS.search(text):
        found.insert(0, _plain(match[0]))
        text = text[: match.start()].rstrip(" ,;")
    return tuple(found)


def _plain(mark: str) -> str:
    """A mark without brackets and not raised: “¹”, “1)” and “[1]” are one mark."""
    return mark.strip("[]()^⁾ ").translate(_RAISED)
