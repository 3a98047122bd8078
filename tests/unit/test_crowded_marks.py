"""Marks that are too close become one mark with their number, and none is lost."""

import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eastflank.model import Box, LeadColours, Point, Standing
from eastflank.scene.crowds import ACROSS, MOST, box_of, crowded
from eastflank.scene.drawn import Crowd, Mark
from eastflank.scene.mercator import northing
from eastflank.view.comparison import Changed
from tests.folded import latvia, there
from tests.representatives import examples

ONE = latvia(there("a", "2017-01-01", lead="CAN"))
WHOLE = (Point(41.0, 12.0), Point(60.0, 41.0))
RIGA, VILNIUS = Point(56.95, 24.1), Point(54.69, 25.28)
NO_LEAD, CANADAS = LeadColours("#111111", "#eeeeee"), LeadColours("#222222", "#dddddd")
NAMES = {"LVA": "Latvia", "CAN": "Canada"}


def mark(identifier: str, at: Point = RIGA, **cells: Any) -> Mark:
    facts = {
        "anchor": "place",
        "heading": "Rīga",
        "lines": ("450",),
        "standing": Standing.PRESENT,
        "lead": "CAN",
        "symbol": None,
        "ties": (),
        "details": (),
        "selected": False,
        "colours": CANADAS,
        "hosts": ("LVA",),
    }
    return Mark(identifier, at=at, **{**facts, **cells})  # type: ignore[arg-type]


def many(number: int = MOST, at: Point = RIGA) -> list[Mark]:
    return [mark(f"d{one}", at) for one in range(number)]


def drawn(*marks: Mark, shown: tuple[Point, Point] | None = None, missing: int = 0) -> dict[str, Mark]:
    """What a map of marks shows, by id; `missing` units of each are known only through a group."""
    known = {one.id: replace(ONE, id=one.id, name=f"The {one.id}", missing=missing) for one in marks}
    return {one.id: one for one in crowded(marks, known, NAMES, WHOLE, shown, NO_LEAD, {})}


def crowd(found: dict[str, Mark]) -> Mark:
    (one,) = [each for each in found.values() if each.crowd]
    return one


def test_as_many_marks_as_a_map_can_place_stay_as_they_are() -> None:
    assert list(drawn(*many()).values()) == many()
    assert len(drawn(*many(MOST + 1))) == 1


def test_marks_outside_the_frame_crowd_nothing_where_the_reader_has_not_moved() -> None:
    far = [mark(f"far{one}", Point(20.0, 5.0)) for one in range(9)]
    assert len(drawn(*many(), *far)) == MOST + 9


def test_a_crowd_counts_units_and_has_no_lead_and_the_firmest_standing() -> None:
    planned = mark("planned", standing=Standing.PLANNED)
    one = crowd(drawn(*many(), planned))
    assert (one.crowd, one.symbol, one.standing) == (MOST + 1, Crowd(MOST + 1), Standing.PRESENT)
    assert (one.lead, one.colours, one.lines, one.hosts) == (None, NO_LEAD, (), ("LVA",))
    assert one.heading == "Rīga"
    assert crowd(drawn(*many(), planned, missing=2)).crowd == 2 * (MOST + 1)


def test_a_crowd_tells_kinds_statuses_leads_and_some_names() -> None:
    assert crowd(drawn(*many(151))).details == (
        "151 deployments: Rīga",
        "151 battlegroups",
        "Status: 151 deployed",
        "Lead: Canada 151",
        "Among them: The d0; The d1; The d2; The d3; The d4; and 146 more",
        "Click to show these alone, on the map and in the table.",
    )


def test_a_crowd_of_several_datasets_counts_those_of_each_by_themselves() -> None:
    marks = many(151)
    known = {
        one.id: replace(ONE, id=one.id, dataset="mine" if at else "yours") for at, one in enumerate(marks)
    }
    titles = {"yours": "Yours", "mine": "Mine", "other": "Another"}
    (one,) = crowded(marks, known, NAMES, WHOLE, None, NO_LEAD, titles)
    assert one.details[1:7] == (
        "one battlegroup in Yours", "Status in Yours: 1 deployed", "Lead in Yours: Canada 1",
        "150 battlegroups in Mine", "Status in Mine: 150 deployed", "Lead in Mine: Canada 150",
    )  # fmt: skip


def test_a_crowd_stands_at_that_of_its_places_which_is_nearest_to_their_middle() -> None:
    near, east = Point(56.96, 24.12), Point(56.97, 24.3)
    one = crowd(drawn(*many(MOST), mark("near", near), mark("east", east), mark("more", Point(56.96, 24.5))))
    assert one.at == RIGA
    one = crowd(drawn(*many(76), *(mark(f"n{number}", near) for number in range(76)), mark("east", east)))
    assert one.at == near


def test_marks_of_other_cells_the_selected_one_and_one_beside_its_whole_stand_alone() -> None:
    others = (
        mark("vilnius", VILNIUS),
        mark("selected", selected=True),
        mark("beside", anchor="beside"),
    )
    found = drawn(*many(), *others)
    assert [found[one.id] for one in others] == list(others)
    assert crowd(found).crowd == MOST
    assert len(found) == 4


def test_what_has_no_point_is_a_crowd_for_its_hosts_and_at_a_sea_for_the_sea() -> None:
    country = {"anchor": "country", "heading": "Latvia"}
    found = drawn(
        *many(),
        *(mark(f"c{one}", **country) for one in range(2)),
        *(mark(f"s{one}", Point(43.4, 34.3), anchor="sea", hosts=(), heading="The sea") for one in range(3)),
    )
    latvia_, sea = found["hosts:LVA"], found["area:43.39,34.29,43.41,34.31"]
    assert (latvia_.crowd, latvia_.heading, latvia_.symbol, latvia_.at) == (2, "Latvia", None, RIGA)
    assert latvia_.lines == ("2 deployments; base not stated, or not exactly known",)
    assert (sea.crowd, sea.heading, sea.symbol) == (3, "The sea", None)


def test_a_crowd_of_several_kinds_stands_in_the_key_under_none_of_them() -> None:
    kinds = [mark(f"c{one}", anchor="country", section="Battlegroups") for one in range(2)]
    other = mark("other", anchor="country", section="Brigades")
    assert drawn(*many(), *kinds)["hosts:LVA"].section == "Battlegroups"
    assert drawn(*many(), *kinds, other)["hosts:LVA"].section == ""


def test_where_the_reader_has_moved_marks_in_the_frame_stand_alone_and_others_are_crowds() -> None:
    riga = (Point(56.0, 23.0), Point(57.0, 25.0))
    south = many(MOST, VILNIUS)
    found = drawn(*south, mark("one"), mark("two"), shown=riga)
    assert {"one", "two"} < set(found)
    assert crowd(found).crowd == MOST
    assert len(drawn(*south, mark("one"), shown=(VILNIUS, RIGA))) == 2


def test_the_area_of_a_crowd_holds_its_places() -> None:
    area = box_of(crowd(drawn(*many(151))).id)
    assert area is not None
    south, west, north, east = area
    assert south <= RIGA.lat < north
    assert west <= RIGA.lon < east
    assert east - west == 360 / 2**7
    assert round(north - south, 3) == round(0.6 * 360 / 2**7, 3)
    assert box_of("hosts:LVA") is None


# --- laws of any map that has too many marks ------------------------------------------------------------------

PLACES = st.builds(Point, st.floats(35, 65), st.floats(5, 45))
FRAMES = st.builds(
    lambda south, west, high, wide: (Point(south, west), Point(south + high, west + wide)),
    st.floats(40, 50),
    st.floats(10, 20),
    st.floats(1.5, 15),
    st.floats(1.5, 25),
)
ROUNDED = 0.0002
"""Degrees: the sides of an area have four decimals."""


def holds(box: Box, at: Point) -> bool:
    (south, west), (north, east) = box
    return south <= at.lat <= north and west <= at.lon <= east


def in_crowds(found: dict[str, Mark]) -> list[tuple[Mark, tuple[float, float, float, float]]]:
    """The crowds that have an area, each with it."""
    return [(one, area) for one in found.values() if one.crowd and (area := box_of(one.id))]


@examples(20)
@example([Point(35.0, 45.0), Point(35.0, 44.99999999999999), Point(41.0, 12.0)], None)
@given(st.lists(PLACES, max_size=10), st.none() | FRAMES)
def test_each_mark_is_drawn_for_itself_or_lies_in_the_area_of_one_crowd_which_counts_it(
    places: list[Point], shown: Box | None
) -> None:
    marks = [*many(), *(mark(f"p{number}", at) for number, at in enumerate(places))]
    found = drawn(*marks, shown=shown)
    assert sum(one.crowd or 1 for one in found.values()) == len(marks)
    areas = in_crowds(found)
    for one in marks:
        if one.id in found:
            assert found[one.id] == one
        around = [
            area for _, area in areas if area[0] <= one.at.lat < area[2] and area[1] <= one.at.lon < area[3]
        ]
        assert one.id in found or around
    for crowd_, (south, west, north, east) in areas:
        assert south <= crowd_.at.lat < north and west <= crowd_.at.lon < east
        assert north - south == pytest.approx(0.6 * (east - west), abs=0.001)


@examples(10)
@given(st.lists(PLACES, max_size=10), FRAMES)
def test_a_frame_is_cut_into_as_many_cells_as_it_may_have_and_what_lies_outside_into_those_of_the_whole(
    places: list[Point], shown: Box
) -> None:
    def widths(frame: Box) -> tuple[float, float]:
        """Between which a cell's width lies: no less than its part of the longer side, and no twice of it."""
        (south, west), (north, east) = frame
        least = max(east - west, 1.3 * (northing(north) - northing(south))) / ACROSS
        return least, 2 * least

    (south, west), (north, east) = shown
    middle = Point((south + north) / 2, (west + east) / 2)
    marks = [*many(MOST + 1, middle), *(mark(f"p{number}", at) for number, at in enumerate(places))]
    for one, area in in_crowds(drawn(*marks, shown=shown)):
        inside = holds(shown, one.at)
        least, most = widths(shown if inside else WHOLE)
        assert least - ROUNDED <= area[3] - area[1] <= most + ROUNDED


def test_a_cell_is_never_finer_than_some_kilometres_nor_wider_than_the_earth() -> None:
    tiny = (Point(56.95, 24.1), Point(56.951, 24.101))
    (one,) = in_crowds(drawn(*many(MOST + 1), shown=tiny))
    assert one[1][3] - one[1][1] == pytest.approx(360 / 2**12, abs=0.0002)
    point = (RIGA, RIGA)
    (one,) = in_crowds(drawn(*many(MOST + 1), shown=point))
    assert one[1][3] - one[1][1] == pytest.approx(360 / 2**12, abs=0.0002)
    for shown, wide in (((-60.0, 60.0), 22.5), ((-85.0, 85.0), 45.0)):
        belt = (Point(shown[0], -180.0), Point(shown[1], 180.0))
        (one,) = in_crowds(drawn(*many(MOST + 1), shown=belt))
        assert one[1][3] - one[1][1] == wide


def test_in_a_frame_that_holds_few_enough_marks_each_stands_alone_and_one_more_makes_a_crowd() -> None:
    frame = (Point(56.0, 23.0), Point(57.5, 25.0))
    far = many(MOST, VILNIUS)
    inside = [mark(f"i{number}", RIGA) for number in range(MOST)]
    found = drawn(*far, *inside, shown=frame)
    assert {one.id for one in inside} <= set(found)
    assert len(found) == MOST + 1
    found = drawn(*far, *inside, mark("more"), shown=frame)
    assert sorted(one.crowd for one in found.values()) == [MOST, MOST + 1]
    assert len(drawn(*inside, shown=frame)) == MOST


def test_the_edge_of_a_frame_lies_in_it() -> None:
    for corner in (Point(56.95, 24.1), Point(56.95, 25.0), Point(57.0, 24.1), Point(57.0, 25.0)):
        found = drawn(
            *many(MOST, VILNIUS), mark("edge", corner), shown=(Point(56.95, 24.1), Point(57.0, 25.0))
        )
        assert "edge" in found
    outside = drawn(
        *many(MOST, VILNIUS), mark("one", Point(57.1, 24.5)), mark("two", Point(57.1, 24.5)),
        shown=(Point(56.95, 24.1), Point(57.0, 25.0)),
    )  # fmt: skip
    assert {"one", "two"}.isdisjoint(outside)


def test_marks_keep_their_order_and_a_crowd_stands_where_its_first_one_did() -> None:
    first, last = mark("first", VILNIUS), mark("last", Point(50.0, 20.0))
    assert [one.crowd for one in drawn(first, *many(), last).values()] == [0, MOST, 0]


def test_what_is_gone_is_no_crowd_with_what_is_there() -> None:
    gone = Changed("gone", "has ended")
    ghosts = [mark(f"g{number}", change=gone) for number in range(2)]
    found = crowded(
        [*many(), *ghosts], {one.id: ONE for one in (*many(), *ghosts)}, NAMES, WHOLE, None, NO_LEAD, {}
    )
    assert [(one.crowd, one.gone) for one in found] == [(MOST, False), (2, True)]
    assert found[1].change == gone
    assert "Changes: 2 gone" in found[1].details


def test_a_crowd_counts_what_changed_and_has_no_change_of_its_own() -> None:
    marks = [mark(f"n{number}", change=Changed("new", "new")) for number in range(3)]
    one = crowd(drawn(*many(), *marks))
    assert "Changes: 3 new" in one.details
    assert one.change is None


def test_a_crowd_of_several_places_says_how_many_it_is_and_names_all_its_hosts() -> None:
    other = mark("other", heading="Ādaži", hosts=("LTU", "LVA"))
    one = crowd(drawn(*many(), other))
    assert one.heading == f"{MOST + 1} deployments near each other"
    assert one.details[0] == one.heading
    assert set(one.hosts) == {"LVA", "LTU"}
    assert len(one.hosts) == 2


def test_crowds_of_hosts_are_of_the_same_hosts_and_say_so() -> None:
    both = {"anchor": "set", "hosts": ("LVA", "CAN"), "heading": "A set", "ties": (RIGA, VILNIUS)}
    found = drawn(
        *many(),
        *(mark(f"s{one}", **both) for one in range(2)),
        mark("c1", anchor="country"),
        mark("c2", anchor="country"),
    )
    one = found["hosts:LVA;CAN"]
    assert (one.heading, one.crowd, one.lines) == (
        "Canada and Latvia", 2, ("2 deployments", "for these hosts as a set"),
    )  # fmt: skip
    assert (one.hosts, one.ties, one.symbol) == (("LVA", "CAN"), (RIGA, VILNIUS), None)
    assert found["hosts:LVA"].crowd == 2


def test_what_is_at_one_sea_is_no_crowd_with_what_is_at_another() -> None:
    black, baltic = Point(43.4, 34.3), Point(58.0, 20.0)
    seas = [mark(f"s{number}", at, anchor="sea", hosts=()) for number, at in enumerate((black, baltic) * 2)]
    found = [one for one in drawn(*many(), *seas).values() if one.anchor == "sea"]
    assert [(one.at, one.crowd) for one in found] == [(black, 2), (baltic, 2)]


def test_a_crowd_of_few_names_them_all() -> None:
    pair = [mark("a", VILNIUS), mark("b", VILNIUS)]
    found = drawn(*many(), *pair)
    assert next(one for one in found.values() if one.crowd == 2).details == (
        "2 deployments: Rīga",
        "two battlegroups",
        "Status: 2 deployed",
        "Lead: Canada 2",
        "Among them: The a; The b",
        "Click to show these alone, on the map and in the table.",
    )


def test_a_crowd_counts_kinds_in_their_order_each_by_itself_and_units_of_groups_as_many_as_they_are() -> None:
    order = ONE.kind.place
    brigade = replace(ONE.kind, id="brigade", one="brigade", several="brigades", place=order + 1)
    staff = replace(ONE.kind, id="staff", one="staff", several="staffs", place=order - 1)
    marks = many()
    known = {one.id: replace(ONE, id=one.id, lead=(), status=None) for one in marks}
    marks += [mark("b"), mark("s")]
    known["b"] = replace(ONE, id="b", kind=brigade, missing=3, status="agreed", lead=("CAN", "XXX"))
    known["s"] = replace(ONE, id="s", kind=staff, lead=("CAN",))
    (one,) = crowded(marks, known, NAMES, WHOLE, None, NO_LEAD, {})
    assert one.crowd == MOST + 4
    assert one.details[1:4] == (
        f"one staff, {MOST} battlegroups and three brigades",
        f"Status: {MOST} not stated, 1 agreed, 1 deployed",
        "Lead: Canada 2, XXX 1",
    )


def test_the_ends_of_the_earth_are_cells_too() -> None:
    for corner in (Point(89.9, 179.9), Point(-89.9, -179.9)):
        found = crowded(
            [*many(), mark("x", corner), mark("y", corner)],
            {one: replace(ONE, id=one) for one in [*(f"d{number}" for number in range(MOST)), "x", "y"]},
            NAMES,
            (Point(-90.0, -180.0), Point(90.0, 180.0)),
            None,
            NO_LEAD,
            {},
        )
        areas = [area for one in found if (area := box_of(one.id))]
        assert any(
            south <= corner.lat < north and west <= corner.lon < east for south, west, north, east in areas
        )
        assert all(math.isfinite(value) for area in areas for value in area)
