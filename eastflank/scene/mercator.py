"""Web Mercator: the northing of a latitude on the map, in degrees of longitude at the equator.

The projection of the page and of pictures. The browser uses Leaflet's, which is the same.
"""

from __future__ import annotations

import math

NORTHMOST = 85.0
"""The latitude at which Web Mercator ends; what is beyond is drawn there."""


def northing(lat: float) -> float:
    """The northing of a latitude on the map."""
    return math.degrees(math.asinh(math.tan(math.radians(min(max(lat, -NORTHMOST), NORTHMOST)))))


def latitude(northing: float) -> float:
    """The latitude with this northing on the map."""
    return math.degrees(math.atan(math.sinh(math.radians(northing))))
