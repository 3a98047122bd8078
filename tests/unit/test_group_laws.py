"""Groups of any units: how many are known only through the group, where these stand, and how far it has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import STATUSES, Deployment, Standing
from eastflank.record.claim_index import RANKS
from eastflank.record.groups import SETTLED, is_word_about, units_of, with_groups
from tests.as_known import DETACHMENT, group, unit
from tests.unit.test_order_of_claims import said

NAMES = ("a", "b", "c")
HOSTS = st.sampled_from([(), ("LVA",), ("LTU",), ("LVA", "LTU")])
STATUS = st.sampled_from([None, *STATUSES])


def of_status(status: str | None, **fields: Any) -> dict[str, Any]:
    """The cells of a deployment of a status."""
    return {"status": status, "standing": STATUSES[status] if status else None, **fields}


UNITS = st.lists(
    st.builds(
        lambda name, status, host, lead: unit(
            name, part_of="whole", status_claim=name, host_claim=name, host=host, lead=lead, **of_status(status)
        ),
        st.sampled_from(NAMES), STATUS, HOSTS, st.sampled_from([(), ("CAN",), ("DEU",)]),
    ),
    unique_by=lambda one: one.id,
    max_size=3,
)  # fmt: skip
GROUPS = st.builds(
    lambda status, count, host, lead, silent: group(
        status_claim="whole", unit_count=count, host=host, lead=lead, silent=silent, **of_status(status)
    ),
    STATUS, st.sampled_from([None, 1, 2, 4]), HOSTS, st.sampled_from([(), ("USA",)]), st.booleans(),
)  # fmt: skip


def folded(its_group: Deployment, units: list[Deployment]) -> dict[str, Deployment]:
    whole = replace(its_group, parts=tuple(one.id for one in units))
    return with_groups({one.id: one for one in (whole, *units)}, {})


def rank(one: Deployment) -> int:
    return RANKS[one.status] if one.status else -1


@given(GROUPS, UNITS)
def test_a_group_stands_for_as_many_units_as_it_names_beyond_those_that_are_as_far(
    its_group: Deployment, units: list[Deployment]
) -> None:
    found = folded(its_group, units)
    whole = found["whole"]
    current = [found[one.id] for one in units if not found[one.id].over]
    as_far = [one for one in current if one.present or (one.status and rank(one) >= rank(whole))]
    stands = not (whole.over or whole.lapsed or whole.silent or whole.standing is None)
    assert whole.missing == (max((whole.unit_count or 0) - len(as_far), 0) if stands else 0)
    for one in current:
        assert one.counted_with == ("whole" if whole.missing and one not in as_far else "")
    if whole.missing:
        free = [host for host in whole.host if not any(host in one.host for one in as_far)]
        assert whole.missing_hosts == (tuple(free) or whole.host)
    else:
        assert whole.missing_hosts == ()


@given(GROUPS, UNITS)
def test_a_word_about_a_group_raises_only_planned_units_in_its_hosts_and_never_beyond_it(
    its_group: Deployment, units: list[Deployment]
) -> None:
    found = folded(its_group, units)
    for one in units:
        now = found[one.id]
        planned = one.standing == its_group.standing == Standing.PLANNED
        inside = bool(one.host) and set(one.host) <= set(its_group.host)
        if planned and inside and rank(one) < rank(its_group):
            assert (now.status, now.status_claim) == (its_group.status, "whole")
        else:
            assert (now.status, now.standing, now.status_claim) == (
                one.status,
                one.standing,
                one.status_claim,
            )


@given(GROUPS, UNITS)
def test_a_group_whose_units_are_all_decided_is_as_far_as_the_least_of_them(
    its_group: Deployment, units: list[Deployment]
) -> None:
    found = folded(its_group, units)
    whole = found["whole"]
    settled = [found[one.id] for one in units if not found[one.id].over and rank(found[one.id]) >= SETTLED]
    if its_group.over or not settled:
        assert (whole.status, whole.host, whole.lead) == (its_group.status, its_group.host, its_group.lead)
    elif its_group.unit_count is None:
        there = [one for one in settled if one.present]
        first = min((one.id for one in there), default="whole")
        assert whole.status_claim == ("whole" if its_group.present else first)
        assert whole.present == (its_group.present or bool(there))
    elif len(settled) < its_group.unit_count:
        assert (whole.status, whole.host, whole.lead) == (its_group.status, its_group.host, its_group.lead)
    else:
        least = min(settled, key=lambda one: (rank(one), one.id))
        assert whole.status == least.status
        assert whole.standing == least.standing
        assert whole.status_claim == ("whole" if its_group.status == least.status else least.status_claim)
        hosts = {host for one in settled for host in one.host}
        all_stand = all(one.host for one in settled)
        assert whole.host == (tuple(sorted(hosts)) if hosts and all_stand else its_group.host)
        assert whole.host_claim == (settled[0].host_claim if hosts and all_stand else None)
        leads = {lead for one in settled for lead in one.lead}
        told = its_group.lead and all(one.lead for one in settled)
        assert whole.lead == (tuple(sorted(leads)) if told else its_group.lead)


def test_units_of_a_group_are_those_of_the_groups_inside_it_that_are_not_over() -> None:
    there = {
        "all": group("all", parts=("north", "c", "unknown")),
        "north": group("north", parts=("a", "b")),
        "a": unit("a"),
        "b": unit("b", standing=Standing.GONE),
        "c": unit("c", standing=None),
    }
    assert [one.id for one in units_of("all", there)] == ["a", "c"]
    assert [one.id for one in units_of("north", there)] == ["a"]
    assert units_of("unknown", there) == []


def test_inner_groups_are_counted_first_and_their_missing_units_are_not_missing_in_the_outer_one() -> None:
    there = {
        "all": group("all", parts=("north", "c"), unit_count=5, host=("LVA", "LTU", "DEU")),
        "north": group("north", parts=("a",), part_of="all", unit_count=2, host=("LVA", "LTU")),
        "a": unit("a", part_of="north"),
        "c": unit("c", part_of="all", host=("DEU",)),
    }
    for order in (list(there), list(reversed(there))):
        found = with_groups({name: there[name] for name in order}, {})
        assert (found["north"].missing, found["north"].missing_hosts) == (1, ("LTU",))
        assert (found["all"].missing, found["all"].missing_hosts) == (2, ("LTU",))


@pytest.mark.parametrize(
    ("ended", "missing"),
    [
        ({"ended_on": date(2017, 6, 16)}, 1),
        ({"ended_on": date(2017, 6, 15)}, 2),
        ({"ended_on": None, "status_told": date(2017, 6, 16)}, 1),
        ({"ended_on": None, "status_told": date(2017, 6, 15)}, 2),
        ({"ended_on": date(2017, 6, 14), "status_told": date(2017, 6, 20)}, 2),
        ({"ended_on": None, "status_told": None}, 2),
        ({"standing": Standing.PRESENT, "status_told": date(2017, 6, 20)}, 1),
    ],
)
def test_a_unit_that_ended_after_its_group_was_counted_is_not_missing(
    ended: dict[str, Any], missing: int
) -> None:
    gone = unit("b", **{"standing": Standing.GONE, **ended})
    whole = group(unit_count=2, unit_count_claim="count", parts=("b", "unknown"))
    found = with_groups({"whole": whole, "b": gone}, {"count": said("count", date(2017, 6, 15))})
    assert found["whole"].missing == missing


def test_what_is_always_inside_another_counts_with_it_unless_it_is_over_or_that_is_unknown() -> None:
    def counted_with(**fields: Any) -> str:
        part = unit("part", **{"under": "big", "kind": DETACHMENT, **fields})
        return with_groups({"part": part, "big": unit("big")}, {})["part"].counted_with

    assert counted_with() == "big"
    assert counted_with(standing=Standing.GONE) == ""
    assert counted_with(under="unknown") == ""
    assert counted_with(kind=unit().kind) == ""


@pytest.mark.parametrize(
    ("hosts", "unit_hosts", "status", "is_word"),
    [
        ((), ("LVA",), "deployed", True),
        ((), (), None, True),
        (("LVA", "LTU"), ("LVA",), "agreed", True),
        (("LVA",), ("LVA", "LTU"), "agreed", False),
        (("LVA",), (), "agreed", False),
        (("LTU",), ("LVA",), "agreed", False),
        ((), ("LVA",), "ended", False),
    ],
)
def test_a_word_about_a_group_is_about_the_units_in_its_hosts_and_an_end_is_none(
    hosts: tuple[str, ...], unit_hosts: tuple[str, ...], status: str | None, is_word: object
) -> None:
    assert is_word_about(said(host=hosts, status=status), unit(host=unit_hosts)) is is_word
