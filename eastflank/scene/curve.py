"""The line from a nation to what it leads."""

from __future__ import annotations

import functools
import math

from eastflank.model import Point
from eastflank.scene.mercator import latitude, northing

_STEPS = 28


@functools.lru_cache(maxsize=1024)  # few nations and bases, many scenes
def arc_between(start: Point, end: Point, steps: int = _STEPS) -> tuple[Point, ...]:
    """A shallow arc from `start` to `end`, bent to the north, even in Web Mercator.

    Both ends are exact. The bend is a seventh of the distance, at most four degrees.
    """
    x0, y0, x1, y1 = start.lon, northing(start.lat), end.lon, northing(end.lat)
    length = math.hypot(x1 - x0, y1 - y0)
    bend = 2 * min(length / 7, 4)  # a quadratic curve reaches half of its control point's offset
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2 + bend
    path = [start]
    for step in range(1, steps):
        t = step / steps
        x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * cx + t**2 * x1
        y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * cy + t**2 * y1
        path.append(Point(round(latitude(y), 4), round(x, 4)))
    return (*path, end)
