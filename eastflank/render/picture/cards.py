"""Cards: what a deployment looks like on the map, and how large it is. Counterpart of `eastflank.css`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eastflank.model import Standing
from eastflank.render import symbols
from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.placement import Choice
from eastflank.render.picture.sheet import Box, Card, Picture, Plate, Spot, Stroke, Text
from eastflank.scene.composition import Mark
from eastflank.scene.style import Palette
from eastflank.view.comparison import FORMS

# In pixels of the screen's map.
_SIZE = 12.5
_PAD_LEFT, _PAD_RIGHT, _PAD_TOP, _PAD_BOTTOM = 8.0, 8.0, 2.5, 3.5
_EDGE = 4.0
_INSIDE = 26.0
"""Width of a symbol that stands inside its card, for want of a place."""
_BETWEEN = 3.0
_WIDEST = 330.0
_RADIUS = 4.0
_QUIET = "#b9c3c8"
"""The outline of what is there: solid, and quieter than the dashes of what is not."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a card before it has a place: its pieces from left to right."""

    pieces: tuple[tuple[str, Letters, str, float], ...]
    """Of each piece its role, its look, its words, and how far it stands from the one before."""

    @property
    def width(self) -> float:
        """How wide the whole row is."""
        return sum(gap + letters.width(words) for _, letters, words, gap in self.pieces)

    @property
    def height(self) -> float:
        """How high its tallest piece is."""
        return max(letters.height for _, letters, _, _ in self.pieces)


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
    rows: tuple[Row, ...]

    @property
    def gone(self) -> bool:
        """Whether it was drawn before, and is not there now."""
        return self.mark.change is not None and self.mark.change.form == "gone"


def symbol_size(svg: str) -> tuple[float, float]:
    """Width and height of a symbol's document, in pixels of the screen's map."""
    found = re.search(r'width="([\d.]+)" height="([\d.]+)"', svg)
    if found is None:
        raise ValueError("A symbol's SVG states its width and height.")
    return float(found.group(1)), float(found.group(2))


def shape(mark: Mark, notes: str, unit: float, palette: Palette) -> Shape:
    """The size of a mark's card. `notes` are the numbers of its footnotes, empty for none.

    `unit`: pixels of the sheet to one of the screen's map.
    """
    rows = _rows(mark, notes, unit, palette)
    plate_w = max(row.width for row in rows) + (_EDGE + _PAD_LEFT + _PAD_RIGHT) * unit
    plate_h = sum(row.height for row in rows) + (_PAD_TOP + _PAD_BOTTOM) * unit
    if mark.symbol is None:
        return Shape(mark, plate_w, plate_h, (plate_w, plate_h), None, rows)
    width, height = symbol_size(symbols.svg(mark.symbol))
    if mark.anchor == "place":
        w, h = width * unit, height * unit
        whole = plate_w + w + _BETWEEN * unit
        return Shape(mark, whole, max(plate_h, h), (plate_w, plate_h), (w, h), rows)
    w, h = _INSIDE * unit, _INSIDE * unit * height / width
    plate_w, plate_h = plate_w + w - _BETWEEN * unit, max(plate_h, h + 4 * unit)
    return Shape(mark, plate_w, plate_h, (plate_w, plate_h), (w, h), rows)


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
    texts = _texts(shape, plate.x + (_EDGE + _PAD_LEFT) * unit, middle, unit)
    sign = next(
        (_sign(mark.id, text, shape.gone, unit, palette) for text in texts if text.role == "sign"), None
    )
    picture = None
    if mark.symbol:
        where = _box(symbol_x, middle - symbol_h / 2, symbol_w, symbol_h)
        picture = Picture(f"symbol {mark.id}", symbols.svg(mark.symbol), where, 0.4 if shape.gone else 1.0)
    lead = palette.secondary if shape.gone else mark.colours.light
    return Card(
        id=mark.id,
        box=_box(*box),
        plate=Plate(
            name=f"plate {mark.id}",
            role="card",
            box=plate,
            fill="plain",
            colour=palette.card,
            stroke=_outline(shape, lead, unit, palette),
            radius=_RADIUS * unit,
            edge=None if shape.gone else lead,
            edge_width=_EDGE * unit,
        ),
        texts=texts,
        symbol=picture,
        sign=sign,
        at=at,
        standing=mark.standing,
        selected=mark.selected,
        gone=shape.gone,
    )


def _rows(mark: Mark, notes: str, unit: float, palette: Palette) -> tuple[Row, ...]:
    size, most = _SIZE * unit, _WIDEST * unit
    gone = mark.change is not None and mark.change.form == "gone"
    ink = palette.secondary if gone else palette.ink
    name = Letters(size, ink, 600 if gone else 700, struck=gone)
    if mark.anchor == "sea":
        name = Letters(size, ink, italic=True, struck=gone)
    plain = Letters(size, ink)
    heading: list[tuple[str, Letters, str, float]] = [
        ("heading", name, name.shortened(mark.heading, most), 0)
    ]
    if notes:
        heading.append(("notes", Letters(size * 0.72, palette.secondary), notes, 5 * unit))
    rows = [
        Row(tuple(heading)),
        *(Row((("line", plain, plain.shortened(line, most), 0),)) for line in mark.lines),
    ]
    if mark.change:
        sign = Letters(size * 0.92, palette.card if mark.change.form == "new" else ink, 700)
        told = Letters(size, ink, italic=True)
        words = told.shortened(mark.change.words, most)
        rows.append(
            Row((("sign", sign, FORMS[mark.change.form][0], 4 * unit), ("change", told, words, 9 * unit)))
        )
    return tuple(rows)


def _texts(shape: Shape, left: float, middle: float, unit: float) -> tuple[Text, ...]:
    y = middle - sum(row.height for row in shape.rows) / 2 - unit * 0.5
    texts = []
    for number, row in enumerate(shape.rows):
        x = left
        for role, letters, words, gap in row.pieces:
            x += gap
            top = y + (0 if role == "notes" else (row.height - letters.height) / 2)
            mark = f"{role} {shape.mark.id}{f' {number}' if role == 'line' else ''}"
            texts.append(letters.text(mark, role, words, x, top))
            x += letters.width(words)
        y += row.height
    return tuple(texts)


def _sign(deployment: str, text: Text, gone: bool, unit: float, palette: Palette) -> Plate:  # noqa: FBT001
    box = Box(text.box.x - 4 * unit, text.box.y + unit, text.box.w + 8 * unit, text.box.h - 1.5 * unit)
    return sign_plate(f"sign plate {deployment}", box, "gone" if gone else text.words, unit, palette)


def sign_plate(name: str, box: Box, form: str, unit: float, palette: Palette) -> Plate:
    """The box around the sign of a change: filled when new, dashed when gone, else open."""
    new, gone = form in ("new", FORMS["new"][0]), form in ("gone", FORMS["gone"][0])
    stroke = (
        Stroke(palette.secondary, unit, (3 * unit, 2 * unit)) if gone else Stroke(palette.ink, 1.3 * unit)
    )
    return Plate(name, "sign", _box(*box), "plain", palette.ink if new else palette.card, stroke, 3 * unit)


def _outline(shape: Shape, lead: str, unit: float, palette: Palette) -> Stroke:
    """Solid, dashed or dotted with the standing; of the selected one, in its lead's colour."""
    mark = shape.mark
    colour = lead if mark.selected else palette.secondary
    width = unit * (2 if mark.selected else 1)
    if shape.gone or mark.standing == Standing.CONSIDERED:
        return Stroke(colour, width, (0.1, 2.6 * width), round=True)
    if mark.standing == Standing.PLANNED:
        return Stroke(colour, width, (4 * unit, 3 * unit))
    return Stroke(colour if mark.selected else _QUIET, width)


def _box(x: float, y: float, w: float, h: float) -> Box:
    return Box(round(x, 2), round(y, 2), round(w, 2), round(h, 2))
