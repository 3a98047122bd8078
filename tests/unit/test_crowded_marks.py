"""Marks that crowd each other are one mark with their number, and none is lost."""

from dataclasses import replace
from typing import Any

from eastflank.model import LeadColours, Point, Standing
from eastflank.scene.crowds import MOST, box_of, crowded
from eastflank.scene.drawn import Crowd, Mark
from tests.folded import latvia, there

ONE = latvia(there("a", "2017-01-01", lead="CAN"))
WHOLE = (Point(41.0, 12.0), Point(60.0, 41.0))
RIGA, VILNIUS = Point(56.95, 24.1), Point(54.69, 25.28)
NO_LEAD, CANADAS = LeadColours("#111111", "#eeeeee"), LeadColours("#222222", "#dddddd")
NAMES = {"LVA": "Latvia", "CAN": "Canada"}


def mark(identifier: str, at: Point = RIGA, **cells: Any) -> Mark:
    facts = {
        "anchor": "place",
        "slot": 1,
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
    return {one.id: one for one in crowded(marks, known, NAMES, WHOLE, shown, NO_LEAD)}


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
    assert (one.lead, one.colours, one.slot, one.lines, one.hosts) == (None, NO_LEAD, 0, (), ("LVA",))
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
    assert latvia_.lines == ("2 deployments; base not stated, or not exactly placed",)
    assert (sea.crowd, sea.heading, sea.symbol) == (3, "The sea", None)


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
