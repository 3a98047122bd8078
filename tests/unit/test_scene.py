"""The scene says no more than the record: it invents no pairing, no base and no presence."""

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import STATUSES, Point, Standing
from eastflank.scene.composition import compose
from eastflank.scene.curve import arc_between
from eastflank.scene.drawn import Mark, Scene, Symbol, symbol_words
from eastflank.view.selection import view_of
from tests.builders import claim, dataset
from tests.folded import exactly
from tests.frozen import RECORD

ANCHORS = {"LVA": Point(56.8, 24.6), "LTU": Point(55.3, 23.9), "DEU": Point(51.0, 10.0)}
POINTS = st.builds(Point, st.floats(30, 75), st.floats(-30, 60))


def drawn(*claims: dict, day: str = "2018-01-01", selected: str = "", **tables: list) -> Scene:
    data = dataset(*claims, **tables)
    return compose(view_of(data, day=date.fromisoformat(day)), data, ANCHORS, selected)


def only_mark(*claims: dict) -> Mark:
    (mark,) = drawn(*claims).marks
    return mark


@given(POINTS, POINTS)
def test_a_curve_ends_exactly_where_it_should_and_bends_north(start: Point, end: Point) -> None:
    path = arc_between(start, end)
    assert (path[0], path[-1]) == (start, end)
    assert all(math.isfinite(point.lat) and abs(point.lat) <= 90 for point in path)
    middle, straight = path[len(path) // 2].lat, min(start.lat, end.lat)
    assert middle >= straight - 0.001


@given(POINTS, POINTS)
def test_a_curve_is_the_same_length_however_it_is_cut(start: Point, end: Point) -> None:
    assert len(arc_between(start, end, 7)) == 8


def test_a_place_that_a_claim_names_gets_a_symbol_there() -> None:
    mark = only_mark(claim("a", "2017-05-06", status="deployed", lead="CAN", host="LVA", place="adazi"))
    assert (mark.anchor, mark.at, mark.heading) == ("place", Point(57.07, 24.34), "Ādaži")
    assert (mark.symbol.standing, mark.symbol.echelon) == (Standing.PRESENT, "battalion")


def test_a_host_without_a_place_gets_a_card_over_it_and_says_that_no_base_is_stated() -> None:
    mark = only_mark(claim("a", "2016-07-08", status="decided", lead="CAN", host="LVA"))
    assert (mark.anchor, mark.at, mark.heading) == ("country", ANCHORS["LVA"], "Latvia")
    assert "base not stated" in mark.lines[0]


def test_a_place_known_to_within_a_region_is_named_and_has_no_point() -> None:
    camp = {
        "id": "camp",
        "name": "The camp",
        "country": "LVA",
        "lat": 57.0,
        "lon": 24.0,
        "precision": "region",
    }
    facts = {"status": "deployed", "host": "LVA", "place": "camp", **exactly(500)}
    (mark,) = drawn(claim("a", "2017-05-06", **facts), places=[{**camp, "geocoder": "curated"}]).marks
    assert (mark.anchor, mark.lines) == (
        "country",
        ("500 (2017), deployed; at The camp, not exactly placed",),
    )


@pytest.mark.parametrize(
    ("day", "said"), [("2022-12-31", "1,033, deployed"), ("2023-01-01", "1,033 (2022), deployed")]
)
def test_a_figure_of_an_earlier_year_bears_that_year(day: str, said: str) -> None:
    facts = {"status": "deployed", "troops_low": 1033, "troops_high": 1033, "place": "adazi", "host": "LVA"}
    (mark,) = drawn(claim("a", "2022-06-28", **facts), day=day).marks
    assert mark.lines == (said,)
    assert any(line.endswith("of 28 June 2022, graded B2") for line in mark.details)


def test_the_legend_explains_what_stands_behind_figures_and_only_what_does() -> None:
    weak = {"status": "deployed", "troops_low": 2200, "troops_high": 2200, "host": "LVA", "credibility": 4}
    sound = {"status": "deployed", "troops_low": 500, "troops_high": 500, "host": "LTU"}
    claims = (claim("a", "2022-11-30", **weak), claim("b", "2022-11-30", deployment="lithuania", **sound))
    assert drawn(*claims, day="2022-12-01").legend.figures == (("(B4)", "figure with a low grade"),)
    assert drawn(*claims, day="2023-12-01").legend.figures == (
        ("(2022)", "figure of that year, none since"),
        ("(B4)", "figure with a low grade"),
    )
    assert drawn(claims[1], day="2022-12-01").legend.figures == ()
    older = claim("c", "2021-11-30", deployment="lithuania", **sound)
    newer = {**weak, "credibility": 2}
    assert drawn(claim("a", "2022-11-30", **newer), older, day="2023-01-01").legend.figures == (
        ("(2022)", "figure of that year, none since"),
    )
    unstated = claim("a", "2020-01-01", status="deployed", host="LVA", credibility=4)
    assert drawn(unstated, day="2022-12-01").legend.figures == ()


def test_a_weak_figure_bears_its_grade() -> None:
    facts = {"status": "deployed", "troops_low": 2200, "troops_high": 2200, "host": "LVA", "credibility": 4}
    (mark,) = drawn(claim("a", "2022-11-30", **facts), day="2022-12-01").marks
    assert mark.lines == ("2,200 (B4), deployed; base not stated",)


def test_several_hosts_are_one_set_with_no_arc_to_any_of_them() -> None:
    scene = drawn(
        claim(
            "a",
            "2016-06-14",
            deployment="whole",
            status="agreed",
            lead="DEU;USA",
            host="LTU;LVA",
            unit_count=2,
        )
    )
    (mark,) = scene.marks
    assert (mark.anchor, set(mark.ties), mark.lead) == ("set", {ANCHORS["LVA"], ANCHORS["LTU"]}, None)
    assert mark.at not in mark.ties
    assert {arc.path[-1] for arc in scene.arcs} == {mark.at}
    assert {arc.lead for arc in scene.arcs} == {"DEU", "USA"}
    assert "who leads where is not stated" in mark.lines
    assert ("set", "one set, no pairing stated") in scene.legend.notes


def test_a_part_without_a_host_stands_beside_its_whole() -> None:
    scene = drawn(
        claim("w", "2016-06-14", deployment="whole", status="agreed", host="LTU;LVA", unit_count=2),
        claim("p", "2016-06-14", deployment="early", status="considered", lead="CAN"),
        day="2016-07-01",
    )
    early = next(mark for mark in scene.marks if mark.id == "early")
    assert (early.anchor, early.heading) == ("beside", "The early one")
    assert "host not stated" in early.lines[0]
    assert early.at not in ANCHORS.values()


def test_what_has_neither_host_nor_whole_has_no_mark() -> None:
    assert drawn(claim("p", "2016-06-14", status="considered", lead="CAN")).marks == ()


def test_a_sea_has_a_card_and_no_symbol() -> None:
    mark = only_mark(claim("a", "2016-06-14", status="agreed", place="sea"))
    assert (mark.anchor, mark.heading, mark.symbol) == ("sea", "The sea", None)
    assert mark.lines[0] == "Battlegroup Latvia"


def test_of_the_sums_that_are_given_for_a_country_the_map_names_the_newest_of_all_nations() -> None:
    deployments = [
        {"id": name, "name": name, "sort": "statistic", "programme": "eFP", "kind": "battlegroup"}
        for name in ("canadas", "all", "newer", "unstated")
    ]
    facts = {"status": "deployed", "host": "LVA"}
    scene = drawn(
        claim("a", "2017-10-01", deployment="canadas", lead="CAN", **facts, **exactly(500)),
        claim("b", "2017-06-01", deployment="all", **facts, **exactly(1600)),
        claim("c", "2017-07-01", deployment="newer", **facts, **exactly(1700)),
        claim("d", "2017-11-01", deployment="unstated", **facts),
        deployments=deployments,
    )
    assert [(one.iso3, one.date) for one in scene.statistics] == [("LVA", date(2017, 7, 1))]
    assert "1,700" in scene.statistics[0].text


def test_several_deployments_at_one_spot_have_each_their_own_mark() -> None:
    other = [*DEPLOYMENTS, {"id": "second", "name": "Second", "programme": "national", "kind": "presence"}]
    scene = drawn(
        claim("a", "2016-07-08", status="decided", host="LVA"),
        claim("b", "2016-07-08", deployment="second", status="deployed", host="LVA"),
        claim("c", "2016-07-08", deployment="lithuania", status="decided", host="LTU"),
        deployments=other,
    )
    assert len({mark.id for mark in scene.marks}) == 3
    assert sorted(mark.id for mark in scene.marks if mark.at == ANCHORS["LVA"]) == ["latvia", "second"]


DEPLOYMENTS = [
    {
        "id": "latvia",
        "name": "Battlegroup Latvia",
        "programme": "eFP",
        "kind": "battlegroup",
        "echelon": "battalion",
    },
    {
        "id": "lithuania",
        "name": "Battlegroup Lithuania",
        "programme": "eFP",
        "kind": "battlegroup",
        "echelon": "battalion",
    },
]


def test_a_lead_at_home_needs_no_arc() -> None:
    assert drawn(claim("a", "2016-07-08", status="decided", lead="LVA", host="LVA")).arcs == ()
    (arc,) = drawn(claim("a", "2016-07-08", status="decided", lead="LVA;CAN", host="LVA")).arcs
    assert (arc.lead, arc.name, arc.path[0]) == ("CAN", "Canada", Point(45.4, -75.7))


@pytest.mark.parametrize("status", STATUSES)
def test_what_ended_is_not_drawn_and_all_else_is(status: str) -> None:
    scene = drawn(claim("a", "2016-07-08", status=status, lead="CAN", host="LVA"))
    gone = STATUSES[status] == Standing.GONE
    assert (scene.marks == (), scene.areas == (), scene.arcs == ()) == (gone, gone, gone)


def test_a_host_is_tinted_by_the_most_advanced_of_what_it_hosts() -> None:
    scene = drawn(
        claim("a", "2016-07-08", status="considered", host="LVA"),
        claim("b", "2016-07-08", deployment="lithuania", status="deployed", host="LVA"),
        deployments=DEPLOYMENTS,
    )
    (area,) = scene.areas
    assert (area.iso3, area.standing, area.deployments) == ("LVA", Standing.PRESENT, ("latvia", "lithuania"))


def test_a_host_without_a_label_point_is_not_lost() -> None:
    assert only_mark(claim("a", "2016-07-08", status="deployed", host="CAN")).at == Point(45.4, -75.7)


def test_the_legend_lists_only_what_is_drawn() -> None:
    nothing = drawn(claim("a", "2016-07-08", status="withdrawn", host="LVA")).legend
    assert (nothing.standings, nothing.symbols) == ((), ())
    one = drawn(claim("a", "2016-07-08", status="decided", host="LVA", lead="CAN;DEU")).legend
    assert [standing for standing, _ in one.standings] == [Standing.PLANNED]
    assert [text for _, text in one.symbols] == ["multinational battalion"]
    assert "set" not in dict(one.notes)
    assert one.heading == "Status on 1 January 2018"


def test_a_strength_that_nobody_states_is_never_a_figure() -> None:
    mark = only_mark(claim("a", "2016-07-08", status="decided", host="LVA"))
    assert not any(sign.isdigit() for sign in " ".join(mark.lines))
    assert "Strength: not stated" in mark.details


def test_only_the_selected_deployment_is_marked_so() -> None:
    claims = (
        claim("a", "2016-07-08", status="decided", host="LVA"),
        claim("b", "2016-07-08", deployment="lithuania", status="decided", host="LTU"),
    )
    assert [mark.id for mark in drawn(*claims, selected="latvia").marks if mark.selected] == ["latvia"]
    assert not any(mark.selected for mark in drawn(*claims).marks)


@pytest.mark.parametrize(("nation", "joined"), [("SWE", date(2024, 3, 7)), ("MNE", date(2017, 6, 5))])
def test_a_nation_is_a_member_from_the_day_it_joined(nation: str, joined: date) -> None:
    members = [
        compose(view_of(RECORD, day=day), RECORD, ANCHORS).members
        for day in (joined - timedelta(days=1), joined)
    ]
    assert [nation in then for then in members] == [False, True]
    assert "RUS" not in members[1]


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("echelon", [None, "battalion"])
def test_every_symbol_has_words(standing: Standing, echelon: str | None) -> None:
    for kind in ("battlegroup", "brigade", "presence", "headquarters"):
        said = symbol_words(Symbol(RECORD.theatre.kind(kind), echelon, standing, multinational=True))
        assert said.startswith("multinational ")
        assert "None" not in said
