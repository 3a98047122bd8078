"""The frame of a filtered view: everything that is drawn, with its surroundings, and never too close."""

import json
import math
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import Box, Point
from eastflank.scene import frame
from eastflank.scene.drawn import Scene
from eastflank.scene.side_by_side import compose_pair
from eastflank.view.comparison import compare
from eastflank.view.selection import view_of
from tests.briefings import ANCHORS, of_the_record
from tests.builders import dataset
from tests.frozen import RECORD

THEATRE = (Point(41.2, 12.5), Point(60.4, 41.5))
POINTS = st.builds(Point, st.floats(36, 70), st.floats(5, 45))
HOSTS = st.tuples(POINTS, POINTS).map(
    lambda pair: (Point(*map(min, *pair)), Point(*map(max, *pair)))  # its corners, south-west first
)


def holds(box: Box, at: Point) -> bool:
    (south, west), (north, east) = box
    return south <= at.lat <= north and west <= at.lon <= east


def size(box: Box) -> tuple[float, float]:
    """Kilometres from south to north, and from west to east along its middle."""
    (south, west), (north, east) = box
    return (north - south) * 111.2, (east - west) * 111.2 * math.cos(math.radians((south + north) / 2))


def opened(query: str) -> Scene:
    return of_the_record(query).scene


@given(st.lists(HOSTS, max_size=4), st.lists(POINTS, max_size=6))
def test_it_holds_all_hosts_and_points_and_is_never_smaller_than_the_least(
    hosts: list[Box], points: list[Point]
) -> None:
    found = frame.fitted(THEATRE, hosts, points)
    if not hosts and not points:
        assert found == THEATRE
    assert all(holds(found, at) for at in (*points, *(corner for box in hosts for corner in box)))
    assert min(size(found)) >= frame.LEAST * 0.97  # degrees become narrower northwards


@given(st.lists(HOSTS, min_size=1, max_size=4))
def test_there_is_room_around_all_hosts_unless_the_whole_theatre_is_shown(hosts: list[Box]) -> None:
    found = frame.fitted(THEATRE, hosts, [])
    (south, west), (north, east) = found
    room = [
        side
        for (lowest, leftmost), (highest, rightmost) in hosts
        for side in (lowest - south, north - highest, leftmost - west, east - rightmost)
    ]
    assert found == THEATRE or min(room) >= 0.98


@given(st.lists(HOSTS, min_size=1, max_size=3))
def test_the_room_is_as_much_as_the_surroundings_or_the_least_map_need(hosts: list[Box]) -> None:
    """On both sides the same: 110 kilometres, or half of what is missing to 620."""
    found = frame.fitted(THEATRE, hosts, [])
    lats, lons = zip(*(corner for box in hosts for corner in box), strict=True)
    shown = Point(min(lats), min(lons)), Point(max(lats), max(lons))
    if found == THEATRE:
        return
    scale = 111.2 * math.cos(math.radians((shown[0].lat + shown[1].lat) / 2))
    for low, high, least, most, degree in (
        (shown[0].lat, shown[1].lat, found[0].lat, found[1].lat, 111.2),
        (shown[0].lon, shown[1].lon, found[0].lon, found[1].lon, scale),
    ):
        room = max(frame.SURROUNDINGS, (frame.LEAST - (high - low) * degree) / 2) / degree
        assert (low - least, most - high) == pytest.approx((room, room), abs=0.001)


@given(HOSTS)
def test_the_whole_theatre_is_shown_where_a_map_of_the_host_would_hardly_be_larger(host: Box) -> None:
    def height(box: Box) -> float:
        south, north = (math.asinh(math.tan(math.radians(corner.lat))) for corner in box)
        return north - south

    (_, west), (_, east) = host
    shares = height(host) / height(THEATRE), (east - west) / (THEATRE[1].lon - THEATRE[0].lon)
    inside = all(holds(THEATRE, corner) for corner in host)
    assert (frame.fitted(THEATRE, [host], []) == THEATRE) == (inside and max(shares) > frame.CLOSER)


def test_a_map_ends_where_the_earth_or_its_projection_does() -> None:
    (south, west), (north, east) = frame.fitted(THEATRE, [], [Point(84.99, 20.0)])
    assert (north, south) == (85.0, pytest.approx(84.99 - 310 / 111.2, abs=0.001))
    # Near the pole a kilometre is never more than it is where a degree is a tenth of that at the equator.
    assert (east - 20, 20 - west) == pytest.approx((310 / 11.12, 310 / 11.12), abs=0.001)
    assert frame.fitted(THEATRE, [], [Point(-84.99, 20.0)])[0].lat == -85.0
    assert frame.fitted(THEATRE, [], [Point(50.0, -179.9)])[0].lon == -180.0
    assert frame.fitted(THEATRE, [], [Point(50.0, 179.9)])[1].lon == 180.0


def test_a_theatre_is_wider_by_a_little_room_around_a_place_outside_it() -> None:
    (south, west), (north, east) = THEATRE
    room = 0.8
    assert frame.whole(THEATRE, [Point(30.0, 20.0)]) == (Point(30 - room, west), Point(north, east))
    assert frame.whole(THEATRE, [Point(70.0, 20.0)]) == (Point(south, west), Point(70 + room, east))
    assert frame.whole(THEATRE, [Point(50.0, 5.0)]) == (Point(south, 5 - room), Point(north, east))
    assert frame.whole(THEATRE, [Point(50.0, 50.0)]) == (Point(south, west), Point(north, 50 + room))


def island(south: float, west: float, high: float, wide: float) -> list[Any]:
    """A part of a country as GeoJSON has it: its outer ring, and a hole that matters to no frame."""
    north, east = south + high, west + wide
    outer = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return [outer, [[0, 0], [99, 0], [99, 80], [0, 0]]]


def extent(*parts: list[Any]) -> Box:
    """How far a country of these parts reaches; the first part is 10 degrees high and wide, at 50 N 20 E."""
    shape = {"type": "MultiPolygon", "coordinates": [island(50, 20, 10, 10), *parts]}
    feature = {"properties": {"iso3": "LVA"}, "geometry": shape}
    data = replace(dataset(), base_map={"countries": json.dumps({"features": [feature]})})
    return frame.extents(data)["LVA"]


@pytest.mark.parametrize(
    ("part", "reach"),
    [
        (island(62, 20, 1, 5), (Point(50, 20), Point(63, 30))),
        (island(47, 20, 1, 5), (Point(47, 20), Point(60, 30))),
        (island(50, 32, 5, 1), (Point(50, 20), Point(60, 33))),
        (island(50, 17, 5, 1), (Point(50, 17), Point(60, 30))),
    ],
)
def test_a_part_of_a_twentieth_two_degrees_away_counts_and_none_that_is_smaller_or_farther(
    part: list[Any], reach: Box
) -> None:
    alone = Point(50, 20), Point(60, 30)
    assert extent() == alone
    assert extent(part) == reach
    smaller = [[[lon, lat + (lat == max(y for _, y in part[0])) * -0.1] for lon, lat in part[0]]]
    assert extent(smaller) == alone
    (south, west), (north, east) = reach
    away = [  # farther by a tenth of a degree
        [
            [lon + (0.1 if east > 30 else -0.1 if west < 20 else 0), lat + (0.1 if north > 60 else -0.1 if south < 50 else 0)]
            for lon, lat in part[0]
        ]
    ]  # fmt: skip
    assert extent(away) == alone


def test_a_country_of_one_part_reaches_as_far_as_that_and_a_map_without_countries_has_none() -> None:
    shape = {"type": "Polygon", "coordinates": island(50, 20, 1, 2)}
    feature = {"properties": {"iso3": "LVA"}, "geometry": shape}
    data = replace(dataset(), base_map={"countries": json.dumps({"features": [feature]})})
    assert frame.extents(data) == {"LVA": (Point(50, 20), Point(51, 22))}
    assert frame.extents(dataset()) == {}


@given(st.lists(POINTS, max_size=4))
def test_the_whole_theatre_becomes_wider_for_places_outside_it_alone(places: list[Point]) -> None:
    found = frame.whole(THEATRE, places)
    assert all(holds(found, at) for at in (*places, *THEATRE))
    assert frame.whole(THEATRE, [Point(50.0, 20.0)]) == THEATRE


def test_far_islands_do_not_count_among_a_countrys_surroundings() -> None:
    extents = frame.extents(RECORD)
    (_, _), (north, _) = extents["NOR"]
    assert 71 < north < 72, "without Svalbard"
    (_, west), (_, _) = extents["EST"]
    assert west < 22, "with Saaremaa"
    for iso3, (southwest, northeast) in extents.items():
        assert southwest.lat < northeast.lat, iso3


def test_a_view_of_nearly_the_whole_theatre_is_shown_on_the_whole_map() -> None:
    (south, west), (north, east) = THEATRE
    nearly = Point(south + 1, west + 1), Point(north - 1, east - 1)
    assert frame.fitted(THEATRE, [nearly], []) == THEATRE
    for beyond in (
        (Point(south - 1, west + 1), Point(north - 1, east - 1)),
        (Point(south + 1, west - 1), Point(north - 1, east - 1)),
        (Point(south + 1, west + 1), Point(north + 1, east - 1)),
        (Point(south + 1, west + 1), Point(north - 1, east + 1)),
    ):
        assert frame.fitted(THEATRE, [beyond], []) != THEATRE
    assert frame.fitted(THEATRE, [THEATRE], []) == THEATRE
    assert frame.fitted(THEATRE, [], []) == THEATRE
    assert frame.fitted(THEATRE, [(Point(55.0, 21.0), Point(58.0, 28.0))], []) != THEATRE


def test_a_view_without_a_nation_or_host_opens_as_it_always_did() -> None:
    for query in (
        "",
        "asof=2016-06-14",
        "status=deployed&asof=2017-06-30",
        "asof=2017-08-28&since=2016-07-09",
    ):
        scene = opened(query)
        assert scene.opening == scene.whole
        assert holds(scene.opening, RECORD.theatre.opening[0])
        assert holds(scene.opening, RECORD.theatre.opening[1])


def test_a_host_is_shown_with_what_lies_around_it() -> None:
    scene = opened("host=EST&asof=2025-06-01")
    helsinki, riga, berlin = Point(60.17, 24.94), Point(56.95, 24.1), Point(52.5, 13.4)
    assert holds(scene.opening, helsinki)
    assert holds(scene.opening, riga)
    assert not holds(scene.opening, berlin)
    assert all(holds(scene.opening, mark.at) for mark in scene.marks)


def test_a_nation_is_shown_with_all_that_it_has_in_several_hosts() -> None:
    for query in ("nation=GBR&asof=2017-06-30", "nation=CAN&asof=2016-07-09", "nation=DEU&asof=2022-06-28"):
        scene = opened(query)
        extents = frame.extents(RECORD)
        assert scene.marks, query
        for mark in scene.marks:
            for iso3 in mark.hosts:
                assert all(holds(scene.opening, corner) for corner in extents[iso3]), f"{query} {iso3}"
                assert holds(scene.opening, ANCHORS[iso3])
            assert all(holds(scene.opening, at) for at in (mark.at, *mark.ties)), query


def test_a_card_beside_its_set_is_shown_with_the_set_that_it_belongs_to() -> None:
    scene = opened("nation=CAN&asof=2016-06-14")
    assert [mark.anchor for mark in scene.marks] == ["beside"]
    assert all(holds(scene.opening, ANCHORS[iso3]) for iso3 in ("EST", "LVA", "LTU", "POL"))
    assert scene.opening != scene.whole


def test_a_nation_of_which_nothing_is_drawn_is_shown_on_the_whole_map() -> None:
    scene = opened("nation=ISL&asof=2015-01-01")
    assert not scene.marks
    assert scene.opening == scene.whole


def test_two_days_side_by_side_open_alike_and_without_a_filter_with_the_whole() -> None:
    before, after = (view_of(RECORD, day=day) for day in (date(2016, 7, 9), date(2026, 6, 30)))
    pair = compose_pair(compare(after, before, RECORD), RECORD, ANCHORS)
    assert pair.earlier.opening == pair.later.opening == pair.earlier.whole == pair.later.whole
