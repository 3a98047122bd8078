"""Who takes part by any claims: each nation once, by its newest word, with a figure only as long as it lasts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import Claim, Contingent, Contribution, Figure, Standing
from eastflank.record.account import Account, account_of
from eastflank.record.claim_index import Decision, months_later, years_later
from eastflank.record.contingents import contingents_of, parts_of
from tests.as_known import figure
from tests.unit.test_order_of_claims import said

DAY = date(2018, 1, 1)


def listed(nation: str, low: int | None = None, high: int | None = None, **fields: Any) -> Contribution:
    """One nation's contingent in a claim; exact, where no upper bound is given."""
    plain = {"hedge": None, "left": False, **fields}
    return Contribution(nation, low, low if high is None else high, plain["hedge"], plain["left"])


def account(*claims: Claim, decisions: tuple[Decision, ...] = ()) -> Account:
    return account_of("latvia", claims, decisions)


def there(identifier: str, day: date, *sent: Contribution, **fields: Any) -> Claim:
    return said(identifier, day, contributions=sent, **{"status": "deployed", **fields})


def of(
    *claims: Claim, whole: Figure | None = None, day: date = DAY, standing: Standing = Standing.PRESENT,
    group: bool = False, decisions: tuple[Decision, ...] = (),
) -> dict[str, Contingent]:  # fmt: skip
    its = account(*claims, decisions=decisions)
    found = contingents_of(its, parts_of(its)[0], standing, whole, day, group=group)
    assert [one.nation for one in found] == sorted({one.nation for one in found})
    return {one.nation: one for one in found}


SENT = st.builds(
    lambda nation, number, left: listed(nation, number, left=left),
    st.sampled_from(["CAN", "DEU", "USA"]), st.sampled_from([None, 50, 450]), st.sampled_from([False, False, True]),
)  # fmt: skip
CLAIMS = st.lists(
    st.tuples(
        st.dates(date(2016, 6, 1), date(2017, 12, 31)),
        st.sampled_from([None, "decided", "deployed", "deployed", "ended"]),
        st.lists(SENT, max_size=2, unique_by=lambda one: one.nation),
        st.booleans(),
        st.sampled_from([(), ("CAN",), ("DEU",)]),
    ),
    max_size=5,
).map(
    lambda rows: [
        said(f"C{at}", day, status=status, contributions=tuple(sent), complete=complete, lead=lead)
        for at, (day, status, sent, complete, lead) in enumerate(rows)
    ]
)


@given(CLAIMS)
def test_each_nation_takes_part_by_its_newest_word_or_left_by_one(claims: list[Claim]) -> None:
    its = account(*claims)
    parts, former = parts_of(its)
    found = {one.nation: one for one in contingents_of(its, parts, Standing.PRESENT, None, DAY)}
    assert not found.keys() & former.keys()
    words = [one for one in its.counting if one.standing != Standing.GONE]
    for nation in ("CAN", "DEU", "USA"):
        part: str | None = None
        left: str | None = None
        figure_of: str | None = None
        for one in words:
            sent = {each.nation: each for each in one.contributions}
            if nation in sent and sent[nation].left:
                part, left, figure_of = None, one.id, None
            elif nation in sent:
                part, left = one.id, None
                figure_of = one.id if sent[nation].stated else figure_of
            elif one.complete and sent and part:
                part, left, figure_of = None, one.id, None
            # The lead's part is renewed by each word that names it or finds its deployment in place.
            leads = [each.lead for each in words[: words.index(one) + 1] if each.lead]
            if part and leads and nation in leads[-1] and (one.lead or one.standing == Standing.PRESENT):
                part = one.id
        assert former.get(nation) == left
        planned = {one.id for one in words if one.standing == Standing.PLANNED}
        assert (nation in found) == (part is not None)
        if nation in found:
            assert found[nation].claim == part
            now = found[nation].figure
            if now is not None:
                assert now.claim == figure_of
            elif figure_of:  # only what was planned too long before is no figure of what is there
                assert figure_of in planned


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        (listed("CAN", 450), listed("CAN"), "a"),
        (listed("CAN"), listed("CAN", 450), "b"),
        (listed("CAN", 450), listed("CAN", 455), "b"),
        (listed("CAN", 450), listed("CAN", None, 449), "b"),
        (listed("CAN", 450), listed("CAN", None, 450), "a"),
        (listed("CAN", 400, 500), listed("CAN", None, 499), "b"),
        (listed("CAN", 400, 500), listed("CAN", None, 500), "a"),
        (listed("CAN", None, 300), listed("CAN", None, 500), "b"),
    ],
)
def test_a_newer_figure_replaces_and_a_newer_ceiling_only_from_below(
    first: Contribution, second: Contribution, shown: str
) -> None:
    found = of(there("a", date(2017, 6, 1), first), there("b", date(2017, 9, 1), second))["CAN"]
    assert found.figure
    assert (found.figure.claim, found.claim) == (shown, "b")
    weak = of(
        there("a", date(2017, 6, 1), first), there("b", date(2017, 9, 1), second, weak=True, grade="D4")
    )["CAN"]
    assert weak.figure
    assert weak.figure.claim == ("a" if first.stated else "b")
    assert weak.claim == "b"


def test_a_contingent_tells_of_its_claim_and_the_figure_of_its_own() -> None:
    one = said("a", date(2017, 6, 1), date(2017, 6, 30), status="deployed", grade="B3",
               contributions=(listed("CAN", 400, 500, hedge="about"),))  # fmt: skip
    two = there("b", date(2017, 9, 1), listed("CAN"))
    found = of(one, two)["CAN"]
    assert found == Contingent(
        "latvia", "CAN",
        Figure(400, 500, "about", "a", "B3", date(2017, 6, 1), date(2017, 6, 30)),
        "b", date(2017, 9, 1),
    )  # fmt: skip


WHOLE_DAY = date(2017, 9, 1)


@pytest.mark.parametrize(
    ("sent", "claim", "whole", "ends"),
    [
        (listed("CAN", 450), {}, figure(449, told_last=WHOLE_DAY), True),
        (listed("CAN", 450), {}, figure(450, told_last=WHOLE_DAY), False),
        (listed("CAN", 450), {}, figure(449, told_last=date(2017, 6, 1)), False),
        (listed("CAN", None, 450), {}, figure(449, told_last=WHOLE_DAY), True),
        (listed("CAN", 450), {}, figure(100, None, "more than", told_last=WHOLE_DAY), False),
        (listed("CAN", 450), {"low": 450, "high": 450}, figure(900, told_last=WHOLE_DAY), True),
        (listed("CAN", 450), {"low": 450, "high": 450}, figure(450, told_last=WHOLE_DAY), False),
        (listed("CAN", 450), {"low": 450, "high": 500}, figure(900, told_last=WHOLE_DAY), False),
        (
            listed("CAN", 450), {"low": 450, "high": 450, "counts": "contingent"},
            figure(900, told_last=WHOLE_DAY), False,
        ),
        (listed("CAN", 450), {}, None, False),
    ],
)  # fmt: skip
def test_a_newer_figure_of_the_whole_that_is_smaller_or_follows_the_same_one_ends_it(
    sent: Contribution, claim: dict[str, Any], whole: Figure | None, ends: object
) -> None:
    found = of(there("a", date(2017, 6, 1), sent, **claim), whole=whole)["CAN"]
    assert (found.figure is None) is ends
    assert found.outgrown == ("claim" if ends else "")


def test_a_figure_or_the_last_word_of_a_nation_is_old_after_eighteen_months() -> None:
    day = months_later(date(2016, 6, 1), 18)
    for sent in (listed("CAN", 450), listed("CAN")):
        claims = (there("a", date(2016, 6, 1), sent),)
        assert [of(*claims, day=one)["CAN"].old for one in (day, date(2017, 12, 2))] == [False, True]
        assert not of(*claims, day=date(2019, 1, 1), standing=Standing.PLANNED)["CAN"].old
    renewed = there("a", date(2016, 6, 1), listed("CAN", 450)), there("b", date(2017, 9, 1), listed("CAN"))
    assert of(*renewed)["CAN"].old
    unstated = there("a", date(2016, 6, 1), listed("CAN")), there("b", date(2017, 9, 1), listed("CAN"))
    assert not of(*unstated)["CAN"].old


PLAN_DAY = date(2016, 9, 1)


def planned(*sent: Contribution, status: str = "decided") -> Claim:
    return said("plan", PLAN_DAY, status=status, contributions=sent)


@pytest.mark.parametrize("status", ["considered", "decided"])
def test_a_plan_of_a_contingent_lasts_two_years_where_nothing_is_there(status: str) -> None:
    plan = planned(listed("CAN", 450), status=status)
    day = years_later(PLAN_DAY, 2)
    found = of(plan, standing=Standing.PLANNED, day=day)["CAN"]
    assert (found.planned, found.announced, found.old) == (True, False, False)
    assert found.figure
    assert of(plan, standing=Standing.PLANNED, day=date(2018, 9, 2)) == {}


@pytest.mark.parametrize(
    ("sent", "came", "announced"),
    [
        (listed("CAN", 450), date(2017, 9, 1), True),
        (listed("CAN", 450), date(2017, 9, 2), False),
        (listed("CAN", None, 450, hedge="up to"), date(2017, 6, 1), False),
    ],
)
def test_what_was_planned_within_the_year_before_it_came_is_there_as_announced(
    sent: Contribution, came: date, announced: object
) -> None:
    found = of(planned(sent), there("came", came))["CAN"]
    assert (found.planned, found.announced, found.figure is not None) == (False, announced, announced)
    renewed = of(planned(sent), there("came", came, sent))["CAN"]
    assert (renewed.announced, renewed.figure is not None) == (False, True)


def test_a_plan_for_a_group_of_which_some_are_there_stays_a_plan() -> None:
    plan, came = planned(listed("CAN", 450)), there("came", date(2017, 6, 1))
    found = of(plan, came, group=True)["CAN"]
    assert (found.planned, found.announced, found.old) == (True, False, False)
    assert found.figure
    assert of(plan, came, group=True, day=date(2018, 9, 2)) == {}
    named = of(plan, there("came", date(2017, 6, 1), listed("CAN")), group=True)["CAN"]
    assert (named.planned, named.figure) == (False, None)
    own = of(plan, there("came", date(2017, 6, 1), listed("CAN", 5)), group=True)["CAN"]
    assert own.figure
    assert own.figure.low == 5


@pytest.mark.parametrize(
    ("decision", "shown"),
    [
        (Decision("D", "latvia", "contingent", "CAN", "a"), "a"),
        (Decision("D", "latvia", "contingent", "USA", "a"), "b"),
        (Decision("D", "latvia", "strength", "CAN", "a"), "b"),
        (Decision("D", "latvia", "contingent", "CAN", "unknown"), "b"),
        (Decision("D", "lithuania", "contingent", "CAN", "a"), "b"),
        (Decision("D", "latvia", "contingent", "DEU", "a"), "b"),
    ],
)
def test_a_curator_decides_which_claim_one_nations_figure_takes(decision: Decision, shown: str) -> None:
    claims = (
        there("a", date(2017, 6, 1), listed("CAN", 450), listed("USA", 5)),
        there("b", date(2017, 8, 30), listed("CAN", 455), listed("DEU")),
    )
    found = of(*claims, decisions=(decision,))
    assert found["CAN"].figure
    assert (found["CAN"].figure.claim, found["CAN"].claim) == (shown, "b")
    assert found["CAN"].figure.low == {"a": 450, "b": 455}[shown]
    assert found["DEU"].figure is None
    late = there("b", date(2017, 8, 31), listed("CAN", 455))  # more than ninety days later
    newer = of(claims[0], late, decisions=(decision,))["CAN"].figure
    assert newer
    assert newer.claim == "b"
