"""How far a place lies from the border of its country."""

from __future__ import annotations

import math
from typing import NamedTuple

from geopy.distance import geodesic
from shapely import affinity
from shapely.geometry import Point as Spot
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from eastflank.model import Point
from eastflank.words.chosen import places_found as words


class Border(NamedTuple):
    """How a place lies relative to an outline. Coasts count as borders; the outline's own error applies."""

    inside: bool
    km: float
    """Geodesic kilometres to the nearest point of the outline."""

    def __str__(self) -> str:
        return words.border(self.km, inside=self.inside)


def border_of(point: Point, outline: BaseGeometry) -> Border:
    """How the point lies relative to a country's outline (x east, y north, in degrees).

    The nearest point is searched for in the plane, with longitudes scaled for the point's latitude: the error
    is about 1 % for the distances that matter here; the distance is geodesic.
    """
    shrink = math.cos(math.radians(point.lat))
    spot = Spot(point.lon, point.lat)
    flat = affinity.scale(outline.boundary, xfact=shrink, yfact=1.0, origin=(point.lon, point.lat))
    nearest = nearest_points(flat, spot)[0]
    border = Point(nearest.y, point.lon + (nearest.x - point.lon) / shrink)
    return Border(bool(outline.covers(spot)), float(geodesic(point, border).km))
