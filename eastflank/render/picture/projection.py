"""Degrees to pixels: Web Mercator, as on the page, fitted to a box."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eastflank.model import Point
from eastflank.render.picture.sheet import Box, Spot
from eastflank.scene.mercator import NORTHMOST, latitude, northing

_EARTH = 6_371.0  # km, mean radius
_WEST = 0.72
"""The share of spare width that goes to the west of what must be visible."""
_TILE = 256  # pixels across the world at zoom 0


@dataclass(frozen=True, slots=True)
class Projection:
    """Web Mercator with `scale` pixels to a degree of longitude; `west` and `north` are at `origin`."""

    scale: float
    west: float
    """Degrees east of Greenwich."""
    north: float
    """Northing, in degrees of longitude at the equator."""
    origin: Spot

    def spot(self, point: Point) -> Spot:
        """The position of a place on the sheet."""
        return Spot(
            round(self.origin.x + (point.lon - self.west) * self.scale, 2),
            round(self.origin.y + (self.north - northing(point.lat)) * self.scale, 2),
        )

    def spots(self, degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        """Pixels of many points at once: n × 2, x = degrees east and y = degrees north.

        Rounded to a millionth: the last digit of a tangent differs between processors, and could decide which
        of two equal corners of a coast is kept.
        """
        lon, lat = degrees.T
        up = np.degrees(np.arcsinh(np.tan(np.radians(np.clip(lat, -NORTHMOST, NORTHMOST)))))
        x = self.origin.x + (lon - self.west) * self.scale
        y = self.origin.y + (self.north - up) * self.scale
        return np.column_stack([x, y]).round(6)

    def point(self, spot: Spot) -> Point:
        """The place at a spot of the sheet."""
        return Point(self.latitude(spot.y), self.west + (spot.x - self.origin.x) / self.scale)

    def zoom(self, unit: float) -> float:
        """The zoom level of a screen's map that looks the same; `unit`: pixels here for one there."""
        return math.log2(self.scale / unit * 360 / _TILE)

    def pixels_per_km(self, lat: float) -> float:
        """The length of a kilometre at a latitude, in pixels."""
        return self.scale * math.degrees(1 / _EARTH) / math.cos(math.radians(lat))

    def latitude(self, y: float) -> float:
        """The latitude at a height of the sheet."""
        return latitude(self.north - (y - self.origin.y) / self.scale)


def fitted(corners: Iterable[Point], box: Box, edge: float = 0.0) -> Projection:
    """The largest projection that shows all of `corners` in `box`, at least `edge` pixels inside of it.

    The west gets more of the spare width, because arcs come from there.
    """
    points = list(corners)
    west, east = min(p.lon for p in points), max(p.lon for p in points)
    south, north = (northing(pick(p.lat for p in points)) for pick in (min, max))
    scale = min((box.w - 2 * edge) / (east - west), (box.h - 2 * edge) / (north - south))
    return Projection(
        scale=scale,
        west=west - (box.w / scale - (east - west)) * _WEST,
        north=(south + north) / 2 + box.h / 2 / scale,
        origin=Spot(box.x, box.y),
    )
