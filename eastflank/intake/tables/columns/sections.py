"""Hosts that stand as headings between the rows: “LATVIA” alone on a line, and its rows below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eastflank.intake.tables.cells import contents
from eastflank.intake.tables.cells.sheets import Cell, IsCountry, LineWithoutRow, Record, Shaped, SourceSheet
from eastflank.intake.tables.columns import columns
from eastflank.intake.tables.columns.shape import is_note
from eastflank.words.chosen import parts_in_tables as words

KIND = "section"
"""The kind of such a line."""
_WHERE = frozenset({"host", "country", "latitude", "coordinates"})
_FEWEST = 3
"""The least number of columns: in a narrow table such a line may be a row."""


def with_hosts(table: Shaped, sheet: SourceSheet, is_country: IsCountry) -> Shaped:
    """The table with the host of each row, where a line above it has a country alone and no column has hosts.

    Only a table with a column of nations has such hosts: without one the countries may be those that send.
    Another heading between the rows, such as “Baltic states”, ends a section: no host is known below it.
    """
    fields = {columns.field_of(heading) for heading in table.headings}
    if table.wide or len(table.headings) < _FEWEST or fields & _WHERE:
        return table
    rows = dict(zip(sheet.lines, sheet.rows, strict=True))
    found: list[tuple[int, Cell]] = []
    for line in table.lines:
        if line.kind == "note" and line.number > table.header:
            alone = next(cell for cell in rows[line.number] if cell is not None)
            host = alone if isinstance(alone, str) and is_country(alone) else None
            if host is not None or not is_note(alone):
                found.append((line.number, host))
    sections = {line for line, host in found if host is not None}
    if not any(record.line > min(sections, default=record.line) for record in table.records):
        return table
    if not _has_one_of_nations(table, is_country):
        return table
    return replace(
        table,
        headings=(*table.headings, words.HOST),
        records=tuple(_records(table.records, found)),
        lines=tuple(_line(line, sections) for line in table.lines),
    )


def _has_one_of_nations(table: Shaped, is_country: IsCountry) -> bool:
    """Whether one column has countries: a second one would have the hosts."""
    holds, some = contents.is_a_country(is_country), table.records[: columns.SAMPLED]
    countries = [
        contents.mostly([record.cells[at] for record in some], holds) for at in range(len(table.headings))
    ]
    return countries.count(True) == 1


def _records(records: Sequence[Record], sections: Sequence[tuple[int, Cell]]) -> Iterator[Record]:
    at, host = 0, None
    for record in records:
        while at < len(sections) and sections[at][0] < record.line:
            host, at = sections[at][1], at + 1
        above = "" if host is None else str(host)
        yield record._replace(cells=(*record.cells, host), host_above=above)


def _line(line: LineWithoutRow, sections: set[int]) -> LineWithoutRow:
    return replace(line, kind=KIND) if line.number in sections else line
