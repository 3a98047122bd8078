"""A cell of nations against hosts says what one nation has in one deployment, and a row what it sends in all."""

from __future__ import annotations

from typing import Any

import pytest

from eastflank.model import Deployment, Standing
from eastflank.record.sums import Added
from eastflank.view.filters import EVERYTHING
from eastflank.view.matrix import Matrix, Sent, matrix_of
from eastflank.view.selection import select
from tests.as_known import DETACHMENT, contingent, figure, group, known, statistic, unit
from tests.builders import dataset

EMPTY = dataset()


def of(*deployments: Deployment, **more: Any) -> Matrix:
    return matrix_of(select(EMPTY, EVERYTHING, known(*deployments, **more)), EMPTY)


def cell(one: Deployment, nation: str = "CAN") -> str:
    """What the cell of a nation and Latvia says."""
    (entry,) = of(one).cells[nation, "LVA"]
    return str(entry)


CANADA = {"lead": ("CAN",)}


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (unit("a", **CANADA), "leads"),
        (unit("a", contingents=(contingent("a", "CAN"),)), "sends"),
        (unit("a", **CANADA, contingents=(contingent("a", "CAN"),)), "leads"),
        (unit("a", contingents=(contingent("a", "CAN", 450),)), "450 (2017)"),
        (unit("a", **CANADA, contingents=(contingent("a", "CAN", 450),)), "leads · 450 (2017)"),
        (unit("a", contingents=(contingent("a", "CAN", 450, planned=True),)), "planned: 450 (2017)"),
        (unit("a", contingents=(contingent("a", "CAN", planned=True),)), "sends"),
        (unit("a", status="leaving", **CANADA), "leads"),
        (unit("a", standing=Standing.PLANNED, **CANADA), "leads · decided"),
        (unit("a", standing=None, **CANADA), "leads · status not stated"),
        (
            unit("a", standing=Standing.PLANNED, contingents=(contingent("a", "CAN", 5, planned=True),)),
            "planned: 5 (2017) · decided",
        ),
    ],
)
def test_a_cell_says_whether_a_nation_leads_or_sends_how_many_and_what_is_not_there_yet(
    one: Deployment, said: str
) -> None:
    assert cell(one) == said


def test_an_entry_names_its_deployment_its_host_and_the_part_of_the_nation() -> None:
    one = unit("a", lead=("CAN",), contingents=(contingent("a", "DEU", 5), contingent("a", "CAN")))
    found = of(one)
    assert (found.nations, found.hosts) == (("CAN", "DEU"), ("LVA",))
    (lead,), (other,) = found.cells["CAN", "LVA"], found.cells["DEU", "LVA"]
    assert (lead.nation, lead.host, lead.deployment, lead.name) == ("CAN", "LVA", "a", "The a")
    assert (lead.kind, lead.sort, lead.status, lead.standing) == (
        one.kind, "battlegroup", "deployed", Standing.PRESENT,
    )  # fmt: skip
    assert (lead.leads, lead.sends, lead.figure) == (True, True, "not stated")
    assert (other.leads, other.sends, other.figure) == (False, True, "5 (2017)")
    (led,) = of(unit("a", lead=("CAN",))).cells["CAN", "LVA"]
    assert (led.leads, led.sends) == (True, False)


def test_nations_and_hosts_stand_by_name_and_a_cell_holds_all_that_ties_the_two() -> None:
    found = of(
        unit("a", lead=("USA",), host=("LTU",)),
        unit("b", lead=("DEU",)),
        unit("c", lead=("DEU",)),
        unit("d", host=("SWE",)),
    )
    # Germany stands before the United States, Latvia before Lithuania.
    assert (found.nations, found.hosts) == (("DEU", "USA"), ("LVA", "LTU", "SWE"))
    assert {where: [one.deployment for one in its] for where, its in found.cells.items()} == {
        ("DEU", "LVA"): ["b", "c"],
        ("USA", "LTU"): ["a"],
    }
    assert {host: [one.id for one in its] for host, its in found.deployments.items()} == {
        "LVA": ["b", "c"],
        "LTU": ["a"],
        "SWE": ["d"],
    }


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (unit("a", standing=Standing.GONE), "Its status is “ended”."),
        (group("a"), "A group of several units."),
        (statistic("a"), "A statistic, not a deployment."),
        (unit("a", standing=Standing.PLANNED, silent=True), "A plan that was not reported for two years."),
        (unit("a", counted_with="b", kind=DETACHMENT), "It is counted with “The b”."),
        (
            unit("a", host=("LVA", "LTU")),
            "A set: who goes where in Latvia and Lithuania is not stated of it.",
        ),
        (unit("a", host=()), "Its host is not stated."),
    ],
)
def test_what_no_cell_can_hold_is_named_with_the_reason(one: Deployment, reason: str) -> None:
    found = of(one, unit("b"))
    assert [(out.deployment, out.name, out.reason) for out in found.left_out] == [("a", "The a", reason)]
    assert [at.id for at in found.deployments["LVA"]] == ["b"]


def test_a_unit_that_nobody_reported_for_two_years_and_is_there_stays_in_its_cell() -> None:
    found = of(unit("a", silent=True, lead=("CAN",)), unit("b", counted_with="unknown"))
    assert found.left_out == ()
    assert [one.deployment for one in found.cells["CAN", "LVA"]] == ["a"]
    assert [(one.units, one.low) for one in found.host_totals["LVA"]] == [(1, None)]


def sends(one: str, number: int | None = None, **fields: Any) -> Any:
    return (contingent(one, "CAN", number, **fields),)


def test_a_nations_row_adds_what_is_in_force_of_what_is_there() -> None:
    found = of(
        unit("a", contingents=sends("a", 100)),
        unit("b", host=("LTU",), contingents=(*sends("b", 20), contingent("b", "DEU", 7))),
        unit("c", contingents=sends("c", 900, old=True)),
        unit("d", contingents=sends("d")),
        unit("e", standing=Standing.PLANNED, contingents=sends("e", 5000, planned=True)),
        group("f", contingents=sends("f", 7000)),
    )
    assert found.nation_totals == {
        "CAN": Sent(Added(120, 120, None), 2, 2),
        "DEU": Sent(Added(7, 7, None), 1, 0),
    }


def test_over_several_datasets_a_nation_has_a_sum_for_each_and_none_for_all() -> None:
    found = of(
        unit("a", dataset="one", contingents=sends("a", 100)),
        unit("b", dataset="two", contingents=sends("b")),
        unit("c", dataset="three", lead=("CAN",)),
        titles={"one": "First", "two": "Second", "three": "Third"},
    )
    assert found.nation_totals["CAN"] == Sent(
        Added(None, None, None),
        0,
        0,
        (("First", Sent(Added(100, 100, None), 1, 0)), ("Second", Sent(Added(None, None, None), 0, 1))),
    )


def test_a_host_adds_up_its_own_deployments_by_kind() -> None:
    found = of(
        unit("a", figure=figure(500)),
        unit("b", figure=figure(700)),
        unit("c", host=("LTU",), figure=figure(9)),
        unit("d", figure=figure(3), kind=DETACHMENT),
    )
    sums = {host: [(one.kind.id, one.low) for one in its] for host, its in found.host_totals.items()}
    assert sums == {"LVA": [("battlegroup", 1200), ("detachment", 3)], "LTU": [("battlegroup", 9)]}
