"""The key of a map on the slides after it, if there was no room for it beside the map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eastflank.render import key_table
from eastflank.render.key_table import KeyTable
from eastflank.render.picture import furniture
from eastflank.render.picture.sheet import Box, Sheet
from eastflank.render.picture.stage import KeyRow
from eastflank.render.slides import drawn_sheet, picture_slide
from eastflank.render.slides.master import Master
from eastflank.render.slides.table_slides import SlideColumn, SlideTable, draw_page, paged
from eastflank.render.untyped import Slide
from eastflank.report.entries import DeploymentEntry
from eastflank.scene.drawn import Legend
from eastflank.scene.style import LIGHT
from eastflank.words.chosen import slides as said

_LEGEND, _APART = 520.0, 28.0
"""The width of a legend, and its distance from the table, in pixels."""
_WIDE = 3 * _LEGEND
"""From this width of the content area on, in pixels, both are beside each other."""
_LEGEND_UNIT = 1.9
"""Pixels for one of a screen's map."""


class KeyPage(NamedTuple):
    """A slide that explains a map: a part of the key, or the legend, that did not fit beside the map."""

    title: str
    table: SlideTable | None
    legend: Legend | None


def pages(
    key: Sequence[KeyRow], legend: Legend | None, entries: Sequence[DeploymentEntry], room: Box
) -> Iterator[KeyPage]:
    """The slides that explain one map; empty if everything is beside it."""
    table = for_slides(key_table.of_one(key, entries))
    yield from on_slides(table, said.LEGEND, legend, room)


def for_slides(key: KeyTable) -> SlideTable:
    """A key as a table for slides."""
    columns = [SlideColumn(text, share) for text, share in zip(key.header, key.shares, strict=True)]
    return SlideTable(key.title, "key", columns, key.rows)


def on_slides(table: SlideTable, alone: str, legend: Legend | None, room: Box) -> Iterator[KeyPage]:
    """A table split over slides, with the legend beside its first part, or after it on a narrow slide.

    `alone` is the legend's title if there is no table beside it.
    """
    beside = bool(legend and table.rows) and room.w >= _WIDE
    tables = list(paged(table, room._replace(w=room.w - _LEGEND - _APART) if beside else room))
    for number, page in enumerate(tables):
        yield KeyPage(page.title, page, legend if beside and not number else None)
    if legend and not beside:
        yield KeyPage(alone, None, legend)


def draw(slide: Slide, page: KeyPage, room: Box, sheet: Sheet, master: Master) -> None:
    """Draw a slide that explains the map of `sheet`; its legend uses the patterns of `sheet`."""
    if page.table:
        draw_page(slide, page.table, room._replace(w=table_width(page, room)), master)
    if page.legend:
        x = room.right - _LEGEND if page.table else room.x
        place = room._replace(x=x, w=_LEGEND if page.table else room.w)
        legend = furniture.legend(page.legend, place, _LEGEND_UNIT, LIGHT, picture_slide.TYPOGRAPHY)
        drawn_sheet.draw_group(slide, legend, sheet, master.map_scale)


def table_width(page: KeyPage, room: Box) -> float:
    """How wide the table of a page is, in pixels."""
    return room.w - _LEGEND - _APART if page.legend else room.w
