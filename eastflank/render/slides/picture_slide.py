"""The first slide: the map, on which everything is a named shape or text, and the totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from eastflank.render.picture import furniture, layout
from eastflank.render.picture.column import TextColumn
from eastflank.render.picture.ground import ground_of
from eastflank.render.picture.layout import Mapped
from eastflank.render.picture.lettering import Typography
from eastflank.render.picture.locator import locator_map
from eastflank.render.picture.map_column import key_alone
from eastflank.render.picture.sheet import (
    Box,
    Group,
    Sheet,
    Text,
)
from eastflank.render.picture.stage import KeyRow
from eastflank.render.slides import texts
from eastflank.render.slides.drawn_sheet import draw_map
from eastflank.render.slides.master import Master
from eastflank.render.slides.page import BODY
from eastflank.render.slides.widest import WideLetters
from eastflank.render.untyped import Slide
from eastflank.report.contents import Briefing, Size
from eastflank.scene.drawn import Legend
from eastflank.scene.style import LIGHT
from eastflank.words.chosen import slides as words_of_slides

SIZE = Size(1920, 1080, "16:9")
TYPOGRAPHY = Typography(WideLetters, BODY, "[{}]")
"""Letters of a map are at least 12 points, and have room in any typeface that a program uses."""
_ASIDE = 400.0
"""The width of the column beside the map, in pixels."""
_APART_FROM_MAP = 20.0
_UNIT, _LEAST_UNIT = 1.9, 1.2
"""Pixels for one of a screen's map: the scale of symbols and of the space around words."""
_SMALLER = (1.0, 0.85, 0.72)
"""Sizes of symbols that are tried until each deployment has a place on the map. Letters keep their size."""
_WIDEST = 1400.0
"""Pixels of the map on our own slides."""
_LINE_GAP = 12.0
_BODY = WideLetters(BODY, LIGHT.ink, leading=1.22)
_SMALL = WideLetters(BODY, LIGHT.secondary, leading=1.22)


class _Beside(NamedTuple):
    """Which explanations of a map are beside it."""

    key: bool
    legend: bool
    locator: bool


_CHOICES = (
    _Beside(key=True, legend=True, locator=True),
    _Beside(key=True, legend=True, locator=False),
    _Beside(key=False, legend=True, locator=True),
    _Beside(key=False, legend=True, locator=False),
    _Beside(key=True, legend=False, locator=False),
    _Beside(key=False, legend=False, locator=False),
)
"""The first of these that fits is used. The key is never split."""


@dataclass(frozen=True, slots=True)
class MapSlide:
    """A slide with one map before it is drawn."""

    sheet: Sheet
    """The map, and the parts of its key and legend that are beside it."""
    told: Sequence[Text]
    """The totals, above those."""
    beside: Box
    """The column beside the map."""
    key: Sequence[KeyRow]
    """The key, if it does not fit: it goes on the next slide."""
    legend: Legend | None
    """The legend, if it does not fit."""


def laid_out(briefing: Briefing, room: Box) -> MapSlide:
    """The map of a briefing in `room`, and beside it the totals, the key and the legend."""
    place = room._replace(x=room.right - _ASIDE, w=_ASIDE)
    box = room._replace(w=room.w - _ASIDE - _APART_FROM_MAP)
    unit = min(max(_UNIT * box.w / _WIDEST, _LEAST_UNIT), _UNIT)
    for smaller in _SMALLER:
        form = replace(layout.frame(SIZE), unit=unit * smaller)
        mapped = layout.map_without_key(briefing, form, box, TYPOGRAPHY)
        if all(row.number for row in mapped.key if row.mark):
            break
    legend = briefing.scene.legend if briefing.scene.legend.heading else None
    for choice in _CHOICES:
        key = () if choice.key else mapped.key
        left = None if choice.legend else legend
        told = _told(briefing, place, words_of_slides.NEXT_SLIDE.get((bool(key), bool(left)), ""))
        groups = _explanations(briefing, mapped, choice, place, told)
        if groups[-1].box.bottom <= place.bottom if groups else True:
            break
    sheet = replace(mapped.sheet, groups=(*mapped.sheet.groups, *groups))
    return MapSlide(sheet, told, place, key, left)


def _explanations(
    briefing: Briefing, mapped: Mapped, choice: _Beside, place: Box, told: Sequence[Text]
) -> list[Group]:
    """Locator, key and legend under the totals, from top to bottom, even if they end too low."""
    look, unit = mapped.look, mapped.look.unit
    room = place
    if told:
        top = told[-1].box.bottom + _APART_FROM_MAP
        room = room._replace(y=top, h=room.bottom - top)
    groups: list[Group] = []
    ground = ground_of(briefing.ground)
    inset = locator_map(briefing.scene, ground, room, look) if choice.locator else None
    if inset:
        # It is placed at the foot of its box, with a small margin on the left and below.
        high = inset.box.h + room.bottom - inset.box.bottom
        inset = locator_map(briefing.scene, ground, room._replace(x=room.x - 10 * unit, h=high), look)
    if inset:
        groups.append(inset)
        room = room._replace(y=inset.box.bottom + _LINE_GAP, h=room.bottom - inset.box.bottom - _LINE_GAP)
    if choice.key and mapped.key:
        groups.append(key_alone(mapped.key, room, look))
        bottom = groups[-1].box.bottom + _LINE_GAP
        room = room._replace(y=bottom, h=room.bottom - bottom)
    if choice.legend and briefing.scene.legend.heading:
        groups.append(furniture.legend(briefing.scene.legend, room, unit, LIGHT, TYPOGRAPHY))
    return groups


def draw(slide: Slide, laid: MapSlide, briefing: Briefing, master: Master) -> None:
    """Draw a slide with one map."""
    if laid.told:
        place = laid.beside._replace(h=laid.told[-1].box.bottom - laid.beside.y)
        texts.flowing(slide.shapes, "totals", laid.told, place, master.scale)
    names = {entry.id: entry.name for entry in briefing.entries}
    draw_map(slide, laid.sheet, names, master.map_scale)


def _told(briefing: Briefing, place: Box, remark: str) -> list[Text]:
    """The totals, as many as fit; the notes have all of them."""
    column = TextColumn.at(place)
    differing = sum(one.stands for one in briefing.differences)
    last = [words_of_slides.differ(differing)] if differing else []
    last += [remark] if remark else []
    last += [words_of_slides.SOURCE_NUMBERS] if briefing.footnotes else []
    kept = sum(column.height(told, _SMALL) + _LINE_GAP for told in last)
    lines = [*briefing.totals, briefing.held]
    if not briefing.entries:
        return []
    for number, told in enumerate(lines, 1):
        more = words_of_slides.more_lines(len(lines) - number + 1)
        left = column.room - kept - (column.height(more, _SMALL) if number < len(lines) else 0)
        if column.height(told, _BODY) > left:
            column.paragraph("more", "total", more, _SMALL)
            column.skip(_LINE_GAP)
            break
        column.paragraph(f"total {number}", "total", told, _BODY)
        column.skip(_LINE_GAP)
    for number, told in enumerate(last, 1):
        column.paragraph(f"remark {number}", "remark", told, _SMALL)
        column.skip(_LINE_GAP)
    return column.texts
