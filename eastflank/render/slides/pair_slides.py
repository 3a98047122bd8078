"""Two days side by side: a slide with both maps, then tables of what they add up to and of what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from eastflank.render.picture import furniture, layout
from eastflank.render.picture.column import Column as TextColumn
from eastflank.render.picture.sheet import Box
from eastflank.render.picture.two_maps import maps_in
from eastflank.render.slides import picture_slide, texts
from eastflank.render.slides.master import Master
from eastflank.render.slides.page import BODY
from eastflank.render.slides.shapes import Slide
from eastflank.render.slides.table_slides import Column, by_slide, draw_table
from eastflank.render.slides.widest import WideLetters
from eastflank.report.contents import Briefing, head_of
from eastflank.scene.style import LIGHT
from eastflank.view.comparison import FORMS, form_of
from eastflank.words import en as words
from eastflank.words.en import side_by_side as told

_UNIT = 1.25
"""Pixels to one of a screen's map."""
_LEGEND = 300.0
"""How wide the one legend is, in pixels."""
_APART = 20.0
_DAY = WideLetters(BODY + 4, LIGHT.ink, 700, leading=1.2)
_TITLE = WideLetters(BODY, LIGHT.secondary, leading=1.2)
_TITLE_LINES = 2
_SHARES = (0.34, 0.19, 0.19, 0.28)
_CHANGES = (Column("Mark", 0.07), Column("What changed", 0.75), Column("Claims", 0.18))
_MOST_CLAIMS = 3
"""Claims of a change that a table names; the page and the workbook have all."""


class Table(NamedTuple):
    """A table for one slide."""

    title: str
    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]


def title(later: Briefing, earlier: Briefing) -> str:
    """The title of the slide with both maps."""
    return told.title(earlier.view.day, later.view.day)


def draw(slide: Slide, later: Briefing, earlier: Briefing, room: Box, master: Master) -> None:
    """Draw both maps into `room`, each under its day and its title, and beside them their legend."""
    box = room._replace(w=room.w - _LEGEND - _APART)
    half = box.w / 2
    places = box._replace(w=half - _APART), box._replace(x=box.x + half, w=half - _APART)
    heads = [_head(day, place) for day, place in zip((earlier, later), places, strict=True)]
    y = max(head.y for head in heads) + _APART / 2
    form = replace(layout.frame(picture_slide.SIZE), unit=_UNIT)
    first, second = maps_in(later, earlier, form, box._replace(y=y, h=box.bottom - y))
    moved = second.map.x - places[1].x  # the longer key has the wider column
    for name, head, by in zip(("earlier day", "later day"), heads, (0.0, moved), strict=True):
        shifted = [replace(text, box=text.box._replace(x=text.box.x + by)) for text in head.texts]
        place = Box(head.box.x + by, head.box.y, head.box.w - max(by, 0), head.y - head.box.y)
        texts.flowing(slide.shapes, name, shifted, place, master.scale)
    names = {f"earlier {entry.id}": entry.name for entry in earlier.entries}
    left = Box(box.x, y, second.map.x - box.x, box.bottom - y)
    picture_slide.draw_map(slide, first, names, left, master.map_scale)
    names = {entry.id: entry.name for entry in later.entries}
    right = Box(second.map.x, y, box.right - second.map.x, box.bottom - y)
    picture_slide.draw_map(slide, second, names, right, master.map_scale)
    place = room._replace(x=box.right + _APART, w=_LEGEND)
    for unit in (1.4, 1.25, 1.1, 1.0, 0.9, 0.8):
        legend = furniture.legend(earlier.scene.legend, place, unit, LIGHT)
        if legend.box.bottom <= room.bottom:
            break
    picture_slide.draw_group(slide, legend, second, master.map_scale)


def _head(day: Briefing, place: Box) -> TextColumn:
    column = TextColumn.at(place)
    when, sentence = head_of(day)
    column.paragraph("day", "head", when, _DAY)
    column.paragraph("title", "head", _TITLE.in_lines(sentence, place.w, _TITLE_LINES), _TITLE)
    return column


def tables(briefing: Briefing, room: Box) -> Iterator[Table]:
    """The tables after the maps, by the slide: what both days add up to, then what changed."""
    heading = briefing.both_days_heading
    if heading is not None and briefing.both_days:
        columns = [Column(text, share) for text, share in zip(heading, _SHARES, strict=True)]
        rows: list[Sequence[str]] = list(briefing.both_days)
        yield from _by_slide(Table(told.HEADING, "both days", columns, rows), room)
    if briefing.since and briefing.changes:
        listed = [
            (FORMS[form_of(change)][0], change.sentence, _claims(change.claims))
            for change in briefing.changes
        ]
        what = told.changes_between(briefing.since, briefing.view.day)
        yield from _by_slide(Table(what, "changes", _CHANGES, listed), room)


def _by_slide(table: Table, room: Box) -> Iterator[Table]:
    pages = list(by_slide(table.columns, table.rows, room))
    for number, page in enumerate(pages, 1):
        of = f", {number} of {len(pages)}" if len(pages) > 1 else ""
        yield table._replace(title=f"{table.title}{of}", rows=[table.rows[at] for at in page])


def _claims(claims: Sequence[str]) -> str:
    kept = ", ".join(claims[:_MOST_CLAIMS])
    return f"{kept} …" if len(claims) > _MOST_CLAIMS else kept or "none"


def draw_page(slide: Slide, table: Table, room: Box, master: Master) -> None:
    """Draw one table."""
    said = f"Table of {words.counted(len(table.rows), 'row')}: {table.title}."
    draw_table(slide, (table.name, said), table.columns, table.rows, room=room, master=master)
