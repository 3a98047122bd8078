"""Days as shares of a width."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.ui.axis import Axis

DAYS = st.dates(date(2014, 1, 1), date(2030, 1, 1))


@given(DAYS, DAYS, DAYS)
def test_days_keep_their_order_and_stay_inside(first: date, last: date, day: date) -> None:
    axis = Axis(min(first, last), max(first, last))
    assert 0 <= axis.at(day) <= 100
    assert axis.at(day) <= axis.at(day + timedelta(days=1))
    span = axis.span(day, day + timedelta(days=30))
    assert span["w"] >= 0
    assert span["x"] + span["w"] <= 100.001


@given(DAYS, st.integers(0, 6000))
def test_an_axis_has_a_few_labels_each_on_its_first_day(first: date, days: int) -> None:
    axis = Axis(first, first + timedelta(days=days))
    ticks = axis.ticks()
    assert len(ticks) <= 9
    assert len({tick["text"] for tick in ticks}) == len(ticks)
    assert days < 62 or ticks


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2016, 6, 1), date(2017, 3, 1), ["Jul 2016", "Sep 2016", "Nov 2016", "2017"]),
        (date(2016, 6, 1), date(2025, 5, 31), [str(year) for year in range(2017, 2025)]),
    ],
)
def test_labels_are_years_or_months(first: date, last: date, expected: list[str]) -> None:
    assert [tick["text"] for tick in Axis(first, last).ticks()] == expected
