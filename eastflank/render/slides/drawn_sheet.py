"""A sheet as shapes and texts of a slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eastflank.render.picture.sheet import (
    Box,
    Card,
    Dot,
    Group,
    Line,
    Plate,
    Region,
    Sheet,
    Spot,
    Stroke,
    Text,
)
from eastflank.render.slides import shapes, symbol, texts
from eastflank.render.slides.shapes import Scale
from eastflank.render.untyped import Shapes, Slide
from eastflank.words.chosen import documents
from eastflank.words.chosen import slides as slide_words

_APART = 0.75
"""The most offset between lines of one paragraph, in pixels."""


_MIDDLE = {"country", "sea", "region", "note", "lead"}
"""Texts that stay centred, even if a program draws them narrower than their box."""


def draw_map(slide: Slide, sheet: Sheet, names: Mapping[str, str], scale: Scale) -> None:
    """Draw a sheet with a map onto a slide; a second map has its own sheet."""
    # Draw a white background: the sheet is designed for it, whatever a team's own slides have.
    for box in (sheet.map, *(group.box for group in sheet.groups if group.box.x >= sheet.map.right)):
        paper = shapes.rectangle(slide.shapes, "paper", box, 0, scale)
        shapes.fill(paper, sheet.paper)
        shapes.stroke(paper, None, scale)
    backdrop = shapes.rectangle(slide.shapes, "sea", sheet.map, 0, scale)
    shapes.fill(backdrop, sheet.sea)
    shapes.stroke(backdrop, None, scale)
    land = slide.shapes.add_group_shape()
    land.name = "map"
    shapes.describe(land, documents.map_and_next_slides(sheet.title))
    for line in sheet.lines:
        _line(slide.shapes, line, scale, sheet.map)
    for dot in sheet.dots:
        _dot(slide.shapes, dot, scale)
    capitals = {dot.name.removeprefix("dot "): dot.at.x for dot in sheet.dots if dot.role == "capital"}
    for lines in _paragraphs(sheet.names):
        shape = texts.written(slide.shapes, lines, scale)
        if lines[0].role in _MIDDLE:
            texts.centred(shape)
        elif capitals.get(lines[0].words, 0.0) > lines[0].box.middle.x:
            texts.to_the_right(shape)  # it ends at its dot
    for card in sheet.cards:
        _card(slide.shapes, card, names.get(card.id, card.id), sheet, scale)
    for group in sheet.groups:
        draw_group(slide, group, sheet, scale)
    # Added last, though it is at the bottom: python-pptx reads the whole slide for each shape that it adds.
    for region in sheet.regions:
        _region(land.shapes, region, sheet, scale)
    shapes.measure_groups(slide)


def _region(land: Shapes, region: Region, sheet: Sheet, scale: Scale) -> None:
    rings = shapes.clipped_rings(region.rings, sheet.map)
    if region.fill == "plain":
        _area(land, region.name, rings, _Look(region.colour, region.stroke), scale)
    elif rings:
        parts = land.add_group_shape()
        parts.name = region.name
        shapes.decorate(parts)
        _patterned(parts.shapes, region, rings, sheet, scale)


@dataclass(frozen=True, slots=True)
class _Look:
    """How an area is drawn; None: not filled, no edge."""

    colour: str | None
    edge: Stroke | None


def _area(parent: Shapes, name: str, rings: Sequence[Sequence[Spot]], look: _Look, scale: Scale) -> None:
    shape = shapes.freeform(parent, name, rings, scale, closed=True)
    if shape is not None:
        shapes.fill(shape, look.colour)
        shapes.stroke(shape, look.edge, scale)


def _patterned(
    parts: Shapes, what: Region | Plate, rings: Sequence[Sequence[Spot]], sheet: Sheet, scale: Scale
) -> None:
    """An area in its own colour with stripes or dots over it, all drawn as shapes.

    PowerPoint's own patterns look different in each program, and cover what is below them.
    """
    name = f"{what.name} pattern"
    match what.fill:
        case "planned":
            _area(parts, what.name, rings, _Look(what.colour, what.stroke), scale)
            _strokes(parts, name, shapes.stripes(rings, 11, rising=True), Stroke(sheet.hatch, 3.2), scale)
        case "considered":
            _area(parts, what.name, rings, _Look(what.colour, what.stroke), scale)
            _area(parts, name, shapes.dots(rings, 13, 1.9), _Look(sheet.hatch, None), scale)
        case "disputed":
            _area(parts, what.name, rings, _Look(None, what.stroke), scale)
            _strokes(parts, name, shapes.stripes(rings, 7, rising=False), Stroke(sheet.grey, 0.7), scale)
        case _:
            _area(parts, what.name, rings, _Look(None, what.stroke), scale)


def _strokes(parent: Shapes, name: str, lines: Sequence[Sequence[Spot]], look: Stroke, scale: Scale) -> None:
    shape = shapes.freeform(parent, name, lines, scale, closed=False)
    if shape is not None:
        shapes.fill(shape, None)
        shapes.stroke(shape, look, scale)


def _line(parent: Shapes, line: Line, scale: Scale, frame: Box | None = None) -> None:
    parts = shapes.clipped_lines(line.points, frame) if frame else [line.points]
    _strokes(parent, line.name, parts, line.stroke, scale)


def _dot(parent: Shapes, dot: Dot, scale: Scale) -> None:
    box = Box(dot.at.x - dot.radius, dot.at.y - dot.radius, 2 * dot.radius, 2 * dot.radius)
    if dot.role == "capital":
        shape = shapes.rectangle(parent, dot.name, box, 0, scale)
    else:
        shape = shapes.disc(parent, dot.name, dot.at, dot.radius, scale)
    shapes.fill(shape, dot.colour)
    shapes.stroke(shape, Stroke(dot.edge, 1.8) if dot.edge else None, scale)


def _card(parent: Shapes, card: Card, name: str, sheet: Sheet, scale: Scale) -> None:
    group = parent.add_group_shape()
    group.name = f"card {card.id}"
    shapes.describe(group, ", ".join([name, *(text.words for text in card.texts)]))
    for plate in filter(None, (card.plate, card.sign)):
        _plate(group.shapes, plate, sheet, scale)
    if card.symbol:
        signs = group.shapes.add_group_shape()
        signs.name = card.symbol.name
        shapes.decorate(signs)
        symbol.draw(signs.shapes, card.symbol, scale)
    for lines in _paragraphs(card.texts):
        texts.written(group.shapes, lines, scale)


def draw_group(slide: Slide, group: Group, sheet: Sheet, scale: Scale) -> None:
    """Draw a group, such as a legend; `sheet` has the colours of its patterns."""
    if not (group.texts or group.plates or group.lines or group.pictures):
        return
    parts = slide.shapes.add_group_shape()
    parts.name = group.name
    shapes.describe(parts, slide_words.drawn(group.name, [text.words for text in group.texts]))
    for plate in group.plates:
        _plate(parts.shapes, plate, sheet, scale)
    for region in group.regions:
        _area(parts.shapes, region.name, region.rings, _Look(region.colour, region.stroke), scale)
    for line in group.lines:
        _line(parts.shapes, line, scale)
    for picture in group.pictures:
        signs = parts.shapes.add_group_shape()
        signs.name = picture.name
        shapes.decorate(signs)
        symbol.draw(signs.shapes, picture, scale)
    for lines in _paragraphs(group.texts):
        texts.written(parts.shapes, lines, scale)


def _plate(parent: Shapes, plate: Plate, sheet: Sheet, scale: Scale) -> None:
    if plate.fill not in ("plain", "none"):
        x, y, w, h = plate.box
        ring = [Spot(x, y), Spot(x + w, y), Spot(x + w, y + h), Spot(x, y + h)]
        _patterned(parent, plate, [ring], sheet, scale)
        return
    body = shapes.rectangle(parent, plate.name, plate.box, plate.radius, scale)
    shapes.fill(body, plate.colour if plate.fill == "plain" else None)
    shapes.stroke(body, plate.stroke, scale)
    if plate.edge:
        bar = shapes.rectangle(parent, f"{plate.name} edge", plate.box._replace(w=plate.edge_width), 0, scale)
        shapes.fill(bar, plate.edge)
        shapes.stroke(bar, None, scale)


def _paragraphs(all_lines: Iterable[Text]) -> Iterator[list[Text]]:
    """Merges lines of one paragraph, and lines of the same style directly below each other."""
    lines: list[Text] = []
    for text in all_lines:
        if lines and not _follows(lines[-1], text):
            yield lines
            lines = []
        lines.append(text)
    if lines:
        yield lines


def _follows(above: Text, below: Text) -> bool:
    if above.paragraph or below.paragraph:
        return above.paragraph is below.paragraph
    if (above.role, below.role) == ("heading", "notes"):
        return above.box.y == below.box.y  # one behind the other, in a typeface of any width
    return (
        (above.role, above.size) == (below.role, below.size)
        and abs(above.box.x - below.box.x) < _APART
        and abs(above.box.bottom - below.box.y) < _APART
    )
