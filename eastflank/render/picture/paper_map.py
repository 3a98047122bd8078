"""The maps of a document, made for their place on its paper, with letters that can be read there.

A map has its key and its legend beside it. A key without room at these letters is left to the document, as a
table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from eastflank.render import key_table
from eastflank.render.key_table import KeyTable
from eastflank.render.picture import furniture, layout, two_maps
from eastflank.render.picture.ground import ground_of
from eastflank.render.picture.layout import Frame, Mapped
from eastflank.render.picture.lettering import Letters, Typography
from eastflank.render.picture.locator import locator_map
from eastflank.render.picture.look import Look
from eastflank.render.picture.map_column import key_alone
from eastflank.render.picture.sheet import Box, Group, Sheet
from eastflank.report.contents import Briefing
from eastflank.scene.style import LIGHT

POINT = 10 / 3
"""Pixels of the sheet for a point of the paper."""
LEAST = 6.5
"""The smallest letters, in points."""
_UNIT = 2.2
"""Pixels of the sheet for one of a screen's map: the words of cards have about eight points."""
_TYPOGRAPHY = Typography(Letters, LEAST * POINT)
_COLUMN, _PAD = 240.0, 10.0
"""The width of a column of explanations, and the space around it, in pixels of a screen's map."""


class Paper(NamedTuple):
    """The place of a map on paper, in points."""

    width: float
    """With what is beside the map."""
    height: float
    """Of the map; of two maps, if they are one below the other, they have it together."""


LANDSCAPE = Paper(762.0, 330.0)
"""A4 across, between its margins."""
_WIDE = 600.0
"""From this width on, in points, two maps or two columns are beside each other."""


class PaperMap(NamedTuple):
    """A map, or two, and the key that has no room on the sheet."""

    sheet: Sheet
    key: KeyTable


def on_paper(briefing: Briefing, paper: Paper = LANDSCAPE) -> PaperMap:
    """The map for that place, laid out once. For two days side by side, both maps."""
    return briefing.once(_on_paper, paper)


def _on_paper(briefing: Briefing, paper: Paper) -> PaperMap:
    if briefing.beside is not None:
        return _two_days(briefing, briefing.beside, paper)
    w = _COLUMN * _UNIT
    for columns, with_key in ((1, True), (2, True), (1, False)):
        if columns > 1 and paper.width < _WIDE:
            continue
        box = Box(0, 0, round(paper.width * POINT - columns * w), round(paper.height * POINT))
        mapped = _mapped(briefing, paper, box)
        places = [_inner(Box(box.right + at * w, 0, w, box.h)) for at in range(columns)]
        groups = list(_explained(briefing, mapped, places, with_key=with_key))
        if all(group.box.bottom <= box.h for group in groups):
            break
    listed = () if with_key else mapped.key
    return PaperMap(_cut_out(mapped.sheet, groups, paper), key_table.of_one(listed, briefing.entries))


def _mapped(briefing: Briefing, paper: Paper, box: Box) -> Mapped:
    form = Frame(width=paper.width * POINT, unit=_UNIT, beside=True)
    return layout.map_without_key(briefing, form, box, _TYPOGRAPHY)


def _inner(box: Box) -> Box:
    pad = _PAD * _UNIT
    return Box(box.x + pad, box.y + 0.7 * pad, box.w - 2 * pad, box.h - 1.2 * pad)


def _explained(
    briefing: Briefing, mapped: Mapped, places: Sequence[Box], *, with_key: bool
) -> Iterator[Group]:
    """The key in the first place, then the legend and the small map in the last, even if they end too low."""
    room, look = places[-1], mapped.look
    if with_key and mapped.key:
        key = key_alone(mapped.key, places[0], look, compact=False)
        yield key
        if len(places) == 1:
            top = key.box.bottom + 8 * _UNIT
            room = room._replace(y=top, h=room.bottom - top)
    if briefing.scene.legend.heading:
        legend = furniture.legend(briefing.scene.legend, room, _UNIT, LIGHT, _TYPOGRAPHY)
        yield legend
        room = room._replace(y=legend.box.bottom, h=room.bottom - legend.box.bottom)
    inset = _inset(briefing, look, room)
    if inset:
        yield inset


def _inset(briefing: Briefing, look: Look, room: Box) -> Group | None:
    """The small map at the foot of `room`, if it has room there."""
    pad = _PAD * _UNIT
    found = locator_map(briefing.scene, ground_of(briefing.ground), room._replace(x=room.x - pad), look)
    return found if found and found.box.y >= room.y + pad else None


def _cut_out(sheet: Sheet, groups: Sequence[Group], paper: Paper) -> Sheet:
    """The sheet with what explains it, as high as it must be."""
    bottom = max(box.bottom for box in (sheet.map, *(group.box for group in groups)))
    return replace(
        sheet, width=paper.width * POINT, height=float(round(bottom)), groups=(*sheet.groups, *groups)
    )


# --- two days -----------------------------------------------------------------------------------------


def _two_days(later: Briefing, earlier: Briefing, paper: Paper) -> PaperMap:
    """Two maps in one frame, each under its day, with the legend at their right.

    They are beside each other, or on narrow paper one below the other. Their common key is left to the
    document.
    """
    days = two_maps.in_one_frame(later, earlier)
    width, gap, column = paper.width * POINT, _PAD * _UNIT, _COLUMN * _UNIT
    wide = paper.width >= _WIDE
    w = round((width - column - gap) / 2) if wide else round(width - column)
    h = round(paper.height * POINT / (1 if wide else 2))
    heads: list[Group] = []
    maps: list[Mapped] = []
    for name, day in zip(("earlier", "later"), days, strict=True):
        x = w + gap if wide and maps else 0.0
        top = maps[0].sheet.map.bottom + gap if maps and not wide else 0.0
        head = two_maps.head_over(day, Box(x, top, w, 0), _UNIT, name)
        lower = max(two_maps.head_over(one, Box(x, top, w, 0), _UNIT).y for one in days)
        heads.append(Group(f"head of the {name} day", Box(x, top, w, head.y - top), texts=tuple(head.texts)))
        maps.append(_mapped(day, paper, Box(x, round(lower + 0.4 * gap), w, h)))
    first, second = maps
    place = _inner(Box(width - column, 0, column, 0))
    legend = furniture.legend(earlier.scene.legend, place, _UNIT, LIGHT, _TYPOGRAPHY)
    sheet = replace(second.sheet, beside=two_maps.renamed(first.sheet, "earlier"))
    key = key_table.of_both([one.key for one in maps], (earlier, later))
    return PaperMap(_cut_out(sheet, (*heads, legend), paper), key)
