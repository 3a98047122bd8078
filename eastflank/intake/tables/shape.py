"""Where a sheet has its header and its rows, and what its other lines are: nothing of it is dropped."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from eastflank.intake.tables import columns
from eastflank.intake.tables.figures import Strength, strength
from eastflank.intake.tables.sheets import Cell, Sheet, UnreadableTable
from eastflank.reading.folding import fold
from eastflank.words.en import importing as words

IsCountry = Callable[[str], bool]

_SEARCHED = 60
"""Rows among which the header is sought."""
_TOTAL = re.compile(
    r"(?:(?:grand |sub ?|overall )?totals?|sums?|all (?:nations|countries|troops)|σ|gesamt|insgesamt|summe|razem|"
    r"ogolem|итого|всего|kokku|is viso|suma|together)"
    r"(?: (?:nato|allied|all|troops|personnel|forces?|general|number|strength|eu|allies|countries|nations|\d{4}))*",
)
_YEAR = re.compile(r"(?:19[4-9]|20[0-9])\d(?:\.0)?")
_YEAR_WITHIN = re.compile(r"(?<!\d)((?:19[4-9]|20[0-9])\d)(?!\d)")
_NOTE = re.compile(
    r"(?:sources?|notes?|remarks?|n\.?b\.?|quelle|anm|updated|last update|compiled)\b|[*†‡¹²³]|\(?\d\)|\[\d",
    re.IGNORECASE,
)
_FEWEST_YEARS, _FEWEST_NATIONS = 2, 3
_AT_LEAST = 2
"""Filled cells of a row of data in a table of three or more columns."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds no row."""

    number: int
    kind: str
    """`note`, `blank`, `total`, `header`, `empty`: a row of a wide table without any figure."""
    text: str


class Record(NamedTuple):
    """A row of the table, or one figure of a row where years or nations are columns."""

    line: int
    cells: tuple[Cell, ...]
    """One for each of the table's columns."""
    filled: frozenset[int] = frozenset()
    """Columns in which a merged cell speaks for this row."""
    surplus: tuple[str, ...] = ()
    """What stands beyond the last heading."""
    mended: tuple[tuple[str, str], ...] = ()
    """Heading and cell, as the file has it, of what somebody wrote anew."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A sheet understood as a table."""

    sheet: str
    headings: tuple[str, ...]
    """In a wide table the columns that stay, then what the other headings say, then their figures."""
    records: tuple[Record, ...]
    lines: tuple[Line, ...]
    """The lines that hold no row, in their order."""
    total: int
    """Lines that the sheet has."""
    wide: str = ""
    """`years` or `nations` where these were columns; empty: a long table."""
    unpivoted: tuple[str, ...] = ()
    """The headings that became values."""
    header: int = 0
    """The line of the headings; where these are several lines, the last of them."""


def shaped(
    sheet: Sheet,
    is_country: IsCountry,
    mapping: columns.ColumnMapping | None = None,
    header: int | None = None,
) -> Shaped:
    """The table in a sheet. `header` is the line of the headings that somebody chose; None: it is looked for.

    Raises UnreadableTable where no row looks like a header, or there is no such line.
    """
    if header is not None and header not in sheet.lines:
        raise UnreadableTable(words.NO_SUCH_LINE.format(line=header))
    found = _header(sheet.rows, is_country) if header is None else sheet.lines.index(header)
    if found is None:
        raise UnreadableTable(words.NO_HEADER)
    return _below_the(sheet, _below(sheet, found) if header is None else found, is_country, mapping)


def _below_the(sheet: Sheet, at: int, is_country: IsCountry, mapping: columns.ColumnMapping | None) -> Shaped:
    """The table below the row of the headings."""
    headings, above = _headings(sheet, at)
    lines = [_before(sheet, row) for row in range(at) if row not in above]
    lines += [Line(sheet.lines[row], "header", _text(sheet.rows[row])) for row in (*sorted(above), at)]
    records: list[Record] = []
    width = len(headings)
    header = _folded(sheet.rows[at])
    filled = _filled(sheet)
    for row in range(at + 1, len(sheet.rows)):
        cells = sheet.rows[row]
        kind = _kind(cells, width, header, headings)
        if kind:
            lines.append(Line(sheet.lines[row], kind, _text(cells)))
            continue
        surplus = tuple([str(cell) for cell in cells[width:] if cell is not None])
        own = cells if len(cells) == width else (*cells[:width], *(None,) * (width - len(cells)))
        records.append(Record(sheet.lines[row], own, filled.get(row, frozenset()), surplus))
    found = Shaped(
        sheet.name, headings, tuple(records), tuple(lines), len(sheet.rows), header=sheet.lines[at]
    )
    return _long(found, is_country, mapping)


def _filled(sheet: Sheet) -> dict[int, frozenset[int]]:
    by_row: dict[int, set[int]] = {}
    for row, column in sheet.filled:
        by_row.setdefault(row, set()).add(column)
    return {row: frozenset(found) for row, found in by_row.items()}


def _header(rows: Sequence[Sequence[Cell]], is_country: IsCountry) -> int | None:
    """The row with the most headings that are known; else the first that is text above other rows."""
    best, most = None, 0.0
    for at, row in enumerate(rows[:_SEARCHED]):
        named = sum(_names_a_field(cell) for cell in row)
        years = sum(_is_a_year(cell) for cell in row)
        nations = sum(isinstance(cell, str) and len(cell) < 60 and is_country(cell) for cell in row)  # noqa: PLR2004
        filled = sum(cell is not None for cell in row)
        wide = (years if years >= _FEWEST_YEARS else 0) + (nations if nations >= _FEWEST_NATIONS else 0)
        if filled < _AT_LEAST or named + wide == 0 or (not named and wide < filled - 2):
            continue
        score = named + wide + min(named, 1) - sum(isinstance(cell, float) for cell in row)
        if score > most:
            best, most = at, score
    return best if best is not None else _first_texts(rows)


def _below(sheet: Sheet, at: int) -> int:
    """The row below the one that was found, where it holds the years under a heading that spans them."""
    if at + 1 == len(sheet.rows):
        return at
    below = sheet.rows[at + 1]
    years = sum(_is_a_year(cell) for cell in below)
    return at + 1 if years >= _FEWEST_YEARS and below[0] is None else at


def _first_texts(rows: Sequence[Sequence[Cell]]) -> int | None:
    """A row of short texts above one that holds a figure: its headings say nothing that is known."""
    for at, row in enumerate(rows[:_SEARCHED]):
        texts = [cell for cell in row if isinstance(cell, str)]
        below = rows[at + 1 : at + 4]
        if len(texts) < _AT_LEAST or any(_is_figure(cell) for cell in row):
            continue
        if any(_is_figure(cell) for other in below for cell in other):
            return at
    return None


def _is_figure(cell: Cell) -> bool:
    if cell is None or not isinstance(cell, str):
        return cell is not None
    found = strength(cell)
    return isinstance(found, Strength) and bool(found.low or found.high)


def _names_a_field(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) < 60 and bool(columns.field_of(cell))  # noqa: PLR2004


def _is_a_year(cell: Cell) -> bool:
    return cell is not None and _YEAR.fullmatch(str(cell)) is not None


def _headings(sheet: Sheet, at: int) -> tuple[tuple[str, ...], frozenset[int]]:
    """The headings, each once, and the rows above the header that belong to it.

    A row directly above belongs to it where a heading of its reaches over several columns, or stands over an
    empty one.
    """
    row = [_heading(cell) for cell in sheet.rows[at]]
    while row and not row[-1]:
        row.pop()
    above = list(sheet.rows[at - 1][: len(row)]) if at else []
    names = [_heading(cell) for cell in above]
    merged = any((at - 1, column) in sheet.filled for column in range(len(above)))
    distinct = len(set(filter(None, names)))
    belongs = distinct >= _AT_LEAST and (merged or any(not name for name in row) or not any(above[:1]))
    if belongs:
        upper = _spread(names, row)
        row = [" ".join(dict.fromkeys(filter(None, pair))) for pair in zip(upper, row, strict=True)]
    return _each_once(row), frozenset([at - 1]) if belongs else frozenset()


def _spread(names: list[str], below: list[str]) -> list[str]:
    """The upper headings, each over the empty cells to its right that have a heading below."""
    names += [""] * (len(below) - len(names))
    held = ""
    found = []
    for name, under in zip(names, below, strict=True):
        held = name or (held if under else "")
        found.append("" if name and columns.field_of(name) and columns.field_of(under) else held)
    return found


def _heading(cell: Cell) -> str:
    text = "" if cell is None else " ".join(str(cell).split())
    return text[:120]


def _each_once(row: Sequence[str]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    found = []
    for at, name in enumerate(row, 1):
        name = name or f"column {at}"  # noqa: PLW2901
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(found)


def _before(sheet: Sheet, row: int) -> Line:
    cells = sheet.rows[row]
    blank = all(cell is None for cell in cells)
    return Line(sheet.lines[row], "blank" if blank else "note", _text(cells))


def _kind(cells: Sequence[Cell], width: int, header: tuple[str, ...], headings: Sequence[str]) -> str:
    """What a line is that holds no row; empty: it holds one."""
    stated = [cell for cell in cells if cell is not None]
    if not stated:
        return "blank"
    first = stated[0]
    if isinstance(first, str):
        plain, total = _first(first)
        if total:
            return "total"
        if len(stated) == len(header) > 1 and plain == header[0] and _folded(cells) == header:
            return "header"
        if len(stated) == 1 and (width > _AT_LEAST or _NOTE.match(first)):
            return "note"
        if len(stated) < _AT_LEAST and len(headings) > 1:
            return "note"
    return ""


@functools.lru_cache(maxsize=65_536)
def _first(text: str) -> tuple[str, bool]:
    """The first cell of a row in plain letters, and whether it says that the row is a total."""
    plain = fold(text)
    return plain, bool(_TOTAL.fullmatch(plain)) and "-" not in text


def _folded(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(fold(str(cell)) for cell in cells if cell is not None)


def _text(cells: Sequence[Cell]) -> str:
    return " | ".join(str(cell) for cell in cells if cell is not None)[:200]


def _long(table: Shaped, is_country: IsCountry, mapping: columns.ColumnMapping | None) -> Shaped:
    """The table with years or nations that are columns made into values; a long one as it is."""
    chosen = {at for at, heading in enumerate(table.headings) if mapping and mapping.field(heading)}
    years = [at for at, heading in enumerate(table.headings) if at not in chosen and _year_of(heading)]
    if len(years) >= _FEWEST_YEARS:
        return _unpivoted(table, years, "years", lambda heading: int(_year_of(heading)))
    nations = [
        at
        for at, heading in enumerate(table.headings)
        if at not in chosen and not columns.field_of(heading) and is_country(_bare(heading))
    ]
    if len(nations) >= _FEWEST_NATIONS and _mostly_figures(table, nations):
        return _unpivoted(table, nations, "nations", _bare)
    return table


def _bare(heading: str) -> str:
    return re.sub(r"[*†‡¹²³]|\([^)]*\)|\[[^\]]*\]", "", heading).strip()


def _year_of(heading: str) -> str:
    """The year that a heading is; a heading that names a field of its own with a year is that field's."""
    match = _YEAR_WITHIN.search(heading)
    if match is None:
        return ""
    rest = fold(heading.replace(match[1], " "))
    figures = not rest or columns.field_of(rest) in ("strength", "date")
    return match[1] if figures else ""


def _mostly_figures(table: Shaped, at: Sequence[int]) -> bool:
    cells = [record.cells[column] for record in table.records[:200] for column in at]
    stated = [cell for cell in cells if cell is not None]
    figures = sum(isinstance(strength(cell), Strength) for cell in stated)
    return bool(stated) and figures >= columns.MOST_OF_THEM * len(stated)


def _unpivoted(table: Shaped, at: Sequence[int], wide: str, value: Callable[[str], Cell]) -> Shaped:
    stays = [column for column in range(len(table.headings)) if column not in set(at)]
    values = {column: value(table.headings[column]) for column in at}
    records, lines = [], list(table.lines)
    for record in table.records:
        found = list(_figures(record, stays, values))
        records += found
        if not found:
            lines.append(Line(record.line, "empty", _text(record.cells)))
    headings = (
        *(table.headings[column] for column in stays),
        "year" if wide == "years" else "nation",
        "troops",
    )
    return replace(
        table,
        headings=_each_once(headings),
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
