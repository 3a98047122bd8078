"""Finds the header and the rows of a sheet, and the kinds of its other lines: no line is dropped."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from eastflank.intake.tables.cells import statuses
from eastflank.intake.tables.cells.figures import StatedStrength, strength
from eastflank.intake.tables.cells.sheets import (
    Cell,
    IsCountry,
    LineWithoutRow,
    Record,
    Shaped,
    SourceSheet,
    UnreadableTable,
)
from eastflank.intake.tables.columns import columns, wide
from eastflank.reading.folding import fold
from eastflank.words.chosen import unreadable_tables as words

_SEARCHED = 60
"""How many rows are searched for the header."""
_TOTAL = re.compile(
    r"(?:(?:grand |sub ?|sous |overall )?totals?|sums?|all (?:nations|countries|troops)|σ|gesamt|insgesamt|(?:gesamt|zwischen)?summe|razem|"
    r"ogolem|lacznie|итого|итог|всего|kokku|kopa|is viso|suma|together)"
    r"(?: (?:nato|allied|all|troops|personnel|forces?|general|number|strength|eu|allies|countries|nations|\d{4}))*",
)
_A_TOTAL = (
    r"(?:sub ?|sous |grand |overall )?(?:total|sum|gesamt|insgesamt|(?:gesamt|zwischen)?summe|razem|ogolem|lacznie|"
    r"итого|итог|всего|kokku|kopa|is viso|suma)"
)
_TOTAL_OF = re.compile(
    rf"(?P<before>\w[\w ]*?) {_A_TOTAL}(?: (?:troops|personnel|forces|strength))?"
    rf"|{_A_TOTAL}(?: (?:for|in|of|fur|w|по|в))? (?P<behind>\w[\w ]*)"
)
_SUBTOTAL = re.compile(r"\b(sub|sous)-(?=total)", re.IGNORECASE)
_NAMED = frozenset({"nation", "host", "country", "name", "place", "lead"})
"""Fields whose cells name who or where."""
_YEAR = re.compile(r"(?:19[4-9]|20[0-9])\d(?:\.0)?")
_NOTE = re.compile(
    r"(?:sources?|notes?|remarks?|n\.?b\.?|quelle|anm|updated|last update|compiled)\b|[*†‡¹²³]|\(?\d\)|\[\d",
    re.IGNORECASE,
)
_OF_WHAT = frozenset(
    ("name", "number", "count", "quantity", "figure", "title", "type", "kind", "category", "size", "x", "y", "id")
)  # fmt: skip
"""Headings that say what they are of only together with a heading above them."""
_AT_LEAST = 2
"""The least number of filled cells of a data row in a table with three or more columns."""


def shaped(
    sheet: SourceSheet,
    is_country: IsCountry,
    mapping: columns.ColumnMapping | None = None,
    header: int | None = None,
) -> Shaped:
    """The table in a sheet. `header` is the line of the headings that a person chose; None: search for it.

    Raises UnreadableTable if no row looks like a header, or if there is no such line.
    """
    if header is not None and header not in sheet.lines:
        raise UnreadableTable(words.NO_SUCH_LINE.format(line=header))
    found = _header(sheet.rows, is_country) if header is None else sheet.lines.index(header)
    if found is None:
        raise UnreadableTable(words.NO_HEADER)
    return _below_the(sheet, _below(sheet, found) if header is None else found, is_country, mapping)


def _below_the(
    sheet: SourceSheet, at: int, is_country: IsCountry, mapping: columns.ColumnMapping | None
) -> Shaped:
    """The table below the row of the headings."""
    headings, above = _headings(sheet, at)
    lines = [_before(sheet, row) for row in range(at) if row not in above]
    lines += [
        LineWithoutRow(sheet.lines[row], "header", wide.in_one_line(sheet.rows[row]))
        for row in (*sorted(above), at)
    ]
    records: list[Record] = []
    width = len(headings)
    header = _folded(sheet.rows[at])
    filled = _filled(sheet)
    named = [at for at, heading in enumerate(headings) if columns.field_of(heading) in _NAMED]
    for row in range(at + 1, len(sheet.rows)):
        cells = sheet.rows[row]
        kind = (
            _kind(cells, width, header, headings)
            or _total_of(cells, named, is_country)
            or _total_alone(cells, is_country)
        )
        if kind:
            lines.append(LineWithoutRow(sheet.lines[row], kind, wide.in_one_line(cells)))
            continue
        surplus = tuple([str(cell) for cell in cells[width:] if cell is not None])
        own = cells if len(cells) == width else (*cells[:width], *(None,) * (width - len(cells)))
        records.append(Record(sheet.lines[row], own, filled.get(row, frozenset()), surplus))
    found = Shaped(
        sheet.name, headings, tuple(records), tuple(lines), len(sheet.rows), header=sheet.lines[at]
    )
    return wide.long(found, is_country, mapping)


def _filled(sheet: SourceSheet) -> dict[int, frozenset[int]]:
    by_row: dict[int, set[int]] = {}
    for row, column in sheet.filled:
        by_row.setdefault(row, set()).add(column)
    return {row: frozenset(found) for row, found in by_row.items()}


def _header(rows: Sequence[Sequence[Cell]], is_country: IsCountry) -> int | None:
    """The row with the most known headings; otherwise the first row of texts above other rows."""
    best, most = None, 0.0
    for at, row in enumerate(rows[:_SEARCHED]):
        named = sum(_names_a_field(cell) for cell in row)
        years = sum(_is_a_year(cell) for cell in row)
        nations = sum(isinstance(cell, str) and len(cell) < 60 and is_country(cell) for cell in row)  # noqa: PLR2004
        filled = sum(cell is not None for cell in row)
        spread = (years if years >= wide.FEWEST_YEARS else 0) + (
            nations if nations >= wide.FEWEST_NATIONS else 0
        )
        if filled < _AT_LEAST or named + spread == 0 or (not named and spread < filled - 2):
            continue
        score = named + spread + min(named, 1) - sum(isinstance(cell, float) for cell in row)
        if score > most:
            best, most = at, score
    return best if best is not None else _first_texts(rows)


def _below(sheet: SourceSheet, at: int) -> int:
    """The row below the found one, if it has years under a heading that spans them."""
    if at + 1 == len(sheet.rows):
        return at
    below = sheet.rows[at + 1]
    years = sum(_is_a_year(cell) for cell in below)
    return at + 1 if years >= wide.FEWEST_YEARS and below[0] is None else at


def _first_texts(rows: Sequence[Sequence[Cell]]) -> int | None:
    """A row of short texts above one that holds a figure: its headings are not known."""
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
    return isinstance(found, StatedStrength) and bool(found.low or found.high)


def _names_a_field(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) < 60 and bool(columns.field_of(cell))  # noqa: PLR2004


def _is_a_year(cell: Cell) -> bool:
    return cell is not None and _YEAR.fullmatch(str(cell)) is not None


def _headings(sheet: SourceSheet, at: int) -> tuple[tuple[str, ...], frozenset[int]]:
    """The headings, each once, and the rows above the header that belong to it.

    A row directly above belongs to it if one of its headings spans several columns, or is over an empty one.
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
        row = _paired(_spread(names, row), row)
    return wide.each_once(row), frozenset([at - 1]) if belongs else frozenset()


def _spread(names: list[str], below: list[str]) -> list[str]:
    """The upper headings, each over the empty cells to its right that have a heading below."""
    names += [""] * (len(below) - len(names))
    held = ""
    found = []
    for name, under in zip(names, below, strict=True):
        held = name or (held if under else "")
        found.append(held)
    return found


def _paired(upper: list[str], lower: list[str]) -> list[str]:
    """The headings of two rows. The lower one alone, if it alone names a field, and no other column that field.

    “Who” over “Unit” is “Unit”, but “Tanks” over “Number” stays “Tanks Number”, and is no number of persons.
    """
    both = [" ".join(dict.fromkeys(filter(None, pair))) for pair in zip(upper, lower, strict=True)]
    known = [columns.field_of(heading) for heading in both]
    alone = [
        "" if field or _says_little(over, under) else columns.field_of(under)
        for field, over, under in zip(known, upper, lower, strict=True)
    ]
    once = {field for field in alone if field and (known + alone).count(field) == 1}
    return [
        under if field in once else heading for heading, under, field in zip(both, lower, alone, strict=True)
    ]


def _says_little(upper: str, lower: str) -> bool:
    """Whether a lower heading needs the one above it."""
    field = columns.field_of(lower)
    if fold(lower) in _OF_WHAT:
        return columns.field_of(upper) != field
    status = columns.plain(upper)
    return statuses.is_told(status) and statuses.status(status) != "deployed"


def _heading(cell: Cell) -> str:
    text = "" if cell is None else " ".join(str(cell).split())
    return text[:120]


def _before(sheet: SourceSheet, row: int) -> LineWithoutRow:
    cells = sheet.rows[row]
    blank = all(cell is None for cell in cells)
    return LineWithoutRow(sheet.lines[row], "blank" if blank else "note", wide.in_one_line(cells))


def _kind(cells: Sequence[Cell], width: int, header: tuple[str, ...], headings: Sequence[str]) -> str:
    """The kind of a line that is not a row; empty if it is a row."""
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


def _total_of(cells: Sequence[Cell], named: Sequence[int], is_country: IsCountry) -> str:
    """`total` if a cell that names who or where says that the row is a total, also of one country."""
    for at in named:
        cell = cells[at] if at < len(cells) else None
        if isinstance(cell, str) and (of_what := _of_which_total(cell)) is not None:
            return "total" if not of_what or is_country(of_what) else ""
    return ""


def _total_alone(cells: Sequence[Cell], is_country: IsCountry) -> str:
    """`total` if the first filled cell says that the row is a total of a country, under whatever heading.

    Or of anything, if all its other cells are figures: “Sous-total Air et mer”.
    """
    first, *others = [cell for cell in cells if cell is not None]
    of_what = _of_which_total(first) if isinstance(first, str) else None
    if of_what is None or not others:
        return ""
    return "total" if not of_what or is_country(of_what) or all(map(_is_figure, others)) else ""


@functools.lru_cache(maxsize=65_536)
def _of_which_total(text: str) -> str | None:
    """What the words of a total are of: “Latvia” of “Latvia, total”; empty: of all. None: no total."""
    if "-" in (text := _SUBTOTAL.sub(r"\1 ", text)):
        return None
    if is_total(text):
        return ""
    match = _TOTAL_OF.fullmatch(fold(text))
    return (match["before"] or match["behind"]) if match else None


def is_note(cell: Cell) -> bool:
    """Whether a cell alone on its line begins as a note or a footnote does."""
    return isinstance(cell, str) and _NOTE.match(cell) is not None


@functools.lru_cache(maxsize=65_536)
def is_total(heading: str) -> bool:
    """Whether a heading, or a row's first cell, says that its figures are totals."""
    return _TOTAL.fullmatch(fold(heading)) is not None


@functools.lru_cache(maxsize=65_536)
def _first(text: str) -> tuple[str, bool]:
    """The first cell of a row in plain letters, and whether it says that the row is a total."""
    plain = fold(text)
    return plain, bool(_TOTAL.fullmatch(plain)) and "-" not in _SUBTOTAL.sub("", text)


def _folded(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(fold(str(cell)) for cell in cells if cell is not None)
