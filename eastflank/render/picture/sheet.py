"""The sheet: a whole picture as plain shapes and texts in pixels, which any writer draws unchanged.

Everything is decided here: each thing's position, the width of its text, its colour. A writer turns each
value into a shape of its own format and leaves nothing out. x runs right, y down, from the top left corner of
the sheet; `name` says what a thing is (“land POL”, “card efp-lva”) and is unique within the sheet; colours
are sRGB hex; text is drawn in Source Sans 3, on one line, and never cut or wrapped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from eastflank.model import Standing
from eastflank.scene.look import Pen

Fill = Literal["plain", "planned", "considered", "disputed", "none"]
"""How a shape is filled: with its colour; hatched, or dotted, in the colours of a host by its standing;
hatched the other way in grey over what is below; or not at all."""


class Spot(NamedTuple):
    """A point of the sheet, in pixels."""

    x: float
    y: float


class Box(NamedTuple):
    """An upright rectangle of the sheet, in pixels: its left, top, width and height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.h

    @property
    def middle(self) -> Spot:
        """Its centre."""
        return Spot(self.x + self.w / 2, self.y + self.h / 2)


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    """Lengths of dashes and gaps in pixels; empty for a solid line."""
    round: bool = False
    """Round line ends: with dashes of almost no length the line is dotted."""


def drawn_with(pen: Pen, colour: str, unit: float = 1.0) -> Stroke:
    """The stroke of a pen; `unit` is pixels of the sheet for one of the pen's."""
    return Stroke(colour, pen.width * unit, tuple(part * unit for part in pen.dash))


@dataclass(frozen=True, slots=True)
class Region:
    """An area of the map: a country's land, a host, a lake, a disputed area."""

    name: str
    role: Literal["land", "member", "host", "disputed", "lake"]
    rings: tuple[tuple[Spot, ...], ...]
    """Closed rings, the last point not repeated; holes by the even-odd rule. Clipped near the map's box."""
    fill: Fill
    colour: str
    """Colour of a plain fill, or the background of a pattern."""
    stroke: Stroke
    standing: Standing | None = None
    """The standing of a host; otherwise None."""


@dataclass(frozen=True, slots=True)
class Line:
    """An open line: an arc, a tie of a set, a leader from a card to its place, a rule."""

    name: str
    role: Literal["arc", "tie", "leader", "scale", "rule", "sample", "key", "locator"]
    points: tuple[Spot, ...]
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled disc with an edge: a named place; or a small square: a capital."""

    name: str
    role: Literal["place", "capital"]
    at: Spot
    radius: float
    colour: str
    edge: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text that is broken into lines."""

    words: str
    """All of them, in one line."""
    room: float
    """The most width of a line, in pixels."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text."""

    name: str
    role: str
    """`title`, `country`, `capital`, `sea`, `region`, `lead`, `heading`, `line`, `key`, `legend` …"""
    words: str
    box: Box
    """Its box: as wide as its letters, as high as its line."""
    baseline: float
    size: float
    """In pixels."""
    colour: str
    weight: Literal[400, 600, 700] = 400
    italic: bool = False
    halo: str | None = None
    """The colour of a soft edge that keeps it legible over the map."""
    struck: bool = False
    """Struck through, because what it names is gone."""
    paragraph: Paragraph | None = None
    """The text that it is a line of, for formats that break lines themselves; None for a single line."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An APP-6 symbol."""

    name: str
    svg: str
    """A whole SVG document from `eastflank.render.symbols`."""
    box: Box
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Plate:
    """A rectangle with text on it: a card's body, the legend's, a band, a swatch."""

    name: str
    role: Literal["card", "legend", "band", "panel", "swatch", "sign", "locator"]
    box: Box
    fill: Fill
    colour: str
    stroke: Stroke | None = None
    radius: float = 0
    edge: str | None = None
    """The colour of a bar along its left side; None if it has none."""
    edge_width: float = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A deployment on the map: its symbol on its place, and beside it its card, or its number in the key."""

    id: str
    """The deployment's id."""
    label: Box | None
    """The box of its words; None if they are only in the key."""
    plate: Plate | None
    """The card's body; None if only a number, or a number and a name, is on the map."""
    texts: tuple[Text, ...]
    """The heading, the numbers of its footnotes, then the lines; last, how it was before."""
    symbol: Picture | None
    sign: Plate | None
    """The box around the sign of a change; None: nothing changed, or nothing is compared."""
    at: Spot
    """Where on the map it belongs."""
    nailed: bool
    """Whether its symbol is on its place; otherwise the symbol is part of its words."""
    standing: Standing
    selected: bool
    gone: bool
    """Drawn on the day compared with, but not now."""
    number: int | None
    """Its number in the key; None if its whole text is on the map."""

    @property
    def boxes(self) -> Iterator[Box]:
        """The boxes that it covers: its symbol and its words."""
        if self.symbol and self.nailed:
            yield self.symbol.box
        if self.label:
            yield self.label


@dataclass(frozen=True, slots=True)
class Group:
    """Things that belong together: the legend, the panel, the scale. Drawn in this order; `regions` apart."""

    name: str
    box: Box
    plates: tuple[Plate, ...] = ()
    lines: tuple[Line, ...] = ()
    pictures: tuple[Picture, ...] = ()
    texts: tuple[Text, ...] = ()
    regions: tuple[Region, ...] = ()
    """Regions of a small map inside it: above the plates and below the lines."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole picture. Drawn in the order of its fields, each field's things in their own order."""

    width: float
    height: float
    title: str
    """The picture's text alternative, also for screen readers."""
    map: Box
    """The map's part of the sheet; `regions`, `lines` and `dots` are clipped to it."""
    paper: str
    """The colour of the sheet around the map."""
    sea: str
    hatch: str
    """The colour of the stripes and dots of hosts that are not there yet."""
    grey: str
    """The colour of the stripes of disputed areas."""
    regions: tuple[Region, ...]
    lines: tuple[Line, ...]
    """Ties and arcs, then leaders."""
    dots: tuple[Dot, ...]
    names: tuple[Text, ...]
    """Names of countries, seas, capitals, regions and lead nations."""
    cards: tuple[Card, ...]
    groups: tuple[Group, ...]
    """The legend, the scale, the credit, and everything around the map."""
    beside: Sheet | None = None
    """A second map on the same paper, in the same pixels, drawn before this one: the earlier of two days."""

    @property
    def maps(self) -> tuple[Sheet, ...]:
        """The sheet, after the sheet of the second map if there is one."""
        return (self.beside, self) if self.beside else (self,)

    @property
    def texts(self) -> Iterator[Text]:
        """Every text of the sheet."""
        if self.beside:
            yield from self.beside.texts
        yield from self.names
        for card in self.cards:
            yield from card.texts
        for group in self.groups:
            yield from group.texts

    @property
    def boxes(self) -> Iterator[tuple[str, Box]]:
        """Things on the map that must not overlap: cards, names, groups; by name."""
        if self.beside:
            yield from self.beside.boxes
        yield from ((text.name, text.box) for text in self.names)
        yield from ((f"card {card.id}", box) for card in self.cards for box in card.boxes)
        yield from ((group.name, group.box) for group in self.groups)
