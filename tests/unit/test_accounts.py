"""The account of the claims about one deployment: which count, which are not followed, and when it is over."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import STATUSES, Claim, Standing
from eastflank.record.account import (
    Account,
    account_of,
    end_claim,
    newest,
    settled,
    span_of,
    status_claim,
)
from eastflank.record.claim_index import RANKS, Decision, displaces, in_order, years_later
from tests.unit.test_order_of_claims import said

DAYS = st.dates(date(2016, 1, 1), date(2020, 12, 31))
CLAIMS = st.lists(
    st.builds(
        lambda day, status, weak, place: (day, {"status": status, "weak": weak, "grade": "D4" if weak else "B2", "place": place}),
        DAYS,
        st.sampled_from([None, *STATUSES]),
        st.booleans(),
        st.sampled_from([None, "adazi", "riga"]),
    ),
    max_size=6,
).map(lambda rows: [said(f"C{number}", day, **fields) for number, (day, fields) in enumerate(rows)])  # fmt: skip


def account(*claims: Claim, decisions: tuple[Decision, ...] = ()) -> Account:
    return account_of("latvia", claims, decisions)


@given(CLAIMS)
def test_an_account_parts_its_claims_and_loses_none_that_lasts(claims: list[Claim]) -> None:
    found = account(*claims)
    assert list(found.claims) == in_order(claims)
    assert set(found.counting) | set(found.later_plans) == set(found.lasting)
    assert not set(found.counting) & set(found.later_plans)
    for kept in (found.lasting, found.counting, found.later_plans):
        assert list(kept) == [one for one in found.claims if one in kept]
    if found.arrival:
        before = found.lasting[: found.lasting.index(found.arrival)]
        assert found.arrival.standing == Standing.PRESENT
        assert not any(one.standing == Standing.PRESENT for one in before)
    else:
        assert not found.later_plans
        assert not any(one.standing == Standing.PRESENT for one in found.lasting)
    for plan in found.later_plans:
        assert plan.standing in (Standing.CONSIDERED, Standing.PLANNED)


@given(CLAIMS)
def test_what_follows_the_last_end_revives_it_if_it_is_as_sound_or_two_years_newer(
    claims: list[Claim],
) -> None:
    found = account(*claims)
    gone = [at for at, one in enumerate(found.claims) if one.standing == Standing.GONE]
    if not gone:
        assert (found.end, found.lasting) == (None, found.claims)
        return
    last, after = found.claims[gone[-1]], found.claims[gone[-1] + 1 :]
    revived = any(one.status and displaces(one, last) for one in after)
    assert found.end is (None if revived else last)
    assert found.lasting == (after if revived else found.claims)
    chosen = status_claim(found)
    assert chosen is not None
    assert (chosen is last) == (not revived)


@given(CLAIMS)
def test_a_status_is_the_furthest_until_it_is_there_and_then_the_newest_sound_or_a_further_one(
    claims: list[Claim],
) -> None:
    found = account(*claims)
    chosen = status_claim(found)
    stating = [one for one in found.counting if one.status]
    if found.end:
        assert chosen is found.end
    elif not stating:
        assert chosen is None
    else:
        assert chosen in stating
        there = [one for one in stating if one.standing == Standing.PRESENT]
        if not there:
            furthest = max(RANKS[one.status or ""] for one in stating)
            assert RANKS[chosen.status or ""] == furthest
            assert chosen is [one for one in stating if RANKS[one.status or ""] == furthest][-1]
        else:
            assert chosen in there
            later = there[there.index(chosen) + 1 :]
            assert all(one.weak and RANKS[one.status or ""] <= RANKS[chosen.status or ""] for one in later)


@given(CLAIMS)
def test_of_the_claims_that_state_a_field_the_newest_counts_unless_it_is_weak(claims: list[Claim]) -> None:
    stating = [one for one in in_order(claims) if one.place]
    choice = newest(stating)
    assert (choice.claim is None) == (not stating)
    if choice.claim:
        later = stating[stating.index(choice.claim) + 1 :]
        assert list(choice.set_aside) == later  # what came before it is no longer set aside
        for one in later:
            assert one.weak and not choice.claim.weak
            assert one.told_last <= years_later(choice.claim.told_last, 2)


def test_an_account_turns_on_the_days_after_which_something_ends_is_due_or_too_old() -> None:
    one = said("a", date(2016, 6, 1), date(2016, 6, 30), starts_last=date(2017, 1, 31))
    two = said("b", date(2016, 8, 31), ends_last=date(2017, 5, 31))
    assert account(one, two).turns == (
        date(2017, 1, 31),
        date(2017, 5, 31),
        date(2017, 12, 1),
        date(2018, 2, 28),
        date(2018, 6, 30),
        date(2018, 8, 31),
    )


def test_decisions_about_other_deployments_are_none_of_an_account() -> None:
    own, other = (Decision(one, one, "place", "", "a") for one in ("latvia", "lithuania"))
    assert account(said("a"), decisions=(other, own)).decisions == (own,)


@pytest.mark.parametrize(
    ("field", "days", "holds"),
    [("place", 180, True), ("place", 181, False), ("lead", 90, True), ("lead", 91, False)],
)
def test_a_decision_holds_until_a_claim_of_another_time_is_chosen(
    field: str, days: int, holds: object
) -> None:
    assert span_of(field) == (180 if field == "place" else 90)
    decided = said("decided", date(2017, 1, 1))
    chosen = said("chosen", date(2017, 1, 1) + timedelta(days))
    found = account(decided, chosen, decisions=(Decision("D", "latvia", field, "", "decided"),))
    assert (settled(found, field, chosen, [decided, chosen]) is decided) is holds
    assert settled(found, field, chosen, [decided, chosen]) in (decided, chosen)


def test_a_decision_is_about_one_field_and_one_nation_and_a_claim_that_states_it() -> None:
    decided, chosen = said("decided"), said("chosen")

    def follows(decision: Decision, nation: str = "", **more: Any) -> bool:
        found = account(decided, chosen, decisions=(decision,))
        candidates = more.get("candidates", [decided, chosen])
        return settled(found, "lead", chosen, candidates, nation) is decided

    assert follows(Decision("D", "latvia", "lead", "", "decided"))
    assert not follows(Decision("D", "latvia", "host", "", "decided"))
    assert not follows(Decision("D", "latvia", "lead", "CAN", "decided"))
    assert follows(Decision("D", "latvia", "lead", "CAN", "decided"), "CAN")
    assert not follows(Decision("D", "latvia", "lead", "", "decided"), candidates=[chosen])
    assert not follows(Decision("D", "latvia", "lead", "", "another"))
    two = (Decision("D", "latvia", "lead", "", "another"), Decision("E", "latvia", "lead", "", "decided"))
    assert settled(account(decided, decisions=two), "lead", chosen, [decided]) is decided
    assert settled(account(decided, decisions=two), "lead", None, [decided]) is None


def test_a_stated_end_holds_unless_something_was_there_after_it() -> None:
    stated = said("a", date(2017, 1, 1), status="deployed", ends_last=date(2017, 6, 30))
    assert end_claim(account(stated)) is stated
    assert end_claim(account(said("a", date(2017, 1, 1)))) is None
    on_its_day = said("b", date(2017, 6, 30), status="deployed")
    assert end_claim(account(stated, on_its_day)) is stated
    after = said("b", date(2017, 7, 1), status="deployed")
    assert end_claim(account(stated, after)) is None
    assert end_claim(account(stated, said("b", date(2017, 7, 1)))) is stated
    newer = said("b", date(2017, 5, 1), ends_last=date(2017, 9, 30))
    assert end_claim(account(stated, newer, after)) is newer
    # A plan for later that states an end ends nothing of what is there.
    plan = said("b", date(2017, 5, 1), status="decided", ends_last=date(2017, 5, 31))
    assert end_claim(account(stated, plan)) is stated


def test_the_end_itself_may_be_decided_by_a_curator() -> None:
    first, last = said("first", status="ended"), said("last", date(2017, 6, 16), status="withdrawn")
    decision = Decision("D", "latvia", "status", "", "first")
    assert status_claim(account(first, last)) is last
    assert status_claim(account(first, last, decisions=(decision,))) is first
