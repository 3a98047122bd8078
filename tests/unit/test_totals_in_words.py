"""Totals and nations' figures in words: each says what it covers, with its notes."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from eastflank.model import Dataset
from eastflank.model.overlay import Named, laid_over
from eastflank.record.sums import Added
from eastflank.report.totals_in_words import (
    brief,
    explained,
    figure_of,
    figure_told,
    in_brief,
    nation_lines,
    own_figures,
    stating_if_few,
    total_sentence,
    years_of,
)
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.names import names_by_code
from eastflank.view.selection import View, view_of
from eastflank.view.totals import Total
from tests.builders import claim, dataset
from tests.folded import exactly, known, sent, there

KIND = dataset().theatre.kind("battlegroup")
NONE = known()
WHOLE = known(claim("w", "2017-06-01", deployment="whole", status="deployed", **exactly(2000)))
DAY = date(2018, 1, 1)


def total(**cells: Any) -> Total:
    """A total of 9,641 persons in all of eight battlegroups, except for these fields."""
    plain = Total(
        kind=KIND, units=8, stating=8, low=9641, high=9641, hedge=None, ceilings=0, years=None, old=0,
        old_sum=Added(None, None, None), announced=0,
    )  # fmt: skip
    return replace(plain, **cells)


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({}, "9,641 persons in eight battlegroups"),
        ({"units": 1, "stating": 1}, "9,641 persons in one battlegroup"),
        ({"stating": 7}, "9,641 persons in seven of eight battlegroups"),
        ({"stating": 1}, "9,641 persons in one of eight battlegroups"),
        ({"stating": 0, "low": None, "high": None}, "strength not stated in eight battlegroups"),
        (
            {"stating": 0, "low": None, "high": None, "weak": 2},
            "strength stated only with a low grade in eight battlegroups",
        ),
        ({"stating": 6, "weak": 2}, "9,641 persons in six of eight battlegroups"),
        ({"low": 9600, "high": 9600, "hedge": "about"}, "about 9,600 persons in eight battlegroups"),
        ({"low": None, "hedge": "up to"}, "up to 9,641 persons in eight battlegroups"),
        ({"years": (2020, 2024)}, "9,641 persons in eight battlegroups; figures of 2020–2024"),
        ({"years": (2022, 2022)}, "9,641 persons in eight battlegroups; figures of 2022"),
        ({"ceilings": 1}, "9,641 persons in eight battlegroups; one states only a ceiling"),
        ({"ceilings": 2}, "9,641 persons in eight battlegroups; two state only a ceiling"),
        (
            {"ceilings": 1, "ceiling": 41, "low": 9600},
            "9,600 and up to 41 more persons in eight battlegroups; one states only a ceiling",
        ),
        (
            {"high": None, "hedge": "about", "ceilings": 1, "ceiling": 41},
            "at least about 9,641 and up to 41 more persons in eight battlegroups; one states only a ceiling",
        ),
        (
            {"old": 2, "old_sum": Added(None, 41, "up to", 41)},
            "9,641 persons in eight battlegroups; up to 41 of it older than eighteen months",
        ),
        ({"ceilings": 8, "low": None}, "up to 9,641 persons in eight battlegroups"),
        ({"announced": 1}, "9,641 persons in eight battlegroups; one figure as announced"),
        ({"announced": 3}, "9,641 persons in eight battlegroups; three figures as announced"),
        (
            {"old": 2, "old_sum": Added(1500, 1500, None)},
            "9,641 persons in eight battlegroups; 1,500 of it older than eighteen months",
        ),
        (
            {"old": 8, "old_sum": Added(9641, 9641, None)},
            "9,641 persons in eight battlegroups; all of it older than eighteen months",
        ),
        ({"overlaps": True}, "9,641 persons in eight battlegroups; may overlap with units of another kind"),
    ],
)
def test_a_total_says_for_how_many_units_it_speaks_and_what_must_be_known_of_it(
    cells: dict[str, Any], sentence: str
) -> None:
    assert total_sentence(total(**cells), NONE) == sentence


def test_all_that_must_be_known_of_a_total_is_told_in_one_order() -> None:
    alone = total(units=8, stating=3, low=900, high=1200, hedge="about")
    everything = total(
        group="whole", parts=alone, years=(2016, 2017), ceilings=1, announced=2, old=1, old_sum=Added(100, 100, None),
        overlaps=True,
    )  # fmt: skip
    assert explained(everything, WHOLE).split("; ") == [
        "in eight battlegroups, said of “The whole” together",
        "by themselves about 900–1,200 in three of them",
        "figures of 2016–2017",
        "one states only a ceiling",
        "two figures as announced",
        "100 of it older than eighteen months",
        "may overlap with units of another kind",
    ]


@pytest.mark.parametrize(("stating", "told"), [(0, False), (1, True), (7, True), (8, False)])
def test_what_units_of_a_group_state_by_themselves_is_told_where_some_do_and_not_all(
    stating: int, *, told: bool
) -> None:
    said = total(group="whole", parts=total(stating=stating, low=900, high=900))
    assert ("by themselves 900" in explained(said, WHOLE)) == told


def test_what_stands_beside_a_group_is_told_with_what_is_said_of_the_group() -> None:
    said = total(group="whole", beside=Added(300, 400, "about"))
    assert explained(said, WHOLE) == (
        "in eight battlegroups, 2,000 said of “The whole” together, and about 300–400 beside them"
    )


def test_how_many_state_a_figure_is_told_where_not_all_do() -> None:
    assert [stating_if_few(total(stating=number)) for number in (0, 7, 8)] == [0, 7, None]


def test_the_years_of_a_total_are_a_span_and_empty_where_all_are_of_the_year_shown() -> None:
    assert [years_of(total(years=years)) for years in (None, (2022, 2022), (2020, 2022))] == [
        "",
        "2022",
        "2020–2022",
    ]
    assert figure_of(total(weak=3)) == "9,641"


# --- in few words --------------------------------------------------------------------------------------------


def view(*claims: dict[str, Any], filters: Filters = EVERYTHING, day: date = DAY, **tables: Any) -> View:
    return view_of(dataset(*claims, **tables), filters, day)


def lithuania(identifier: str, said_on: str, **cells: Any) -> dict[str, Any]:
    return there(identifier, said_on, **{"deployment": "lithuania", "host": "LTU", **cells})


def test_all_totals_in_a_line() -> None:
    kinds = [
        {"id": "latvia", "name": "A", "kind": "battlegroup"},
        {"id": "lithuania", "name": "B", "kind": "battlegroup"},
        {"id": "third", "name": "C", "kind": "brigade"},
    ]
    found = view(
        there("a", "2017-06-01", **exactly(450)),
        lithuania("b", "2017-06-01"),
        there("c", "2017-06-01", deployment="third"),
        deployments=kinds,
    )
    assert in_brief(found) == (
        "450 (2017) in one of two battlegroups",
        "strength of one brigade not stated",
    )
    assert brief(found) == "450 (2017) in one of two battlegroups · strength of one brigade not stated"
    assert in_brief(view()) == ()


def test_a_figure_of_a_low_grade_is_in_no_total_and_the_line_says_so() -> None:
    found = view(there("a", "2017-06-01", credibility=4, **exactly(450)))
    assert in_brief(found) == ("strength of one battlegroup stated only with a low grade",)


def test_in_a_nation_s_view_the_line_begins_with_whose_totals_they_are() -> None:
    claims = (there("a", "2017-06-01", lead="CAN", **exactly(450)),)
    assert in_brief(view(*claims, filters=Filters(nation=("CAN",)))) == (
        "all nations in these units",
        "450 (2017) in one battlegroup",
    )
    planned = claim("a", "2017-06-01", status="agreed", lead="CAN", host="LVA")
    assert in_brief(view(planned, filters=Filters(nation=("CAN",)))) == ()


def overlay() -> Dataset:
    one, two = (
        dataset(there("a", "2017-06-01", **exactly(number)), lithuania("b", "2017-06-01"))
        for number in (450, 500)
    )
    return laid_over([Named("one", "The first", one), Named("two", "The second", two)])


def test_of_several_datasets_each_total_names_its_own() -> None:
    found = view_of(overlay(), day=DAY)
    assert in_brief(found) == (
        "450 (2017) in one of two battlegroups in The first",
        "500 (2017) in one of two battlegroups in The second",
    )
    assert [total_sentence(one, found.known).partition(" persons ")[2] for one in found.totals] == [
        "in one of two battlegroups in The first; figures of 2017",
        "in one of two battlegroups in The second; figures of 2017",
    ]


# --- nations -------------------------------------------------------------------------------------------------


def lines(*claims: dict[str, Any], nation: str = "CAN", day: date = DAY, **tables: Any) -> tuple[str, ...]:
    data = dataset(*claims, **tables)
    return nation_lines(view_of(data, Filters(nation=(nation,)), day), names_by_code(data))


def test_a_nation_with_a_figure() -> None:
    said = there("a", "2017-06-01", lead="CAN")
    assert lines(said, contributions=[sent("a", "CAN", 450)]) == ("Canada in Battlegroup Latvia: 450 (2017)",)


def test_a_list_of_a_nations_figures_may_be_cut_after_so_many() -> None:
    data = dataset(there("a", "2017-06-01", lead="CAN"), lithuania("b", "2017-06-01", lead="CAN"))
    view, names = view_of(data, Filters(nation=("CAN",)), DAY), names_by_code(data)
    both = nation_lines(view, names)
    assert len(both) == len(own_figures(view)) == 2
    assert nation_lines(view, names, 1) == both[:1]


def test_a_nation_without_a_figure_takes_part_or_is_to_take_part() -> None:
    assert lines(there("a", "2017-06-01", lead="CAN")) == (
        "Canada takes part in Battlegroup Latvia; no current figure",
    )
    assert lines(claim("a", "2017-06-01", status="agreed", host="LVA", lead="CAN")) == (
        "Canada: Battlegroup Latvia, agreed; no current figure",
    )


def test_a_nation_that_nobody_named_for_long_says_when_it_was_last_reported() -> None:
    claims = there("a", "2015-06-01"), there("b", "2017-12-01")
    assert lines(*claims, contributions=[sent("a", "CAN")]) == (
        "Canada takes part in Battlegroup Latvia, last reported in 2015; no current figure",
    )


def test_an_old_figure_is_no_current_one_and_stands_with_its_year() -> None:
    claims = there("a", "2015-06-01"), there("b", "2017-12-01")
    found = lines(*claims, contributions=[sent("a", "CAN", 450)])
    assert found == ("Canada in Battlegroup Latvia: no current figure; 450 in 2015, last reported in 2015",)
    # What was reported in the year before is no silence.
    claims = there("a", "2016-06-01"), there("b", "2017-12-01")
    found = lines(*claims, day=date(2017, 12, 31), contributions=[sent("a", "CAN", 450)])
    assert found == ("Canada in Battlegroup Latvia: no current figure; 450 in 2016",)


def test_a_figure_that_was_announced_before_it_was_there_says_so() -> None:
    claims = (
        claim("a", "2017-05-01", status="decided", host="LVA"),
        there("b", "2017-06-01"),
    )
    assert lines(*claims, contributions=[sent("a", "CAN", 450)]) == (
        "Canada in Battlegroup Latvia: 450 (2017), as announced",
    )


def test_a_figure_that_is_only_planned_says_so() -> None:
    said = claim("a", "2017-05-01", status="decided", host="LVA")
    assert lines(said, contributions=[sent("a", "CAN", 450)]) == (
        "Canada in Battlegroup Latvia: planned: 450 (2017)",
    )


def test_a_source_s_own_count_is_told_as_such() -> None:
    sums = [{"id": "sum", "name": "Troops in Latvia", "sort": "statistic", "kind": "presence"}]
    said = claim(
        "a", "2017-12-01", deployment="sum", status="deployed", host="LVA", lead="CAN", **exactly(600)
    )
    assert lines(said, deployments=sums) == ("600 (2017): Troops in Latvia (a source’s own count)",)


def test_a_nation_without_a_name_stands_as_its_code() -> None:
    said = there("a", "2017-06-01", lead="XXX")
    assert lines(said, nation="XXX") == ("XXX takes part in Battlegroup Latvia; no current figure",)


def test_a_unit_under_two_names_is_told_once_where_no_figure_is_stated_and_each_figure_by_itself() -> None:
    early = claim("p", "2016-06-14", deployment="early", status="agreed", lead="CAN", host="LVA")
    later = there("a", "2017-06-01", lead="CAN")
    assert len(lines(early, later)) == 1
    figures = [sent("p", "CAN", 400), sent("a", "CAN", 450)]
    found = lines(early, later, contributions=figures)
    assert len(found) == len(set(found)) >= 1
    assert any("450" in one for one in found)


def test_a_figure_told_in_a_table_says_what_is_announced_or_planned_about_it() -> None:
    told = []
    for claims, sends in (
        ((there("a", "2017-06-01", lead="CAN"),), ()),
        ((there("a", "2017-06-01", lead="CAN"),), (sent("a", "CAN", 450),)),
        ((claim("a", "2017-06-01", status="agreed", lead="CAN", host="LVA"),), (sent("a", "CAN", 450),)),
        (
            (claim("a", "2017-05-01", status="decided", host="LVA"), there("b", "2017-06-01")),
            (sent("a", "CAN", 450),),
        ),
    ):
        found = view(*claims, filters=Filters(nation=("CAN",)), contributions=list(sends))
        told += [figure_told(one, DAY) for one in found.nations]
    assert told == ["not stated", "450 (2017)", "planned: 450 (2017)", "450 (2017), as announced"]


def test_a_hedge_and_a_low_grade_are_never_lost() -> None:
    said = there("a", "2017-06-01", lead="CAN", credibility=4)
    found = lines(said, contributions=[sent("a", "CAN", 450, hedge="about")])
    assert found == ("Canada in Battlegroup Latvia: about 450 (2017, B4)",)
