"""The first slide: the sheet, every thing on it a shape or a text under its own name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
from eastflank.render.slides.shapes import Scale, Shape, Shapes, Slide

_PANEL = "panel"
_APART = 0.75
"""Pixels that lines of one paragraph may lie off each other."""


def draw(slide: Slide, sheet: Sheet, scale: Scale) -> None:
    """Draw the sheet onto a slide that has a title and nothing else; the title's lines go into it."""
    backdrop = shapes.rectangle(slide.shapes, "sea", sheet.map, 0, scale)
    shapes.fill(backdrop, sheet.sea)
    shapes.stroke(backdrop, None, scale)
    land = slide.shapes.add_group_shape()
    land.name = "map"
    describe(land, sheet.title)
    for line in sheet.lines:
        _line(slide.shapes, line, scale, sheet.map)
    for dot in sheet.dots:
        _dot(slide.shapes, dot, scale)
    for lines in _paragraphs(sheet.names):
        texts.written(slide.shapes, lines, scale)
    for card in sheet.cards:
        _card(slide.shapes, card, sheet, scale)
    for group in sheet.groups:
        _group(slide, group, sheet, scale)
    # Last, though it lies below: python-pptx reads all that is on a slide for each shape it adds to it.
    for region in sheet.regions:
        _region(land.shapes, region, sheet, scale)


def describe(shape: Shape, words: str) -> None:
    """Say what a shape shows to those who hear the slide."""
    shape._element.xpath("./*/p:cNvPr")[0].set("descr", texts.plain(words))  # noqa: SLF001 - python-pptx has no setter


def _region(land: Shapes, region: Region, sheet: Sheet, scale: Scale) -> None:
    rings = shapes.clipped_rings(region.rings, sheet.map)
    if region.fill == "plain":
        _area(land, region.name, rings, _Look(region.colour, region.stroke), scale)
    elif rings:
        parts = land.add_group_shape()
        parts.name = region.name
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
    """An area in its own colour and over it stripes or dots, all of them shapes.

    A slide's own patterns look otherwise in each program that opens it, and cover what lies below them.
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


def _card(parent: Shapes, card: Card, sheet: Sheet, scale: Scale) -> None:
    group = parent.add_group_shape()
    group.name = f"card {card.id}"
    describe(group, ", ".join(text.words for text in card.texts))
    for plate in filter(None, (card.plate, card.sign)):
        _plate(group.shapes, plate, sheet, scale)
    if card.symbol:
        signs = group.shapes.add_group_shape()
        signs.name = card.symbol.name
        symbol.draw(signs.shapes, card.symbol, scale)
    for lines in _paragraphs(card.texts):
        texts.written(group.shapes, lines, scale)


def _group(slide: Slide, group: Group, sheet: Sheet, scale: Scale) -> None:
    titles = [text for text in group.texts if text.role == "title"]
    if titles:
        texts.place_title(slide.shapes.title, titles, sheet.width, scale)
    rest = [text for text in group.texts if text.role != "title"]
    if not (rest or group.plates or group.lines or group.pictures):
        return
    parts = slide.shapes.add_group_shape()
    parts.name = group.name
    for plate in group.plates:
        _plate(parts.shapes, plate, sheet, scale)
    for line in () if group.name == _PANEL else group.lines:  # bars beside quotes, which flow by themselves
        _line(parts.shapes, line, scale)
    for picture in group.pictures:
        signs = parts.shapes.add_group_shape()
        signs.name = picture.name
        symbol.draw(signs.shapes, picture, scale)
    if group.name == _PANEL and rest:
        room = Box(group.box.x, group.box.y, group.box.w + texts.SLACK, sheet.map.bottom - group.box.y)
        texts.flowing(parts.shapes, "panel text", rest, room, scale)
        return
    for lines in _paragraphs(rest):
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
    """Lines of one paragraph, and those that stand directly below each other, and alike, as one."""
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
    return (
        (above.role, above.size) == (below.role, below.size)
        and abs(above.box.x - below.box.x) < _APART
        and abs(above.box.bottom - below.box.y) < _APART
    )
