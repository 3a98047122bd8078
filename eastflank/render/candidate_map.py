"""A small map of numbered points, to choose one of several places: SVG without map tiles."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterator, Mapping, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from eastflank.model import Point
from eastflank.scene.style import CHOICE_BORDER, CHOICE_LAND, CHOICE_MARK, CHOICE_SEA

WIDTH, HEIGHT = 560, 240
"""Pixels."""
_MARGIN = 0.25
"""Margin on each side, as a share of the points' extent."""
_LEAST = 4.0
"""The map shows at least so many degrees of latitude."""
_RADIUS = 10
_LEAST_APART = 2 * _RADIUS + 1
_MOST_STEPS = 200
"""How often the numbers are pushed apart at most."""
_LARGEST_LATITUDE = 80.0


def svg(points: Sequence[Point], outlines: Mapping[str, BaseGeometry]) -> str:
    """The map. The points are numbered from 1 in their order.

    Numbers that would cover each other step apart, each tied to the dot of its point.
    `outlines` are countries, x = degrees east, y = degrees north.
    """
    frame = _Frame.around(points)
    land = "".join(frame.paths(outlines))
    spots = [frame.at(point) for point in points]
    placed = _apart(spots)
    ties = "".join(_tie(spot, place) for spot, place in zip(spots, placed, strict=True))
    marks = ties + "".join(_mark(number, *place) for number, place in enumerate(placed, 1))
    size = f'width="{WIDTH}" height="{HEIGHT}"'
    edge = f'<rect {size} fill="none" stroke="{CHOICE_BORDER}" stroke-width="2"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect {size} fill="{CHOICE_SEA}"/>'
        f'<path d="{land}" fill="{CHOICE_LAND}" stroke="{CHOICE_BORDER}" fill-rule="evenodd"/>'
        f"{marks}{edge}</svg>"
    )


def _apart(spots: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Where the numbers stand: on their spots, or pushed apart until none covers another."""
    placed = list(spots)
    for _ in range(_MOST_STEPS):
        near = False
        for one, other in itertools.combinations(range(len(placed)), 2):
            (x, y), (to_x, to_y) = placed[one], placed[other]
            apart = math.hypot(to_x - x, to_y - y)
            if apart >= _LEAST_APART:
                continue
            near = True
            angle = math.atan2(to_y - y, to_x - x) if apart > 0 else float(one + other)
            push = (_LEAST_APART - apart) / 2 + 0.05
            right, down = push * math.cos(angle), push * math.sin(angle)
            placed[one], placed[other] = _inside(x - right, y - down), _inside(to_x + right, to_y + down)
        if not near:
            break
    return placed


def _inside(x: float, y: float) -> tuple[float, float]:
    return min(max(x, _RADIUS), WIDTH - _RADIUS), min(max(y, _RADIUS), HEIGHT - _RADIUS)


def _tie(spot: tuple[float, float], place: tuple[float, float]) -> str:
    """The dot of a point and the line to its number; nothing if the number stands on it."""
    (x, y), (to_x, to_y) = spot, place
    if math.hypot(to_x - x, to_y - y) < 1:
        return ""
    line = f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{CHOICE_MARK}"/>'
    return f'{line}<circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="{CHOICE_MARK}"/>'


def _mark(number: int, x: float, y: float) -> str:
    place = f'cx="{x:.1f}" cy="{y:.1f}" r="{_RADIUS}"'
    circle = f'<circle {place} fill="{CHOICE_MARK}" stroke="#fff" stroke-width="1.5"/>'
    style = 'font-family="sans-serif" font-size="12" font-weight="bold" fill="#fff" text-anchor="middle"'
    return f'{circle}<text x="{x:.1f}" y="{y + 4:.1f}" {style}>{number}</text>'


class _Frame:
    """The part of the world that is drawn. Degrees east are scaled for the latitude of its middle."""

    def __init__(self, lat: float, lon: float, high: float) -> None:
        self._lat, self._lon = lat, lon
        self._scale = HEIGHT / high
        self._narrow = math.cos(math.radians(lat))

    @classmethod
    def around(cls, points: Sequence[Point]) -> _Frame:
        """The frame that holds all the points, with room around them."""
        lats = [point.lat for point in points] or [52.0]
        lons = [point.lon for point in points] or [20.0]
        lat = (min(lats) + max(lats)) / 2
        lat = max(-_LARGEST_LATITUDE, min(_LARGEST_LATITUDE, lat))
        wide = (max(lons) - min(lons)) * math.cos(math.radians(lat)) * HEIGHT / WIDTH
        high = max(max(lats) - min(lats), wide) * (1 + 2 * _MARGIN)
        return cls(lat, (min(lons) + max(lons)) / 2, max(high, _LEAST))

    def at(self, point: Point) -> tuple[float, float]:
        """The position of a point in the picture, in pixels."""
        x = WIDTH / 2 + (point.lon - self._lon) * self._narrow * self._scale
        return x, HEIGHT / 2 - (point.lat - self._lat) * self._scale

    def paths(self, outlines: Mapping[str, BaseGeometry]) -> Iterator[str]:
        """The countries as commands of a path."""
        half_high = HEIGHT / 2 / self._scale
        half_wide = WIDTH / 2 / self._scale / self._narrow
        box = (self._lon - half_wide, self._lat - half_high, self._lon + half_wide, self._lat + half_high)
        for shape in outlines.values():
            west, south, east, north = shape.bounds
            if west > box[2] or east < box[0] or south > box[3] or north < box[1]:
                continue
            seen = shapely.clip_by_rect(_simpler(shape, round(0.7 / self._scale, 4)), *box)
            for ring in _rings(seen):
                spots = (self.at(Point(lat, lon)) for lon, lat in ring)
                yield "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in spots) + "Z"


@functools.lru_cache(maxsize=512)
def _simpler(shape: BaseGeometry, tolerance: float) -> BaseGeometry:
    return shape.simplify(tolerance)


def _rings(shape: BaseGeometry) -> Iterator[Sequence[tuple[float, float]]]:
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "Polygon" and not part.is_empty:
            yield part.exterior.coords
            yield from (inside.coords for inside in part.interiors)
        elif hasattr(part, "geoms"):
            yield from _rings(part)
