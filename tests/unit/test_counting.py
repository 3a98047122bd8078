"""Which units count by themselves, how many there are, and what their figures add up to: laws of any units."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import Deployment, Figure, Standing
from eastflank.record.sums import Added, added
from eastflank.view.totals import Count, Total, counted, counts_of, totals_of
from tests.as_known import BATTLEGROUP, BRIGADE, DAY, DETACHMENT, figure, group, known, unit

NAMES = ("a", "b", "c", "d")
UNITS = st.lists(
    st.builds(
        unit,
        st.sampled_from(NAMES),
        standing=st.sampled_from([None, *Standing]),
        silent=st.booleans(),
        same_as=st.sampled_from(["", *NAMES]),
        counted_with=st.sampled_from(["", "", "", *NAMES]),
        part_of=st.sampled_from(["", "whole"]),
        kind=st.sampled_from([BATTLEGROUP, BRIGADE]),
    ),
    unique_by=lambda one: one.id,
)
GROUPS = st.builds(
    group, standing=st.sampled_from([None, *Standing]), silent=st.booleans(), missing=st.integers(0, 3)
)


def is_reported(one: Deployment, its_group: Deployment) -> bool:
    """Whether it was reported within two years, or it is there and so is its group, which was."""
    if not one.silent:
        return True
    return one.present and one.part_of == its_group.id and its_group.present and not its_group.silent


@given(UNITS, GROUPS)
def test_each_unit_that_is_there_or_to_come_counts_once_under_one_name(
    units: list[Deployment], its_group: Deployment
) -> None:
    shown = [*units, its_group]
    found = counted(shown, known(*shown))
    names = [one.same_as or one.id for one in found]
    assert len(set(names)) == len(names)
    assert all(one.sort == "unit" and one.standing is not None and not one.over for one in found)
    for one in units:
        counts = (
            one.standing is not None
            and not one.over
            and is_reported(one, its_group)
            and one.counted_with not in {other.id for other in shown}
        )
        its_name = [other for other in found if (other.same_as or other.id) == (one.same_as or one.id)]
        assert bool(its_name) >= counts
        assert counts or one not in found
        if counts:  # of one name the furthest counts; of two that are as far the one that bears the name
            assert its_name[0].standing >= one.standing
            bears_it = one.id == (one.same_as or one.id)
            assert not bears_it or its_name[0].standing > one.standing or its_name[0] is one


@given(UNITS, GROUPS)
def test_the_numbers_of_units_add_up_to_those_that_count_and_those_that_only_their_group_names(
    units: list[Deployment], its_group: Deployment
) -> None:
    shown = [*units, its_group]
    found = counts_of(shown, known(*shown))
    of_the_group = its_group.missing if its_group.standing is not None and not its_group.over else 0
    assert sum(one.number for one in found) == len(counted(shown, known(*shown))) + of_the_group
    for before, after in pairwise(found):  # what is there comes first, then kinds in their order
        assert (-before.standing, before.kind.order) <= (-after.standing, after.kind.order)
    assert len({(one.kind, one.status) for one in found}) == len(found)
    there = sum(one.number for one in found if one.standing == Standing.PRESENT)
    assert there == sum(total.units for total in totals_of(shown, known(*shown)))


def test_what_is_leaving_is_told_beside_what_is_there_and_of_a_kind_what_is_leaving_comes_after() -> None:
    shown = [
        unit("a", status="leaving"),
        unit("b"),
        unit("c", kind=BRIGADE, standing=Standing.PLANNED),
        unit("d", standing=Standing.CONSIDERED),
        unit("e", kind=BRIGADE),
        unit("f"),
        group(missing=2, standing=Standing.PLANNED, status="agreed"),
        unit("g", standing=Standing.PLANNED, status="agreed"),
    ]
    assert counts_of(shown, known(*shown)) == (
        Count(BATTLEGROUP, Standing.PRESENT, "deployed", 2),
        Count(BATTLEGROUP, Standing.PRESENT, "leaving", 1),
        Count(BRIGADE, Standing.PRESENT, "deployed", 1),
        Count(BATTLEGROUP, Standing.PLANNED, "agreed", 3),
        Count(BRIGADE, Standing.PLANNED, "decided", 1),
        Count(BATTLEGROUP, Standing.CONSIDERED, "considered", 1),
    )


def only(*shown: Deployment, **more: Any) -> Total:
    (total,) = totals_of(shown, known(*shown, **more))
    return total


FIGURES = st.one_of(
    st.none(),
    st.builds(figure, st.integers(1, 2000)),
    st.builds(figure, st.integers(1, 2000), grade=st.sampled_from(["B4", "D2"])),
    st.builds(lambda low, more: figure(low, low + more), st.integers(1, 2000), st.integers(0, 300)),
    st.builds(lambda most: figure(None, most, "up to"), st.integers(1, 2000)),
    st.builds(lambda least: figure(least, None, "more than"), st.integers(1, 2000)),
    st.builds(lambda number: figure(number, number, "about"), st.integers(1, 2000)),
)
STRONG = st.lists(
    st.tuples(FIGURES, st.booleans(), st.booleans(), st.sampled_from([(), (("strength", "z"),), (("status", "z"),)])),
    min_size=1,
    max_size=5,
)  # fmt: skip


@given(STRONG)
def test_a_total_says_how_many_units_it_is_of_and_what_of_it_is_old_announced_or_a_ceiling(
    said: list[tuple[Figure | None, bool, bool, tuple[tuple[str, str], ...]]],
) -> None:
    units = [
        unit(name, figure=its, old=old, announced=announced, overtaken=overtaken)
        for name, (its, old, announced, overtaken) in zip("abcde", said, strict=False)
    ]
    total = only(*units)
    sound = [
        one
        for one in units
        if one.figure and one.figure.grade == "B2" and one.overtaken in ((), (("status", "z"),))
    ]
    sums = added([one.figure for one in sound if one.figure])
    assert (total.low, total.high, total.hedge) == (sums.low, sums.high, sums.hedge)
    assert total.ceiling == sums.ceiling
    assert (total.units, total.stating) == (len(units), len(sound))
    assert total.ceilings == sum(one.figure is not None and one.figure.low is None for one in sound)
    assert total.announced == sum(one.announced for one in sound)
    assert total.old == sum(one.old for one in sound)
    assert total.old_sum == added([one.figure for one in sound if one.figure and one.old])
    assert total.weak == sum(one.figure is not None and one.figure.grade != "B2" for one in units)
    assert (total.group, total.beside, total.parts) == ("", None, None)


def test_totals_stand_by_kind_and_by_dataset_and_a_kind_that_is_only_planned_has_none() -> None:
    shown = [
        unit("b", kind=BRIGADE, dataset="one", figure=figure(3000)),
        unit("a", dataset="two", figure=figure(100)),
        unit("c", dataset="one", figure=figure(500)),
        unit("d", kind=DETACHMENT, dataset="one", standing=Standing.PLANNED),
    ]
    assert [(one.kind.id, one.low, one.dataset) for one in totals_of(shown, known(*shown))] == [
        ("battlegroup", 600, ""),
        ("brigade", 3000, ""),
    ]
    laid_over = known(*shown, titles={"two": "Two", "one": "One", "three": "Three"})
    assert [(one.kind.id, one.low, one.dataset) for one in totals_of(shown, laid_over)] == [
        ("battlegroup", 100, "two"),
        ("battlegroup", 500, "one"),
        ("brigade", 3000, "one"),
    ]


# --- groups that speak for their units ----------------------------------------------------------------------

OLDER, NEWER = date(2017, 3, 1), date(2017, 9, 1)


def told(number: int, day: date) -> Figure:
    return figure(number, told_first=day, told_last=day)


def with_group(*units: Deployment, others: tuple[Deployment, ...] = (), **fields: Any) -> Total:
    """The total of the units of a group of 2,000 and of others, where all of them are shown."""
    its_group = group(
        **{"figure": told(2000, date(2017, 6, 1)), "parts": tuple(one.id for one in units), **fields}
    )
    return only(*units, its_group, *others)


@pytest.mark.parametrize(
    ("first", "second", "speaks"),
    [
        (told(900, OLDER), told(800, NEWER), True),
        (None, told(800, NEWER), True),
        (told(900, NEWER), told(800, NEWER), False),
        (told(900, NEWER), told(800, date(2017, 6, 1)), False),
        (told(900, NEWER), figure(800, grade="D4", told_last=NEWER), True),
        (told(900, OLDER), None, True),
    ],
)
def test_a_group_speaks_until_each_of_its_units_has_a_sound_figure_of_its_day_or_a_later_one(
    first: Figure | None, second: Figure | None, speaks: object
) -> None:
    total = with_group(unit("a", figure=first), unit("b", figure=second))
    assert (total.group == "whole") is speaks
    assert (total.low == 2000) is speaks


@pytest.mark.parametrize(
    "fields",
    [
        {"standing": Standing.PLANNED},
        {"kind": BRIGADE},
        {"figure": None},
        {"figure": figure(2000, grade="D4")},
        {"overtaken": (("strength", "z"),)},
        {"parts": ()},
    ],
)
def test_a_group_that_is_planned_weak_of_another_kind_or_of_no_unit_speaks_for_nobody(
    fields: dict[str, Any],
) -> None:
    total = with_group(unit("a", figure=told(900, OLDER)), **fields)
    assert (total.group, total.low, total.parts) == ("", 900, None)


def test_units_outside_the_group_are_added_to_its_figure_and_told_beside_it() -> None:
    inside = unit("a", figure=told(900, OLDER)), unit("b")
    alone = with_group(*inside, unit_count=3)
    assert (alone.low, alone.units, alone.stating, alone.beside) == (2000, 2, 2, None)
    others = (
        unit("c", figure=figure(300, told_first=date(2016, 1, 1)), old=True, announced=True),
        unit("d", figure=figure(None, 50, "up to")),
        unit("e", figure=figure(70, grade="D4")),
        unit("f"),
    )
    total = with_group(*inside, others=others)
    assert (total.low, total.high, total.hedge, total.ceiling) == (2300, 2350, None, 50)
    assert (total.units, total.stating, total.ceilings) == (6, 4, 1)
    assert (total.old, total.old_sum, total.announced) == (1, Added(300, 300, None), 1)
    assert total.years == (2016, 2017)
    assert total.beside == Added(300, 350, None, 50)
    assert total.parts
    assert (total.parts.units, total.parts.stating, total.parts.group) == (6, 3, "")


def test_a_group_speaks_for_as_many_units_as_it_names_and_the_larger_group_for_those_of_the_smaller() -> None:
    units = unit("a"), unit("b"), unit("c")
    small = group("small", figure=told(500, OLDER), parts=("a",))
    large = group("large", figure=told(2000, OLDER), parts=("a", "b"), unit_count=2)
    total = only(*units, small, large)
    assert (total.group, total.low, total.stating, total.units, total.beside) == ("large", 2000, 2, 3, None)
    apart = group("apart", figure=told(500, OLDER), parts=("c",))
    both = only(*units, large, apart)
    assert (both.group, both.low, both.stating) == ("large", 2500, 3)
    assert both.beside == Added(500, 500, None)
    equal = group("equal", figure=told(700, OLDER), parts=("b", "a"))
    assert only(*units, large, equal).group == "equal"  # of two as large the first by id


def test_a_group_with_a_unit_that_is_not_shown_speaks_for_nobody_unless_that_is_not_there_yet() -> None:
    shown, hidden = unit("a", figure=told(900, OLDER)), unit("b")
    its_group = group(figure=told(2000, NEWER), parts=("a", "b"))
    (total,) = totals_of([shown, its_group], known(shown, hidden, its_group))
    assert (total.group, total.low) == ("", 900)
    to_come = unit("b", standing=Standing.PLANNED)
    (total,) = totals_of([shown, its_group], known(shown, to_come, its_group))
    assert (total.group, total.low, total.units) == ("whole", 2000, 1)


@pytest.mark.parametrize(
    ("year", "years"),
    [(2018, (2017, 2017)), (2017, None)],
)
def test_a_total_bears_its_years_once_they_are_past(year: int, years: tuple[int, int] | None) -> None:
    assert only(unit(figure=figure(5)), day=date(year, 12, 31)).years == years
    assert only(unit(), day=DAY).years is None
