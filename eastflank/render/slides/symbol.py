"""An APP-6 symbol as a group of shapes: its SVG, piece by piece, as freeforms and text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from eastflank.render.picture.sheet import Box, Picture, Spot, Stroke, Text
from eastflank.render.slides import shapes, texts
from eastflank.render.untyped import Shapes

_STEPS = 10
"""Straight pieces for each curve: milsymbol's curves are only the round ends of small pills."""
_NAMED = {"black": "#000000", "white": "#ffffff"}
_TRIPLE = re.compile(r"rgb\((\d+),\s*(\d+),\s*(\d+)\)")
_LOOK = ("fill", "stroke", "stroke-width")


@dataclass(frozen=True, slots=True)
class _Grid:
    """The scale from the symbol's own units to pixels of the sheet."""

    box: Box
    left: float
    top: float
    scale: float

    def spot(self, x: float, y: float) -> Spot:
        return Spot(self.box.x + (x - self.left) * self.scale, self.box.y + (y - self.top) * self.scale)


@dataclass(frozen=True, slots=True)
class _Pen:
    """The position and the name of a piece."""

    group: Shapes
    name: str
    grid: _Grid
    scale: shapes.Scale
    opacity: float
    """Less than 1 for what is no longer there: its colours are then mixed with white."""

    def colour(self, value: str) -> str | None:
        """A colour of the symbols as sRGB hex; None for none."""
        if value == "none":
            return None
        triple = _TRIPLE.fullmatch(value)
        levels = map(int, triple.groups()) if triple else bytes.fromhex(_NAMED.get(value, value).lstrip("#"))
        return "#" + "".join(f"{round(255 - (255 - level) * self.opacity):02x}" for level in levels)


def draw(group: Shapes, picture: Picture, scale: shapes.Scale) -> None:
    """Draw a symbol into a group. The SVG comes from `render.symbols`, never from a reader.

    Raises ValueError for an element that those symbols never contain.
    """
    root = ET.fromstring(picture.svg)  # noqa: S314 - our own symbols
    left, top, width, _ = (float(number) for number in root.attrib["viewBox"].split())
    grid = _Grid(picture.box, left, top, picture.box.w / width)
    for number, (element, look) in enumerate(_pieces(root, {})):
        name = f"{picture.name} {number}"
        match element.tag.rpartition("}")[2]:
            case "path":
                _path(_Pen(group, name, grid, scale, picture.opacity), element.attrib["d"], look)
            case "circle":
                _path(_Pen(group, name, grid, scale, picture.opacity), _round(element.attrib), look)
            case "text":
                _text(_Pen(group, name, grid, scale, picture.opacity), element)
            case other:
                message = f"A symbol holds a {other}, which a slide does not draw."
                raise ValueError(message)


def _pieces(
    parent: ET.Element, inherited: Mapping[str, str]
) -> Iterator[tuple[ET.Element, Mapping[str, str]]]:
    """The paths, circles and texts, each with its style, in drawing order."""
    for element in parent:
        look = {
            **inherited,
            **{key: element.attrib[key] for key in (*_LOOK, "stroke-dasharray") if key in element.attrib},
        }
        if element.tag.endswith("}g"):
            if element.get("transform", "translate(0,0)") != "translate(0,0)":
                raise ValueError("A symbol moves a group of its pieces, which a slide does not draw.")
            yield from _pieces(element, look)
        else:
            yield element, look


def _round(circle: Mapping[str, str]) -> str:
    """A circle as the path of two half circles: the dots of a section or a platoon."""
    x, y, r = (float(circle[name]) for name in ("cx", "cy", "r"))
    return f"M{x - r},{y} a{r},{r} 0 1 0 {2 * r},0 a{r},{r} 0 1 0 {-2 * r},0 z"


def _path(pen: _Pen, path: str, look: Mapping[str, str]) -> None:
    closed = path.rstrip().lower().endswith("z")
    rings = [[pen.grid.spot(*point) for point in line] for line in _lines(path)]
    shape = shapes.freeform(pen.group, pen.name, rings, pen.scale, closed=closed)
    if shape is None:
        return
    colour = pen.colour(look.get("fill", "none"))
    shapes.fill(shape, colour if closed else None)
    edge = pen.colour(look.get("stroke", "none"))
    if edge is None:
        shapes.stroke(shape, None, pen.scale)
        return
    dash = tuple(
        float(part) * pen.grid.scale for part in re.split(r"[ ,]+", look.get("stroke-dasharray", "")) if part
    )
    shapes.stroke(shape, Stroke(edge, float(look.get("stroke-width", 1)) * pen.grid.scale, dash), pen.scale)


def _lines(path: str) -> list[list[tuple[float, float]]]:
    """The path's lines; curves become straight pieces."""
    pen = RecordingPen()
    parse_path(path, pen)
    lines: list[list[tuple[float, float]]] = []
    for step, points in pen.value:
        match step:
            case "moveTo":
                lines.append([points[0]])
            case "lineTo":
                lines[-1].append(points[0])
            case "curveTo":
                lines[-1] += _curve(lines[-1][-1], *points)
            case "qCurveTo":
                (cx, cy), end = points
                (x, y) = lines[-1][-1]
                thirds = [(p[0] + (cx - p[0]) * 2 / 3, p[1] + (cy - p[1]) * 2 / 3) for p in ((x, y), end)]
                lines[-1] += _curve((x, y), *thirds, end)
    return lines


def _curve(*handles: Sequence[float]) -> list[tuple[float, float]]:
    """Points on a cubic Bézier curve, without the first one."""
    points = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        x, y = (sum(w * handle[axis] for w, handle in zip(weights, handles, strict=True)) for axis in (0, 1))
        points.append((x, y))
    return points


def _text(pen: _Pen, element: ET.Element) -> None:
    grid = pen.grid
    size = float(element.attrib["font-size"]) * grid.scale
    middle = grid.spot(float(element.attrib["x"]), float(element.attrib["y"]))
    box = Box(middle.x - 3 * size, middle.y - 0.6 * size, 6 * size, 1.2 * size)
    words = (element.text or "").strip()
    text = Text(pen.name, "symbol", words, box, middle.y, size, pen.colour("black") or "", 700)
    texts.centred(texts.written(pen.group, [text], pen.scale))
