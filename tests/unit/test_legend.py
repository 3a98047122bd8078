"""The legend and the map's key: they explain what is drawn, each thing once, and nothing else."""

import json
from dataclasses import replace
from datetime import date

import pytest

from eastflank.model import Kind, Standing
from eastflank.scene import legend, map_key
from eastflank.scene.crowds import MOST
from eastflank.scene.drawn import Area, CountryNote, Symbol, symbol_words
from eastflank.view.comparison import Changed
from eastflank.view.selection import view_of
from tests.builders import NATIONS, claim, dataset
from tests.folded import exactly, there
from tests.scenes import marks, scene

HEADINGS = ("Battlegroups", "Brigades", "Other deployments", "Countries", "No longer there")


def test_it_names_the_standings_that_areas_or_marks_have_the_firmest_first() -> None:
    found = scene(
        there("a", "2018-01-01"),
        claim("b", "2018-01-01", deployment="lithuania", status="considered", host="LTU"),
        claim("c", "2018-01-01", deployment="early", status="agreed", host="DEU"),
        memberships=[],
    ).legend
    assert found.standings == (
        (Standing.PRESENT, "deployed"),
        (Standing.PLANNED, "agreed or on the way"),
        (Standing.CONSIDERED, "considered or offered"),
    )


def test_an_area_or_a_mark_alone_is_explained() -> None:
    data = dataset(there("a", "2018-01-01"))
    view = view_of(data)
    area = Area("LVA", Standing.PLANNED, ("latvia",))
    assert [one for one, _ in legend.legend_of(view, (area,), (), []).standings] == [Standing.PLANNED]
    (mark,) = scene(there("a", "2018-01-01")).marks
    assert [one for one, _ in legend.legend_of(view, (), (mark,), []).standings] == [Standing.PRESENT]


def test_each_sort_of_symbol_stands_there_once_in_the_firmest_form_that_is_drawn() -> None:
    claims = [
        there("a", "2018-01-01", lead="CAN"),
        claim("b", "2018-01-01", deployment="lithuania", status="considered", host="LTU", lead="DEU"),
        claim("c", "2018-01-01", deployment="early", status="agreed", host="DEU", lead="USA"),
    ]
    for order in (claims, claims[::-1]):
        found = scene(*order, memberships=[]).legend.symbols
        assert {(symbol.echelon, symbol.standing) for symbol, _ in found} == {
            ("battalion", Standing.PRESENT),
            (None, Standing.PLANNED),
        }
        assert {text for _, text in found} == {"battalion", "unit, size not stated"}


def test_a_symbol_is_told_by_what_it_shows_and_by_nothing_else() -> None:
    plain = Kind("patrol", "patrol", "patrols", 0)
    tracked = replace(plain, symbol="mechanised")
    staff = replace(plain, symbol="headquarters")
    told = [
        symbol_words(Symbol(kind, echelon, Standing.PRESENT, multinational=several))
        for kind, echelon, several in (
            (plain, None, False),
            (plain, None, True),
            (plain, "company", True),
            (tracked, "company", False),
            (tracked, None, False),
            (staff, None, True),
            (staff, "division", False),
        )
    ]
    assert told == [
        "unit, size not stated",
        "multinational unit, size not stated",
        "multinational company",
        "company, mechanised",
        "unit, mechanised, size not stated",
        "multinational headquarters",
        "division, headquarters",
    ]


def test_kinds_of_one_look_stand_in_the_legend_once() -> None:
    kinds = [
        {"id": "latvia", "name": "A", "kind": "battlegroup", "echelon": "battalion"},
        {"id": "lithuania", "name": "B", "kind": "presence", "echelon": "battalion"},
    ]
    claims = there("a", "2018-01-01"), there("b", "2018-01-01", deployment="lithuania", host="LTU")
    found = scene(*claims, deployments=kinds, memberships=[]).legend.symbols
    assert [text for _, text in found] == ["battalion"]


def test_a_set_and_a_crowd_are_explained_where_one_is_drawn() -> None:
    ties = scene(there("a", "2018-01-01", host="LVA;LTU")).legend.notes
    assert ties[0] == ("set", "one set, no pairing stated")
    names = [f"d{number}" for number in range(MOST + 1)]
    many = scene(
        *(there(name, "2017-06-01", deployment=name, place="adazi", **exactly(30)) for name in names),
        deployments=[{"id": name, "name": name, "programme": "national", "kind": "presence"} for name in names],
    )  # fmt: skip
    assert many.legend.notes[0] == ("crowd", "so many near each other")
    assert many.legend.figures == ()
    assert len(many.every) == MOST + 1
    assert not many.arcs
    alone = scene(there("a", "2018-01-01")).legend.notes
    assert {"set", "crowd"}.isdisjoint(dict(alone))


def test_the_two_grounds_are_explained_where_the_map_has_them() -> None:
    data = dataset(there("a", "2018-01-01"))
    data = replace(data, theatre=replace(data.theatre, alliance="NATO"))
    day = date(2018, 1, 1)
    assert legend.grounds_drawn(day, data) == [("member", "NATO member then")]
    assert legend.grounds_drawn(date(1949, 8, 23), data) == []
    for features, expected in (([{}], [("disputed", "occupied or breakaway")]), ([], [])):
        held = replace(data, base_map={"disputed": json.dumps({"features": features})})
        assert legend.grounds_drawn(date(1900, 1, 1), held) == expected


@pytest.mark.parametrize("one", NATIONS)
def test_a_nation_is_a_member_from_the_day_on_which_it_joined(one: dict[str, str]) -> None:
    joined = date.fromisoformat(one["member_since"])
    before, after = (
        legend.members(day, dataset()) for day in (date.fromordinal(joined.toordinal() - 1), joined)
    )
    assert (one["iso3"] in before, one["iso3"] in after) == (False, True)
    assert list(after) == sorted(after)


def test_behind_figures_it_gives_the_newest_of_the_years_and_the_lowest_of_the_grades_as_examples() -> None:
    found = scene(
        there("a", "2015-06-01", **exactly(450)),
        there("b", "2016-12-01", deployment="lithuania", host="LTU", **exactly(450)),
        there("c", "2017-06-01", deployment="early", host="DEU", credibility=4, **exactly(300)),
        memberships=[],
    ).legend
    assert found.figures == (
        ("(2017)", "figure of that year, none since"),
        ("(B4)", "figure with a low grade"),
    )


# --- the key -------------------------------------------------------------------------------------------------


def test_the_key_has_a_group_of_rows_for_each_heading_of_a_kind_and_three_more() -> None:
    kinds = [
        Kind("a", "a", "as", 0, heading="Battlegroups"),
        Kind("b", "b", "bs", 1),
        Kind("c", "c", "cs", 2, heading="Brigades"),
        Kind("d", "d", "ds", 3, heading="Battlegroups"),
    ]
    assert map_key.headings(kinds) == HEADINGS


def test_a_mark_has_its_row_under_its_own_heading_and_what_is_gone_under_the_last() -> None:
    (mark,) = marks(there("a", "2018-01-01")).values()
    for section, group in (("Battlegroups", 0), ("Brigades", 1), ("", 2), ("Patrols", 2)):
        assert map_key.group(replace(mark, section=section), HEADINGS) == group
    assert map_key.group(replace(mark, section="Countries"), HEADINGS) == 2
    gone = replace(mark, change=Changed("gone", "has ended"))
    assert HEADINGS[map_key.group(gone, HEADINGS)] == "No longer there"
    moved = replace(mark, change=Changed("moved", "was agreed"))
    assert (moved.gone, map_key.group(moved, HEADINGS)) == (False, 0)
    assert HEADINGS[map_key.countries(HEADINGS)] == "Countries"


def test_a_sum_says_its_country_in_its_row() -> None:
    note = CountryNote("LVA", "Latvia", "1,700 allied troops", date(2018, 1, 1))
    assert note.row == "Latvia: 1,700 allied troops"
