"""Cards: what a deployment looks like on the map, and how large it is. Counterpart of `eastflank.css`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eastflank import style
from eastflank.model import Standing
from eastflank.render import symbols
from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.placement import Choice
from eastflank.render.picture.sheet import Box, Card, Picture, Plate, Spot, Stroke
from eastflank.scene import Mark
from eastflank.style import Palette

# In pixels of the screen's map.
_SIZE = 12.5
_PAD_LEFT, _PAD_RIGHT, _PAD_TOP, _PAD_BOTTOM = 8.0, 8.0, 2.5, 3.5
_EDGE = 4.0
_INSIDE = 26.0
"""Width of a symbol that stands inside its card, for want of a place."""
_BETWEEN = 3.0
_WIDEST = 330.0
_RADIUS = 4.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A card's size before it has a place, in pixels of the sheet."""

    mark: Mark
    w: float
    h: float
    plate: tuple[float, float]
    """Width and height of its plate; `w` also holds a symbol beside it."""
    symbol: tuple[float, float] | None
    """Width and height of its symbol; None: it has none."""
    lines: tuple[str, ...]
    """The heading and the lines, as they fit."""


def symbol_size(svg: str) -> tuple[float, float]:
    """Width and height of a symbol's document, in pixels of the screen's map."""
    found = re.search(r'width="([\d.]+)" height="([\d.]+)"', svg)
    if found is None:
        raise ValueError("A symbol's SVG states its width and height.")
    return float(found.group(1)), float(found.group(2))


def shape(mark: Mark, unit: float, palette: Palette) -> Shape:
    """The size of a mark's card. `unit`: pixels of the sheet to one of the screen's map."""
    faces = _faces(mark, unit, palette)
    texts = (mark.heading, *mark.lines)
    lines = tuple(face.shortened(text, _WIDEST * unit) for face, text in zip(faces, texts, strict=True))
    words = max(face.width(line) for face, line in zip(faces, lines, strict=True))
    plate_w = words + (_EDGE + _PAD_LEFT + _PAD_RIGHT) * unit
    plate_h = sum(face.height for face in faces) + (_PAD_TOP + _PAD_BOTTOM) * unit
    if mark.symbol is None:
        return Shape(mark, plate_w, plate_h, (plate_w, plate_h), None, lines)
    width, height = symbol_size(symbols.svg(mark.symbol))
    if mark.anchor == "place":
        w, h = width * unit, height * unit
        whole = plate_w + w + _BETWEEN * unit
        return Shape(mark, whole, max(plate_h, h), (plate_w, plate_h), (w, h), lines)
    w, h = _INSIDE * unit, _INSIDE * unit * height / width
    plate_w, plate_h = plate_w + w - _BETWEEN * unit, max(plate_h, h + 4 * unit)
    return Shape(mark, plate_w, plate_h, (plate_w, plate_h), (w, h), lines)


def card(shape: Shape, choice: Choice, at: Spot, unit: float, palette: Palette) -> Card:
    """A card of that shape where it was placed."""
    mark, box = shape.mark, choice.box
    plate_w, plate_h = shape.plate
    symbol_w, symbol_h = shape.symbol or (0.0, 0.0)
    middle = box.y + box.h / 2
    beside = mark.anchor == "place"
    if beside and not choice.mirrored:
        plate_x, symbol_x = box.right - plate_w, box.x
    else:
        plate_x, symbol_x = box.x, box.right - symbol_w - (0 if beside else _BETWEEN * unit)
    plate = _box(plate_x, middle - plate_h / 2, plate_w, plate_h)
    faces = _faces(mark, unit, palette)
    left = plate.x + (_EDGE + _PAD_LEFT) * unit
    y = middle - sum(face.height for face in faces) / 2 - unit * 0.5
    texts = []
    for number, (face, line) in enumerate(zip(faces, shape.lines, strict=True)):
        role = "line" if number else "heading"
        texts.append(face.text(f"{role} {mark.id}{f' {number}' if number else ''}", role, line, left, y))
        y += face.height
    picture = None
    if mark.symbol:
        where = _box(symbol_x, middle - symbol_h / 2, symbol_w, symbol_h)
        picture = Picture(f"symbol {mark.id}", symbols.svg(mark.symbol), where)
    lead = style.lead_colour(mark.lead, "light")
    return Card(
        id=mark.id,
        box=Box(*(round(value, 2) for value in box)),
        plate=Plate(
            name=f"plate {mark.id}",
            role="card",
            box=plate,
            fill="plain",
            colour=palette.card,
            stroke=_outline(mark, lead, unit, palette),
            radius=_RADIUS * unit,
            edge=lead,
            edge_width=_EDGE * unit,
        ),
        texts=tuple(texts),
        symbol=picture,
        at=at,
        standing=mark.standing,
        selected=mark.selected,
    )


def _outline(mark: Mark, lead: str, unit: float, palette: Palette) -> Stroke:
    """Solid, dashed or dotted with the standing; of the selected one, in its lead's colour."""
    colour = lead if mark.selected else palette.secondary
    width = unit * (2 if mark.selected else 1)
    match mark.standing:
        case Standing.CONSIDERED:
            return Stroke(colour, width, (0.1, 2.6 * width), round=True)
        case Standing.PLANNED:
            return Stroke(colour, width, (4 * unit, 3 * unit))
    return Stroke(colour if mark.selected else "#b9c3c8", width)


def _faces(mark: Mark, unit: float, palette: Palette) -> tuple[Letters, ...]:
    size = _SIZE * unit
    sea = mark.anchor == "sea"
    heading = Letters(size, palette.ink, 400, italic=True) if sea else Letters(size, palette.ink, 700)
    return (heading, *(Letters(size, palette.ink) for _ in mark.lines))


def _box(x: float, y: float, w: float, h: float) -> Box:
    return Box(round(x, 2), round(y, 2), round(w, 2), round(h, 2))
