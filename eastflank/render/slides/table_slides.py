"""The view's table as native tables of slides, as many as it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from pptx.util import Emu

from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.sheet import Box
from eastflank.render.slides import shapes, texts
from eastflank.render.slides.shapes import Scale, Slide
from eastflank.report.contents import Briefing, Entry
from eastflank.scene.style import LIGHT
from eastflank.words import en as words

Cell: TypeAlias = Any
_HEAD = Letters(20, LIGHT.ink, 700, leading=1.25)
_CELL = Letters(20, LIGHT.ink, leading=1.25)
_PAD = 9.0
"""Pixels between a cell's words and its edges, on every side."""


class _Column(NamedTuple):
    heading: str
    share: float
    """Of the table's width."""


_COLUMNS = (
    _Column("Deployment", 0.25),
    _Column("Status", 0.09),
    _Column("Lead", 0.15),
    _Column("Host", 0.15),
    _Column("Place", 0.11),
    _Column("Strength, persons", 0.15),
    _Column("Sources", 0.1),
)


def pages(briefing: Briefing, room: Box) -> Iterator[tuple[Entry, ...]]:
    """The view's rows by the slide on which there is room for them; none when the view is empty."""
    page: list[Entry] = []
    left = room.h - _height([column.heading for column in _COLUMNS], _HEAD, room)
    for entry in briefing.entries:
        need = _height(_cells(entry), _CELL, room)
        if page and need > left:
            yield tuple(page)
            page, left = [], room.h - _height([column.heading for column in _COLUMNS], _HEAD, room)
        page.append(entry)
        left -= need
    if page:
        yield tuple(page)


def draw(slide: Slide, entries: Sequence[Entry], room: Box, scale: Scale) -> None:
    """Draw the rows as one table in `room`."""
    rows = [(_HEAD, [column.heading for column in _COLUMNS]), *((_CELL, _cells(entry)) for entry in entries)]
    heights = [_height(cells, letters, room) for letters, cells in rows]
    frame = slide.shapes.add_table(len(rows), len(_COLUMNS), *scale.corner(room._replace(h=sum(heights))))
    frame.name = "deployments"
    table = frame.table
    for place, column in zip(table.columns, _COLUMNS, strict=True):
        place.width = Emu(round(column.share * room.w * scale.emu))
    for row, height in zip(table.rows, heights, strict=True):
        row.height = Emu(round(height * scale.emu))
    for y, (letters, cells) in enumerate(rows):
        for x, told in enumerate(cells):
            _fill_cell(table.cell(y, x), told, letters, y, scale)


def _fill_cell(cell: Cell, told: str, letters: Letters, row: int, scale: Scale) -> None:
    cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = Emu(round(_PAD * scale.emu))
    cell.fill.solid()
    cell.fill.fore_color.rgb = shapes.rgb(LIGHT.line if not row else LIGHT.card if row % 2 else "#f6f8f8")
    text = letters.text("cell", "cell", told, 0, 0)
    texts.write(cell.text_frame.paragraphs[0].add_run(), text, scale)


def _cells(entry: Entry) -> list[str]:
    return [
        entry.name,
        entry.status,
        entry.lead,
        entry.host,
        entry.place or words.NOT_STATED,
        entry.strength,
        ", ".join(f"[{number}]" for number in entry.footnotes),
    ]


def _height(cells: Sequence[str], letters: Letters, room: Box) -> float:
    """How high a row becomes, in pixels."""
    lines = (
        len(letters.wrapped(told, column.share * room.w - 2 * _PAD - 4)) or 1
        for told, column in zip(cells, _COLUMNS, strict=True)
    )
    return max(lines) * letters.height + 2 * _PAD
