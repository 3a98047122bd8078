"""The view as an Excel workbook: a sheet for each table, each cell of its own type."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from eastflank.render import record_rows
from eastflank.render.cells import neutral
from eastflank.render.sheets import TableSheet, sheets_of
from eastflank.render.xml_text import possible
from eastflank.report.columns import Value
from eastflank.report.contents import Briefing, Size
from eastflank.scene.style import TABLE_HEAD
from eastflank.store import carried_tables
from eastflank.words.chosen import documents

_LONGEST = 32_767
"""The most characters of a cell."""
_LINE = 15
"""Height of a line, in points."""
_MOST_LINES = 12
"""The most height of a row; longer texts can be read in the cell."""
_PRINTED = {
    "deployments": (
        "id", "name", "status", "lead", "host", "place", "strength", "planned", "contingents", "begins",
        "claims",
    ),
    "claims": (
        "claim", "about", "basis", "quote", "citation", "states", "day", "speaker", "publisher", "footnote",
        "grade",
    ),
}  # fmt: skip
"""The keys of the columns that are printed, for sheets with more columns than are legible on a page. They
come first, because the print area is one block of cells. Other sheets are printed completely."""
_ROOM = 820
"""The height of rows on a printed page, in points: landscape A4, at about six tenths of the size on a
screen."""
_LONGEST_HEADER = 150
"""The most characters of a marking in a page header, which can hold 255 with its codes."""


def write(briefing: Briefing, _size: Size | None = None) -> bytes:
    """The file. Text is written as text, so that nothing in it becomes a formula, a number or a link."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as workbook:
        # The day of the view, not the current time: the same view gives the same bytes tomorrow.
        created = datetime.combine(briefing.view.day, datetime.min.time())
        workbook.set_properties(
            {
                "title": possible(briefing.title),
                "author": "Eastflank",
                "created": created,
                "category": possible(briefing.marking),
                "keywords": possible(briefing.marking),
            }
        )
        formats = _Formats(workbook)
        for sheet in map(arranged, sheets_of(briefing)):
            _fill(workbook.add_worksheet(sheet.title), sheet, briefing, formats)
        _carry(workbook, briefing)
    return content.getvalue()


def _carry(workbook: Workbook, briefing: Briefing) -> None:
    """Hidden sheets with the rows of the record as its files have them: they can be imported again."""
    carried = record_rows.carried(briefing)
    if any(len(cell) > _LONGEST for rows in carried for row in rows.cells for cell in row):
        return  # if they were cut, it would be another record
    for rows in carried:
        page = workbook.add_worksheet(carried_tables.SHEET.format(table=rows.table))
        for line, cells in enumerate((rows.columns, *rows.cells)):
            for at, cell in enumerate(cells):
                if cell:
                    page.write_string(line, at, possible(cell))
        _marked(page, briefing)
        page.hide()


def arranged(sheet: TableSheet) -> TableSheet:
    """The sheet with its printed columns first; the others keep their order."""
    keys = [column.key for column in sheet.columns]
    printed = _PRINTED.get(sheet.name, ())
    order = [keys.index(key) for key in printed]
    order += [at for at, key in enumerate(keys) if key not in printed]
    return replace(
        sheet,
        columns=tuple(sheet.columns[at] for at in order),
        rows=tuple(tuple(row[at] for at in order) for row in sheet.rows),
    )


class _Formats:
    """The formats of cells."""

    def __init__(self, workbook: Workbook) -> None:
        def made(**properties: object) -> Format:
            return workbook.add_format({"valign": "top", "font_name": "Calibri", **properties})

        self.heading = made(bold=True, text_wrap=True, bottom=1, bg_color=TABLE_HEAD)
        self.text = made(text_wrap=True)
        # The cell stays text even if somebody edits it.
        self.like_a_formula = made(text_wrap=True, quote_prefix=True)
        self.number = made(num_format="#,##0")
        self.day = made(num_format="yyyy-mm-dd", align="left")


def _fill(page: Worksheet, sheet: TableSheet, briefing: Briefing, formats: _Formats) -> None:
    for at, column in enumerate(sheet.columns):
        page.write_string(0, at, column.heading, formats.heading)
        page.set_column(at, at, column.width)
    for line, row in enumerate(sheet.rows, start=1):
        for at, value in enumerate(row):
            _write(page, line, at, value, formats)
    printed = len(_PRINTED.get(sheet.name, sheet.columns))
    heights = [_LINE * _lines(row[:printed], sheet) for row in sheet.rows]
    page.set_row(0, 2 * _LINE)
    for line, height in enumerate(heights, start=1):
        page.set_row(line, height)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)  # inches
    page.print_area(0, 0, len(sheet.rows), printed - 1)
    # One page wide and so many high: Excel scales the content down to fit.
    page.fit_to_pages(1, max(1, math.ceil(sum(heights) / _ROOM)))
    page.repeat_rows(0)
    _marked(page, briefing)


def _marked(page: Worksheet, briefing: Briefing) -> None:
    """Put the handling line above and below each printed page."""
    marking = possible(briefing.marking)[:_LONGEST_HEADER].replace("&", "&&")
    above_and_below = f"&C{marking}" if marking else ""
    page.set_header(above_and_below)
    left, right = documents.and_data(briefing.asof, briefing.version), documents.page_of_pages("&P", "&N")
    page.set_footer(f"&L{left}{above_and_below}&R{right}")


def _lines(row: Sequence[Value], sheet: TableSheet) -> int:
    """How many lines a row needs, roughly; not every program computes it by itself."""
    texts = zip(row, sheet.columns, strict=False)  # a row may have cells after the printed ones
    needed = max(
        (math.ceil(len(text) * 1.1 / column.width) for text, column in texts if isinstance(text, str)),
        default=1,
    )
    return min(max(needed, 1), _MOST_LINES)


def _write(page: Worksheet, line: int, at: int, value: Value, formats: _Formats) -> None:
    match value:
        case str():
            plain = neutral(value) == value
            page.write_string(line, at, _fitting(value), formats.text if plain else formats.like_a_formula)
        case int():
            page.write_number(line, at, value, formats.number)
        case date():
            page.write_datetime(line, at, value, formats.day)


def _fitting(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
