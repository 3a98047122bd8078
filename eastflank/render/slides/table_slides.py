"""The view's table as native tables of slides, as many as it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pptx.util import Emu, Pt

from eastflank.render.picture.sheet import Box
from eastflank.render.slides import shapes, texts
from eastflank.render.slides.master import Master
from eastflank.render.slides.page import BODY
from eastflank.render.slides.widest import WideLetters
from eastflank.render.untyped import Cell, Slide
from eastflank.report.columns import in_words
from eastflank.report.contents import Briefing
from eastflank.report.deployment_columns import named
from eastflank.report.entries import DeploymentEntry
from eastflank.scene.style import LIGHT, TABLE_STRIPE
from eastflank.words.chosen import slides

_HEAD = WideLetters(BODY, LIGHT.ink, 700, leading=1.22)
_CELL = WideLetters(BODY, LIGHT.ink, leading=1.22)
MOST = 300
"""The most rows in a deck, about fifty slides: nobody shows more. The titles say what is left out."""
_PAD = 8.0
"""Padding of a cell in pixels, on every side."""
_SLACK = 4.0
"""Pixels by which a cell may be narrower than its stated width, because its borders need room."""


class SlideColumn(NamedTuple):
    """A column of a table."""

    heading: str
    share: float
    """Its share of the table's width."""


class SlideTable(NamedTuple):
    """A table of words."""

    title: str
    name: str
    columns: Sequence[SlideColumn]
    rows: Sequence[Sequence[str]]


_SHARES = {
    "name": 0.22,
    "status": 0.14,
    "lead": 0.13,
    "host": 0.13,
    "place_or_none": 0.12,
    "persons": 0.16,
    "numbers": 0.1,
}
"""Shares of the table's width, by the keys of the columns."""
_FIELDS = named(_SHARES)
_COLUMNS = tuple(SlideColumn(one.heading, _SHARES[one.key]) for one in _FIELDS)


def pages(briefing: Briefing, room: Box) -> Iterator[tuple[DeploymentEntry, ...]]:
    """The view's first rows slide by slide; empty if the view is empty."""
    rows = [_cells(entry) for entry in briefing.entries[:MOST]]
    for page in by_slide(_COLUMNS, rows, room):
        yield tuple(briefing.entries[number] for number in page)


def draw(slide: Slide, entries: Sequence[DeploymentEntry], room: Box, master: Master) -> None:
    """Draw the rows as one table in `room`."""
    told = slides.table_of([entry.name for entry in entries])
    draw_table(
        slide, ("deployments", told), _COLUMNS, [_cells(entry) for entry in entries], room=room, master=master
    )


def paged(table: SlideTable, room: Box) -> Iterator[SlideTable]:
    """The table slide by slide; empty if it has no rows."""
    found = list(by_slide(table.columns, table.rows, room))
    for number, page in enumerate(found, 1):
        title = slides.numbered(table.title, number, len(found))
        yield table._replace(title=title, rows=[table.rows[at] for at in page])


def draw_page(slide: Slide, table: SlideTable, room: Box, master: Master) -> None:
    """Draw a table that fits on one slide."""
    said = slides.table_of_rows(len(table.rows), table.title)
    draw_table(slide, (table.name, said), table.columns, table.rows, room=room, master=master)


def by_slide(columns: Sequence[SlideColumn], rows: Sequence[Sequence[str]], room: Box) -> Iterator[range]:
    """The indices of the rows slide by slide."""
    most = room.h - _height([column.heading for column in columns], _HEAD, columns, room)
    first, left = 0, most
    for number, cells in enumerate(rows):
        need = _height(_fitted(cells, most, columns, room), _CELL, columns, room)
        if number > first and need > left:
            yield range(first, number)
            first, left = number, most
        left -= need
    if rows:
        yield range(first, len(rows))


def draw_table(  # noqa: PLR0913 - each is one thing that the others do not know
    slide: Slide,
    named: tuple[str, str],
    columns: Sequence[SlideColumn],
    rows: Sequence[Sequence[str]],
    *,
    room: Box,
    master: Master,
) -> None:
    """Draw rows as one native table in `room`; `named` is its name and its alternative text."""
    headings = [column.heading for column in columns]
    most = room.h - _height(headings, _HEAD, columns, room)
    lines = [(_HEAD, headings), *((_CELL, _fitted(cells, most, columns, room)) for cells in rows)]
    heights = [_height(cells, letters, columns, room) for letters, cells in lines]
    scale = master.scale
    frame = slide.shapes.add_table(len(lines), len(columns), *scale.corner(room._replace(h=sum(heights))))
    frame.name = named[0]
    shapes.describe(frame, named[1])
    table = frame.table
    for place, column in zip(table.columns, columns, strict=True):
        place.width = Emu(round(column.share * room.w * scale.emu))
    for row, height in zip(table.rows, heights, strict=True):
        row.height = Emu(round(height * scale.emu))
    for y, (letters, cells) in enumerate(lines):
        for x, told in enumerate(cells):
            _fill_cell(table.cell(y, x), told, letters, y, master)


def _fill_cell(cell: Cell, told: str, letters: WideLetters, row: int, master: Master) -> None:
    scale = master.scale
    cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = Emu(round(_PAD * scale.emu))
    if master.own:
        cell.fill.solid()
        cell.fill.fore_color.rgb = shapes.rgb(
            LIGHT.line if not row else LIGHT.card if row % 2 else TABLE_STRIPE
        )
    text = letters.text("cell", "cell", told, 0, 0)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.line_spacing = Pt(round(scale.points(letters.height), 1))
    texts.write(paragraph.add_run(), text, scale)


def _cells(entry: DeploymentEntry) -> list[str]:
    return [in_words(one.told(entry)) for one in _FIELDS]


def _fitted(cells: Sequence[str], most: float, columns: Sequence[SlideColumn], room: Box) -> list[str]:
    """The cells, cut to the height of a slide; the notes have the full text."""
    lines = max(1, int((most - 2 * _PAD) // _CELL.height))
    return [
        _CELL.in_lines(told, _width(column, room), lines) for told, column in zip(cells, columns, strict=True)
    ]


def _width(column: SlideColumn, room: Box) -> float:
    return column.share * room.w - 2 * _PAD - _SLACK


def _height(cells: Sequence[str], letters: WideLetters, columns: Sequence[SlideColumn], room: Box) -> float:
    """The height of a row in the widest typeface, in pixels."""
    lines = (
        len(letters.wrapped(told, _width(column, room))) or 1
        for told, column in zip(cells, columns, strict=True)
    )
    return max(lines) * letters.height + 2 * _PAD
