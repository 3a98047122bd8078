"""Two days side by side on one sheet: two maps with one legend, what they add up to, and what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from eastflank.model import Point
from eastflank.render.picture import furniture, layout
from eastflank.render.picture.below_maps import drawn_below
from eastflank.render.picture.column import TextColumn
from eastflank.render.picture.layout import Frame
from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.panel import Faces, sources_alone
from eastflank.render.picture.sheet import Box, Card, Group, Line, Sheet, Spot, Stroke, Text
from eastflank.report.contents import Briefing, Size, head_of
from eastflank.scene.drawn import Legend
from eastflank.scene.side_by_side import NO_LEGEND
from eastflank.scene.style import LIGHT
from eastflank.words.chosen import pictures
from eastflank.words.chosen import side_by_side as told

_MAP_UNIT = 0.8
"""The scale of letters and marks on each of two maps, relative to a single map."""
_COLUMN_SHARE, _COLUMN_WIDTH = 0.33, 205.0
"""The most width of the column with a map's key: a share of its half, and pixels of a screen's map."""
_LEAST = 0.3
"""The least share of the room for both keys that the shorter one gets."""
_ASIDE, _ASIDE_WIDTH = 0.15, 205.0
"""The share of a wide sheet's width for legend and sources, beside the maps, and its least in pixels of a
screen's map."""
_FEW = 6
"""If neither map has more marks than this, both are tried without a column."""
_BELOW = {True: 0.27, False: 0.36}
"""The share of the height for the area below the maps: on a wide sheet, and on other sheets."""


def sheet(briefing: Briefing, size: Size, more: pictures.Elsewhere | None = None) -> Sheet:
    """The picture of `briefing`: one map, as `layout.sheet` draws it; or two where it has two days.

    `more` says where to find what does not fit; None: behind the link, or on the dashboard.
    """
    if briefing.beside is None:
        return layout.sheet(briefing, size, more)
    more = more or layout.elsewhere(briefing)
    form = layout.frame(size)
    unit, pad = form.unit, 14 * form.unit
    marking, top, bottom = layout.marking_bands(briefing, form)
    title = layout.title_above(briefing, form, top, _title(briefing, briefing.beside))
    footer = layout.foot_below(briefing, form, bottom)
    body = Box(0, title.box.bottom, form.width, footer.box.y - title.box.bottom)
    aside = round(max(_ASIDE * body.w, _ASIDE_WIDTH * unit)) if form.beside else 0.0
    lower = round(_BELOW[form.beside] * body.h)
    upper = body._replace(w=body.w - aside, h=body.h - lower)
    maps, heads = _maps(briefing, briefing.beside, form, upper)
    strip = Box(pad, upper.bottom + 0.7 * pad, form.width - 2 * pad, lower - pad)
    if aside:
        signs = Box(upper.right + 0.7 * pad, body.y + 0.6 * pad, aside - 1.4 * pad, upper.h - pad)
    else:
        signs = strip._replace(w=0.26 * strip.w)
        strip = strip._replace(x=signs.right + pad, w=strip.right - signs.right - pad)
    signs_of = briefing.beside.scene.legend
    legend = furniture.legend(signs_of, signs, _legend_unit(signs_of, signs, unit), LIGHT)
    below = signs._replace(y=legend.box.bottom + 0.6 * pad, h=signs.bottom - legend.box.bottom - 0.6 * pad)
    sources = sources_alone(briefing, below, Faces.of(0.86 * unit, LIGHT), more)
    rules = Group(
        "rules of two days",
        Box(0, upper.bottom, form.width, 0),
        lines=(
            layout.rule("rule below maps", upper.bottom, form),
            _upright("rule between maps", maps.map.x, upper, unit),
            *([_upright("rule beside maps", upper.right, upper, unit)] if aside else []),
        ),
    )
    groups = (*maps.groups, *heads, legend, sources, *drawn_below(briefing, strip, form, more), rules)
    return replace(maps, groups=(*groups, *marking, title, footer))


def _title(later: Briefing, earlier: Briefing) -> str:
    """Both days: each map has its own title above it."""
    return told.title(earlier.view.day, later.view.day)


def maps_in(later: Briefing, earlier: Briefing, form: Frame, box: Box) -> tuple[Sheet, Sheet]:
    """The maps of two days beside each other in `box`, the earlier first, with the same size and frame.

    Each has its key at its right, and no legend. The day with more marks has the wider column; if the marks
    are few and need no key, there is none.
    """
    days = in_one_frame(later, earlier)
    marks = [len(day.scene.marks) + len(day.scene.ghosts) for day in days]
    if max(marks) <= _FEW:
        first, second = _drawn(days, form, box, 0, 0)
        if not any(group.name == "key" for one in (first, second) for group in one.groups):
            return renamed(first, "earlier"), second
    column = _column(box, form)
    share = min(max(marks[0] / max(sum(marks), 1), _LEAST), 1 - _LEAST)
    first, second = _drawn(days, form, box, 2 * column * share, 2 * column * (1 - share))
    return renamed(first, "earlier"), second


def in_one_frame(later: Briefing, earlier: Briefing) -> list[Briefing]:
    """Both days, the earlier first, to be drawn in one frame, and without a legend of their own."""
    opening = _opening((earlier, later))
    return [
        replace(day, scene=replace(day.scene, legend=NO_LEGEND, opening=opening)) for day in (earlier, later)
    ]


def _column(box: Box, form: Frame) -> float:
    """The width of the column of each of two maps in `box`, if both have the same width."""
    return min(_COLUMN_WIDTH * form.unit, _COLUMN_SHARE * box.w / 2)


def _drawn(days: Sequence[Briefing], form: Frame, box: Box, left: float, right: float) -> tuple[Sheet, Sheet]:
    """Both maps, with columns of these widths in pixels."""
    w = round((box.w - left - right) / 2)
    middle = round(box.x + w + left)
    first = layout.map_alone(days[0], form, box._replace(w=middle - box.x), middle - box.x - w)
    second = layout.map_alone(
        days[1], form, box._replace(x=middle, w=box.right - middle), box.right - middle - w
    )
    return first, second


def _opening(days: Iterable[Briefing]) -> tuple[Point, Point]:
    """The frame that contains what both maps must show."""
    points = [
        point
        for day in days
        for point in (*day.scene.opening, *(mark.at for mark in (*day.scene.marks, *day.scene.ghosts)))
    ]
    return (
        Point(min(at.lat for at in points), min(at.lon for at in points)),
        Point(max(at.lat for at in points), max(at.lon for at in points)),
    )


def _maps(later: Briefing, earlier: Briefing, form: Frame, box: Box) -> tuple[Sheet, list[Group]]:
    """Both maps side by side in `box`, each under its day and its title."""
    pad = 14 * form.unit
    smaller = replace(form, unit=_MAP_UNIT * form.unit)
    column = _column(box, smaller)
    narrowest = (box.w - 2 * column) / 2 + 2 * column * _LEAST - 2 * pad
    told_over = [
        head_over(day, box._replace(w=narrowest, y=box.y + 0.5 * pad), form.unit) for day in (earlier, later)
    ]
    y = round(max(one.y for one in told_over) + 0.4 * pad)
    first, second = maps_in(later, earlier, smaller, box._replace(y=y, h=box.bottom - y))
    halves = box._replace(w=second.map.x - box.x), box._replace(x=second.map.x, w=box.right - second.map.x)
    columns = [
        head_over(day, one._replace(x=one.x + pad, w=narrowest, y=one.y + 0.5 * pad), form.unit, name)
        for name, day, one in zip(_DAYS, (earlier, later), halves, strict=True)
    ]
    heads = [
        Group(f"head of the {name} day", Box(one.x, one.y, one.w, y - one.y), texts=tuple(column.texts))
        for name, one, column in zip(_DAYS, halves, columns, strict=True)
    ]
    return replace(second, beside=first), heads


_DAYS = ("earlier", "later")


def head_over(day: Briefing, box: Box, unit: float, name: str = "") -> TextColumn:
    """The day and its title, from the top of `box` down; `name`: which of the days it is."""
    column = TextColumn.at(box)
    when, title = head_of(day)
    column.paragraph(f"{name} day", "head", when, Letters(14.5 * unit, LIGHT.ink, 700))
    column.paragraph(f"{name} title", "head", title, Letters(11.5 * unit, LIGHT.secondary))
    return column


def _legend_unit(legend: Legend, box: Box, unit: float) -> float:
    """The scale at which the legend fits, and leaves room for sources if possible."""
    for small in (0.9, 0.84, 0.78, 0.72, 0.66, 0.6):
        drawn = furniture.legend(legend, box, unit * small, LIGHT)
        if drawn.box.h <= 0.8 * box.h:
            break
    return unit * small


def _upright(name: str, x: float, box: Box, unit: float) -> Line:
    return Line(name, "rule", (Spot(x, box.y), Spot(x, box.bottom)), Stroke(LIGHT.line, unit))


# --- names ------------------------------------------------------------------------------------------


def renamed(sheet: Sheet, day: str) -> Sheet:
    """The same map with `day` before every name, so that names are unique within the sheet."""

    def lines(all_: Iterable[Line]) -> tuple[Line, ...]:
        return tuple(replace(one, name=f"{day} {one.name}") for one in all_)

    def texts(all_: Iterable[Text]) -> tuple[Text, ...]:
        return tuple(replace(one, name=f"{day} {one.name}") for one in all_)

    def card(one: Card) -> Card:
        plate, sign, symbol = one.plate, one.sign, one.symbol
        return replace(
            one,
            id=f"{day} {one.id}",
            texts=texts(one.texts),
            plate=replace(plate, name=f"{day} {plate.name}") if plate else None,
            sign=replace(sign, name=f"{day} {sign.name}") if sign else None,
            symbol=replace(symbol, name=f"{day} {symbol.name}") if symbol else None,
        )

    return replace(
        sheet,
        regions=tuple(replace(one, name=f"{day} {one.name}") for one in sheet.regions),
        lines=lines(sheet.lines),
        dots=tuple(replace(one, name=f"{day} {one.name}") for one in sheet.dots),
        names=texts(sheet.names),
        cards=tuple(card(one) for one in sheet.cards),
        groups=tuple(
            replace(
                group,
                name=f"{day} {group.name}",
                plates=tuple(replace(one, name=f"{day} {one.name}") for one in group.plates),
                lines=lines(group.lines),
                pictures=tuple(replace(one, name=f"{day} {one.name}") for one in group.pictures),
                texts=texts(group.texts),
            )
            for group in sheet.groups
        ),
    )
