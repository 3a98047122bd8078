"""Sizes of things on a map, and styles of its lines and hatches: used by the page and by pictures.

Lengths are pixels of a screen's map, which a picture multiplies by its own unit. Only the base map differs:
on paper its lines and hatches are in pixels of the sheet, which is 1080 pixels high. Colours and the dashes
of standings are in `style`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes of letters."""

    card: float = 12.5
    short: float = 13.0
    """Size of a number and a name that replace a card."""
    lead: float = 13.0
    country: float = 11.0
    sea: float = 14.0
    capital: float = 11.5
    region: float = 10.5
    note: float = 11.5
    """Size of a country's statistic."""
    key: float = 12.5
    key_name: float = 13.0
    key_heading: float = 11.0
    legend: float = 11.5
    legend_heading: float = 12.0
    scale: float = 11.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of other things."""

    symbol_in_card: float = 26.0
    """Width of a symbol inside its card, for deployments without a place."""
    symbol_beside_name: float = 21.0
    """The same, beside its number and its name."""
    symbol_in_legend: float = 26.0
    sample: float = 52.0
    """Width of the sample before a row of the legend."""
    swatch: tuple[float, float] = (18.0, 11.0)
    """Width and height."""
    row: float = 18.0
    """Least height of a row of the legend."""
    edge: float = 4.0
    """Width of the bar in a lead's colour, at a card and at a row of the key."""
    name: float = 150.0
    """Most width of a name that replaces a card."""
    words: float = 330.0
    """Most width of a card's words."""
    place: float = 3.0
    """Radius of the dot at a place if its symbol had to be moved away."""
    capital: float = 5.0
    """Width of a capital's square."""
    capital_apart: float = 1.0
    """Free space on both sides of it, as a part of the name."""
    capital_gap: float = 3.0
    """Space between that and the name."""
    locator: float = 104.0
    """Width of the small map that shows the map's extent."""


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
    """For what is no longer there."""
    swatch: Pen = Pen(1.0)
    set: Pen = Pen(1.0, (2.0, 3.0))
    """A sample in the legend for ties."""
    crowd: Pen = Pen(1.5)
    """A sample in the legend for a crowd's circle."""
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
    """Rotation in degrees, so that it crosses most borders."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The lines and hatches of the base map."""

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
"""Opacity of the stripes over disputed areas."""
CLOSER = 0.25
"""A map gets the small map if it is at least so many zoom levels closer than the whole theatre: a fifth
larger."""


def for_the_page() -> dict[str, object]:
    """All of it as plain values; lengths are CSS pixels."""
    return {
        "type": asdict(TYPE),
        "size": asdict(SIZES),
        "line": asdict(LINES),
        "ground": asdict(ON_SCREEN),
        "disputed": HATCHES_OPACITY,
        "closer": CLOSER,
    }
