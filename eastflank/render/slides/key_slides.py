"""The key of a map on the slides after it, if there was no room for it beside the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from eastflank.render.picture import furniture
from eastflank.render.picture.map_column import told_of
from eastflank.render.picture.sheet import Box, Sheet
from eastflank.render.picture.stage import KeyRow
from eastflank.render.slides import drawn_sheet, picture_slide
from eastflank.render.slides.master import Master
from eastflank.render.slides.table_slides import SlideColumn, SlideTable, draw_page, paged
from eastflank.render.untyped import Slide
from eastflank.report.entries import DeploymentEntry
from eastflank.report.source_numbers import cited
from eastflank.scene.drawn import Legend
from eastflank.scene.style import LIGHT
from eastflank.words.chosen import slides as said
from eastflank.words.chosen import values as words

_LEGEND, _APART = 520.0, 28.0
"""The width of a legend, and its distance from the table, in pixels."""
_WIDE = 3 * _LEGEND
"""From this width of the content area on, in pixels, both are beside each other."""
_LEGEND_UNIT = 1.9
"""Pixels for one of a screen's map."""
_COLUMNS = (
    SlideColumn(said.NUMBER, 0.06),
    SlideColumn(said.GROUP, 0.16),
    SlideColumn(said.DEPLOYMENT, 0.29),
    SlideColumn(said.TOLD, 0.35),
    SlideColumn(said.SOURCES, 0.14),
)


class KeyPage(NamedTuple):
    """A slide that explains a map: a part of the key, or the legend, that did not fit beside the map."""

    title: str
    table: SlideTable | None
    legend: Legend | None


def pages(
    key: Sequence[KeyRow], legend: Legend | None, entries: Sequence[DeploymentEntry], room: Box
) -> Iterator[KeyPage]:
    """The slides that explain one map; empty if everything is beside it."""
    by_id = {entry.id: entry for entry in entries}
    table = SlideTable(said.KEY, "key", _COLUMNS, [_cells(row, by_id) for row in key])
    yield from on_slides(table, said.LEGEND, legend, room)


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


def _cells(row: KeyRow, entries: Mapping[str, DeploymentEntry]) -> list[str]:
    if row.mark is None:
        return ["", row.heading, row.country, words.capitalised(row.statistic), ""]
    entry = entries.get(row.mark.id)
    return [
        str(row.number or ""),
        row.heading,
        name_of(row, entries),
        words.capitalised(told_of(row.mark)),
        cited(entry) if entry else "",
    ]


def name_of(row: KeyRow, entries: Mapping[str, DeploymentEntry]) -> str:
    """The map's label of a deployment, and its full name if the map's text does not contain it."""
    if row.mark is None:
        return row.country
    entry = entries.get(row.mark.id)
    name = entry.name if entry and entry.name not in row.mark.lines else ""
    return said.named(row.mark.heading, name)
