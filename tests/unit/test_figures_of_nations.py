"""What is stated of one nation's people, deployment by deployment: what is added up for it, then single units."""

from __future__ import annotations

from typing import Any

from eastflank.view.figures_of_nations import nation_figures
from tests.builders import DEPLOYMENTS, claim, deployment
from tests.folded import exactly, known, sent, there

STATISTIC = {"id": "sum", "name": "All", "sort": "statistic", "programme": "national", "kind": "statistic"}
ALL = [*DEPLOYMENTS, deployment("air"), deployment("sea"), STATISTIC]


def told(
    *claims: dict[str, Any], day: str = "2018-01-01", **tables: Any
) -> list[tuple[str, str, int | None]]:
    """Of what, in which deployment and how many Canadians are stated."""
    found = nation_figures(["CAN"], known(*claims, day=day, deployments=ALL, **tables))
    return [(one.of, one.deployment, one.figure.low if one.figure else None) for one in found]


def test_first_comes_what_is_added_up_then_what_is_there_then_plans_then_the_larger_then_those_of_no_figure() -> (
    None
):
    found = told(
        there("g", "2017-06-01", deployment="whole", host="LVA;LTU"),
        there("s", "2017-06-01", deployment="sum", lead="CAN", **exactly(9)),
        there("a", "2017-06-01"),
        there("b", "2017-06-01", deployment="lithuania", host="LTU"),
        there("c", "2017-06-01", deployment="air"),
        claim("d", "2017-06-01", deployment="sea", status="decided"),
        contributions=[
            sent("g", "CAN", 5),
            sent("a", "CAN", 100),
            sent("b", "CAN", 450),
            sent("c", "CAN"),
            sent("d", "CAN", 900),
        ],
    )
    assert found == [
        ("group", "whole", 5), ("statistic", "sum", 9),
        ("unit", "lithuania", 450), ("unit", "latvia", 100), ("unit", "air", None), ("unit", "sea", 900),
    ]  # fmt: skip


def test_an_old_figure_comes_after_the_newer_ones() -> None:
    found = told(
        there("a", "2016-06-01"),
        there("b", "2017-06-01", deployment="lithuania", host="LTU"),
        contributions=[sent("a", "CAN", 450), sent("b", "CAN", 100)],
    )
    assert found == [("unit", "lithuania", 100), ("unit", "latvia", 450)]


def test_what_a_group_states_of_a_nation_is_told_for_eighteen_months_and_only_as_a_figure() -> None:
    group = there("g", "2017-06-01", deployment="whole", host="LVA;LTU")
    assert told(group, contributions=[sent("g", "CAN", 5)], day="2018-12-01") == [("group", "whole", 5)]
    assert told(group, contributions=[sent("g", "CAN", 5)], day="2018-12-02") == []
    assert told(group, contributions=[sent("g", "CAN")]) == []


def test_only_a_statistic_of_the_nation_alone_that_is_on_the_map_is_told() -> None:
    def statistic(day: str = "2018-12-01", **cells: Any) -> list[tuple[str, str, int | None]]:
        return told(
            there("s", "2017-06-01", deployment="sum", **{"lead": "CAN", **exactly(9), **cells}), day=day
        )

    assert statistic() == [("statistic", "sum", 9)]
    assert statistic(day="2018-12-02") == []
    assert statistic(lead="CAN;DEU") == []
    assert statistic(lead="DEU") == []
    assert statistic(troops_low=None, troops_high=None, counts=None) == []


def test_a_national_unit_without_a_list_is_its_leads_people_and_one_of_a_group_is_not() -> None:
    air = there("a", "2017-06-01", deployment="air", lead="CAN", **exactly(300))
    assert told(air) == [("unit", "air", 300)]
    assert told({**air, "lead": "CAN;DEU"}) == []
    assert told(air, contributions=[sent("a", "DEU", 20)]) == [("unit", "air", None)]
    assert told(air, contributions=[sent("a", "CAN", 20)]) == [("unit", "air", 20)]
    group = there("g", "2017-06-01", deployment="whole", host="LVA;LTU")
    assert told(group, there("b", "2017-06-01", lead="CAN", **exactly(300))) == [("unit", "latvia", None)]


def test_of_what_is_over_or_lapsed_or_has_no_status_nothing_is_told() -> None:
    contributions = [sent("a", "CAN", 450)]
    ended = claim("b", "2017-09-01", status="ended")
    assert told(there("a", "2017-06-01"), ended, contributions=contributions) == []
    plan = claim("a", "2016-01-01", status="decided", lead="CAN")
    assert told(plan, day="2018-01-01") == [("unit", "latvia", None)]
    assert told(plan, day="2018-01-02") == []
    assert told(claim("a", "2017-06-01", lead="CAN"), contributions=contributions) == []


def test_a_nation_that_is_asked_for_twice_is_told_once_and_each_says_since_when_and_how_sure() -> None:
    found = known(
        claim("p", "2016-09", status="decided"),
        there("a", "2017-06-01"),
        contributions=[sent("p", "CAN", 450)],
    )
    (one,) = nation_figures(["CAN", "CAN"], found)
    assert (str(one.told_on), one.planned, one.announced, one.old) == ("2016-09-01", False, True, False)
    led = known(claim("p", "2016-09", status="decided", lead="CAN"), day="2017-01-01")
    (plan,) = nation_figures(["CAN"], led)
    assert (str(plan.told_on), plan.planned, plan.announced, plan.old) == ("2016-09-01", True, False, False)
