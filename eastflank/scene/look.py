"""How large things on a map are, and how its lines and hatches are drawn: read by the page and by pictures.

Lengths are pixels of a screen's map, which a picture multiplies by its own unit. Only the ground differs: on
paper its lines and hatches are in pixels of the sheet, which is 1080 of them high. Colours and the dashes of
standings are in `style`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Type:
    """How large letters are."""

    card: float = 12.5
    short: float = 13.0
    """Of a number and a name that stand for a card."""
    lead: float = 13.0
    country: float = 11.0
    sea: float = 14.0
    capital: float = 11.5
    region: float = 10.5
    note: float = 11.5
    """Of what is said of a country."""
    key: float = 12.5
    key_name: float = 13.0
    key_heading: float = 11.0
    legend: float = 11.5
    legend_heading: float = 12.0
    scale: float = 11.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large other things are."""

    symbol_in_card: float = 26.0
    """Width of a symbol that stands inside its card, for want of a place."""
    symbol_beside_name: float = 21.0
    """The same beside its number and its name."""
    symbol_in_legend: float = 26.0
    sample: float = 52.0
    """Width of what stands before a row of the legend."""
    swatch: tuple[float, float] = (18.0, 11.0)
    """Width and height."""
    row: float = 18.0
    """Height of a row of the legend, at least."""
    edge: float = 4.0
    """Width of the bar in a lead's colour, at a card and at a row of the key."""
    name: float = 150.0
    """Width of a name that stands for a card, at most."""
    words: float = 330.0
    """Width of a card's words, at most."""
    place: float = 3.0
    """Radius of the dot at a place that its symbol had to leave."""
    capital: float = 5.0
    """Width of a capital's square."""
    capital_apart: float = 1.0
    """What is left free on both sides of it, as a part of the name."""
    capital_gap: float = 3.0
    """Between that and the name."""
    locator: float = 104.0
    """Width of the small map that shows where the map lies."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn."""

    width: float
    dash: tuple[float, ...] = ()
    """Lengths of dashes and gaps; empty for a solid line."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines over the ground."""

    arc: Pen = Pen(2.0)
    sample: Pen = Pen(2.0)
    """An arc in the legend."""
    tie: Pen = Pen(1.2, (2.0, 3.0))
    leader: Pen = Pen(1.0)
    leader_gone: Pen = Pen(1.0, (2.0, 3.0))
    """Of what is no longer there."""
    swatch: Pen = Pen(1.0)
    set: Pen = Pen(1.0, (2.0, 3.0))
    """A swatch in the legend that stands for ties."""
    crowd: Pen = Pen(1.5)
    """One that stands for a crowd's circle."""
    view: Pen = Pen(1.8)
    """The rectangle in the small map."""


@dataclass(frozen=True, slots=True)
class Hatch:
    """A pattern of square tiles, each with a stripe or a dot in its middle."""

    tile: float
    """Width of a tile."""
    mark: float
    """Width of the stripe, or radius of the dot."""
    turn: float
    """Degrees by which it is turned, so that it runs against most borders."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The lines and hatches of the ground."""

    land: Pen
    lake: Pen
    disputed: Pen
    considered: Pen
    """The border of a country for which something is only considered: round dots."""
    hatch_planned: Hatch
    hatch_considered: Hatch
    hatch_disputed: Hatch


TYPE = Type()
SIZES = Sizes()
LINES = Lines()
ON_SCREEN = Ground(
    land=Pen(0.8),
    lake=Pen(0.5),
    disputed=Pen(0.7, (2.0, 2.5)),
    considered=Pen(1.4, (0.1, 4.0)),
    hatch_planned=Hatch(8.0, 2.2, 45.0),
    hatch_considered=Hatch(10.0, 1.3, 45.0),
    hatch_disputed=Hatch(5.0, 0.8, -45.0),
)
ON_PAPER = Ground(
    land=Pen(1.0),
    lake=Pen(0.7),
    disputed=Pen(0.9, (2.5, 3.0)),
    considered=Pen(1.8, (0.1, 5.0)),
    hatch_planned=Hatch(11.0, 3.2, 45.0),
    hatch_considered=Hatch(13.0, 1.9, 45.0),
    hatch_disputed=Hatch(7.0, 1.1, -45.0),
)
HATCHES_OPACITY = 0.5
"""How much of the stripes over disputed areas is seen."""
CLOSER = 0.25
"""By so many steps of zoom a map with the small map is closer than the whole theatre: a fifth larger."""


def for_the_page() -> dict[str, object]:
    """All of it as plain values; lengths are pixels of CSS."""
    return {
        "type": asdict(TYPE),
        "size": asdict(SIZES),
        "line": asdict(LINES),
        "ground": asdict(ON_SCREEN),
        "disputed": HATCHES_OPACITY,
        "closer": CLOSER,
    }
