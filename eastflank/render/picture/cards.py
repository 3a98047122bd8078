"""Cards: what a deployment looks like on the map, and how large it is. Counterpart of `eastflank.css`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from eastflank.model import Standing
from eastflank.render import symbols
from eastflank.render.picture.lettering import PICTURE, Letters, Typography
from eastflank.render.picture.sheet import Box, Card, Picture, Plate, Spot, Stroke, Text
from eastflank.scene.cards import is_in_heading
from eastflank.scene.drawn import Mark
from eastflank.scene.look import SIZES, TYPE
from eastflank.scene.style import OUTLINE, Palette
from eastflank.view.comparison import SIGNS

# In pixels of the screen's map.
_PAD_LEFT, _PAD_RIGHT, _PAD_TOP, _PAD_BOTTOM = 8.0, 8.0, 2.5, 3.5
_BETWEEN = 6.0
_LETTERS, _MANY = 12.0, 26.0
"""The least width of a name beside its number, and of a card's words, in letters of the least size."""
_RADIUS = 4.0


Piece: TypeAlias = tuple[str, Letters, str, float]
"""A part of a line: its role, its style, its words, and its distance from the part before."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """A line of a card before it is placed: its pieces from left to right."""

    pieces: tuple[Piece, ...]
    """For each piece its role, its style, its words, and its distance from the piece before."""

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
    """The sizes of a mark's symbol and its texts before they are placed. Pixels of the sheet."""

    mark: Mark
    card: PixelSize
    """Size of its card, with a small symbol inside if it has no place."""
    name: PixelSize
    """Size of its number in the key with its name."""
    number: PixelSize
    """Size of its number in the key only."""
    symbol: PixelSize
    """Size of its symbol on the map."""
    dot: PixelSize
    """Size of its symbol if the map is too small for the full one."""
    rows: tuple[CardRow, ...]
    short: tuple[Letters, str]
    """The style of its number and name, and the name, shortened to the room that there is."""


class PixelSize(NamedTuple):
    """A width and a height, in pixels of the sheet."""

    w: float
    h: float


def symbol_size(svg: str) -> tuple[float, float]:
    """Width and height of a symbol's document, in pixels of the screen's map."""
    found = re.search(r'width="([\d.]+)" height="([\d.]+)"', svg)
    if found is None:
        raise ValueError("A symbol's SVG states its width and height.")
    return float(found.group(1)), float(found.group(2))


_LETTER = re.compile(r" \([A-Z]+\)\Z")
"""The letter of a dataset at the end of a heading."""


def shortened_heading(letters: Letters, heading: str, most: float) -> str:
    """A heading that fits; the letter of its dataset is never cut off."""
    found = _LETTER.search(heading)
    if found is None or letters.width(heading) <= most:
        return letters.shortened(heading, most)
    return letters.shortened(heading[: found.start()], most - letters.width(found[0])) + found[0]


def shape(  # noqa: PLR0913 - each is one thing that a mark alone does not know
    mark: Mark,
    notes: str,
    digits: str,
    unit: float,
    palette: Palette,
    *,
    typography: Typography = PICTURE,
) -> Shape:
    """The sizes of a mark. `notes` are the numbers of its footnotes, empty for none.

    `digits` is how many digits the key's numbers have. `unit` is pixels of the sheet for one of a screen's
    map.
    """
    rows = _rows(mark, notes, unit, palette, typography)
    nailed = mark.anchor == "place"
    inside = mark.symbol is not None and not nailed
    w, h = symbol_size(symbols.svg(mark.symbol)) if mark.symbol else (8.0, 8.0)
    card_w = max(row.width for row in rows) + (SIZES.edge + _PAD_LEFT + _PAD_RIGHT) * unit
    card_h = sum(row.height for row in rows) + (_PAD_TOP + _PAD_BOTTOM) * unit
    if inside:
        card_w += (SIZES.symbol_in_card + _BETWEEN) * unit
        card_h = max(card_h, (SIZES.symbol_in_card * h / w + 4) * unit)
    letters = typography.letters(
        TYPE.short * unit, palette.ink, 700, halo=palette.member, italic=mark.anchor == "sea"
    )
    if letters.italic:
        letters = replace(letters, weight=400)
    name = shortened_heading(letters, mark.heading, max(SIZES.name * unit, _LETTERS * typography.least))
    more = (SIZES.symbol_beside_name + 4) * unit if inside else 0.0
    tall = max(letters.height, SIZES.symbol_beside_name * h / w * unit if inside else 0.0)
    number_w = letters.width(digits) + more
    dot = symbol_size(symbols.dot(mark.symbol)) if mark.symbol and nailed else (8.0, 8.0)
    return Shape(
        mark=mark,
        card=PixelSize(card_w, card_h),
        name=PixelSize(number_w + 4 * unit + letters.width(name), tall),
        number=PixelSize(number_w, tall),
        symbol=PixelSize(w * unit, h * unit),
        dot=PixelSize(dot[0] * unit, dot[1] * unit),
        rows=rows,
        short=(letters, name),
    )


def card(shape: Shape, place: Placement, at: Spot, unit: float, palette: Palette) -> Card:
    """A mark of that shape at its position."""
    mark = shape.mark
    picture = None
    if mark.symbol and place.symbol:
        drawn = symbols.dot(mark.symbol) if place.small else symbols.svg(mark.symbol)
        picture = Picture(f"symbol {mark.id}", drawn, place.symbol, 0.4 if shape.mark.gone else 1.0)
    texts: tuple[Text, ...] = ()
    plate = sign = None
    if place.label and place.level == "full":
        label = place.label
        middle = label.y + label.h / 2
        plate = _plate(shape, label, unit, palette)
        texts = _texts(shape, label.x + (SIZES.edge + _PAD_LEFT) * unit, middle, unit)
        sign = next(
            (_sign(mark.id, text, shape.mark.gone, unit, palette) for text in texts if text.role == "sign"),
            None,
        )
        if mark.symbol and not place.symbol:
            svg = symbols.svg(mark.symbol)
            width, height = symbol_size(svg)
            w, h = SIZES.symbol_in_card * unit, SIZES.symbol_in_card * unit * height / width
            where = _box(label.right - w - 0.6 * _PAD_RIGHT * unit, middle - h / 2, w, h)
            picture = Picture(f"symbol {mark.id}", svg, where, 0.4 if shape.mark.gone else 1.0)
    elif place.label:
        texts, inner = _short(shape, place, unit)
        picture = inner or picture
    return Card(
        id=mark.id,
        label=place.label,
        plate=plate,
        texts=texts,
        symbol=picture,
        sign=sign,
        at=at,
        nailed=place.symbol is not None,
        standing=mark.standing,
        selected=mark.selected,
        gone=shape.mark.gone,
        number=place.number,
    )


@dataclass(frozen=True, slots=True)
class Placement:
    """The position of a mark, in pixels of the sheet."""

    symbol: Box | None
    small: bool
    """Whether its symbol is a dot with the strokes of its echelon."""
    label: Box | None
    level: str
    """What is on the map: `full`, its card; `name`, its number and name; `number`; `key`, nothing."""
    number: int | None
    """Its number in the key."""


def _plate(shape: Shape, box: Box, unit: float, palette: Palette) -> Plate:
    mark = shape.mark
    lead = palette.secondary if shape.mark.gone else mark.colours.light
    return Plate(
        name=f"plate {mark.id}",
        role="card",
        box=_box(*box),
        fill="plain",
        colour=palette.card,
        stroke=_outline(shape, lead, unit, palette),
        radius=_RADIUS * unit,
        edge=None if shape.mark.gone else lead,
        edge_width=SIZES.edge * unit,
    )


def _short(shape: Shape, place: Placement, unit: float) -> tuple[tuple[Text, ...], Picture | None]:
    """The number, and the name if there is room; with a small symbol if it has no place."""
    mark, box = shape.mark, place.label
    if box is None:
        return (), None
    letters, name = shape.short
    x, y = box.x, box.y + (box.h - letters.height) / 2
    picture = None
    if mark.symbol and not place.symbol:
        svg = symbols.svg(mark.symbol)
        width, height = symbol_size(svg)
        w, h = SIZES.symbol_beside_name * unit, SIZES.symbol_beside_name * unit * height / width
        picture = Picture(
            f"symbol {mark.id}", svg, _box(x, box.y + (box.h - h) / 2, w, h), 0.4 if shape.mark.gone else 1.0
        )
        x += w + 4 * unit
    number = str(place.number or "")
    texts = [letters.text(f"key number {mark.id}", "key number", number, x, y)]
    if place.level == "name":
        quiet = replace(letters, weight=400 if letters.italic else 600)
        texts.append(
            quiet.text(f"heading {mark.id}", "heading", name, x + letters.width(number) + 4 * unit, y)
        )
    return tuple(texts), picture


def _rows(
    mark: Mark, notes: str, unit: float, palette: Palette, typography: Typography
) -> tuple[CardRow, ...]:
    size, most = TYPE.card * unit, max(SIZES.words * unit, _MANY * typography.least)
    letters = typography.letters
    gone = mark.gone
    ink = palette.secondary if gone else palette.ink
    name = letters(size, ink, 600 if gone else 700, struck=gone)
    if mark.anchor == "sea":
        name = letters(size, ink, italic=True, struck=gone)
    plain = letters(size, ink)
    change: list[Piece] = []
    room = most
    if mark.change:
        sign = letters(size * 0.92, palette.card if mark.change.form == "new" else ink, 700)
        told = letters(size, ink, italic=True)
        what = told.shortened(mark.change.words, most)
        change = [("sign", sign, SIGNS[mark.change.form], 4 * unit), ("change", told, what, 9 * unit)]
        if is_in_heading(mark.change):
            change[0] = (*change[0][:3], 10 * unit)
            room -= CardRow(tuple(change)).width
    heading: list[Piece] = [("heading", name, shortened_heading(name, mark.heading, room), 0)]
    if notes:
        heading.append(("notes", letters(size * 0.72, palette.secondary), notes, 5 * unit))
    if typography.least:  # a slide has no tooltip for the card's whole text
        lines = [part for line in mark.lines for part in plain.wrapped(line, most)]
    else:
        lines = [plain.shortened(line, most) for line in mark.lines]
    told_lines = [CardRow((("line", plain, line, 0),)) for line in lines]
    if mark.change and is_in_heading(mark.change):
        return (CardRow((*heading, *change)), *told_lines)
    return (CardRow(tuple(heading)), *told_lines, *([CardRow(tuple(change))] if change else []))


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
    """The box around the sign of a change: filled if new, dashed if gone, otherwise only outlined."""
    new, gone = form in ("new", SIGNS["new"]), form in ("gone", SIGNS["gone"])
    stroke = (
        Stroke(palette.secondary, unit, (3 * unit, 2 * unit)) if gone else Stroke(palette.ink, 1.3 * unit)
    )
    return Plate(name, "sign", _box(*box), "plain", palette.ink if new else palette.card, stroke, 3 * unit)


def _outline(shape: Shape, lead: str, unit: float, palette: Palette) -> Stroke:
    """Solid, dashed or dotted, depending on the standing; in the lead's colour if it is selected."""
    mark = shape.mark
    colour = lead if mark.selected else palette.secondary
    width = unit * (2 if mark.selected else 1)
    if shape.mark.gone or mark.standing == Standing.CONSIDERED:
        return Stroke(colour, width, (0.1, 2.6 * width), round=True)
    if mark.standing == Standing.PLANNED:
        return Stroke(colour, width, (4 * unit, 3 * unit))
    return Stroke(colour if mark.selected else OUTLINE, width)


def _box(x: float, y: float, w: float, h: float) -> Box:
    return Box(round(x, 2), round(y, 2), round(w, 2), round(h, 2))
