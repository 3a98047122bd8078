"""Laws of uncertain dates."""

from __future__ import annotations

import itertools
from datetime import date

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.dates import UNKNOWN, Bounds, NoDate, bounds
from eastflank.words.chosen import dates_in_words

# The year after the last one must exist, because a winter ends in it.
DAYS = st.dates(max_value=date(9998, 12, 31))
QUALIFIERS = st.sampled_from(("", "?", "~", "%"))


def written(day: date) -> list[str]:
    """The day, and ever vaguer dates that contain it."""
    iso = day.isoformat()
    return [iso, f"{iso[:7]}-XX", iso[:7], f"{iso[:4]}-XX", iso[:4], f"{iso[:3]}X", f"{iso[:2]}XX"]


def vague(day: date) -> st.SearchStrategy[str]:
    # "000X" would begin in the year 0, which no calendar here has.
    return st.sampled_from([text for text in written(day) if not text.startswith("00") or text[3] != "X"])


@given(DAYS, QUALIFIERS)
def test_a_day_is_its_own_bounds_however_sure_it_is(day: date, qualifier: str) -> None:
    assert bounds(day.isoformat() + qualifier) == (day, day)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31)), QUALIFIERS)
def test_each_vaguer_date_contains_the_sharper_one(day: date, qualifier: str) -> None:
    found = [bounds(text + qualifier) for text in written(day)]
    for inner, outer in itertools.pairwise(found):
        assert inner.first and inner.last and outer.first and outer.last
        assert outer.first <= inner.first <= inner.last <= outer.last


@given(DAYS.flatmap(vague), DAYS.flatmap(vague))
def test_an_interval_runs_from_its_first_side_to_its_last_or_is_refused(start: str, end: str) -> None:
    first, last = bounds(start).first, bounds(end).last
    assert first and last
    if first <= last:
        assert bounds(f"{start}/{end}") == Bounds(first, last)
    else:
        with pytest.raises(NoDate) as refusal:
            bounds(f"{start}/{end}")
        assert dates_in_words.no_date(refusal.value.text, backwards=refusal.value.backwards) == (
            f"“{start}/{end}” ends before it begins: swap its sides."
        )


@given(DAYS.flatmap(vague), st.sampled_from(("", "..")))
def test_a_side_that_is_open_or_unknown_has_no_bound(side: str, nothing: str) -> None:
    assert bounds(f"{side}/{nothing}") == Bounds(bounds(side).first, None)
    assert bounds(f"{nothing}/{side}") == Bounds(None, bounds(side).last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2022-XX", date(2022, 1, 1), date(2022, 12, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("2017-21", date(2017, 3, 1), date(2017, 5, 31)),
        ("2017-24", date(2017, 12, 1), date(2018, 2, 28)),
        ("2017-04~/2017-06?", date(2017, 4, 1), date(2017, 6, 30)),
        ("2016-06/", date(2016, 6, 1), None),
        ("../2017", None, date(2017, 12, 31)),
    ],
)
def test_dates_as_sources_give_them(text: str, first: date | None, last: date | None) -> None:
    assert bounds(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "2016",
        "2016~",
        "201X",
        "20XX",
        "2016-02",
        "2016-12?",
        "2016-XX",
        "2016-XX-XX",
        "2016-02-XX",
        "2016-02-29",
        "2016-21",
        "2016-22",
        "2016-23",
        "2016/2017",
        "2016-06-15/2016-06",
        "2016-07-08~/2016",
    ],
)
def test_the_edtf_package_agrees(text: str) -> None:
    judged = edtf.parse_edtf(text)
    first, last = judged.lower_strict(), judged.upper_strict()
    assert bounds(text) == (date(*first[:3]), date(*last[:3]))


def test_an_interval_open_on_both_sides_says_nothing() -> None:
    assert bounds("../..") == UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "", "/", "..", "16", "2016-7", "2016-13", "2016-02-30", "2016-00", "2016-25", "2016-21-XX", "0000", "000X", "-0044",
        "Y12345", "XXXX", "XXXX-05", "2016-XX-01", "2016-07-08T10:00:00", "[2016,2017]", " 2016", "2016 ",
        "2016-07-08\n", "8 July 2016", "08.07.2016", "2016/2017/2018", "２０１６", "9999-24",
    ],
)  # fmt: skip
def test_anything_else_is_refused_by_name_with_an_example(text: str) -> None:
    with pytest.raises(NoDate) as refusal:
        bounds(text)
    told = dates_in_words.no_date(refusal.value.text, backwards=refusal.value.backwards)
    assert told.startswith(f"“{text}” is not a date: it must be a day, a month, a year or a span")
    assert "2022-03/2022-06" in told
