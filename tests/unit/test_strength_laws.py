"""Strengths by any claims: of what is there, of a plan, as announced; and until when a plan stands beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import Claim, Figure, Standing
from eastflank.record.account import Account, account_of
from eastflank.record.claim_index import Decision, years_later
from eastflank.record.hedges import can_both_be_true
from eastflank.record.strength import Strength, counts_whole, figure_of, strength_of, target_of
from tests.as_known import figure
from tests.unit.test_order_of_claims import said

DAYS = st.dates(date(2016, 1, 1), date(2019, 12, 31))
FIGURES = st.one_of(
    st.just({}),
    st.integers(1, 30).map(lambda tens: {"low": tens * 50, "high": tens * 50}),
    st.integers(1, 30).map(lambda tens: {"low": tens * 50, "high": tens * 50, "hedge": "about"}),
    st.integers(1, 30).map(lambda tens: {"low": None, "high": tens * 50, "hedge": "up to"}),
    st.integers(1, 30).map(lambda tens: {"low": tens * 50, "high": None, "hedge": "more than"}),
)
CLAIMS = st.lists(
    st.tuples(
        DAYS, FIGURES, st.sampled_from([None, "considered", "decided", "deployed", "leaving", "ended"]),
        st.sampled_from(["whole", None, "sum", "unit", "contingent", "increment", "staff"]), st.booleans(),
    ),
    max_size=6,
).map(
    lambda rows: [
        said(f"C{at}", day, status=status, counts=counts, weak=weak, grade="D4" if weak else "B2", **its)
        for at, (day, its, status, counts, weak) in enumerate(rows)
    ]
)  # fmt: skip


def account(*claims: Claim, decisions: tuple[Decision, ...] = ()) -> Account:
    return account_of("latvia", claims, decisions)


@given(CLAIMS, st.booleans(), st.sampled_from([None, *Standing]))
def test_a_strength_is_the_figure_of_a_claim_that_counts_the_whole_and_fits_its_standing(
    claims: list[Claim],
    single: bool,  # noqa: FBT001
    standing: Standing | None,
) -> None:
    its = account(*claims)
    found = strength_of(its, standing, single=single)
    if found.figure is None:
        assert (found.counts, found.announced, found.disputed) == (None, False, ())
        return
    (claim,) = [one for one in claims if one.id == found.figure.claim]
    assert found.figure == figure_of(claim)
    assert found.counts == (claim.counts or "whole")
    assert claim in its.counting
    assert claim.counts in (None, "whole", "sum") or (single and claim.counts == "unit")
    if standing not in (Standing.PRESENT, Standing.GONE):
        assert not found.announced
        assert claim.standing != Standing.GONE
    elif found.announced:
        assert claim.standing == Standing.PLANNED
        came = [
            one
            for one in its.lasting
            if one.standing == Standing.PRESENT and not one.weak and one.counts != "staff"
        ]
        assert came[0].told_last <= years_later(claim.told_last, 1)
    else:
        assert claim.standing in (Standing.PRESENT, None)
    sound = [
        one
        for one in its.counting
        if not one.weak
        and not one.ceiling
        and counts_whole(one, single=single)
        and one.standing == claim.standing
    ]
    if claim.weak:  # it stands over a sound figure only two years later
        assert not any(one.told_last <= claim.told_last <= years_later(one.told_last, 2) for one in sound)


@pytest.mark.parametrize(
    ("counts", "single", "whole"),
    [
        (None, False, True),
        ("whole", False, True),
        ("sum", True, True),
        ("unit", True, True),
        ("unit", False, False),
        ("staff", True, False),
        ("contingent", True, False),
    ],
)
def test_a_figure_counts_the_whole_by_what_it_says_and_one_unit_where_there_is_one(
    counts: str | None,
    single: bool,  # noqa: FBT001
    whole: object,
) -> None:
    assert counts_whole(said(counts=counts, low=5, high=5), single=single) is whole
    assert not counts_whole(said(counts=counts), single=single)
    assert counts_whole(said(counts=counts, high=5), single=single) is whole


THERE = said("there", date(2017, 1, 1), status="deployed", low=500, high=500)


def present(*claims: Claim, **more: Any) -> Strength:
    return strength_of(account(*claims, **more), Standing.PRESENT, single=True)


def claim_of(found: Strength) -> str | None:
    return found.figure.claim if found.figure else None


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"high": 499, "hedge": "up to"}, "newer"),
        ({"high": 500, "hedge": "up to"}, "there"),
        ({"high": 499, "hedge": "up to", "weak": True}, "there"),
        ({"low": 600, "high": 600}, "newer"),
        ({"low": 600, "high": 600, "weak": True}, "there"),
    ],
)
def test_a_newer_figure_replaces_and_a_newer_ceiling_only_from_below(
    fields: dict[str, Any], shown: str
) -> None:
    newer = said("newer", date(2017, 6, 1), status="deployed", **fields)
    found = present(THERE, newer)
    assert claim_of(found) == shown
    aside = fields.get("weak") and fields.get("low")  # a ceiling that is not followed is none set aside
    assert [one.id for one in found.set_aside] == (["newer"] if aside else [])
    open_ended = said("there", date(2017, 1, 1), status="deployed", low=500)
    assert claim_of(present(open_ended, newer)) == shown
    ceiling = said("there", date(2017, 1, 1), status="deployed", high=500, hedge="up to")
    assert claim_of(present(ceiling, newer)) == ("there" if fields.get("weak") else "newer")


@pytest.mark.parametrize(("low", "high"), [(0, 0), (None, 0), (0, None)])
def test_0_is_no_known_strength_and_the_older_figure_does_not_count_again(
    low: int | None, high: int | None
) -> None:
    older = said("a", date(2016, 6, 1), status="deployed", low=500, high=500)
    nobody = said("b", date(2017, 6, 1), status="deployed", low=low, high=high)
    assert present(nobody).figure is None
    assert present(older, nobody).figure is None
    again = said("c", date(2018, 6, 1), status="deployed", low=400, high=400)
    assert claim_of(present(older, nobody, again)) == "c"


def test_of_one_day_and_grade_figures_that_contradict_each_other_are_spanned() -> None:
    def both(first: dict[str, Any], second: dict[str, Any]) -> tuple[Figure | None, tuple[str, ...]]:
        found = present(
            said("a", status="deployed", **first),
            said("b", **{"status": "deployed", "source": "other", **second}),
        )
        return found.figure, found.disputed

    exact, more = {"low": 500, "high": 500}, {"low": 900, "high": 900}
    span, parties = both(exact, more)
    assert span and (span.low, span.high, span.hedge, span.claim) == (500, 900, None, "b")
    assert parties == ("a", "b")
    assert both(exact, {**more, "source": "agency"}) == (span, parties)
    wide = {"told_first": date(2017, 6, 1), "told_last": date(2017, 6, 15)}
    span, _ = both({**exact, **wide}, more)
    assert span and (span.told_first, span.told_last) == (date(2017, 6, 1), date(2017, 6, 15))
    for hedges, hedge in (
        (("about", "about"), "about"),
        (("about", None), "about"),
        (("just under", None), None),
    ):
        first, second = ({**its, "hedge": one} for its, one in zip((exact, more), hedges, strict=True))
        span, _ = both(first, second)
        assert span and span.hedge == hedge
    span, _ = both(exact, {"low": 900, "hedge": "more than"})
    assert span and (span.low, span.high) == (500, None)
    for fields in (
        {"source": "agency", "starts": "2018"}, {"grade": "B3"}, {"status": "leaving"}, {"low": 500, "high": 500},
        {"told_first": date(2017, 6, 16), "told_last": date(2017, 6, 16)}, {"low": None, "high": 300},
    ):  # fmt: skip
        assert both(exact, {**more, **fields})[1] == ()


def test_a_figure_that_a_curator_decided_for_is_spanned_with_none() -> None:
    two = (
        said("a", status="deployed", low=500, high=500),
        said("b", status="deployed", low=900, high=900, source="o"),
    )
    assert present(*two).disputed == ("a", "b")
    for claim in two:
        decision = Decision("D", "latvia", "strength", "", claim.id)
        found = present(*two, decisions=(decision,))
        assert (found.figure, found.disputed) == (figure_of(claim), ())
    other = present(*two, decisions=(Decision("D", "latvia", "lead", "", "a"),))
    assert other.disputed == ("a", "b")


WEAK = said("weak", date(2017, 1, 1), status="deployed", low=500, high=500, weak=True, grade="D4")


@pytest.mark.parametrize(
    ("fields", "ends"),
    [
        ({"low": 501}, True),
        ({"low": 500}, False),
        ({"low": 500, "hedge": "more than"}, True),
        ({"low": 499, "hedge": "more than"}, False),
        ({"high": 900}, False),
        ({"low": 900, "weak": True}, False),
        ({"low": 900, "status": "deployed"}, False),
        ({"low": 900, "told_last": date(2017, 1, 1), "told_first": date(2017, 1, 1)}, False),
    ],
)
def test_a_weak_figure_ends_with_a_later_sound_word_that_more_leave(
    fields: dict[str, Any], ends: object
) -> None:
    word = said("gone", date(2017, 6, 1), **{"status": "leaving", "counts": "increment", **fields})
    found = present(WEAK, word)
    assert (claim_of(found) is None) is ends
    assert (found.ended_by, found.earlier) == (("gone", figure_of(WEAK)) if ends else ("", None))
    open_ended = said("weak", date(2017, 1, 1), status="deployed", low=500, weak=True, grade="D4")
    assert (claim_of(present(open_ended, word)) is None) is ends
    assert claim_of(present(THERE, word)) == "there"
    ceiling = said("weak", date(2017, 1, 1), status="deployed", high=500, weak=True, grade="D4")
    assert (claim_of(present(ceiling, word)) is None) is ends


# --- what is planned beside what is there -------------------------------------------------------------------

PLAN = {"status": "decided", "low": 900, "high": 900}
DAY = date(2018, 1, 1)


def target(*claims: Claim, its: Figure | None = None, day: date = DAY, single: bool = True) -> str | None:
    found = target_of(account(*claims), its, day, single=single)
    return found.id if found else None


def planned(day: date = date(2017, 6, 1), **fields: Any) -> Claim:
    return said("plan", day, **{**PLAN, **fields})


def test_a_plan_stands_for_two_years_and_until_it_would_be_over() -> None:
    assert target(planned()) == target(planned(status="considered")) == "plan"
    assert target(planned(status="deployed")) is None
    assert target(planned(counts="staff")) is None
    assert target(planned(counts="unit")) == "plan"
    assert target(planned(counts="unit"), single=False) is None
    assert target(planned(), day=date(2019, 6, 1)) == "plan"
    assert target(planned(), day=date(2019, 6, 2)) is None
    assert target(planned(ends_last=date(2017, 12, 31))) is None
    assert target(planned(ends_last=DAY)) == "plan"
    newer = said("newer", date(2017, 7, 1), **PLAN)
    assert target(planned(), newer) == "newer"


@pytest.mark.parametrize(
    ("its", "stands"),
    [
        (figure(899, told_last=date(2017, 6, 2)), True),
        (figure(900, told_last=date(2017, 6, 2)), False),
        (figure(1000, told_last=date(2017, 6, 2)), False),
        (figure(1000, told_last=date(2017, 6, 1)), True),
        (figure(870, 870, "about", told_last=date(2017, 6, 2)), False),
        (figure(None, 950, "up to", told_last=date(2017, 6, 2)), False),
        (figure(None, 850, "up to", told_last=date(2017, 6, 2)), True),
    ],
)
def test_a_plan_ends_once_a_later_figure_fits_it_or_is_as_high(its: Figure, stands: object) -> None:
    assert (target(planned(), its=its) == "plan") is stands
    assert can_both_be_true(planned(), figure(900))
    ceiling = planned(low=None, hedge="up to")
    assert target(ceiling, its=figure(901, told_last=date(2017, 6, 2))) is None
    assert target(planned(high=None), its=figure(899, told_last=date(2017, 6, 2))) == "plan"


START = date(2017, 9, 30)


@pytest.mark.parametrize(
    ("figure_day", "word", "day", "stands"),
    [
        (START, None, date(2017, 9, 1), False),
        (date(2017, 9, 29), None, START, True),
        (date(2017, 9, 29), None, date(2017, 10, 1), False),
        (date(2017, 6, 1), None, date(2017, 10, 1), True),
        (date(2017, 6, 2), None, date(2017, 10, 1), False),
        (None, None, date(2017, 10, 1), True),
        (None, {}, date(2017, 10, 1), False),
        (None, {"weak": True}, date(2017, 10, 1), True),
        (None, {"status": "decided", "low": None, "high": None}, date(2017, 10, 1), True),
        (None, {"told_first": date(2017, 9, 29), "told_last": date(2017, 9, 29)}, date(2017, 10, 1), True),
    ],
)
def test_a_plan_whose_day_has_come_ends_by_a_newer_figure_or_a_sound_word_that_it_is_there(
    figure_day: date | None, word: dict[str, Any] | None, day: date, stands: object
) -> None:
    its = figure(100, told_last=figure_day) if figure_day else None
    words = [] if word is None else [said("word", START, **{"status": "deployed", **word})]
    assert (target(planned(starts_last=START), *words, its=its, day=day) == "plan") is stands
