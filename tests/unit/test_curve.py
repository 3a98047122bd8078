"""The line from a nation to what it leads, as plane geometry on the map."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import Point
from eastflank.scene.curve import arc_between
from eastflank.scene.mercator import northing

POINTS = st.builds(Point, st.floats(30, 72), st.floats(-30, 60))
NEAR = 0.001


@given(POINTS, POINTS, st.integers(2, 40))
def test_it_is_a_parabola_whose_points_stand_evenly_from_end_to_end(
    start: Point, end: Point, steps: int
) -> None:
    """A seventh of the distance, at most four degrees, lies between its middle and the straight line."""
    path = arc_between(start, end, steps)
    assert (path[0], path[-1], len(path)) == (start, end, steps + 1)
    wide, high = end.lon - start.lon, northing(end.lat) - northing(start.lat)
    bend = min(math.hypot(wide, high) / 7, 4)
    for number, point in enumerate(path):
        t = number / steps
        assert point.lon == pytest.approx(start.lon + t * wide, abs=NEAR)
        above = northing(point.lat) - (northing(start.lat) + t * high)
        assert above == pytest.approx(4 * t * (1 - t) * bend, abs=NEAR)


@given(POINTS, POINTS)
def test_it_is_the_same_line_in_both_directions(start: Point, end: Point) -> None:
    for one, other in zip(arc_between(start, end), reversed(arc_between(end, start)), strict=True):
        assert one == pytest.approx(other, abs=NEAR)


@given(POINTS, POINTS)
def test_its_points_have_four_decimals_at_most(start: Point, end: Point) -> None:
    assert all(value == round(value, 4) for point in arc_between(start, end)[1:-1] for value in point)
