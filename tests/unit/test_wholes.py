"""No part is larger than its whole, and no whole is more advanced than its parts: each case of these laws."""

from typing import Any

import pytest

from eastflank.checks import wholes
from eastflank.model import Dataset
from tests.builders import DEPLOYMENTS, claim, dataset, deployment

THERE = {"status": "deployed", "host": "LVA", "counts": "whole"}


def whole(identifier: str, day: str, low: int, high: int | None = None, **cells: Any) -> dict[str, Any]:
    return claim(identifier, day, troops_low=low, troops_high=high or low, **{**THERE, **cells})


def sent(claim: str, nation: str, persons: int, **cells: Any) -> dict[str, Any]:
    return {"claim": claim, "nation": nation, "troops_low": persons, "troops_high": persons, **cells}


def larger(*claims: dict, contributions: list) -> list[str]:
    found = wholes.a_contingent_is_no_larger_than_its_whole(dataset(*claims, contributions=contributions))
    return [f"{finding.key}: {finding.problem}" for finding in found]


def sums(*claims: dict, contributions: list) -> list[str]:
    found = wholes.contingents_add_up_to_no_more_than_their_whole(
        dataset(*claims, contributions=contributions)
    )
    return [f"{finding.key}: {finding.problem}" for finding in found]


def smaller(*claims: dict, deployments: list, **tables: list) -> list[str]:
    small = dataset(*claims, deployments=[*DEPLOYMENTS, *deployments], **tables)
    return [f"{one.key}: {one.problem}" for one in wholes.a_statistic_is_no_smaller_than_its_parts(small)]


def further(small: Dataset) -> list[str]:
    return [f"{one.key}: {one.problem}" for one in wholes.a_group_is_no_further_than_its_units(small)]


def test_a_contingent_told_later_than_its_whole_is_measured_by_it_on_the_day() -> None:
    later = claim("later", "2018-06-01", status="deployed")
    found = larger(whole("w", "2018-01-01", 1000), later, contributions=[sent("later", "CAN", 1200)])
    assert found == ["later, CAN: On 1 June 2018 CAN, 1,200, is more than the whole of latvia, 1,000 (w)."]


@pytest.mark.parametrize(
    ("whole_high", "cells"),
    [
        (1200, {}),
        (1150, {"hedge": "about"}),  # about 1,200 can be 1,150
        (1000, {"left": "yes"}),  # the nation is there no longer
    ],
)
def test_a_contingent_that_fits_its_whole_has_no_finding(whole_high: int, cells: dict) -> None:
    later = claim("later", "2018-06-01", status="deployed")
    stated = [sent("later", "CAN", 1200, **cells)]
    assert larger(whole("w", "2018-01-01", whole_high), later, contributions=stated) == []


def test_a_figure_that_counts_no_whole_is_larger_than_no_contingent() -> None:
    staff = whole("w", "2018-01-01", 100, counts="staff")
    assert larger(staff, contributions=[sent("w", "CAN", 450)]) == []


TWO = [
    claim("canada", "2018-02-01", status="deployed"),
    claim("america", "2018-03-01", status="deployed", source="ministry"),
]


def test_contingents_of_one_half_year_add_up_to_no_more_than_their_whole() -> None:
    found = sums(
        whole("w", "2018-01-01", 1000),
        *TWO,
        contributions=[sent("america", "USA", 400), sent("canada", "CAN", 700)],
    )
    assert len(found) == 1
    assert found[0] == (
        "w: On 1 March 2018 the contingents of latvia, CAN 700 (canada) and USA 400 (america), add up to more "
        "than the whole, 1,000."
    )


@pytest.mark.parametrize(
    "claims",
    [
        [whole("w", "2018-01-01", 1100), *TWO],
        [whole("w", "2018-01-01", 1000), TWO[0], TWO[1] | {"said_on": "2018-09-01"}],  # of another half-year
        [whole("w", "2018-01-01", 1000), TWO[0], TWO[1] | {"credibility": 5}],  # a doubtful one
        [whole("w", "2018-01-01", 1000, status="agreed"), *[one | {"status": "agreed"} for one in TWO]],
    ],
)
def test_contingents_of_other_times_doubtful_ones_and_plans_are_not_added(claims: list) -> None:
    assert sums(*claims, contributions=[sent("america", "USA", 400), sent("canada", "CAN", 700)]) == []


COUNTRY = deployment("total", sort="statistic", kind="statistic", programme=None)
NATION = deployment("canadians", sort="statistic", kind="statistic", programme=None)
TOTAL = whole("t", "2018-01-01", 900, deployment="total")


def test_a_statistic_is_no_smaller_than_a_unit_in_its_country() -> None:
    found = smaller(TOTAL, whole("w", "2018-06-01", 1000), deployments=[COUNTRY])
    assert found == ["t: total, 900, counts in latvia, 1,000 (w), which is more, in the same half-year."]


def test_a_statistic_is_no_smaller_than_a_narrower_one() -> None:
    narrower = whole("n", "2018-02-01", 950, deployment="canadians", lead="CAN")
    found = smaller(TOTAL, narrower, deployments=[COUNTRY, NATION])
    assert found == ["t: total, 900, counts in canadians, 950 (n), which is more, in the same half-year."]


def test_a_statistic_of_a_nation_is_no_smaller_than_its_contingent_in_a_unit() -> None:
    nation = whole("n", "2018-01-01", 400, deployment="canadians", lead="CAN")
    unit = whole("w", "2018-02-01", 1000)
    found = smaller(nation, unit, deployments=[NATION], contributions=[sent("w", "CAN", 450)])
    assert found == [
        "n: canadians, 400, counts in CAN in latvia, 450 (w), which is more, in the same half-year."
    ]


@pytest.mark.parametrize(
    "unit",
    [
        whole("w", "2018-06-01", 1000, host="LTU"),
        whole("w", "2018-08-01", 1000),
        whole("w", "2018-06-01", 1000, credibility=5),
        whole("w", "2018-06-01", 1000, status="agreed"),
        whole("w", "2018-06-01", 940, hedge="about"),
    ],
    ids=["elsewhere", "of another half-year", "doubtful", "planned", "about as large"],
)
def test_a_statistic_may_be_smaller_than_what_it_does_not_count_in(unit: dict) -> None:
    assert smaller(TOTAL, unit, deployments=[COUNTRY]) == []


GROUP = claim("g", "2017-05-01", deployment="whole", status="deployed")
LATVIA = claim("l", "2017-04-01", status="arriving", host="LVA")
LITHUANIA = claim("m", "2017-04-01", deployment="lithuania", status="deployed", host="LTU")


def test_a_group_is_not_in_place_before_its_units() -> None:
    assert further(dataset(GROUP, LATVIA, LITHUANIA)) == [
        "g: It has whole deployed, but not all of its units were there by then: latvia (arriving)."
    ]


@pytest.mark.parametrize(
    "claims",
    [
        [GROUP, LATVIA | {"status": "deployed"}, LITHUANIA],
        [GROUP | {"unit_count": 1}, LATVIA, LITHUANIA],
        [GROUP | {"host": "LTU"}, LATVIA, LITHUANIA],
        [GROUP | {"status": "arriving"}, LATVIA, LITHUANIA],
        [GROUP, LATVIA | {"status": "denied"}, LITHUANIA],
    ],
    ids=["all there", "speaks of one", "speaks of one country", "arriving", "denied"],
)
def test_a_group_is_as_far_as_the_units_of_which_its_claim_speaks(claims: list) -> None:
    assert further(dataset(*claims)) == []
