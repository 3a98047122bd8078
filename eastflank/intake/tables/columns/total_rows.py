"""Rows that a person left out and that say that they are totals: next month they do so with another sum."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from eastflank.intake.tables.cells.sheets import Shaped
from eastflank.reading.folding import fold

_SAYS_SO = re.compile(
    r"\b(?:(?:sub ?)?totals?|sum|sums|gesamt|insgesamt|(?:gesamt|zwischen)?summe|razem|ogolem|lacznie|suma|"
    r"итого|итог|всего|kokku|kopa|is viso|together|overall)\b"
)
_FIGURE = re.compile(r"\d")


def by_words(table: Shaped) -> Mapping[tuple[str, ...], Sequence[int]]:
    """Lines of rows with a word for a total, by their headings and cells without those that hold a figure.

    The words must stand in a cell without a figure: so “Total 2026” is read by its row alone.
    """
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    said: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for record in table.records:
        before = dict(record.mended)
        for heading, cell in zip(table.headings, record.cells, strict=True):
            text = before.get(heading, "" if cell is None else str(cell))
            if text and not _FIGURE.search(text):
                said[record.line].append((heading, text))
    for line, pairs in said.items():
        if any(_SAYS_SO.search(fold(text)) for _, text in pairs):
            found[tuple(part for pair in pairs for part in pair)].append(line)
    return found
