"""What a sum of figures states: never more than its figures do, and no less than it must."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.record.sums import Added, added, is_ceiling
from eastflank.words.chosen import values as words


class Said(NamedTuple):
    low: int | None
    high: int | None
    hedge: str | None = None


def exactly(number: int) -> Said:
    return Said(number, number)


def about(number: int) -> Said:
    return Said(number, number, "about")


def up_to(number: int) -> Said:
    return Said(None, number, "up to")


def more_than(number: int) -> Said:
    return Said(number, None, "more than")


def at_least(number: int) -> Said:
    return Said(number, None, "at least")


PERSONS = st.integers(1, 5000)
STATED = st.one_of(
    st.builds(exactly, PERSONS),
    st.builds(about, PERSONS),
    st.builds(more_than, PERSONS),
    st.builds(at_least, PERSONS),
    st.builds(lambda low, more: Said(low, low + more), PERSONS, PERSONS),
    st.builds(lambda low, more: Said(low, low + more, "about"), PERSONS, PERSONS),
    st.builds(lambda number: Said(number, number, "just under"), PERSONS),
    st.builds(lambda number: Said(number, None), PERSONS),
)
CEILINGS = st.one_of(st.builds(up_to, PERSONS), st.builds(lambda n: Said(n, n, "up to"), PERSONS))
FIGURES = st.lists(STATED | CEILINGS, max_size=5)


@pytest.mark.parametrize(
    ("figures", "sum_", "told"),
    [
        ([], Added(None, None, None), "not stated"),
        ([exactly(1138), exactly(1)], Added(1139, 1139, None), "1,139"),
        ([about(1138)], Added(1138, 1138, "about"), "about 1,138"),
        ([about(1100), exactly(455)], Added(1600, 1600, "about"), "about 1,600"),
        ([about(450), exactly(204)], Added(650, 650, "about"), "about 650"),
        ([Said(800, 1000), exactly(500)], Added(1300, 1500, None), "1,300–1,500"),
        ([more_than(450), exactly(500)], Added(950, None, "more than"), "more than 950"),
        ([at_least(100), exactly(20)], Added(120, None, "at least"), "at least 120"),
        ([more_than(450), at_least(500)], Added(950, None, "more than"), "more than 950"),
        ([more_than(450), about(500)], Added(950, None, "about"), "at least about 950"),
        ([at_least(455), about(1100)], Added(1500, None, "about"), "at least about 1,500"),
        ([up_to(1000), up_to(1000)], Added(None, 2000, "up to", 2000), "up to 2,000"),
        ([up_to(1000)], Added(None, 1000, "up to", 1000), "up to 1,000"),
        ([up_to(1000), exactly(500)], Added(500, 1500, None, 1000), "500 and up to 1,000 more"),
        ([up_to(300), about(1200)], Added(1200, 1500, "about", 300), "about 1,200 and up to 300 more"),
        ([up_to(50), more_than(100)], Added(100, None, "more than", 50), "more than 100 and up to 50 more"),
        ([Said(400, 600), Said(100, None, "about")], Added(500, None, "about"), "at least about 500"),
        ([Said(1450, 1550), about(100)], Added(1500, 1700, "about"), "about 1,500–1,700"),
        ([about(1140), exactly(5)], Added(1100, 1100, "about"), "about 1,100"),
        ([about(1150), exactly(5)], Added(1200, 1200, "about"), "about 1,200"),
        ([about(990), exactly(10)], Added(1000, 1000, "about"), "about 1,000"),
        ([about(990), exactly(4)], Added(990, 990, "about"), "about 990"),
        ([about(2), exactly(2)], Added(4, 4, "about"), "about 4"),
    ],
)
def test_a_sum_says_what_its_figures_say_together(figures: list[Said], sum_: Added, told: str) -> None:
    assert added(figures) == sum_
    assert words.summed(sum_.low, sum_.high, sum_.hedge, sum_.ceiling) == told


@given(FIGURES, st.randoms(use_true_random=False))
def test_a_sum_is_the_same_in_any_order_and_lies_within_its_bounds(figures: list[Said], order: Any) -> None:
    mixed = figures.copy()
    order.shuffle(mixed)
    found = added(figures)
    assert added(mixed) == found
    if found.low is not None and found.high is not None:
        assert found.low + found.ceiling <= found.high
    assert (found == Added(None, None, None)) == (not figures)


@given(FIGURES)
def test_a_sum_never_states_more_than_its_figures_do_at_least(figures: list[Said]) -> None:
    found = added(figures)
    least = sum(one.low or 0 for one in figures if not is_ceiling(one))
    if found.low is None:
        assert all(map(is_ceiling, figures))
    elif found.hedge == "about" and found.high is not None and found.low == found.high - found.ceiling:
        assert abs(found.low - least) <= max(5, least * 0.05)  # a rounded number, and no bound
    else:
        assert found.low <= least


@given(st.lists(STATED, max_size=5), st.lists(CEILINGS, max_size=5))
def test_a_ceiling_raises_no_lower_bound_and_changes_no_hedge(
    stated: list[Said], ceilings: list[Said]
) -> None:
    without, found = added(stated), added([*stated, *ceilings])
    assert found.ceiling == sum(one.high or 0 for one in ceilings)
    if stated:
        assert (found.low, found.hedge) == (without.low, without.hedge)
        assert found.high == (None if without.high is None else without.high + found.ceiling)
    told = words.summed(found.low, found.high, found.hedge, found.ceiling)
    assert ("up to" in told) == bool(ceilings)


@given(st.lists(STATED, min_size=1, max_size=4), st.builds(more_than, PERSONS) | st.builds(at_least, PERSONS))
def test_more_than_and_at_least_are_never_lost(others: list[Said], one: Said) -> None:
    found = added([*others, one])
    assert found.high is None
    told = words.summed(found.low, found.high, found.hedge, found.ceiling)
    assert told.startswith(("more than", "at least"))
    if found.hedge == "more than":
        assert any(figure.hedge == "more than" for figure in (*others, one))


@given(FIGURES)
def test_a_sum_with_a_rounded_figure_says_so(figures: list[Said]) -> None:
    rounded = any(one.hedge in ("about", "just under") for one in figures)
    found = added(figures)
    told = words.summed(found.low, found.high, found.hedge, found.ceiling)
    assert ("about" in told or "just under" in told) == rounded


@given(FIGURES)
def test_a_sums_upper_bound_is_never_below_what_its_figures_allow(figures: list[Said]) -> None:
    found = added(figures)
    if found.high is not None and found.hedge != "about":
        assert found.high == sum(one.high or 0 for one in figures)
