"""The projection of every map: Web Mercator, as Leaflet has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.scene.mercator import NORTHMOST, latitude, northing


def test_it_is_web_mercator() -> None:
    # J. P. Snyder, Map Projections (USGS, 1987), formula 7-2, in degrees of longitude at the equator.
    assert [northing(lat) for lat in (0, 30, 60)] == pytest.approx([0, 31.4729, 75.4561], abs=1e-4)
    assert latitude(180) == pytest.approx(85.0511, abs=1e-4)


@given(st.floats(-NORTHMOST, NORTHMOST))
def test_there_and_back_is_the_same_and_south_mirrors_north(lat: float) -> None:
    assert latitude(northing(lat)) == pytest.approx(lat, abs=1e-9)
    assert northing(-lat) == pytest.approx(-northing(lat), abs=1e-9)


@given(st.floats(NORTHMOST, 90))
def test_what_lies_beyond_its_end_is_drawn_there(lat: float) -> None:
    assert northing(lat) == northing(NORTHMOST)
    assert northing(-lat) == northing(-NORTHMOST)
    assert northing(NORTHMOST - 0.1) < northing(NORTHMOST)
    assert 84.9 < NORTHMOST < 85.0511
