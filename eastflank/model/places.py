"""Points and places. Degrees are WGS 84; latitude comes before longitude."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Point(NamedTuple):
    """A place on the globe, in degrees: north, then east."""

    lat: float
    lon: float


class Place(NamedTuple):
    """A place that claims name."""

    name: str
    precision: str
    """How well it is known: `site`, `town`, `region`, `country`, `sea`, or `none`: without borders, or
    known only by its name."""
    at: Point
    """Where it is; both coordinates are NaN if that is not known."""
    country: str = ""
    """The country in which it lies, ISO 3166-1 alpha-3; empty for a sea, a region or a phrase."""


Box: TypeAlias = tuple[Point, Point]
"""A part of the globe: its south-western and its north-eastern corner."""
