"""A scene as a whole: what it takes from the view, from the day compared with, and from the base map."""

import json
from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from eastflank.model import Box, MapCredit, Point, Standing
from eastflank.scene.composition import compose
from eastflank.scene.drawn import CountryNote, Scene
from eastflank.scene.side_by_side import NO_LEGEND, compose_pair, composed
from eastflank.view.comparison import Changed, compare
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.selection import view_of
from tests.builders import claim, dataset
from tests.folded import exactly, sent, there
from tests.scenes import ANCHORS, scene

SQUARES = {"LVA": (56, 22), "LTU": (54, 22), "DEU": (48, 8)}
"""The south-western corners of countries two degrees high and wide."""
THEATRE = (Point(41.2, 12.5), Point(60.4, 41.5))


def square(south: float, west: float) -> dict[str, Any]:
    ring = [[west, south], [west + 2, south], [west + 2, south + 2], [west, south + 2], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


BASE_MAP = {
    "countries": json.dumps(
        {
            "features": [
                {"properties": {"iso3": iso3}, "geometry": square(*at)} for iso3, at in SQUARES.items()
            ]
        }
    ),
    "labels": json.dumps({"countries": [{"iso3": "LVA", "name": "Latvija"}]}),
    "disputed": json.dumps({"features": [{}]}),
}


def on_a_base_map(*claims: dict[str, Any], filters: Filters = EVERYTHING, **tables: Any) -> Scene:
    data = dataset(*claims, **tables)
    data = replace(
        data,
        base_map=BASE_MAP,
        theatre=replace(data.theatre, opening=THEATRE, called="flank", alliance="NATO"),
        map_credit=MapCredit("Made by hand"),
    )
    return compose(view_of(data, filters, date(2018, 1, 1)), data, ANCHORS)


def holds(box: Box, at: Point) -> bool:
    (south, west), (north, east) = box
    return south <= at.lat <= north and west <= at.lon <= east


def lithuania(identifier: str, said_on: str, **cells: Any) -> dict[str, Any]:
    return there(identifier, said_on, **{"deployment": "lithuania", "host": "LTU", **cells})


# --- the order of claims -------------------------------------------------------------------------------------


def test_a_scene_does_not_depend_on_the_order_of_the_claims() -> None:
    claims = (
        there("a", "2017-06-01", lead="CAN", place="adazi", **exactly(450)),
        lithuania("b", "2017-06-01", lead="DEU"),
        claim("p", "2016-06-14", deployment="early", status="considered", host="DEU"),
    )
    first, *others = (scene(*order) for order in permutations(claims))
    for other in others:
        assert other == first
    assert [area.iso3 for area in first.areas] == sorted(area.iso3 for area in first.areas)


# --- hosts and arcs ------------------------------------------------------------------------------------------


def test_each_host_is_tinted_once_and_names_all_that_it_hosts_in_order() -> None:
    found = scene(
        there("a", "2017-06-01", host="LVA;LTU"),
        claim("p", "2016-06-14", deployment="early", status="considered", host="DEU"),
        lithuania("b", "2017-06-01", status="agreed"),
        memberships=[],
    )
    assert [(area.iso3, area.standing, area.deployments) for area in found.areas] == [
        ("DEU", Standing.CONSIDERED, ("early",)),
        ("LTU", Standing.PRESENT, ("latvia", "lithuania")),
        ("LVA", Standing.PRESENT, ("latvia",)),
    ]


def test_an_arc_goes_from_each_lead_s_capital_to_the_mark_in_the_mark_s_form() -> None:
    found = scene(there("a", "2017-06-01", lead="CAN;LVA;DEU", place="adazi"))
    assert [(arc.lead, arc.name, arc.deployment, arc.standing) for arc in found.arcs] == [
        ("CAN", "Canada", "latvia", Standing.PRESENT),
        ("DEU", "Germany", "latvia", Standing.PRESENT),
    ]
    assert [(arc.path[0], arc.path[-1]) for arc in found.arcs] == [
        (Point(45.4, -75.7), Point(57.07, 24.34)),
        (Point(52.5, 13.4), Point(57.07, 24.34)),
    ]


def test_without_a_lead_an_arc_comes_from_the_nation_of_a_contingent_in_the_colour_of_no_lead() -> None:
    few = [sent("a", "DEU", 750), sent("a", "LVA", 20)]
    found = scene(there("a", "2018-01-01", place="adazi"), contributions=few)
    (arc,) = found.arcs
    assert (arc.lead, arc.name, arc.deployment) == ("DEU", "Germany", "latvia")
    assert arc.colours == found.marks[0].colours
    led = scene(there("a", "2018-01-01", place="adazi", lead="CAN"), contributions=few)
    assert [one.lead for one in led.arcs] == ["CAN"]
    many = [*few, sent("a", "CAN", 5)]
    assert not scene(there("a", "2018-01-01", place="adazi"), contributions=many).arcs


# --- sums of countries ---------------------------------------------------------------------------------------

SUMS = [
    {"id": name, "name": name, "sort": "statistic", "programme": "eFP", "kind": "battlegroup"}
    for name in ("first", "second", "third")
]


def summed(identifier: str, said_on: str, of: str = "first", **cells: Any) -> dict[str, Any]:
    return there(identifier, said_on, deployment=of, **{**exactly(1700), **cells})


def notes(*claims: dict[str, Any]) -> list[CountryNote]:
    return list(on_a_base_map(*claims, deployments=SUMS).statistics)


def test_a_sum_stands_at_its_country_as_the_base_map_names_it_with_the_day_it_is_of() -> None:
    assert notes(summed("a", "2017-06-01"), summed("b", "2017-07-01", "second", host="LTU")) == [
        CountryNote("LTU", "Lithuania", "all allied troops: 1,700 (July 2017)", date(2017, 7, 1)),
        CountryNote("LVA", "Latvija", "all allied troops: 1,700 (June 2017)", date(2017, 6, 1)),
    ]


def test_a_country_that_nothing_names_is_called_by_its_code() -> None:
    (found,) = notes(summed("a", "2017-06-01", host="XKX"))
    assert (found.iso3, found.name) == ("XKX", "XKX")


@pytest.mark.parametrize(
    "cells",
    [
        {"host": "LVA;LTU"},
        {"host": None},
        {"status": "ended"},
        {"troops_low": None, "troops_high": None},
        {"said_on": "2015-01-01"},
    ],
    ids=["several hosts", "no host", "over", "no figure", "old"],
)
def test_a_sum_of_several_countries_or_of_none_without_a_figure_old_or_over_is_not_drawn(
    cells: dict[str, Any],
) -> None:
    assert notes({**summed("a", "2017-06-01"), **cells}) == []


def test_of_several_sums_the_newest_of_all_nations_is_drawn_whatever_their_order() -> None:
    of_one = summed("a", "2017-12-01", lead="CAN")
    older = summed("b", "2017-06-01", **exactly(1600))
    newer = summed("c", "2017-07-01", **exactly(1800))
    for order in permutations((of_one, older, newer)):  # they are listed by their names
        (found,) = notes(*({**one, "deployment": sum_["id"]} for one, sum_ in zip(order, SUMS, strict=True)))
        assert found.text == "all allied troops: 1,800 (July 2017)"
    (found,) = notes(of_one)
    assert found.text == "Canada: 1,700 (December 2017)"


# --- the frame -----------------------------------------------------------------------------------------------


def test_without_a_nation_or_a_host_the_whole_theatre_is_shown_with_all_marks() -> None:
    far = {"id": "far", "name": "Far", "country": "LVA", "lat": 65.0, "lon": 24.0, "geocoder": "curated"}
    found = on_a_base_map(there("a", "2018-01-01", place="far"), places=[{**far, "precision": "town"}])
    assert found.opening == found.whole == (THEATRE[0], Point(65.8, 41.5))
    unplaced = on_a_base_map(there("a", "2018-01-01", host="CAN"))
    (mark,) = unplaced.marks
    (south, west), (north, east) = unplaced.opening
    assert south <= mark.at.lat <= north  # a mark in its country alone is seen too
    assert west <= mark.at.lon <= east


@pytest.mark.parametrize(
    "filters", [Filters(host=("LVA",)), Filters(nation=("LVA",)), Filters(nation=("LVA",), role="host")]
)
def test_a_view_of_a_nation_or_a_host_opens_where_its_deployments_are(filters: Filters) -> None:
    found = on_a_base_map(there("a", "2018-01-01"), lithuania("b", "2018-01-01"), filters=filters)
    assert found.whole == THEATRE
    assert found.opening != found.whole
    assert holds(found.opening, Point(56, 22)) and holds(found.opening, Point(58, 24))
    assert holds(found.opening, ANCHORS["LVA"]) and not holds(found.opening, ANCHORS["DEU"])


def test_it_shows_each_host_and_each_tie_of_a_set_and_the_country_of_a_sum() -> None:
    both = on_a_base_map(there("a", "2018-01-01", host="LVA;DEU"), filters=Filters(host=("LVA",)))
    assert all(
        holds(both.opening, at)
        for at in (*ANCHORS.values(), Point(48, 8), Point(58, 24))
        if at != ANCHORS["LTU"]
    )
    (mark,) = both.marks
    assert holds(both.opening, mark.at)
    alone = on_a_base_map(summed("a", "2017-06-01"), deployments=SUMS, filters=Filters(host=("LVA",)))
    assert not alone.marks
    assert holds(alone.opening, Point(56, 22)) and holds(alone.opening, Point(58, 24))
    assert alone.opening != alone.whole


def test_it_shows_the_hosts_of_the_whole_to_which_a_part_without_a_host_belongs() -> None:
    group = claim("w", "2017-06-01", deployment="whole", status="agreed", host="LTU", unit_count=3)
    early = claim("p", "2017-06-01", deployment="early", status="considered", lead="CAN")
    parts = [{"member": "early", "whole": "whole"}]
    found = on_a_base_map(group, early, filters=Filters(nation=("CAN",)), memberships=parts)
    assert [mark.anchor for mark in found.marks] == ["beside"]
    assert holds(found.opening, Point(54, 22)) and holds(found.opening, Point(56, 24))


def test_a_view_of_an_area_opens_with_exactly_that_area() -> None:
    area = (56.0, 23.5, 57.5, 25.0)
    found = on_a_base_map(there("a", "2018-01-01", place="adazi"), filters=Filters(area=area, host=("LVA",)))
    assert found.opening == (Point(56.0, 23.5), Point(57.5, 25.0))


# --- what is the theatre's -----------------------------------------------------------------------------------


def test_a_scene_bears_the_names_that_its_theatre_and_its_base_map_give() -> None:
    found = on_a_base_map(there("a", "2018-01-01", place="adazi"))
    assert (found.called, found.credit) == ("flank", "Made by hand")
    assert found.headings[-3:] == ("Other deployments", "Countries", "No longer there")
    assert found.headings[:3] == ("Battlegroups", "Brigades", "Headquarters")
    assert found.members == ("CAN", "DEU", "LTU", "LVA", "USA")
    assert found.every == found.marks
    assert (found.title, found.ghosts) == ("One battlegroup, as known on 1 January 2018", ())


# --- an earlier day ------------------------------------------------------------------------------------------


def since(*claims: dict[str, Any], **asked: Any) -> Scene:
    return scene(*claims, since="2017-01-01", **asked)


def test_compared_with_an_earlier_day_a_mark_says_how_it_was_and_the_title_says_since_when() -> None:
    found = since(
        claim("a", "2016-06-14", status="agreed", host="LVA", place="adazi"),
        there("b", "2017-06-01", place="adazi"),
        lithuania("c", "2017-06-01"),
        claim("d", "2016-06-14", deployment="early", status="considered", host="DEU"),
        memberships=[],
    )
    said = {mark.id: mark.change for mark in found.marks}
    assert said == {
        "latvia": Changed("moved", "was agreed"),
        "lithuania": Changed("new", "new"),
        "early": None,
    }
    assert found.title.endswith("; changes since 1 January 2017")
    assert found.legend.changes == (
        ("new", "new since 1 January 2017"),
        ("moved", "otherwise on 1 January 2017"),
    )
    assert found.ghosts == ()


def test_what_is_gone_is_a_ghost_where_it_stood_and_says_what_became_of_it() -> None:
    found = since(
        there("a", "2016-06-14", lead="CAN", place="adazi", **exactly(450)),
        claim("b", "2017-06-01", status="ended"),
        lithuania("c", "2016-06-14"),
    )
    (ghost,) = found.ghosts
    assert (ghost.id, ghost.key, ghost.gone, ghost.at) == (
        "latvia",
        "gone latvia",
        True,
        Point(57.07, 24.34),
    )
    assert (ghost.heading, ghost.lines, ghost.told) == ("Battlegroup Latvia", (), None)
    assert ghost.change == Changed("gone", "ended; was deployed")
    assert not ghost.selected
    assert [mark.id for mark in found.marks] == ["lithuania"]
    assert [mark.id for mark in found.every] == ["lithuania"]
    assert found.legend.changes == (("gone", "drawn on 1 January 2017, not now"),)
    assert not found.arcs
    assert Standing.PRESENT in dict(found.legend.standings)


def test_a_ghost_outside_the_theatre_is_shown_too() -> None:
    far = [
        {
            "id": "far",
            "name": "Far",
            "country": "LVA",
            "lat": 65.0,
            "lon": 24.0,
            "geocoder": "curated",
            "precision": "town",
        }
    ]
    data = dataset(
        there("a", "2016-06-14", place="far"), claim("b", "2017-06-01", status="ended"), places=far
    )
    data = replace(data, theatre=replace(data.theatre, opening=THEATRE))
    compared = compare(view_of(data), view_of(data, day=date(2017, 1, 1)), data)
    assert compose(compared.view, data, ANCHORS, "", compared).whole[1].lat == 65.8


# --- side by side --------------------------------------------------------------------------------------------


def pair(*claims: dict[str, Any]) -> tuple[Scene, Scene]:
    data = dataset(*claims, memberships=[])
    view, before = view_of(data, day=date(2018, 1, 1)), view_of(data, day=date(2017, 1, 1))
    return compose_pair(compare(view, before, data), data, ANCHORS)


def test_two_days_have_one_frame_and_one_legend_that_explains_what_either_draws() -> None:
    earlier, later = pair(
        claim("a", "2016-06-14", status="considered", host="LVA;LTU", lead="CAN;DEU"),
        there("b", "2017-06-01", host="LVA", lead="CAN", place="adazi"),
        there("c", "2016-06-14", deployment="early", host="DEU", **exactly(450)),
    )
    assert later.legend == NO_LEGEND
    assert (earlier.opening, earlier.whole) == (later.opening, later.whole)
    legend = earlier.legend
    assert legend.heading == "Status on each map’s day"
    assert legend.standings == (
        (Standing.PRESENT, "deployed"),
        (Standing.CONSIDERED, "considered or offered"),
    )
    assert dict(legend.notes)["set"] == "one set, no pairing stated"
    assert len({text for _, text in legend.notes}) == len(legend.notes)
    assert legend.changes == (("moved", "otherwise on 1 January 2017"),)
    assert legend.figures == (("(2016)", "figure of that year, none since"),)


def test_a_symbol_stands_in_the_legend_of_both_days_once_in_the_firmest_of_its_forms() -> None:
    before = claim("a", "2016-06-14", status="considered", host="LVA", lead="CAN")
    after = there("b", "2017-06-01", host="LVA", lead="CAN")
    for claims in (
        (before, after),
        (there("a", "2016-06-14", lead="CAN"), claim("b", "2017-06-01", status="agreed")),
    ):
        symbols = pair(*claims)[0].legend.symbols
        assert [symbol.standing for symbol, _ in symbols] == [Standing.PRESENT]
    different = pair(before, there("b", "2017-06-01", host="LVA", lead="CAN;DEU"))[0].legend.symbols
    assert [(symbol.multinational, symbol.standing) for symbol, _ in different] == [
        (False, Standing.CONSIDERED),
        (True, Standing.PRESENT),
    ]


def test_both_frames_are_within_the_common_one_and_touch_its_sides() -> None:
    far = {"id": "far", "name": "Far", "country": "LVA", "geocoder": "curated", "precision": "town"}
    places = [
        {**far, "id": "north", "lat": 65.0, "lon": 5.0},
        {**far, "id": "south", "lat": 30.0, "lon": 50.0},
    ]
    data = dataset(
        there("a", "2016-06-14", place="north"), there("b", "2017-06-01", place="south"), places=places
    )
    data = replace(data, theatre=replace(data.theatre, opening=THEATRE))
    view, before = view_of(data), view_of(data, day=date(2017, 1, 1))
    compared = compare(view, before, data)
    first, second = compose_pair(compared, data, ANCHORS)
    alone = compose(before, data, ANCHORS), compose(view, data, ANCHORS)
    assert [one.whole for one in alone] == [
        (Point(41.2, 4.2), Point(65.8, 41.5)),
        (Point(29.2, 12.5), Point(60.4, 50.8)),
    ]
    assert first.whole == second.whole == (Point(29.2, 4.2), Point(65.8, 50.8))
    assert first.opening == second.opening == first.whole


def test_only_where_both_days_are_asked_for_there_is_a_scene_of_the_earlier_one() -> None:
    data = replace(dataset(there("a", "2016-06-14")), label_points=ANCHORS)
    view, before = view_of(data, day=date(2018, 1, 1)), view_of(data, day=date(2017, 1, 1))
    compared = compare(view, before, data)
    assert composed(view, data, "", None, side_by_side=True)[0] is None
    assert composed(view, data, "", compared, side_by_side=False)[0] is None
    earlier, later = composed(view, data, "latvia", compared, side_by_side=True)
    assert earlier is not None
    assert [mark.selected for one in (earlier, later) for mark in one.marks] == [True, True]
    _, alone = composed(view, data, "latvia", compared, side_by_side=False)
    assert (alone.marks[0].selected, alone.marks[0].at) == (True, ANCHORS["LVA"])
    assert alone.title.endswith("; changes since 1 January 2017")
