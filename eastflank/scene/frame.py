"""The frame: which part of the earth a map shows at first. The same for the page and all products.

A view of some nations or hosts opens on its deployments. Any other view opens on the whole theatre.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias, TypedDict, cast

from eastflank.model import Box, Dataset, Point
from eastflank.scene.mercator import NORTHMOST, northing

SURROUNDINGS = 110.0
"""Kilometres around what is shown: a map of Estonia still shows Helsinki and Riga."""
LEAST = 620.0
"""A fitted map shows at least so many kilometres, from north to south and from west to east."""
CLOSER = 0.8
"""A map is fitted only if it then shows at most this share of the theatre's height and width."""

_KM = 111.2  # to a degree of latitude
_APART, _FAR = 0.05, 2.0
"""A part of a country may be outside a fitted map if it is smaller than this share of the largest part, or so
many degrees away from it: a small island, Svalbard."""


def whole(theatre: Box, marks: Iterable[Point]) -> Box:
    """The theatre, made larger if a mark is outside it: at a place, or in its country."""
    (south, west), (north, east) = theatre
    for at in marks:
        south, north = min(south, at.lat - _ROOM), max(north, at.lat + _ROOM)
        west, east = min(west, at.lon - _ROOM), max(east, at.lon + _ROOM)
    return Point(south, west), Point(north, east)


_ROOM = 0.8
"""Degrees between a place and the edge of a map that is widened for it."""


def fitted(theatre: Box, hosts: Iterable[Box], points: Iterable[Point]) -> Box:
    """The hosts and the points with their surroundings, at least `LEAST` wide and high.

    `theatre` if there are none, or if the map would hardly be larger; but never if `theatre` leaves some out.
    """
    corners = [*points, *(corner for box in hosts for corner in box)]
    if not corners:
        return theatre
    shown = _around(corners)
    if _holds(theatre, corners) and max(_shares(shown, theatre)) > CLOSER:
        return theatre
    return _with_surroundings(shown)


def _with_surroundings(box: Box) -> Box:
    (south, west), (north, east) = box
    up = max(SURROUNDINGS, (LEAST - (north - south) * _KM) / 2) / _KM
    middle = math.radians((south + north) / 2)
    degree = _KM * max(math.cos(middle), 0.1)
    aside = max(SURROUNDINGS, (LEAST - (east - west) * degree) / 2) / degree
    return (
        Point(round(max(south - up, -NORTHMOST), 3), round(max(west - aside, -180.0), 3)),
        Point(round(min(north + up, NORTHMOST), 3), round(min(east + aside, 180.0), 3)),
    )


def _around(points: Sequence[Point]) -> Box:
    lats, lons = zip(*points, strict=True)
    return Point(min(lats), min(lons)), Point(max(lats), max(lons))


def _holds(box: Box, points: Iterable[Point]) -> bool:
    (south, west), (north, east) = box
    return all(south <= at.lat <= north and west <= at.lon <= east for at in points)


def _shares(box: Box, theatre: Box) -> tuple[float, float]:
    """The height and the width of `box` on a map, as shares of those of the theatre."""
    (south, west), (north, east) = box
    (lowest, leftmost), (highest, rightmost) = theatre
    height = (northing(north) - northing(south)) / (northing(highest) - northing(lowest))
    return height, (east - west) / (rightmost - leftmost)


def extents(dataset: Dataset) -> Mapping[str, Box]:
    """The extent of each country of the base map, by ISO 3166-1 alpha-3 code, without far islands."""
    return dataset.once(_read_extents)


def _read_extents(dataset: Dataset) -> Mapping[str, Box]:
    features = json.loads(dataset.base_map.get("countries", '{"features": []}'))["features"]
    return {one["properties"]["iso3"]: _extent(one["geometry"]) for one in features}


class _Geometry(TypedDict):
    """A country's shape as in GeoJSON."""

    type: str
    coordinates: list[list[_Ring]] | list[_Ring]
    """For `Polygon` its rings; for `MultiPolygon` the rings of each part."""


_Ring: TypeAlias = Sequence[Sequence[float]]
"""Corners, each degrees east, then north."""


def _extent(geometry: _Geometry) -> Box:
    """The box around a country's largest part and the larger ones near it."""
    parts = geometry["coordinates"]
    polygons = cast("list[list[_Ring]]", [parts] if geometry["type"] == "Polygon" else parts)
    boxes = [_box(polygon[0]) for polygon in polygons]
    main = max(boxes, key=_size)
    near = [box for box in boxes if _size(box) >= _APART * _size(main) and _gap(box, main) <= _FAR]
    return _around([corner for box in near for corner in box])


def _box(ring: _Ring) -> Box:
    lons, lats = [point[0] for point in ring], [point[1] for point in ring]
    return Point(min(lats), min(lons)), Point(max(lats), max(lons))


def _size(box: Box) -> float:
    """In square degrees: good enough to compare areas near each other."""
    (south, west), (north, east) = box
    return (north - south) * (east - west)


def _gap(one: Box, other: Box) -> float:
    """Degrees between two boxes."""
    (south, west), (north, east) = one
    (lowest, leftmost), (highest, rightmost) = other
    return max(lowest - north, south - highest, leftmost - east, west - rightmost, 0.0)
