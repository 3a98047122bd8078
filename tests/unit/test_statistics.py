"""Statistics: what a source adds up, and when it leaves the map."""

from datetime import date
from typing import Any

from eastflank.model import Deployment
from eastflank.record.as_of import Known
from eastflank.view.filters import Filters
from eastflank.view.selection import view_of
from eastflank.view.totals import totals_of
from tests.builders import claim, dataset
from tests.folded import SOURCES, exactly, known, sent, there

KNOWN = [
    {"id": "latvia", "name": "Battlegroup Latvia", "programme": "eFP", "kind": "battlegroup"},
    {"id": "sum", "name": "All in Latvia", "sort": "statistic", "programme": "national", "kind": "statistic"},
]


def record(*claims: dict[str, Any], day: str = "2018-01-01", **tables: Any) -> Known:
    first = claim("s", "2017-06-01", deployment="sum", status="deployed", host="LVA", **exactly(1000))
    return known(first, *claims, day=day, deployments=KNOWN, **tables)


def statistic(*claims: dict[str, Any], day: str = "2018-01-01") -> Deployment:
    return record(*claims, day=day).deployments["sum"]


def test_it_stays_on_the_map_for_eighteen_months() -> None:
    assert statistic(day="2018-12-01").off_map == ""
    assert statistic(day="2018-12-02").off_map == "old"


def test_it_leaves_when_a_newer_figure_of_one_of_its_parts_exceeds_it() -> None:
    assert statistic(there("a", "2017-09-01", **exactly(1001))).off_map == "exceeded"
    assert statistic(there("a", "2017-09-01", **exactly(1000))).off_map == ""
    assert statistic(there("a", "2017-03-01", **exactly(1001))).off_map == ""


def test_it_leaves_when_a_unit_in_it_has_gone() -> None:
    gone = there("a", "2017-03-01"), claim("b", "2017-09-01", status="withdrawn")
    assert statistic(*gone).off_map == "moved"


def test_a_unit_elsewhere_does_not_concern_it() -> None:
    gone = there("a", "2017-03-01", host="LTU"), claim("b", "2017-09-01", status="withdrawn")
    assert statistic(*gone).off_map == ""


def test_the_table_keeps_a_figure_that_has_left_the_map() -> None:
    found = statistic(day="2018-12-02")
    assert found.figure is None
    assert found.earlier
    assert found.earlier.low == 1000


def test_a_newer_figure_brings_it_back() -> None:
    newer = claim("t", "2018-11-01", deployment="sum", status="deployed", host="LVA", **exactly(1100))
    found = statistic(newer, day="2018-12-02")
    assert found.off_map == ""
    assert found.figure
    assert found.figure.low == 1100


def test_it_is_neither_counted_nor_added() -> None:
    found = record(there("a", "2017-06-01", **exactly(400)))
    (total,) = totals_of(found.deployments.values(), found)
    assert (total.kind.id, total.units, total.low) == ("battlegroup", 1, 400)


def test_a_nations_view_begins_with_what_is_stated_of_that_nation() -> None:
    nationwide = [KNOWN[0], KNOWN[1] | {"name": "Canadians in Latvia"}]
    found = view_of(
        dataset(
            claim(
                "s", "2017-06-01", deployment="sum", status="deployed", lead="CAN", host="LVA", **exactly(500)
            ),
            there("a", "2017-06-01", **exactly(1200)),
            deployments=nationwide,
            sources=SOURCES,
            contributions=[sent("a", "CAN", 450)],
        ),
        Filters(nation=("CAN",)),
        date(2018, 1, 1),
    )
    assert [(one.of, one.figure.low if one.figure else None) for one in found.nations] == [
        ("statistic", 500),
        ("unit", 450),
    ]


def test_a_weak_bound_or_the_same_day_exceeds_nothing() -> None:
    assert statistic(there("a", "2017-06-01", **exactly(1001))).off_map == ""
    assert statistic(there("a", "2017-09-01", troops_high=1001, counts="whole")).off_map == ""
    planned = claim("a", "2017-09-01", status="decided", host="LVA", **exactly(1001))
    assert statistic(planned).off_map == ""


def test_a_unit_that_ended_on_its_day_or_in_part_of_another_country_moves_nothing() -> None:
    same_day = there("a", "2017-03-01"), claim("b", "2017-06-01", status="withdrawn")
    assert statistic(*same_day).off_map == ""
    leaves = there("a", "2017-03-01"), claim("b", "2017-06-02", status="leaving")
    assert statistic(*leaves).off_map == "moved"
    both = there("a", "2017-03-01", host="LVA;LTU"), claim("b", "2017-09-01", status="withdrawn")
    assert statistic(*both).off_map == ""


def test_a_statistic_of_a_nation_counts_a_unit_of_that_nation_alone() -> None:
    def off_map(lead: str, *contributions: dict[str, Any]) -> str:
        claims = there("a", "2017-03-01", lead=lead), claim("b", "2017-09-01", **exactly(600))
        own = claim(
            "s", "2017-06-01", deployment="sum", status="deployed", host="LVA", lead="CAN", **exactly(500)
        )
        found = known(own, *claims, deployments=KNOWN, contributions=list(contributions))
        return found.deployments["sum"].off_map

    assert off_map("CAN") == "exceeded"
    assert off_map("DEU") == ""
    assert off_map("CAN", sent("a", "DEU", 100)) == ""
    assert off_map("CAN", sent("a", "CAN", 100)) == "exceeded"
