"""Values of a table that a person corrected: each is used, and what the table says is kept in a note."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from eastflank.intake.tables.cells.sheets import Record, Shaped
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.words.chosen import imported_claims as words


def mended(table: Shaped, mended: Mapping[tuple[str, str], str]) -> Shaped:
    """The table with corrected cells, each noted in its record."""
    if not mended:
        return table
    at_heading = {heading: at for at, heading in enumerate(table.headings)}
    by_column: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for (heading, before), after in mended.items():
        if heading in at_heading:
            by_column[at_heading[heading]][before] = after

    def record_of(record: Record) -> Record:
        cells, told = list(record.cells), list(record.mended)
        for at, instead in by_column.items():
            before = "" if cells[at] is None else str(cells[at])
            if before in instead:
                cells[at] = instead[before].strip() or None
                told.append((table.headings[at], before))
        return record if not told else record._replace(cells=tuple(cells), mended=tuple(told))

    return replace(table, records=tuple(map(record_of, table.records)))


def with_notes(entries: Sequence[TableEntry], table: Shaped) -> tuple[TableEntry, ...]:
    """The entries, each with a note on its row's content before the correction."""
    found = []
    for entry, record in zip(entries, table.records, strict=True):
        told = [words.MENDED.format(heading=heading, value=value) for heading, value in record.mended]
        note = words.sentences((entry.note, *told))
        found.append(entry._replace(note=note) if told else entry)
    return tuple(found)
