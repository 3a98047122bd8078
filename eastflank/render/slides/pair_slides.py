"""Two days side by side: a slide with both maps, then tables of the totals and of what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from eastflank.render import key_table
from eastflank.render.picture import furniture, layout
from eastflank.render.picture.column import TextColumn
from eastflank.render.picture.layout import Mapped
from eastflank.render.picture.sheet import Box, Group
from eastflank.render.picture.two_maps import in_one_frame, renamed
from eastflank.render.slides import drawn_sheet, key_slides, picture_slide, texts
from eastflank.render.slides.key_slides import KeyPage
from eastflank.render.slides.master import Master
from eastflank.render.slides.page import BODY
from eastflank.render.slides.table_slides import SlideColumn, SlideTable, paged
from eastflank.render.slides.widest import WideLetters
from eastflank.render.untyped import Slide
from eastflank.report.contents import Briefing, head_of
from eastflank.scene.drawn import Legend
from eastflank.scene.style import LIGHT
from eastflank.view.comparison import SIGNS, form_of
from eastflank.words.chosen import documents
from eastflank.words.chosen import side_by_side as told
from eastflank.words.chosen import slides as said

_UNIT = 1.25
"""Pixels for one of a screen's map: the scale of symbols and of the space around words."""
_LEGEND, _LEGEND_UNIT = 400.0, 1.5
"""The width of the common legend in pixels, and its scale: pixels for one of a screen's map."""
_APART = 20.0
_DAY = WideLetters(BODY + 4, LIGHT.ink, 700, leading=1.2)
_TITLE = WideLetters(BODY, LIGHT.secondary, leading=1.2)
_TITLE_LINES = 2
_SHARES = (0.34, 0.19, 0.19, 0.28)
_CHANGES = (
    SlideColumn(said.MARK, 0.07),
    SlideColumn(said.WHAT_CHANGED, 0.75),
    SlideColumn(said.CLAIMS, 0.18),
)
_MOST_CLAIMS = 3
"""The most claims of a change that a table names; the page and the workbook list all."""


@dataclass(frozen=True, slots=True)
class PairSlide:
    """A slide with two maps before it is drawn."""

    maps: tuple[Mapped, Mapped]
    """The earlier first."""
    heads: tuple[TextColumn, TextColumn]
    beside: Group | None
    """The legend, if it fits."""
    legend: Legend | None
    """The legend, if it does not fit: it goes on the next slide."""


def title(later: Briefing, earlier: Briefing) -> str:
    """The title of the slide with both maps."""
    return told.title(earlier.view.day, later.view.day)


def laid_out(later: Briefing, earlier: Briefing, room: Box) -> PairSlide:
    """Both maps in `room`, each under its day and its title, with their legend beside them."""
    signs = earlier.scene.legend
    place = room._replace(x=room.right - _LEGEND, w=_LEGEND)
    legend = furniture.legend(signs, place, _LEGEND_UNIT, LIGHT, picture_slide.TYPOGRAPHY)
    has_room = legend.box.bottom <= room.bottom
    box = room._replace(w=room.w - _LEGEND - _APART) if has_room else room
    w = round((box.w - _APART) / 2)
    places = box._replace(w=w), box._replace(x=box.right - w, w=w)
    heads = _head(earlier, places[0]), _head(later, places[1])
    y = max(head.y for head in heads) + _APART / 2
    form = replace(layout.frame(picture_slide.SIZE), unit=_UNIT)
    first, second = (
        layout.map_without_key(day, form, place._replace(y=y, h=room.bottom - y), picture_slide.TYPOGRAPHY)
        for day, place in zip(in_one_frame(later, earlier), places, strict=True)
    )
    first = first._replace(sheet=renamed(first.sheet, "earlier"))
    return PairSlide((first, second), heads, legend if has_room else None, None if has_room else signs)


def draw(slide: Slide, laid: PairSlide, days: tuple[Briefing, Briefing], master: Master) -> None:
    """Draw a slide with the maps of two days, the earlier first."""
    for name, head in zip(("earlier day", "later day"), laid.heads, strict=True):
        place = head.box._replace(h=head.y - head.box.y)
        texts.flowing(slide.shapes, name, head.texts, place, master.scale)
    for before, day, mapped in zip(("earlier ", ""), days, laid.maps, strict=True):
        names = {f"{before}{entry.id}": entry.name for entry in day.entries}
        drawn_sheet.draw_map(slide, mapped.sheet, names, master.map_scale)
    if laid.beside:
        drawn_sheet.draw_group(slide, laid.beside, laid.maps[1].sheet, master.map_scale)


def key(laid: PairSlide, days: tuple[Briefing, Briefing], room: Box) -> Iterator[KeyPage]:
    """The slides that explain the numbers on both maps, one row for each deployment."""
    table = key_slides.for_slides(key_table.of_both([mapped.key for mapped in laid.maps], days))
    yield from key_slides.on_slides(table, said.LEGEND_OF_BOTH, laid.legend, room)


def _head(day: Briefing, place: Box) -> TextColumn:
    column = TextColumn.at(place)
    when, sentence = head_of(day)
    column.paragraph("day", "head", when, _DAY)
    column.paragraph("title", "head", _TITLE.in_lines(sentence, place.w, _TITLE_LINES), _TITLE)
    return column


def tables(briefing: Briefing, room: Box) -> Iterator[SlideTable]:
    """The tables after the maps, slide by slide: the totals of both days, then what changed."""
    heading = briefing.both_days_heading
    if heading is not None and briefing.both_days:
        columns = [SlideColumn(text, share) for text, share in zip(heading, _SHARES, strict=True)]
        rows: list[Sequence[str]] = list(briefing.both_days)
        yield from paged(SlideTable(told.HEADING, "both days", columns, rows), room)
    if briefing.since and briefing.changes:
        listed = [
            (SIGNS[form_of(change)], change.sentence, _claims(change.claims)) for change in briefing.changes
        ]
        what = told.changes_between(briefing.since, briefing.view.day)
        yield from paged(SlideTable(what, "changes", _CHANGES, listed), room)


def _claims(claims: Sequence[str]) -> str:
    kept = ", ".join(claims[:_MOST_CLAIMS])
    return f"{kept} …" if len(claims) > _MOST_CLAIMS else kept or documents.NO_CLAIMS
