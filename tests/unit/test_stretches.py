"""Spans over time, of any dates: in order, without a gap or an overlap, and sure only between sure days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import Deployment, Standing
from eastflank.record.history import (
    Band,
    ContingentStrength,
    Period,
    Sum,
    bands,
    period_of,
    spells,
    stretches,
    sum_of,
)
from eastflank.record.sums import Added
from tests.as_known import contingent, figure, known, unit

SPOKEN, ASOF = date(2016, 6, 14), date(2017, 6, 30)
DAYS = st.dates(date(2016, 1, 1), date(2018, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """A period whose begin and end may each be open on one side, unsure, or not stated."""
    first, second, third, fourth = sorted(draw(DAYS) for _ in range(4))
    begins = draw(
        st.sampled_from([(first, second), (second, second), (None, second), (first, None), (None, None)])
    )
    ends = draw(st.sampled_from([(third, fourth), (third, third), (None, fourth), (None, None)]))
    return Period(*begins, *ends, "", "", ())


@given(periods(), st.sampled_from([None, *Standing]))
def test_the_stretches_of_a_period_follow_each_other(period: Period, standing: Standing | None) -> None:
    found = stretches(period, standing, SPOKEN, ASOF)
    assert all(one.end is None or one.start < one.end for one in found)
    drawn = [one for one in found if one.form != "unsure"]
    for before, after in pairwise(drawn):
        assert before.end is not None
        assert before.end <= after.start
    for one in found:
        if one.form == "sure":  # there by all that is stated: it has begun, and is seen as there
            assert period.begins_last is not None
            assert one.start >= period.begins_last
            assert standing in (Standing.PRESENT, Standing.GONE)
            assert one.end is not None
            assert one.end <= ASOF + timedelta(1) or one.end == one.start
            assert period.ends_first is None or one.end <= period.ends_first
        if one.form == "open":
            assert one is found[-1]
            assert period.ends_last is None
        if one.form == "planned" and standing in (Standing.PRESENT, Standing.GONE):
            assert one.start > ASOF
    unsure = [one for one in found if one.form == "unsure"]
    assert len(unsure) <= 2
    if period.ends_last:
        assert found == () or found[-1].end == period.ends_last + timedelta(1)
    if period.begins_last and period.begins_first != period.begins_last:
        start = period.begins_first or SPOKEN  # unsure from there on, where that is not after its last day
        assert start > period.begins_last or (found[0].form, found[0].start) == ("unsure", start)
    if (period.begins_first, period.begins_last, period.ends_last) == (None, None, None):
        assert found == ()


@pytest.mark.parametrize(
    ("period", "standing", "expected"),
    [
        (
            (None, None, None, date(2017, 3, 1)), Standing.PRESENT,
            [("2016-06-14", "2017-03-02", "unsure")],
        ),
        (
            (date(2017, 3, 1), None, None, None), Standing.PRESENT,
            [("2017-03-01", "None", "open")],
        ),
        (
            (date(2017, 3, 1), None, date(2018, 3, 1), date(2018, 3, 1)), Standing.PRESENT,
            [("2018-03-01", "2018-03-02", "unsure")],
        ),
        (
            (date(2017, 3, 1), date(2017, 3, 1), date(2018, 3, 1), None), Standing.PRESENT,
            [("2017-03-01", "2017-07-01", "sure"), ("2017-07-01", "2018-03-01", "planned"), ("2018-03-01", "None", "open")],
        ),
        (
            (date(2018, 3, 1), date(2018, 3, 1), None, None), Standing.PRESENT,
            [("2018-03-01", "None", "open")],
        ),
        (
            (date(2017, 3, 1), date(2017, 3, 1), None, None), Standing.PLANNED,
            [("2017-03-01", "None", "open")],
        ),
        (
            (date(2017, 3, 1), date(2017, 3, 1), date(2017, 5, 1), date(2017, 5, 31)), Standing.GONE,
            [("2017-03-01", "2017-05-01", "sure"), ("2017-05-01", "2017-06-01", "unsure")],
        ),
        (
            (date(2017, 3, 1), date(2017, 3, 1), None, date(2017, 5, 31)), Standing.GONE,
            [("2017-03-01", "2017-07-01", "sure"), ("2016-06-14", "2017-06-01", "unsure")],
        ),
        (
            (None, date(2016, 5, 1), None, None), Standing.PLANNED,
            [("2016-05-02", "None", "open")],
        ),
    ],
)  # fmt: skip
def test_what_is_stated_of_one_side_alone_is_drawn_on_that_side(
    period: tuple[date | None, ...], standing: Standing, expected: list[tuple[str, str, str]]
) -> None:
    found = stretches(Period(*period, "", "", ()), standing, SPOKEN, ASOF)  # type: ignore[arg-type]
    assert [(str(one.start), str(one.end), one.form) for one in found] == expected


def test_a_period_is_of_both_dates_with_their_claims_each_named_once() -> None:
    one = unit(starts="2017-04", starts_claim="a", ends="../2018", ends_claim="a")
    assert period_of(one) == Period(
        date(2017, 4, 1), date(2017, 4, 30), None, date(2018, 12, 31), "April 2017", "by 2018", ("a",)
    )
    both = period_of(unit(starts="2017-04", starts_claim="a", ends="2018", ends_claim="b"))
    assert both
    assert both.claims == ("a", "b")
    only = period_of(unit(ends="2018"))
    assert only
    assert (only.begins_first, only.begins_last, only.claims) == (None, None, ())
    assert period_of(unit()) is None


FIRST, SECOND, THIRD, UNTIL = date(2016, 6, 14), date(2017, 6, 1), date(2018, 1, 1), date(2019, 1, 1)


def days(*each: Deployment | None) -> Any:
    """The first of three days on which the deployment is known so; None: it is not known then."""
    return [
        known(*[one] * (one is not None), day=day)
        for one, day in zip(each, (FIRST, SECOND, THIRD), strict=False)
    ]


def test_a_span_goes_on_as_long_as_the_status_stays_and_it_is_known() -> None:
    planned = unit(standing=Standing.PLANNED)

    def found(*each: Deployment | None) -> list[tuple[str | None, date, date]]:
        return [(one.status, one.start, one.end) for one in spells(days(*each), UNTIL)]

    assert found(unit(), unit(lead=("CAN",)), planned) == [
        ("deployed", FIRST, THIRD),
        ("decided", THIRD, UNTIL),
    ]
    assert found(unit(), None, unit()) == [("deployed", FIRST, SECOND), ("deployed", THIRD, UNTIL)]
    assert found(unit(), planned, unit()) == [
        ("deployed", FIRST, SECOND), ("decided", SECOND, THIRD), ("deployed", THIRD, UNTIL),
    ]  # fmt: skip
    two = spells([known(unit("b"), unit("a"), day=FIRST)], UNTIL)
    assert [(one.deployment, one.standing) for one in two] == [
        ("a", Standing.PRESENT),
        ("b", Standing.PRESENT),
    ]


def test_a_band_says_how_strong_it_was_by_which_claims_and_with_whom() -> None:
    sends = (
        contingent("latvia", "CAN", figure=figure(300, 400, claim="c")),
        contingent("latvia", "DEU", claim="d"),
        contingent("latvia", "USA", 5, old=True),
    )
    one = unit(figure=figure(450, claim="f"), contingents=sends)
    assert bands(days(one), "latvia", UNTIL) == (
        Band(
            FIRST, UNTIL, 450, 450, "450", ("f",),
            (ContingentStrength("CAN", 300, 400, "300–400", "c"), ContingentStrength("DEU", None, None, "not stated", "d")),
        ),
    )  # fmt: skip
    (spanned,) = bands(days(unit(figure=figure(450), disputed=("a", "b"))), "latvia", UNTIL)
    assert spanned.claims == ("a", "b")
    (unstated,) = bands(days(unit(contingents=sends)), "latvia", UNTIL)
    assert (unstated.low, unstated.high, unstated.figure, unstated.claims) == (None, None, "not stated", ())
    assert bands(days(unit(contingents=sends[2:])), "latvia", UNTIL) == ()
    assert bands(days(unit()), "latvia", UNTIL) == ()
    assert bands(days(unit(standing=Standing.GONE, figure=figure(450))), "latvia", UNTIL) == ()
    assert bands(days(one), "another", UNTIL) == ()


def test_a_band_goes_on_while_all_that_it_says_stays_the_same_without_a_day_between() -> None:
    one, more = unit(figure=figure(450)), unit(figure=figure(450), contingents=(contingent("latvia", "CAN"),))

    def spans(*each: Deployment | None) -> list[tuple[date, date]]:
        return [(band.start, band.end) for band in bands(days(*each), "latvia", UNTIL)]

    assert spans(one, one, one) == [(FIRST, UNTIL)]
    assert spans(one, unit(), one) == [(FIRST, SECOND), (THIRD, UNTIL)]
    assert spans(one, None, one) == [(FIRST, SECOND), (THIRD, UNTIL)]
    assert spans(one, one, more) == [(FIRST, THIRD), (THIRD, UNTIL)]
    other = unit(figure=figure(450, claim="another"))
    assert spans(one, other) == [(FIRST, SECOND), (SECOND, UNTIL)]


def part(low: int | None, high: int | None) -> ContingentStrength:
    return ContingentStrength("CAN", low, high, "", "a")


@pytest.mark.parametrize(
    ("whole", "parts", "fits"),
    [
        ((450, 450), [part(450, 450)], True),
        ((None, 450), [part(400, 400)], True),
        ((None, 450), [part(451, 451)], False),
        ((450, None), [part(449, 449)], False),
        ((450, None), [part(449, None)], True),
        ((450, None), [part(400, 450)], True),
        ((450, 450), [part(None, 90)], None),
        ((450, 450), [part(400, 400), part(None, 90)], None),
    ],
)
def test_a_sum_fits_its_strength_where_both_can_be_the_same(
    whole: tuple[int | None, int | None], parts: list[ContingentStrength], fits: object
) -> None:
    band = Band(FIRST, SECOND, *whole, "", (), tuple(parts))
    found = sum_of(band)
    assert found
    assert (found.fits, found.whole) == (fits, band)


def test_a_sum_keeps_ceilings_and_silence_apart() -> None:
    parts = (part(400, 500), part(50, None), part(None, 90), part(None, None))
    for stating in (parts[:2], ()):
        band = Band(FIRST, SECOND, 450, 450, "", (), (*stating, *parts[2:]))
        assert sum_of(band) == Sum(stating, (parts[2],), (parts[3],), band)
    assert Sum(parts[:2], (), (), band).stated == Added(450, None, None)


def test_rounded_contingents_add_up_to_a_strength_that_is_near() -> None:
    def fits(*hedges: str | None) -> bool | None:
        parts = tuple(
            ContingentStrength("CAN", low, low, "", "a", hedge)
            for low, hedge in zip((400, 60), hedges, strict=True)
        )
        found = sum_of(Band(FIRST, SECOND, 450, 450, "", (), parts))
        return found and found.fits

    assert fits("about", None)
    assert fits(None, None) is False
    assert sum_of(Band(FIRST, SECOND, 450, 450, "", (), (part(460, 460),), "about")).fits  # type: ignore[union-attr]
