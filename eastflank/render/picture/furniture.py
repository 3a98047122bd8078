"""What stands on the map besides the scene: the legend of what is drawn, and the scale."""

from __future__ import annotations

import math

from eastflank import style
from eastflank.render import symbols
from eastflank.render.picture.cards import symbol_size
from eastflank.render.picture.land import host_form
from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.projection import Projection
from eastflank.render.picture.sheet import Box, Group, Line, Picture, Plate, Spot, Stroke
from eastflank.scene import Legend
from eastflank.style import Palette

# In pixels of the screen's map.
_SAMPLE = 52.0
_SWATCH = (18.0, 11.0)
_PAD, _GAP, _ROW = 9.0, 7.0, 18.0
_INSET = 10.0


def legend(legend: Legend, box: Box, unit: float, palette: Palette) -> Group:
    """The legend in the lower left corner of the map's `box`."""
    heading = Letters(12 * unit, palette.ink, 700)
    face = Letters(11.5 * unit, palette.ink)
    rows = [words for _, words in (*legend.standings, *legend.symbols, *legend.notes)]
    widest = max(
        [heading.width(legend.heading), *((_SAMPLE + _GAP) * unit + face.width(row) for row in rows)]
    )
    heights = [_ROW * unit] * len(rows)
    for number, (symbol, _) in enumerate(legend.symbols, len(legend.standings)):
        width, height = symbol_size(symbols.svg(symbol))
        heights[number] = max(_ROW, 26 * height / width + 3) * unit
    w = widest + 2 * _PAD * unit
    h = heading.height + sum(heights) + 14 * unit
    whole = Box(box.x + _INSET * unit, box.bottom - _INSET * unit - h, w, h)
    plate = Plate("legend", "legend", whole, "plain", palette.card, Stroke(palette.line, unit), 5 * unit)
    left, y = whole.x + _PAD * unit, whole.y + 5 * unit
    texts = [heading.text("legend heading", "legend heading", legend.heading, left, y)]
    plates: list[Plate] = [plate]
    lines: list[Line] = []
    pictures: list[Picture] = []
    y += heading.height + 3 * unit
    for number, (words, height) in enumerate(zip(rows, heights, strict=True)):
        middle = y + height / 2
        swatch = Box(left + unit, middle - _SWATCH[1] / 2 * unit, _SWATCH[0] * unit, _SWATCH[1] * unit)
        if number < len(legend.standings):
            standing = legend.standings[number][0]
            fill, colour, stroke = host_form(standing, palette)
            plates.append(Plate(f"swatch {words}", "swatch", swatch, fill, colour, stroke))
            dash = tuple(float(part) * unit for part in style.DASHES[standing].split())
            ends = (Spot(left + 25 * unit, middle), Spot(left + 51 * unit, middle))
            lines.append(
                Line(
                    f"sample {words}",
                    "sample",
                    ends,
                    Stroke(palette.ink, 2 * unit, dash, round=standing.name == "CONSIDERED"),
                )
            )
        elif number < len(legend.standings) + len(legend.symbols):
            svg = symbols.svg(legend.symbols[number - len(legend.standings)][0])
            width, tall = symbol_size(svg)
            w, h = 26 * unit, 26 * unit * tall / width
            pictures.append(Picture(f"symbol {words}", svg, Box(left, middle - h / 2, w, h)))
        else:
            kind = legend.notes[number - len(legend.standings) - len(legend.symbols)][0]
            plates.append(_note(f"swatch {words}", kind, swatch, unit, palette))
        texts.append(
            face.text(
                f"legend {words}", "legend", words, left + (_SAMPLE + _GAP) * unit, middle - face.height / 2
            )
        )
        y += height
    return Group("legend", whole, tuple(plates), tuple(lines), tuple(pictures), tuple(texts))


def _note(name: str, kind: str, swatch: Box, unit: float, palette: Palette) -> Plate:
    match kind:
        case "set":
            return Plate(
                name,
                "swatch",
                swatch,
                "none",
                palette.card,
                Stroke(palette.secondary, unit, (2 * unit, 3 * unit)),
            )
        case "disputed":
            return Plate(name, "swatch", swatch, "disputed", palette.secondary, Stroke(palette.border, unit))
    return Plate(name, "swatch", swatch, "plain", palette.member, Stroke(palette.border, unit))


def scale(projection: Projection, box: Box, unit: float, palette: Palette) -> Group:
    """A scale bar of a round length in the lower right corner of the map; true at the middle of the map."""
    per_km = projection.pixels_per_km(projection.latitude(box.middle.y))
    most = 110 * unit / per_km
    power = 10 ** math.floor(math.log10(most))
    length = max(step * power for step in (1, 2, 3, 5) if step * power <= most)
    bar = length * per_km
    face = Letters(11 * unit, palette.ink, halo=palette.sea)
    words = f"{length:,.0f} km"
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
