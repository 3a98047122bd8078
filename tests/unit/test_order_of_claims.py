"""The order and the age of claims: which of two counts, how far apart they are, and until when one lasts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from eastflank.model import Claim
from eastflank.record.account import at_most_apart, days_apart, is_later_plan, was_there_after
from eastflank.record.claim_index import displaces, in_order, months_later, years_later
from eastflank.record.hedges import can_both_be_true, can_hold
from eastflank.record.values_differ import DIFFER, one_ends_what_the_other_has
from eastflank.record.wholes import last_name

DAY = date(2017, 6, 15)


def said(identifier: str = "a", first: date = DAY, last: date | None = None, **fields: Any) -> Claim:
    """A sound claim that tells of the days from `first` to `last`, or of `first` alone."""
    plain = dict.fromkeys(
        (
            "status",
            "place",
            "low",
            "high",
            "hedge",
            "counts",
            "unit_count",
            "starts",
            "ends",
            "starts_last",
            "ends_last",
        )
    )
    sets: dict[str, Any] = {"lead": (), "host": (), "meant_for": (), "contributions": ()}
    told = {"known_on": first, "told_first": first, "told_last": last or first}
    about = {
        "source": "agency",
        "basis": "cited",
        "deployment": "latvia",
        "complete": False,
        "grade": "B2",
        "weak": False,
    }
    return Claim(id=identifier, **{**plain, **sets, **told, **about, **fields})


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2017, 6, 15), 18, date(2018, 12, 15)),
        (date(2017, 7, 15), 18, date(2019, 1, 15)),
        (date(2016, 8, 31), 18, date(2018, 2, 28)),
        (date(2014, 8, 31), 18, date(2016, 2, 29)),
        (date(2017, 12, 1), 1, date(2018, 1, 1)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int, later: date
) -> None:
    assert months_later(day, months) == later


def test_years_later_is_the_same_day_or_28_february() -> None:
    assert years_later(date(2016, 2, 28), 2) == date(2018, 2, 28)
    assert years_later(date(2016, 2, 29), 2) == date(2018, 2, 28)
    assert years_later(date(2016, 2, 29), 4) == date(2020, 2, 29)


def test_a_weak_claim_takes_the_place_of_a_sound_one_only_more_than_two_years_later() -> None:
    sound = said("sound")
    assert not displaces(said("weak", date(2019, 6, 15), weak=True), sound)
    assert displaces(said("weak", date(2019, 6, 16), weak=True), sound)
    assert displaces(said("weak", weak=True), said("weaker", weak=True))
    assert displaces(said("other"), said("weak", weak=True))
    assert displaces(said("other"), sound)


def test_of_one_day_the_further_status_then_the_better_source_then_the_better_claim_then_the_id_counts() -> (
    None
):
    ordered = [
        said("z", date(2017, 6, 14), status="deployed", grade="A1"),
        said("y", grade="A1"),
        said("x", grade="", status="considered"),
        said("w", grade="F6", status="considered"),
        said("v", grade="B3", status="considered"),
        said("u", grade="B2", status="considered"),
        said("v2", grade="B2", status="considered"),
        said("t", grade="A6", status="considered"),
        said("s", grade="F6", status="decided"),
    ]
    assert in_order(reversed(ordered)) == ordered


def test_claims_lie_as_far_apart_as_the_days_between_those_they_tell_of() -> None:
    may, june = (
        said("may", date(2017, 5, 1), date(2017, 5, 31)),
        said("june", date(2017, 6, 1), date(2017, 6, 30)),
    )
    whole = said("year", date(2017, 1, 1), date(2017, 12, 31))
    july = said("july", date(2017, 7, 1), date(2017, 7, 31))
    assert (days_apart(may, june), days_apart(june, may)) == (1, 1)
    assert (days_apart(may, july), days_apart(july, may)) == (31, 31)
    assert days_apart(whole, june) == 0
    assert (at_most_apart(may, june), at_most_apart(june, may)) == (60, 60)
    assert at_most_apart(whole, june) == 213


def test_a_claim_finds_it_in_place_after_a_day_only_if_it_tells_of_a_later_one() -> None:
    assert was_there_after(said(status="deployed"), date(2017, 6, 14))
    assert not was_there_after(said(status="deployed"), DAY)
    assert not was_there_after(said(status="decided"), date(2017, 6, 14))
    assert not was_there_after(said(), date(2017, 6, 14))


@pytest.mark.parametrize(
    ("claim", "is_for_later"),
    [
        (said("z", status="decided"), False),  # of one day the word of what is there comes later
        (said("z", date(2017, 6, 16), status="decided"), True),
        (said("z", date(2017, 6, 16), status="considered"), True),
        (said("z", date(2017, 6, 16), status="deployed"), False),
        (said("z", date(2017, 6, 16)), False),
        (said("z", date(2017, 6, 14), status="decided"), False),
        (said("z", status="decided", source="ministry"), True),
        (said("z", date(2017, 6, 14), status="decided", source="ministry"), False),
    ],
)
def test_what_is_planned_after_the_arrival_or_by_its_source_on_its_day_is_for_later(
    claim: Claim, is_for_later: object
) -> None:
    assert is_later_plan(claim, said("arrival", status="deployed", source="ministry")) is is_for_later


def test_one_claim_ends_what_another_has_unless_that_tells_only_of_earlier_days() -> None:
    gone = said("gone", date(2017, 6, 10), date(2017, 6, 20), status="ended")
    for last, contradicts in ((date(2017, 6, 9), False), (date(2017, 6, 10), True)):
        going = said("going", date(2017, 6, 1), last, status="deployed")
        assert one_ends_what_the_other_has(gone, going) is contradicts
        assert one_ends_what_the_other_has(going, gone) is contradicts
    assert not one_ends_what_the_other_has(gone, gone)
    assert not one_ends_what_the_other_has(said(status="deployed"), said(status="decided"))


@pytest.mark.parametrize(
    ("field", "one", "other", "differ"),
    [
        ("place", "adazi", "rukla", True),
        ("lead", "CAN", "CAN;DEU", False),
        ("lead", "CAN;USA", "CAN;DEU", True),
        ("host", "LVA", "LTU", True),
        ("starts", "2017-06-30", "2017-06", False),
        ("starts", "2017-06", "2017-07-01", True),
        ("starts", "../2017-06", "2017-06-30/..", False),
        ("starts", "../2017-06", "2017-07/..", True),
        ("starts", "2017-06/..", "../2017-06-01", False),
        ("starts", "2016/..", "2017/..", False),
        ("starts", "../2016", "../2017", False),
    ],
)
def test_two_values_differ_where_no_nation_set_holds_the_other_or_no_day_fits(
    field: str, one: str, other: str, differ: object
) -> None:
    assert DIFFER[field](one, other) is differ
    assert DIFFER[field](other, one) is differ


def test_a_name_is_followed_to_its_end_and_a_circle_ends_where_it_began() -> None:
    assert last_name("a", {}) == "a"
    assert last_name("a", {"a": "b", "b": "c"}) == "c"
    assert last_name("a", {"a": "b", "b": "a"}) == "b"


def persons(low: int | None, high: int | None, hedge: str | None = None) -> Claim:
    return said(low=low, high=high, hedge=hedge)


def test_parts_fit_a_whole_where_some_of_the_numbers_they_allow_add_up_to_no_more() -> None:
    assert can_hold(persons(500, 500), [persons(300, 300), persons(200, 200)])
    assert not can_hold(persons(500, 500), [persons(300, 300), persons(201, 201)])
    assert can_hold(persons(500, None), [persons(600, 600)])
    assert can_hold(persons(None, 500), [persons(500, 500), persons(None, 100)])
    assert not can_hold(persons(None, 500), [persons(501, 501)])
    assert can_hold(persons(500, 500), [persons(530, 530, "about")])
    assert not can_hold(persons(500, 500), [persons(540, 540, "about")])


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (persons(1800, 1800, "just under"), persons(1799, 1799), True),
        (persons(4500, None, "more than"), persons(4501, 4501), True),
        (persons(450, None, "at least"), persons(449, 449), False),
        (persons(None, 1000, "up to"), persons(1000, 1000), True),
        (persons(None, 1000, "up to"), persons(1001, 1001), False),
        (persons(800, 1000), persons(1000, 1200), True),
        # 1,138 is exact enough that “about” reaches as far as beside an exact number; 1,150 is rounded.
        (persons(1138, 1138, "about"), persons(1050, 1050, "about"), True),
        (persons(1150, 1150, "about"), persons(1050, 1050, "about"), False),
        # Below a hundred people round to tens.
        (persons(90, 90, "about"), persons(80, 80, "about"), False),
        (persons(85, 85, "about"), persons(80, 80, "about"), True),
    ],
)
def test_two_figures_fit_up_to_the_edge_of_what_their_hedges_allow(
    one: Claim, other: Claim, fit: object
) -> None:
    assert can_both_be_true(one, other) is fit
    assert can_both_be_true(other, one) is fit


def test_a_figure_is_stated_by_either_bound_and_a_ceiling_has_only_an_upper_one() -> None:
    figures = [persons(None, None), persons(5, None), persons(None, 5), persons(5, 5)]
    assert [(one.stated, one.ceiling) for one in figures] == [
        (False, False),
        (True, False),
        (True, True),
        (True, False),
    ]
