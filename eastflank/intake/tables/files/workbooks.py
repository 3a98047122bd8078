"""XLSX, XLS and ODS, read by python-calamine once their size is known."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta

import python_calamine
from lxml import etree

from eastflank.intake.tables.cells.sheets import Cell, SourceSheet, UnreadableTable
from eastflank.intake.tables.files import limits
from eastflank.words.chosen import unreadable_tables as words

_REFERENCE = re.compile(rb'\br="([A-Z]{1,7})([0-9]{1,9})"')
_OVERLAP = 32
_CHUNK = 1 << 20
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def sheets(content: bytes, kind: str, parts: Mapping[str, bytes] | None) -> tuple[SourceSheet, ...]:
    """The sheets that hold anything. `parts` are the files in it; None for XLS, which is not a ZIP.

    Raises UnreadableTable if it is damaged, locked or too large.
    """
    if parts is not None:
        _measure(parts, kind)
    try:
        return tuple(_read(content))
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        problem = words.LOCKED if "assword" in str(error) else words.DAMAGED_WORKBOOK.format(kind=kind)
        raise UnreadableTable(problem) from error
    except _panics() as error:
        raise UnreadableTable(words.DAMAGED_WORKBOOK.format(kind=kind)) from error


def _panics() -> tuple[type[BaseException], ...]:
    """The exception class for an error in the reader, which is written in Rust; no module exports it."""
    return tuple(each for each in BaseException.__subclasses__() if each.__name__ == "PanicException")


def _read(content: bytes) -> Iterator[SourceSheet]:
    book = python_calamine.load_workbook(io.BytesIO(content))
    for name in book.sheet_names:
        page = book.get_sheet_by_name(name)
        if page.total_height > limits.MOST_ROWS or page.total_width > limits.MOST_COLUMNS:
            raise _too_large(page.total_height, page.total_width)
        rows = [tuple(map(_cell, row)) for row in page.to_python(skip_empty_area=False)]
        merged = page.merged_cell_ranges or ()
        filled, places = _filled(rows, merged)
        if any(cell is not None for row in filled for cell in row):
            yield SourceSheet(name, tuple(filled), tuple(range(1, len(filled) + 1)), places)


def _filled(
    rows: Sequence[tuple[Cell, ...]], merged: Iterable[tuple[tuple[int, int], tuple[int, int]]]
) -> tuple[list[tuple[Cell, ...]], frozenset[tuple[int, int]]]:
    """The rows with each merged cell's value in all the cells that it covers, and the list of these cells."""
    held = [list(row) for row in rows]
    places = set()
    for (top, left), (bottom, right) in merged:
        if top >= len(held) or left >= len(held[top]) or held[top][left] is None:
            continue
        if (bottom - top + 1) * (right - left + 1) > limits.MOST_COLUMNS * limits.MOST_COLUMNS:
            continue
        for row in range(top, min(bottom + 1, len(held))):
            for column in range(left, min(right + 1, len(held[row]))):
                if (row, column) != (top, left):
                    held[row][column] = held[top][left]
                    places.add((row, column))
    return [tuple(row) for row in held], frozenset(places)


def _cell(value: object) -> Cell:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return value
        case float():
            return int(value) if value.is_integer() and abs(value) < 1e15 else value  # noqa: PLR2004 - exact so far
        case datetime():
            return value.date()
        case date():
            return value
        case time() | timedelta():
            return str(value)
        case str():
            return value.strip() or None
        case _:
            return None


def _measure(parts: Mapping[str, bytes], kind: str) -> None:
    """Refuse a sheet that is too large: two distant cells would fill the memory with empty ones."""
    for name, content in parts.items():
        if kind == "XLSX" and name.startswith("xl/worksheets/") and name.endswith(".xml"):
            _measure_xlsx(content)
        elif kind == "ODS" and name == "content.xml":
            _measure_ods(content)


def _measure_xlsx(content: bytes) -> None:
    if b"<!DOCTYPE" in content[:_CHUNK] or b"<!ENTITY" in content[:_CHUNK]:
        raise UnreadableTable(words.ENTITIES)
    height = width = 0
    for start in range(0, len(content), _CHUNK):
        for letters, digits in _REFERENCE.findall(content[max(start - _OVERLAP, 0) : start + _CHUNK]):
            height = max(height, int(digits))
            if len(letters) > width // 27 or width < 27:  # noqa: PLR2004 - columns A to Z have one letter
                width = max(width, _number(letters))
    if height > limits.MOST_ROWS or width > limits.MOST_COLUMNS or height * width > limits.MOST_CELLS:
        raise _too_large(height, width)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number


def _measure_ods(content: bytes) -> None:
    height = width = 0
    try:
        walk = etree.iterparse(
            io.BytesIO(content),
            events=("end",),
            tag=(f"{_TABLE}table-row", f"{_TABLE}table"),
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
        )
        row_number = 0
        for _, element in walk:
            if element.tag == f"{_TABLE}table":
                row_number = 0
            else:
                reach = _reach(element)
                row_number += int(element.get(f"{_TABLE}number-rows-repeated", "1"))
                if reach:
                    height, width = max(height, row_number), max(width, reach)
            element.clear()
            if height > limits.MOST_ROWS or width > limits.MOST_COLUMNS:
                raise _too_large(height, width)
        if walk.root is not None and walk.root.getroottree().docinfo.doctype:
            raise UnreadableTable(words.ENTITIES)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableTable(words.DAMAGED_WORKBOOK.format(kind="ODS")) from error
    if height * width > limits.MOST_CELLS:
        raise _too_large(height, width)


def _reach(row: etree._Element) -> int:
    """The last column of a row with content, from 1; 0 if the row is blank."""
    column = reach = 0
    for cell in row:
        column += int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        if len(cell) or any("value" in str(name) for name in cell.attrib):
            reach = column
    return reach


def _too_large(height: int, width: int) -> UnreadableTable:
    return UnreadableTable(
        words.SHEET_TOO_LARGE.format(
            rows=height, columns=width, most_rows=limits.MOST_ROWS, most_columns=limits.MOST_COLUMNS
        )
    )
