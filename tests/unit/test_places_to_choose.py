"""Places that a person chooses: the small map of candidates, and the online geocoder that can be resumed."""

from __future__ import annotations

import itertools
import math
import re

import pytest
import shapely
from geopy.exc import GeocoderUnavailable
from lxml import etree

from eastflank.curation import online_places
from eastflank.gazetteer import lookup, nominatim
from eastflank.gazetteer import words as gazetteer_words
from eastflank.gazetteer.ranking import Candidate
from eastflank.intake.tables.cells.problems import wrong
from eastflank.intake.tables.places.found_places import Ask, PlaceChoice
from eastflank.intake.tables.target.against import GAZETTEER
from eastflank.model import Point, Theatre
from eastflank.render import candidate_map
from eastflank.store import country_names
from tests.unit.canned_nominatim import ON, RANGE, canned

SQUARE = {"AAA": shapely.box(10, 40, 30, 60)}
NAMES = country_names.read(GAZETTEER.parent)
ALPHA3 = gazetteer_words.alpha3(gazetteer_words.read(GAZETTEER / lookup.COUNTRIES, gazetteer_words.COUNTRIES))
NOBODY = PlaceChoice(wrong("no place", alike="Correct the name, or give coordinates."), ())


def places_of(svg: str) -> dict[str, tuple[float, float]]:
    found = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>(\d+)</text>', svg)
    return {number: (float(x), float(y)) for x, y, number in found}


def test_candidates_stand_on_the_map_by_their_numbers_north_up() -> None:
    svg = candidate_map.svg([Point(50, 20), Point(55, 20), Point(50, 25)], SQUARE)
    etree.fromstring(svg.encode())
    first, north, east = (places_of(svg)[number] for number in "123")
    assert north[1] < first[1] and north[0] == pytest.approx(first[0], abs=0.2)
    assert east[0] > first[0] and east[1] == pytest.approx(first[1], abs=0.2)
    assert all(
        0 < x < candidate_map.WIDTH and 0 < y < candidate_map.HEIGHT for x, y in places_of(svg).values()
    )


@pytest.mark.parametrize(
    "points",
    [
        [],
        [Point(50, 20)],
        [Point(50, 20)] * 2,
        [Point(31.8, -102.4), Point(46.5, 30.7)],
        [Point(89, 0), Point(-89, 0)],
    ],
)
def test_any_points_make_a_picture_that_holds_them(points: list[Point]) -> None:
    svg = candidate_map.svg(points, SQUARE)
    assert len(places_of(svg)) == len(points)
    assert all(
        0 <= x <= candidate_map.WIDTH and 0 <= y <= candidate_map.HEIGHT for x, y in places_of(svg).values()
    )


def test_no_number_covers_another_and_each_is_tied_to_its_point() -> None:
    here, beside = Point(47.0, 27.0), Point(47.02, 27.05)
    points = [here, beside, here, Point(44.0, 22.0), Point(48.0, 20.3), *[Point(44.1, 22.1)] * 15]
    svg = candidate_map.svg(points, SQUARE)
    shown = list(places_of(svg).values())
    assert len(shown) == len(points)
    apart = min(math.dist(one, other) for one, other in itertools.combinations(shown, 2))
    assert apart >= 2 * 10, "each number can be read"
    spots = re.findall(r'<line x1="([\d.]+)" y1="([\d.]+)"', svg)
    assert len(spots) >= 16 and len(set(spots)) <= 4, "lines begin at the points"
    assert "<line " not in candidate_map.svg([here, Point(44.0, 22.0)], SQUARE), (
        "alone it stands on its point"
    )


def online(answer: object, asked: list[tuple[str, dict[str, str]]]) -> nominatim.Online:
    made = nominatim.from_environment(ON, ALPHA3, canned(answer, asked))
    assert made is not None
    made.ask.min_delay_seconds = 0
    return made


def test_what_nobody_here_knows_is_asked_once_and_what_was_found_is_kept_when_it_is_broken_off() -> None:
    asks: list[Ask] = [("Novo Selo Range", "BGR"), ("Nowhere", "BGR"), ("Elsewhere", "POL")]
    found: dict[Ask, tuple[Candidate, ...]] = {}
    sent: list[tuple[str, dict[str, str]]] = []
    geocoder = online([RANGE], sent)

    class BrokenOffError(Exception):
        """The page's run is ended."""

    def stop_at_the_second(done: int, of: int) -> None:
        assert of == 3
        if done == 1:
            raise BrokenOffError

    with pytest.raises(BrokenOffError):
        online_places.look_up(asks, found, geocoder, NAMES, Theatre(), stop_at_the_second)
    assert [(one.name, one.country, one.geocoder) for one in found[asks[0]]] == [
        ("Novo Selo", "BGR", "nominatim")
    ]
    choices = dict.fromkeys(asks, NOBODY)
    assert online_places.waiting(choices, found) == (asks[1], asks[2])
    assert online_places.look_up(asks, found, geocoder, NAMES, Theatre(), lambda _done, _of: None) == ""
    assert len(sent) == 3
    assert found[asks[2]] == (), "a place in another country than the row's is none of its candidates"
    assert online_places.waiting(choices, found) == ()


def test_a_service_that_fails_is_told_and_leaves_what_was_found() -> None:
    found: dict[Ask, tuple[Candidate, ...]] = {("A", "BGR"): ()}
    why = online_places.look_up(
        [("A", "BGR"), ("Novo Selo", "BGR")], found, online(GeocoderUnavailable("no network"), []), NAMES, Theatre(),
        lambda _done, _of: None,
    )  # fmt: skip
    assert why[-1] == "."
    assert found == {("A", "BGR"): ()}
