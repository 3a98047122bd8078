"""Nations against hosts: who is where, and what adds up."""

from datetime import date

import pytest

from eastflank.record.sums import Added
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.matrix import Matrix, matrix_of
from eastflank.view.selection import view_of
from tests.builders import claim, dataset


def of(*claims: dict, filters: Filters = EVERYTHING, **tables: list) -> Matrix:
    small = dataset(*claims, **tables)
    return matrix_of(view_of(small, filters), small)


def cells(found: Matrix) -> dict[tuple[str, str], str]:
    return {where: "; ".join(map(str, entries)) for where, entries in found.cells.items()}


def sent(
    claim: str, nation: str, low: int | None = None, high: int | None = None, hedge: str | None = None
) -> dict:
    return {"claim": claim, "nation": nation, "troops_low": low, "troops_high": high, "hedge": hedge}


HERE = {"status": "deployed", "lead": "CAN", "host": "LVA"}


def test_a_lead_a_strength_and_a_bare_sender() -> None:
    found = of(
        claim("a", "2016-07-08", **HERE),
        contributions=[sent("a", "CAN", 450, 450, "about"), sent("a", "DEU")],
    )
    assert cells(found) == {("CAN", "LVA"): "leads · about 450", ("DEU", "LVA"): "sends"}


def test_what_is_not_there_yet_says_so() -> None:
    found = of(
        claim("a", "2016-07-08", **{**HERE, "status": "decided"}), contributions=[sent("a", "DEU", 1, 2)]
    )
    assert cells(found) == {("CAN", "LVA"): "leads · decided", ("DEU", "LVA"): "planned: 1–2 · decided"}


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (
            {"status": "agreed", "lead": "CAN;DEU", "host": "LVA;LTU"},
            "A set: who goes where in Latvia and Lithuania",
        ),
        ({"status": "agreed", "lead": "CAN"}, "Its host is not stated."),
        ({"status": "ended", "lead": "CAN", "host": "LVA"}, "Its status is “ended”."),
    ],
)
def test_what_pairs_nobody_is_left_out_with_its_reason(facts: dict, reason: str) -> None:
    found = of(claim("a", "2016-06-14", **facts))
    assert (found.cells, found.hosts) == ({}, ())
    (out,) = found.left_out
    assert (out.deployment, out.name) == ("latvia", "Battlegroup Latvia")
    assert out.reason.startswith(reason)


def test_a_nations_contingents_are_added_over_hosts_as_intervals() -> None:
    found = of(
        claim("a", "2016-07-08", **HERE),
        claim("b", "2016-07-08", deployment="lithuania", status="deployed", host="LTU"),
        contributions=[sent("a", "CAN", 100, 150), sent("b", "CAN", 20, 20), sent("b", "DEU")],
    )
    total, silent = found.nation_totals["CAN"], found.nation_totals["DEU"]
    assert (total.sum, total.stating, total.silent) == (Added(120, 170, None), 2, 0)
    assert (silent.sum.low, silent.stating, silent.silent) == (None, 0, 1)


def test_contingents_tell_their_year_and_their_sum_is_no_surer_than_stated() -> None:
    found = of(
        claim("a", "2016-07-08", **HERE),
        claim("b", "2017-07-08", deployment="lithuania", status="deployed", host="LTU"),
        contributions=[sent("a", "CAN", 450, 450, "about"), sent("b", "CAN", 20, 20)],
    )
    assert cells(found)["CAN", "LTU"] == "20"
    assert cells(found)["CAN", "LVA"].endswith("about 450 (2016)")
    assert found.nation_totals["CAN"].sum == Added(470, 470, "about")


def test_a_group_is_in_no_cell_and_in_no_sum() -> None:
    found = of(
        claim("w", "2016-07-08", deployment="whole", **HERE),
        claim("a", "2016-07-08", **HERE),
        contributions=[sent("w", "CAN", 500, 500), sent("a", "CAN", 450, 450)],
    )
    assert len(found.cells["CAN", "LVA"]) == 1
    assert found.nation_totals["CAN"].sum.low == 450
    assert [(out.deployment, out.reason) for out in found.left_out] == [
        ("whole", "A group of several units.")
    ]


def test_a_plans_contingents_are_in_no_sum() -> None:
    found = of(
        claim("a", "2016-07-08", **{**HERE, "status": "decided"}), contributions=[sent("a", "CAN", 1, 1)]
    )
    assert found.nation_totals["CAN"].stating == 0


def test_kinds_are_not_added_and_a_statistic_is_left_out() -> None:
    others = [
        {"id": "latvia", "name": "Battlegroup", "programme": "eFP", "kind": "battlegroup"},
        {"id": "air", "name": "Air", "programme": "national", "kind": "presence"},
        {
            "id": "total",
            "name": "All in Latvia",
            "programme": "national",
            "sort": "statistic",
            "kind": "statistic",
        },
    ]
    figures = {"troops_low": 1000, "troops_high": 1000, "counts": "whole"}
    found = of(
        claim("a", "2016-07-08", **HERE, **figures),
        claim("b", "2016-07-08", deployment="air", **HERE, **figures),
        claim("c", "2016-07-08", deployment="total", **HERE, **figures),
        deployments=others,
    )
    assert [(total.kind.id, total.low) for total in found.host_totals["LVA"]] == [
        ("battlegroup", 1000),
        ("presence", 1000),
    ]
    assert [out.reason for out in found.left_out] == ["A statistic, not a deployment."]


def test_a_deployment_of_which_no_nation_is_known_still_counts_for_its_host() -> None:
    found = of(claim("a", "2016-07-08", status="deployed", host="LVA", troops_low=7, troops_high=7))
    assert (found.cells, found.hosts, found.left_out) == ({}, ("LVA",), ())
    assert [one.id for one in found.deployments["LVA"]] == ["latvia"]
    assert [total.low for total in found.host_totals["LVA"]] == [7]


def test_a_plan_that_nobody_repeated_for_two_years_is_left_out_and_says_so() -> None:
    small = dataset(claim("a", "2016-07-08", **{**HERE, "status": "decided"}))
    for day, reasons in (
        (date(2018, 7, 8), []),
        (date(2018, 7, 9), ["A plan that was not reported for two years."]),
    ):
        assert [out.reason for out in matrix_of(view_of(small, day=day), small).left_out] == reasons
