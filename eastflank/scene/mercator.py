"""Web Mercator: how far north a latitude lies on the map, in degrees of longitude at the equator.

The one projection of the page and of pictures. The browser has Leaflet's, which is the same.
"""

from __future__ import annotations

import math

NORTHMOST = 85.0
"""Degrees of latitude at which Web Mercator ends; what lies beyond is drawn there."""


def northing(lat: float) -> float:
    """How far north of the equator a latitude lies on the map."""
    return math.degrees(math.asinh(math.tan(math.radians(min(max(lat, -NORTHMOST), NORTHMOST)))))


def latitude(northing: float) -> float:
    """The latitude that lies so far north of the equator on the map."""
    return math.degrees(math.atan(math.sinh(math.radians(northing))))
