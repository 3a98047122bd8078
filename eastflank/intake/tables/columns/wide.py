"""Converts wide tables, in which years or nations are columns, to long ones: one row for each figure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from eastflank.intake.tables.cells import contents, texts
from eastflank.intake.tables.cells.days import Day, Order, day
from eastflank.intake.tables.cells.figures import StatedStrength, is_figure, states_nothing, strength
from eastflank.intake.tables.cells.sheets import Cell, IsCountry, LineWithoutRow, Record, Shaped
from eastflank.intake.tables.columns import columns
from eastflank.reading.folding import fold

_YEAR_WITHIN = re.compile(r"(?<!\d)((?:19[4-9]|20[0-9])\d)(?!\d)")
FEWEST_YEARS, FEWEST_NATIONS = 2, 3
"""Columns that are years, or nations, in a table that is wide."""
_ESTIMATE = re.compile(
    r"(?:(?<=\d)e|(?<=[\d\s])est\.?|\s*[(\[]\s*(?:e|est|estim|estimate|estimated|estimates|estimation|gesch|"
    r"geschätzt|szac|szacunek|оценка)\.?\s*[)\]]|\s+(?:estimate|estimated|estimates))\s*$",
    re.IGNORECASE,
)
"""The end of a heading over estimates. An “e” belongs to its year: “2018e”."""
_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_BESIDE_A_YEAR = 3
"""The most letters beside the year in a heading that may be a day: “2018p”, “FY 2018”, “2018 ff.”."""


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
    chosen = {
        at for at, heading in enumerate(table.headings) if mapping and mapping.field(heading) is not None
    }
    whens = {at: when for at, heading in enumerate(table.headings) if (when := _when(heading, mapping))}
    if sum(map(_is_sure, whens.values())) >= FEWEST_YEARS:
        return _unpivoted(table, whens, "years", chosen, is_country)
    nations = [
        at
        for at, heading in enumerate(table.headings)
        if not (mapping and mapping.field(heading))
        and not columns.field_of(heading)
        and is_country(_bare(heading))
    ]
    if len(nations) >= FEWEST_NATIONS and _mostly_figures(table, nations):
        return _unpivoted(
            table, {at: _bare(table.headings[at]) for at in nations}, "nations", chosen, is_country
        )
    return table


def is_estimate(heading: str) -> bool:
    """Whether a heading says that its figures are estimates: “2018e”, “2018 (est.)”, “Germany (estimate)”."""
    return _ESTIMATE.search(heading) is not None


def _bare(heading: str) -> str:
    return re.sub(rf"[*†‡¹²³]|{_BRACKETS.pattern}", "", heading).strip()


def _year_of(heading: str) -> str:
    """The year that a heading means; a heading that names a field and a year belongs to that field."""
    match = _YEAR_WITHIN.search(heading)
    if match is None:
        return ""
    rest = fold(_ESTIMATE.sub("", heading).replace(match[1], " "))
    figures = not rest or columns.field_of(rest) in ("strength", "date")
    return match[1] if figures else ""


def _when(heading: str, mapping: columns.ColumnMapping | None) -> Cell:
    """The year that a heading means, or the heading itself if it is, or may be, another day; None: neither.

    What is not sure is read as a day all the same, so that its figures become problems and are not lost.
    """
    if mapping and mapping.field(heading):
        return None
    if year := _year_of(texts.visible(heading)):
        return int(year)
    if _YEAR_WITHIN.search(heading) is None:
        return None
    if _is_sure(heading):
        return heading
    left_out = mapping is not None and mapping.field(heading) is not None
    letters = sum(map(str.isalpha, heading))
    doubtful = letters <= _BESIDE_A_YEAR and "%" not in heading and not columns.field_of(heading)
    return heading if doubtful and not left_out else None


def _is_sure(when: Cell) -> bool:
    found = day(when, Order(day_first=True))
    return isinstance(found, Day) and bool(found.edtf)


def _mostly_figures(table: Shaped, at: Sequence[int]) -> bool:
    cells = [record.cells[column] for record in table.records[:200] for column in at]
    stated = [cell for cell in cells if cell is not None]
    figures = sum(isinstance(strength(cell), StatedStrength) for cell in stated)
    return bool(stated) and figures >= contents.MOST_OF_THEM * len(stated)


def _unpivoted(
    table: Shaped, values: Mapping[int, Cell], wide: str, chosen: Collection[int], is_country: IsCountry
) -> Shaped:
    stays = [column for column in range(len(table.headings)) if column not in values]
    unread = [at for at in stays if at not in chosen and _is_unread(table, at)]
    more = {
        at: heading
        for at, value in values.items()
        if _says_more(heading := texts.visible(table.headings[at]), value, is_country)
    }
    records, lines = [], list(table.lines)
    for record in table.records:
        found = list(_figures(record, stays, values, more)) or list(
            _only_elsewhere(table, record, stays, unread)
        )
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
        unpivoted=tuple(table.headings[column] for column in values),
    )


def _says_more(heading: str, value: Cell, is_country: IsCountry) -> bool:
    """Whether a heading says more than the year or the nation that it means."""
    if isinstance(value, int):
        rest = heading.replace(str(value), " ").strip()
        said = re.search(r"[\w*†‡§¶]", rest) is not None
        return said and columns.field_of(fold(rest)) not in ("strength", "date")
    inside = _BRACKETS.search(heading)
    code = inside is not None and inside[1].isalpha() and inside[1].isupper() and is_country(inside[1])
    return heading != value and not code  # “Estonia (EST)” says no more than “Estonia”


def _figures(
    record: Record, stays: Sequence[int], values: Mapping[int, Cell], more: Mapping[int, str]
) -> Iterator[Record]:
    own = tuple(record.cells[column] for column in stays)
    kept = frozenset(new for new, old in enumerate(stays) if old in record.filled)
    for column, value in values.items():
        if not states_nothing(record.cells[column]):
            cells = (*own, value, record.cells[column])
            yield Record(record.line, cells, kept, record.surplus, heading=more.get(column, ""))


def _only_elsewhere(
    table: Shaped, record: Record, stays: Sequence[int], unread: Sequence[int]
) -> Iterator[Record]:
    """A row whose only figures are in columns that are not imported: it is no row without a figure."""
    there = [(table.headings[at], str(record.cells[at])) for at in unread if is_figure(record.cells[at])]
    if there:
        own = tuple(record.cells[column] for column in stays)
        kept = frozenset(new for new, old in enumerate(stays) if old in record.filled)
        yield Record(record.line, (*own, None, None), kept, record.surplus, unread=tuple(there))


def _is_unread(table: Shaped, at: int) -> bool:
    """Whether a column is not imported, and does more than number the rows."""
    heading = table.headings[at]
    if columns.field_of(heading) or fold(heading) in columns.LEFT_OUT:
        return False
    cells = [str(record.cells[at]) for record in table.records]
    numbered = any(cells == [str(each + first) for each in range(len(cells))] for first in (0, 1))
    return not numbered or len(cells) == 1
