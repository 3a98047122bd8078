"""What is on the map besides the scene: the legend and the scale bar."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from eastflank.model import Standing
from eastflank.render import symbols
from eastflank.render.picture.cards import sign_plate, symbol_size
from eastflank.render.picture.land import host_form
from eastflank.render.picture.lettering import PICTURE, Typography
from eastflank.render.picture.projection import Projection
from eastflank.render.picture.sheet import (
    Box,
    Fill,
    Group,
    Line,
    Picture,
    Plate,
    Spot,
    Stroke,
    Text,
    drawn_with,
)
from eastflank.scene import style
from eastflank.scene.drawn import Legend, Symbol
from eastflank.scene.look import LINES, SIZES, TYPE
from eastflank.scene.style import Palette
from eastflank.view.comparison import SIGNS, Form
from eastflank.words.chosen import pictures

# In pixels of the screen's map.
_GAP = 7.0
_INSET = 10.0
_APART = 4.0
"""Space between rows of the legend that have several lines."""


def legend(
    legend: Legend, box: Box, unit: float, palette: Palette, typography: Typography = PICTURE
) -> Group:
    """The legend at the top of `box`, as wide as the box.

    If its words do not fit, the letters are smaller; if they would be too small, there are more lines.
    """
    heading, face = (
        typography.letters(TYPE.legend_heading * unit, palette.ink, 700),
        typography.letters(TYPE.legend * unit, palette.ink),
    )
    rows: list[_Row] = [
        *(_standing(standing, words) for standing, words in legend.standings),
        *(_symbol(symbol, words) for symbol, words in legend.symbols),
        *(_change(form, words) for form, words in legend.changes),
        *(_figure(example, words) for example, words in legend.figures),
        *(_note(kind, words) for kind, words in legend.notes),
    ]
    samples = [face.width(example) for example, _ in legend.figures] if typography.least else []
    indent = max(SIZES.sample * unit, *samples, 0.0) + _GAP * unit
    room = box.w - indent
    widest = max((face.width(row.words) for row in rows), default=0.0)
    if widest > room:
        face = replace(face, size=max(face.size * room / widest, typography.least))
    told = [face.wrapped(row.words, room) if typography.least else (row.words,) for row in rows]
    heights = [
        max(row.height * unit, len(lines) * face.height + (_APART * unit if len(lines) > 1 else 0))
        for row, lines in zip(rows, told, strict=True)
    ]
    title = heading.wrapped(legend.heading, box.w) if typography.least else (legend.heading,)
    h = len(title) * heading.height + sum(heights) + 3 * unit
    whole = Box(box.x, box.y, box.w, h)
    pen = _Pen(whole.x, whole.y, unit, palette, typography)
    for number, line in enumerate(title):
        name = "legend heading" + (f" {number + 1}" if number else "")
        pen.texts.append(heading.text(name, "legend heading", line, pen.x, pen.y))
        pen.y += heading.height
    pen.y += 3 * unit
    for row, lines, height in zip(rows, told, heights, strict=True):
        middle = pen.y + height / 2
        row.draw(pen, middle)
        at = middle - len(lines) * face.height / 2
        for number, line in enumerate(lines):
            name = f"legend {row.words}" + (f" {number + 1}" if number else "")
            pen.texts.append(face.text(name, "legend", line, pen.x + indent, at + number * face.height))
        pen.y += height
    return Group("legend", whole, tuple(pen.plates), tuple(pen.lines), tuple(pen.pictures), tuple(pen.texts))


@dataclass(slots=True)
class _Pen:
    """The position of the legend's next row, and what has been drawn of it."""

    x: float
    y: float
    unit: float
    palette: Palette
    typography: Typography
    plates: list[Plate] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def swatch(self, middle: float) -> Box:
        """The box of a swatch whose middle is at this height."""
        unit = self.unit
        w, h = SIZES.swatch
        return Box(self.x + unit, middle - h / 2 * unit, w * unit, h * unit)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the legend: its words, its height on a screen, and how its sample is drawn."""

    words: str
    height: float
    draw: Callable[[_Pen, float], None]


def _standing(standing: Standing, words: str) -> _Row:
    def draw(pen: _Pen, middle: float) -> None:
        fill, colour, stroke = host_form(standing, pen.palette)
        pen.plates.append(Plate(f"swatch {words}", "swatch", pen.swatch(middle), fill, colour, stroke))
        dash = tuple(float(part) * pen.unit for part in style.DASHES[standing].split())
        ends = (Spot(pen.x + 25 * pen.unit, middle), Spot(pen.x + 51 * pen.unit, middle))
        dotted = standing == Standing.CONSIDERED
        stroke = Stroke(pen.palette.ink, LINES.sample.width * pen.unit, dash, round=dotted)
        pen.lines.append(Line(f"sample {words}", "sample", ends, stroke))

    return _Row(words, SIZES.row, draw)


def _symbol(symbol: Symbol, words: str) -> _Row:
    svg = symbols.svg(symbol)
    width, height = symbol_size(svg)
    tall = SIZES.symbol_in_legend * height / width

    def draw(pen: _Pen, middle: float) -> None:
        w, h = SIZES.symbol_in_legend * pen.unit, tall * pen.unit
        pen.pictures.append(Picture(f"symbol {words}", svg, Box(pen.x, middle - h / 2, w, h)))

    return _Row(words, max(SIZES.row, tall + 3), draw)


def _change(form: Form, words: str) -> _Row:
    sign = SIGNS[form]

    def draw(pen: _Pen, middle: float) -> None:
        new = form == "new"
        colour = pen.palette.card if new else pen.palette.ink
        letters = pen.typography.letters(TYPE.legend * pen.unit, colour, 700)
        w = max(16 * pen.unit, letters.width(sign) + 4 * pen.unit)
        h = max(14 * pen.unit, pen.typography.least)
        box = Box(pen.x + pen.unit, middle - h / 2, w, h)
        pen.plates.append(sign_plate(f"sign plate {words}", box, form, pen.unit, pen.palette))
        left = box.middle.x - letters.width(sign) / 2
        pen.texts.append(letters.text(f"sign {words}", "sign", sign, left, middle - letters.height / 2))

    return _Row(words, SIZES.row, draw)


def _figure(example: str, words: str) -> _Row:
    def draw(pen: _Pen, middle: float) -> None:
        letters = pen.typography.letters(TYPE.legend * pen.unit, pen.palette.ink)
        at = middle - letters.height / 2
        pen.texts.append(letters.text(f"example {words}", "legend", example, pen.x + pen.unit, at))

    return _Row(words, SIZES.row, draw)


def _note(kind: str, words: str) -> _Row:
    def draw(pen: _Pen, middle: float) -> None:
        palette, unit = pen.palette, pen.unit
        fill: Fill = "plain"
        colour, stroke = palette.member, Stroke(palette.border, LINES.swatch.width * unit)
        if kind == "set":
            fill, stroke = "none", drawn_with(LINES.set, palette.secondary, unit)
        elif kind == "disputed":
            fill, colour = "disputed", palette.secondary
        elif kind == "crowd":
            box = pen.swatch(middle)
            pen.plates.append(
                Plate(
                    f"swatch {words}",
                    "swatch",
                    box,
                    "plain",
                    style.SYMBOL_PAPER,
                    drawn_with(LINES.crowd, style.SYMBOL_INK, unit),
                    box.h / 2,
                )
            )
            return
        pen.plates.append(Plate(f"swatch {words}", "swatch", pen.swatch(middle), fill, colour, stroke))

    return _Row(words, SIZES.row, draw)


def scale(
    projection: Projection, box: Box, unit: float, palette: Palette, typography: Typography = PICTURE
) -> Group:
    """A scale bar of a round length in the lower right corner of the map; exact at the middle of the map."""
    per_km = projection.pixels_per_km(projection.latitude(box.middle.y))
    most = 110 * unit / per_km
    power = 10 ** math.floor(math.log10(most))
    length = max(step * power for step in (1, 2, 3, 5) if step * power <= most)
    bar = length * per_km
    face = typography.letters(TYPE.scale * unit, palette.ink, halo=palette.sea)
    words = pictures.kilometres(length)
    w = bar + 6 * unit + face.width(words)
    h = face.height
    whole = Box(box.right - _INSET * unit - w, box.bottom - _INSET * unit - h, w, h)
    middle, tick = whole.y + h / 2, 4 * unit
    points = (
        Spot(whole.x, middle - tick),
        Spot(whole.x, middle),
        Spot(whole.x + bar, middle),
        Spot(whole.x + bar, middle - tick),
    )
    line = Line("scale bar", "scale", points, Stroke(palette.ink, 1.5 * unit))
    text = face.text("scale", "scale", words, whole.x + bar + 6 * unit, whole.y)
    return Group("scale", whole, lines=(line,), texts=(text,))
