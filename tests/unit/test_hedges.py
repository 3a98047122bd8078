"""What a hedged figure allows."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.record.hedges import can_both_be_true


class Said(NamedTuple):
    low: int | None
    high: int | None
    hedge: str | None = None


def exactly(number: int) -> Said:
    return Said(number, number)


def about(number: int) -> Said:
    return Said(number, number, "about")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (about(450), exactly(455)),
        (about(1200), exactly(1138)),
        (about(1700), about(1700)),
        (Said(800, 1000), exactly(900)),
        (Said(4500, None, "more than"), exactly(4600)),
        (Said(450, None, "at least"), exactly(450)),
        (Said(None, 1000, "up to"), exactly(900)),
        (Said(1800, 1800, "just under"), exactly(1770)),
        (Said(1800, 1800, "just under"), exactly(1799)),
    ],
)
def test_these_can_both_be_true(one: Said, other: Said) -> None:
    assert can_both_be_true(one, other)
    assert can_both_be_true(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (exactly(450), exactly(455)),
        (about(450), exactly(550)),
        (about(1700), Said(1800, 1800, "just under")),
        (Said(800, 1000), exactly(1100)),
        (Said(4500, None, "more than"), exactly(4500)),
        (Said(None, 1000, "up to"), exactly(1200)),
        (Said(1800, 1800, "just under"), exactly(1800)),
    ],
)
def test_these_cannot(one: Said, other: Said) -> None:
    assert not can_both_be_true(one, other)
    assert not can_both_be_true(other, one)


hedged = st.builds(
    lambda low, more, hedge: Said(low, low + more, hedge),
    st.integers(1, 5000),
    st.integers(0, 500),
    st.sampled_from([None, "about", "just under"]),
)


@given(one=hedged, other=hedged)
def test_it_does_not_matter_which_of_two_figures_comes_first(one: Said, other: Said) -> None:
    assert can_both_be_true(one, other) == can_both_be_true(other, one)


@given(low=st.integers(1, 5000), more=st.integers(0, 500), hedge=st.sampled_from([None, "about"]))
def test_a_figure_agrees_with_itself(low: int, more: int, hedge: str | None) -> None:
    assert can_both_be_true(Said(low, low + more, hedge), Said(low, low + more, hedge))
