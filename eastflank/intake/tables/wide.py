"""Converts wide tables, in which years or nations are columns, to long ones: one row for each figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from eastflank.intake.tables import columns
from eastflank.intake.tables.figures import StatedStrength, strength
from eastflank.intake.tables.sheets import Cell, IsCountry, LineWithoutRow, Record, Shaped
from eastflank.reading.folding import fold

_YEAR_WITHIN = re.compile(r"(?<!\d)((?:19[4-9]|20[0-9])\d)(?!\d)")
FEWEST_YEARS, FEWEST_NATIONS = 2, 3
"""Columns that are years, or nations, in a table that is wide."""


def each_once(row: Sequence[str]) -> tuple[str, ...]:
    """The headings, each once; one without a name gets its position as its name."""
    seen: dict[str, int] = {}
    found = []
    for at, name in enumerate(row, 1):
        name = name or f"column {at}"  # noqa: PLW2901
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(found)


def in_one_line(cells: Sequence[Cell]) -> str:
    """The text of a line, to show it."""
    return " | ".join(str(cell) for cell in cells if cell is not None)[:200]


def long(table: Shaped, is_country: IsCountry, mapping: columns.ColumnMapping | None) -> Shaped:
    """The table with years or nations that are columns made into values; a long one is unchanged."""
    chosen = {at for at, heading in enumerate(table.headings) if mapping and mapping.field(heading)}
    years = [at for at, heading in enumerate(table.headings) if at not in chosen and _year_of(heading)]
    if len(years) >= FEWEST_YEARS:
        return _unpivoted(table, years, "years", lambda heading: int(_year_of(heading)))
    nations = [
        at
        for at, heading in enumerate(table.headings)
        if at not in chosen and not columns.field_of(heading) and is_country(_bare(heading))
    ]
    if len(nations) >= FEWEST_NATIONS and _mostly_figures(table, nations):
        return _unpivoted(table, nations, "nations", _bare)
    return table


def _bare(heading: str) -> str:
    return re.sub(r"[*†‡¹²³]|\([^)]*\)|\[[^\]]*\]", "", heading).strip()


def _year_of(heading: str) -> str:
    """The year that a heading means; a heading that names a field and a year belongs to that field."""
    match = _YEAR_WITHIN.search(heading)
    if match is None:
        return ""
    rest = fold(heading.replace(match[1], " "))
    figures = not rest or columns.field_of(rest) in ("strength", "date")
    return match[1] if figures else ""


def _mostly_figures(table: Shaped, at: Sequence[int]) -> bool:
    cells = [record.cells[column] for record in table.records[:200] for column in at]
    stated = [cell for cell in cells if cell is not None]
    figures = sum(isinstance(strength(cell), StatedStrength) for cell in stated)
    return bool(stated) and figures >= columns.MOST_OF_THEM * len(stated)


def _unpivoted(table: Shaped, at: Sequence[int], wide: str, value: Callable[[str], Cell]) -> Shaped:
    stays = [column for column in range(len(table.headings)) if column not in set(at)]
    values = {column: value(table.headings[column]) for column in at}
    records, lines = [], list(table.lines)
    for record in table.records:
        found = list(_figures(record, stays, values))
        records += found
        if not found:
            lines.append(LineWithoutRow(record.line, "empty", in_one_line(record.cells)))
    headings = (
        *(table.headings[column] for column in stays),
        "year" if wide == "years" else "nation",
        "troops",
    )
    return replace(
        table,
        headings=each_once(headings),
        records=tuple(records),
        lines=tuple(sorted(lines, key=lambda line: line.number)),
        wide=wide,
        unpivoted=tuple(table.headings[column] for column in at),
    )


def _figures(record: Record, stays: Sequence[int], values: dict[int, Cell]) -> Iterator[Record]:
    own = tuple(record.cells[column] for column in stays)
    kept = frozenset(new for new, old in enumerate(stays) if old in record.filled)
    for column, value in values.items():
        if record.cells[column] is not None:
            yield Record(record.line, (*own, value, record.cells[column]), kept, record.surplus)
