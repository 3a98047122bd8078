"""The stage: everything on the map that has words, placed so that none overlaps another.

The counterpart of `browser/stage.js`, in the same order and by the same rules: cards first, then the
names of lead nations on their arcs, then the base map's own names. What finds no room is named.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from eastflank.render.picture import cards
from eastflank.render.picture.ground import Ground, PlaceName
from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.placement import Choice, Item, Placer, around, arrange
from eastflank.render.picture.projection import Projection
from eastflank.render.picture.sheet import Box, Card, Dot, Line, Spot, Stroke, Text
from eastflank.scene import style
from eastflank.scene.composition import Arc, Mark, Scene
from eastflank.scene.style import Palette

# In pixels of the screen's map.
_MARGIN = 6.0
_FROM_ZOOM = {1: 0.0, 2: 4.5, 3: 5.25, 4: 6.0}
"""By rank: smaller places appear where the map is larger."""
_ORDER = {"place": 0, "set": 1, "country": 2, "beside": 3, "sea": 4}
_SAME_LEAD = 220.0
"""A lead nation is named again only if its arc enters the map at least so far away."""
_STILL_THERE = (0.0, 6.0, -6.0, 12.0, -12.0)
"""How far a symbol may be moved up or down and still covers its place."""
_CAPITAL = 7.0
"""Across a capital's dot, with what is left free around it."""
_SEA_NAME, _CAPITAL_NAME = "#5f8399", "#44525a"


@dataclass(frozen=True, slots=True)
class Look:
    """Where and how a map is drawn."""

    projection: Projection
    box: Box
    unit: float
    """Pixels of the sheet to one of the screen's map."""
    palette: Palette
    furniture: tuple[Box, ...] = ()
    """What is kept free of labels: the legend, the scale."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """By deployment, the numbers of the footnotes on which its card rests."""


@dataclass(slots=True)
class Stage:
    """What has been placed so far."""

    look: Look
    placer: Placer
    cards: list[Card] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    names: list[Text] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def staged(scene: Scene, ground: Ground, look: Look) -> Stage:
    """Everything of `scene` that has words, and the ground's names, each where there is room for it."""
    margin = _MARGIN * look.unit
    x, y, w, h = look.box
    stage = Stage(look, Placer(Box(x + margin, y + margin, w - 2 * margin, h - 2 * margin), look.unit))
    for box in look.furniture:
        stage.placer.block(box)
    _place_marks(stage, (*scene.marks, *scene.ghosts))
    _place_leads(stage, scene.arcs)
    _place_names(stage, scene, ground)
    return stage


def _place_marks(stage: Stage, marks: Sequence[Mark]) -> None:
    look = stage.look
    ordered = sorted(marks, key=lambda mark: (not mark.selected, _ORDER[mark.anchor], -mark.at.lat))
    items, shapes, points = [], [], []
    for mark in ordered:
        point = look.projection.spot(mark.at)
        if not (look.box.x < point.x < look.box.right and look.box.y < point.y < look.box.bottom):
            stage.left_out.append(mark.heading)
            continue
        shape = cards.shape(mark, look.notes.get(mark.id, ""), look.unit, look.palette)
        # A symbol away from its place misleads more than a card without one does.
        weight = 5 if mark.selected else 0.5 if shape.gone else 3 if mark.anchor == "place" else 1
        items.append(Item(point, tuple(_choices(shape, point, look.unit)), weight))
        shapes.append(shape)
        points.append(point)
    for shape, point, found in zip(shapes, points, arrange(stage.placer, items), strict=True):
        mark = shape.mark
        if found is None:
            stage.left_out.append(mark.heading)
        else:
            card = cards.card(shape, found, point, look.unit, look.palette)
            stage.cards.append(card)
            stage.lines += [_tie(mark, card, tie, look) for tie in mark.ties]
            if not found.home:
                stage.lines.append(_leader(shape, point, found.box, look))
        if mark.anchor == "place" and not (found and found.home):  # else its symbol covers the place
            stage.dots.append(
                Dot(f"place {mark.id}", "place", point, 3 * look.unit, look.palette.ink, look.palette.card)
            )


def _choices(shape: cards.Shape, point: Spot, unit: float) -> Iterator[Choice]:
    w, h = shape.w, shape.h
    if shape.mark.anchor == "place":
        half = (shape.symbol or (0.0, 0.0))[0] / 2
        for dy in _STILL_THERE:
            y = point.y - h / 2 + dy * unit
            yield Choice(Box(point.x - half, y, w, h), home=True)
            yield Choice(Box(point.x - w + half, y, w, h), home=True, mirrored=True)
    else:
        home = shape.mark.anchor != "set"
        yield Choice(Box(point.x - w / 2, point.y - h / 2, w, h), home=True)
        for dy in (-0.6, 0.6, -1.1, 1.1):
            yield Choice(Box(point.x - w / 2, point.y - h / 2 + dy * h, w, h), home=home)
    # Away from its place, a symbol stands at the end that is nearer to it.
    yield from (Choice(box, mirrored=box.x + w / 2 < point.x) for box in around(point, w, h, unit))


def _leader(shape: cards.Shape, point: Spot, box: Box, look: Look) -> Line:
    """From the place to the nearest point of the card that had to move away."""
    end = Spot(min(max(point.x, box.x), box.right), min(max(point.y, box.y), box.bottom))
    stroke = Stroke(look.palette.ink, look.unit)
    if shape.gone:
        stroke = Stroke(look.palette.secondary, look.unit, (2 * look.unit, 3 * look.unit))
    return Line(f"leader {shape.mark.id}", "leader", (point, end), stroke)


def _tie(mark: Mark, card: Card, tie: tuple[float, float], look: Look) -> Line:
    number = mark.ties.index(tie) + 1
    stroke = Stroke(look.palette.secondary, 1.2 * look.unit, (2 * look.unit, 3 * look.unit))
    ends = (card.box.middle, look.projection.spot(mark.ties[number - 1]))
    return Line(f"tie {mark.id} {number}", "tie", ends, stroke)


# --- lead nations ---------------------------------------------------------------------------------


def arc_line(arc: Arc, look: Look) -> Line:
    """An arc as a line of the sheet, in its lead's colour and its standing's dashes."""
    dash = tuple(float(part) * look.unit for part in style.DASHES[arc.standing].split())
    stroke = Stroke(arc.colours.light, 2 * look.unit, dash, round=arc.standing.name == "CONSIDERED")
    path = tuple(look.projection.spot(point) for point in arc.path)
    return Line(f"arc {arc.lead} {arc.deployment}", "arc", path, stroke)


def _place_leads(stage: Stage, arcs: Sequence[Arc]) -> None:
    look = stage.look
    named: list[tuple[str, Spot]] = []
    without: list[str] = []
    for arc in arcs:
        path = tuple(look.projection.spot(point) for point in arc.path)
        visible = _visible(path, look)
        if not visible or any(
            lead == arc.lead and math.dist(at, visible[0]) < _SAME_LEAD * look.unit for lead, at in named
        ):
            continue
        letters = Letters(13 * look.unit, arc.colours.light, 700, halo=look.palette.member)
        found = stage.placer.place(_lead_choices(visible, letters.width(arc.name), letters.height, look))
        if found is None:
            without.append(arc.lead)
            stage.left_out.append(f"the name {arc.name} on its arc")
            continue
        named.append((arc.lead, visible[0]))
        name = f"lead {arc.lead} {arc.deployment}"
        stage.names.append(letters.text(name, "lead", arc.name, found.box.x, found.box.y))
    known = {lead for lead, _ in named}
    spared = {f"the name {arc.name} on its arc" for arc in arcs if arc.lead in known}
    stage.left_out[:] = dict.fromkeys(text for text in stage.left_out if text not in spared)


def _visible(path: Sequence[Spot], look: Look) -> list[Spot]:
    """The points of a path inside the map, from where it enters it, about every twelve pixels."""
    box, points = look.box, []
    for start, end in itertools.pairwise(path):
        steps = max(1, math.ceil(math.dist(start, end) / (12 * look.unit)))
        for k in range(steps):
            at = Spot(start.x + (end.x - start.x) * k / steps, start.y + (end.y - start.y) * k / steps)
            if box.x <= at.x <= box.right and box.y <= at.y <= box.bottom:
                points.append(at)
    return points


def _lead_choices(points: Sequence[Spot], w: float, h: float, look: Look) -> Iterator[Choice]:
    """Along the line from where it enters: a little above it, then a little below it."""
    unit = look.unit
    for point in points[: max(6, math.floor(len(points) * 0.6))]:
        x = max(point.x - 4 * unit, look.box.x + _MARGIN * unit)
        yield Choice(Box(x, point.y - h - 5 * unit, w, h))
        yield Choice(Box(x, point.y + 5 * unit, w, h))
        yield Choice(Box(point.x + 8 * unit, point.y - h / 2, w, h))


# --- the base map's own names -----------------------------------------------------------------------


def _place_names(stage: Stage, scene: Scene, ground: Ground) -> None:
    palette, unit = stage.look.palette, stage.look.unit
    country = Letters(11 * unit, palette.secondary, 600, halo=palette.member)
    sea = Letters(14 * unit, _SEA_NAME, 400, italic=True)
    region = Letters(10.5 * unit, palette.secondary, halo=palette.member)
    headed = {mark.heading for mark in scene.marks if mark.anchor == "country"}
    hosts = {area.iso3 for area in scene.areas}
    countries = [one for one in ground.country_names if one.name not in headed]
    _centre(stage, "country", country, [one for one in countries if one.iso3 in hosts])
    _centre(stage, "sea", sea, [one for one in ground.sea_names if one.rank <= 1])
    _centre(stage, "country", country, [one for one in countries if one.iso3 not in hosts])
    _place_capitals(stage, ground)
    _centre(stage, "sea", sea, [one for one in ground.sea_names if one.rank > 1])
    _centre(stage, "region", region, ground.part_names)


def _centre(stage: Stage, role: str, letters: Letters, names: Sequence[PlaceName]) -> None:
    """Each name over the first of its points that is free; countries in capitals."""
    look = stage.look
    zoom = look.projection.zoom(look.unit)
    for one in names:
        words = one.name.upper() if role == "country" else one.name
        w, h = letters.width(words), letters.height
        spots = map(look.projection.spot, one.points) if zoom >= _FROM_ZOOM[one.rank] else ()
        found = stage.placer.place(Choice(Box(at.x - w / 2, at.y - h / 2, w, h)) for at in spots)
        if found:
            stage.names.append(letters.text(f"{role} {one.name}", role, words, found.box.x, found.box.y))


def _place_capitals(stage: Stage, ground: Ground) -> None:
    look = stage.look
    unit, dot, zoom = look.unit, _CAPITAL * look.unit, look.projection.zoom(look.unit)
    letters = Letters(11.5 * unit, _CAPITAL_NAME, halo=look.palette.member)
    for one in ground.capitals:
        if zoom < _FROM_ZOOM[one.rank]:
            continue
        at = look.projection.spot(one.points[0])
        w, h = letters.width(one.name) + dot + 3 * unit, letters.height
        right = Choice(Box(at.x - dot / 2, at.y - h / 2, w, h))
        left = Choice(Box(at.x + dot / 2 - w, at.y - h / 2, w, h), mirrored=True)
        found = stage.placer.place((right, left))
        if found:
            x = found.box.x + (0 if found.mirrored else dot + 3 * unit)
            stage.names.append(letters.text(f"capital {one.name}", "capital", one.name, x, found.box.y))
            colour = look.palette.secondary
            stage.dots.append(Dot(f"dot {one.name}", "capital", at, 2.5 * unit, colour))
