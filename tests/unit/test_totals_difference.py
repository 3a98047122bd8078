"""What two days' figures differ by is told in persons only where both are exact and speak of the same thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from eastflank.model import Figure, Kind
from eastflank.record.sums import Added
from eastflank.view.comparison import compare
from eastflank.view.figures_of_nations import NationFigure
from eastflank.view.filters import Filters
from eastflank.view.selection import view_of
from eastflank.view.totals import Total
from eastflank.view.totals_difference import NationPair, TotalPair, nations_of_both, totals_of_both
from tests.builders import claim, dataset
from tests.folded import SOURCES, exactly, sent, there

KIND = Kind("battlegroup", "battlegroup", "battlegroups", 0)
DAY = date(2017, 6, 1)
PLAIN = Total(KIND, 2, 2, 1000, 1000, None, 0, None, 0, Added(None, None, None), 0)


def total(**fields: Any) -> Total:
    """An exact total of two units, unless `fields` say otherwise."""
    return replace(PLAIN, **fields)


UNSTATED: dict[str, Any] = {"low": None, "high": None, "stating": 0}


@pytest.mark.parametrize(
    ("was", "is_now", "persons", "reason"),
    [
        (total(), total(low=1200, high=1200), 200, ""),
        (total(), total(low=900, high=900, units=1, stating=1), -100, ""),
        (total(), total(), 0, ""),
        (None, total(), None, "none"),
        (total(), None, None, "none"),
        (total(**UNSTATED), total(**UNSTATED), None, "neither"),
        (total(**UNSTATED), total(), None, "not stated"),
        (total(), total(**UNSTATED), None, "not stated"),
        (total(), total(low=1200, high=1300), None, "hedged"),
        (total(low=900), total(), None, "hedged"),
        (total(hedge="about"), total(low=1200, high=1200), None, "hedged"),
        (total(), total(low=1200, high=1200, hedge="about"), None, "hedged"),
        (total(hedge="about"), total(hedge="about"), None, "same"),
        (total(hedge="about"), total(hedge="about", units=3), None, "hedged"),
        (total(low=None, hedge="up to"), total(low=None, hedge="up to", high=1200), None, "hedged"),
        (total(stating=1), total(low=1200, high=1200), None, "partial"),
        (total(), total(low=1200, high=1200, stating=1), None, "partial"),
        (total(stating=1), total(stating=1), None, "same"),
        (total(announced=1), total(low=1200, high=1200), None, "announced"),
        (total(), total(low=1200, high=1200, old=1), None, "old"),
        (total(old=1, announced=1), total(low=1200, high=1200), None, "announced"),
        (total(old=1), total(low=1200, high=1200, stating=1), None, "old"),
    ],
)
def test_totals_differ_by_persons_or_say_why_not(
    was: Total | None, is_now: Total | None, persons: int | None, reason: str
) -> None:
    assert TotalPair(KIND, was, is_now).persons == (persons, reason)


def test_units_differ_by_what_is_known_to_be_there_unless_one_fell_silent() -> None:
    assert TotalPair(KIND, total(), total(units=3)).units == 1
    assert TotalPair(KIND, None, total(units=3)).units == 3
    assert TotalPair(KIND, total(), None).units == -2
    assert TotalPair(KIND, total(), None, silent=True).units is None


def part(number: int | None, **fields: Any) -> NationFigure:
    """One nation's figure; None: it only takes part."""
    figure = None if number is None else Figure(number, number, None, "a", "B2", DAY, DAY)
    return NationFigure("CAN", "latvia", figure, "unit", DAY, **fields)


@pytest.mark.parametrize(
    ("was", "is_now", "persons", "reason"),
    [
        (part(450), part(500), 50, ""),
        (None, part(500), None, "not stated"),
        (part(450), None, None, "not stated"),
        (part(None), part(500), None, "not stated"),
        (part(450), part(None), None, "not stated"),
        (part(450, planned=True), part(500), None, "planned"),
        (part(450, planned=True), part(450), None, "planned"),
        (part(450, planned=True), part(450, planned=True), None, "same"),
        (part(450), part(500, announced=True), None, "announced"),
        (part(450, old=True), part(500), None, "old"),
    ],
)
def test_a_nations_figures_differ_by_persons_or_say_why_not(
    was: NationFigure | None, is_now: NationFigure | None, persons: int | None, reason: str
) -> None:
    assert NationPair("CAN", "latvia", was, is_now).persons == (persons, reason)


FIRST, SECOND = date(2016, 12, 31), date(2017, 12, 31)
AIR = {"id": "air", "name": "Air", "programme": "national", "kind": "presence"}
LATVIA = {"id": "latvia", "name": "Battlegroup", "programme": "eFP", "kind": "battlegroup"}


def test_totals_of_two_days_are_paired_by_kind_those_of_the_later_day_first() -> None:
    small = dataset(
        there("a", "2016-06-01", deployment="air", **exactly(300)),
        claim("gone", "2017-02-01", deployment="air", status="ended"),
        there("b", "2017-06-01", **exactly(1000)),
        sources=SOURCES,
        deployments=[AIR, LATVIA],
    )
    before, view = (view_of(small, day=day) for day in (FIRST, SECOND))
    pairs = totals_of_both(compare(view, before, small))
    assert [(pair.kind.id, pair.units, pair.silent) for pair in pairs] == [
        ("battlegroup", 1, False),
        ("presence", -1, False),
    ]


def test_a_unit_that_nobody_reported_for_two_years_makes_the_number_of_units_unknown() -> None:
    small = dataset(there("a", "2016-06-01", **exactly(300)), sources=SOURCES)
    before, view = (view_of(small, day=day) for day in (date(2018, 6, 1), date(2018, 6, 2)))
    (pair,) = totals_of_both(compare(view, before, small))
    assert (pair.units, pair.later, pair.silent) == (None, None, True)
    both = (view_of(small, day=day) for day in (date(2018, 6, 2), date(2018, 6, 3)))
    assert totals_of_both(compare(*reversed([*both]), small)) == ()


OFFICES = {"id": "offices", "name": "Offices", "sort": "group", "programme": "national", "kind": "presence"}


@pytest.mark.parametrize(("later", "units"), [("2018-06-01", 0), ("2018-06-02", None)])
def test_units_known_only_through_a_group_are_not_gone_if_nobody_reported_it_for_two_years(
    later: str, units: int | None
) -> None:
    small = dataset(
        there("a", "2016-06-01", deployment="offices", host="LVA;LTU", unit_count=2),
        sources=SOURCES,
        deployments=[OFFICES],
    )
    before, view = (view_of(small, day=day) for day in (FIRST, date.fromisoformat(later)))
    for pair in (compare(view, before, small), compare(before, view, small)):
        assert [(one.kind.id, one.units) for one in totals_of_both(pair)] == [("presence", units)]


def test_units_of_a_group_that_are_known_by_themselves_are_compared_even_if_nobody_reports_the_group() -> (
    None
):
    small = dataset(
        there("a", "2016-06-01", deployment="offices", host="LVA", unit_count=1),
        there("b", "2016-06-01", deployment="air", host="LVA"),
        there("c", "2018-05-01", deployment="air", host="LVA"),
        sources=SOURCES,
        deployments=[OFFICES, AIR],
        memberships=[{"member": "air", "whole": "offices"}],
    )
    before, view = (view_of(small, day=day) for day in (FIRST, date(2018, 6, 2)))
    assert [pair.units for pair in totals_of_both(compare(view, before, small))] == [0]


def test_a_nations_figures_of_two_days_are_paired_by_deployment_also_under_another_name() -> None:
    small = dataset(
        there("a", "2016-06-14", deployment="early", lead="DEU"),
        there("b", "2017-06-01"),
        there("c", "2017-06-01", deployment="lithuania", host="LTU"),
        sources=SOURCES,
        contributions=[sent("a", "CAN", 300), sent("b", "CAN", 450), sent("c", "CAN")],
    )
    before, view = (view_of(small, Filters(nation=("CAN",)), day) for day in (date(2016, 7, 1), SECOND))
    pairs = nations_of_both(compare(view, before, small))
    assert [(pair.nation, pair.deployment, pair.persons.persons) for pair in pairs] == [
        ("CAN", "latvia", 150)
    ]
