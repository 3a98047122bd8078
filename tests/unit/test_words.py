"""English for figures and dates: nothing unknown becomes a number, nothing uncertain becomes certain."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eastflank.dates import NoDate, bounds
from eastflank.grades import is_weak
from eastflank.words.chosen import figures
from eastflank.words.chosen import values as words

PERSONS = st.none() | st.integers(0, 10**6)
HEDGES = st.sampled_from([None, "about", "up to", "at least", "more than"])


@pytest.mark.parametrize(
    ("low", "high", "hedge", "said"),
    [
        (None, None, None, "not stated"),
        (1000, 1000, None, "1,000"),
        (1100, 1100, "about", "about 1,100"),
        (800, 1000, None, "800–1,000"),
        (None, 1000, "up to", "up to 1,000"),
        (None, 1000, None, "up to 1,000"),
        (450, None, "more than", "more than 450"),
        (450, None, None, "at least 450"),
        (4000, 4000, "at least", "at least 4,000"),
        (0, 1000, None, "0–1,000"),
        (0, 0, None, "0"),
        (0, None, None, "at least 0"),
    ],
)
def test_a_strength(low: int | None, high: int | None, hedge: str | None, said: str) -> None:
    assert words.strength(low, high, hedge) == said


@given(PERSONS, PERSONS, HEDGES)
def test_a_strength_shows_the_bounds_that_are_stated_and_no_others(
    low: int | None, high: int | None, hedge: str | None
) -> None:
    said = words.strength(low, high, hedge)
    shown = {int(figure.replace(",", "")) for figure in re.findall(r"[\d,]+", said)}
    assert shown == {bound for bound in (low, high) if bound is not None}
    assert not re.search("nan|None|NA", said)


@pytest.mark.parametrize(
    ("figure", "said"),
    [("1", "1 person"), ("about 1,100", "about 1,100 persons"), ("not stated", "not stated")],
)
def test_persons(figure: str, said: str) -> None:
    assert words.persons(figure) == said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        (None, "not stated"),
        ("../2017", "by 2017"),
        ("/2017", "by 2017"),
        ("2017-01/..", "from January 2017"),
        ("2017/", "from 2017"),
        ("../..", "not stated"),
        ("2017-04~", "about April 2017"),
        ("2017-04?", "April 2017 (uncertain)"),
        ("2017-04%", "about April 2017 (uncertain)"),
        ("2016-07-08/2016-07-09", "8–9 July 2016"),
        ("2016-07-08/2016-07-08", "8 July 2016"),
        ("2016-06-30/2016-07-01", "30 June 2016 to 1 July 2016"),
        ("2016-06~/2017", "about June 2016 to 2017"),
        ("2022-XX", "2022"),
        ("2022-07-XX", "July 2022"),
        ("2017-22", "summer 2017"),
        ("2017-24~", "about winter 2017"),
        ("201X", "2010–2019"),
        ("2017", "2017"),
        ("2016-06-14", "14 June 2016"),
    ],
)
def test_an_uncertain_date(edtf: str | None, said: str) -> None:
    assert words.when(edtf) == said


YEARS = st.integers(1900, 2100).map(str)
MONTHS = st.builds(
    "{}-{}".format,
    YEARS,
    st.sampled_from([*(f"{month:02}" for month in range(1, 13)), "21", "22", "23", "24", "XX"]),
)
DAYS = st.dates().map(str)
SINGLE = st.builds(
    "{}{}".format,
    YEARS | MONTHS | DAYS | st.sampled_from(["201X", "20XX"]),
    st.sampled_from(["", "~", "?", "%"]),
)
SIDE = SINGLE | st.sampled_from(["", ".."])


@given(SINGLE | st.builds("{}/{}".format, SIDE, SIDE))
@example("1906-01/1900~")
@example("/")
def test_every_date_has_words_with_the_years_it_may_mean(edtf: str) -> None:
    try:
        first, last = bounds(edtf)
    except NoDate:
        with pytest.raises(NoDate) as refusal:
            words.when(edtf)
        # Each side is a date, or open: only an interval that runs backwards is none, or one without sides.
        assert (refusal.value.text, refusal.value.backwards) == (edtf, edtf != "/")
        return
    said = words.when(edtf)
    assert not re.search("nan|None|X", said)
    assert ("about" in said) == ("~" in edtf or "%" in edtf)
    assert ("uncertain" in said) == ("?" in edtf or "%" in edtf)
    for bound in (first, last):
        assert bound is None or str(bound.year) in said or "winter" in said


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "no claims"), (1, "one claim"), (12, "twelve claims"), (13, "13 claims"), (1200, "1,200 claims")],
)
def test_things_counted(count: int, said: str) -> None:
    assert figures.claims(count) == said


@pytest.mark.parametrize(
    ("things", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_things_listed(things: list[str], said: str) -> None:
    assert words.listed(things) == said


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1), min_size=1))
def test_a_list_names_each_thing(things: list[str]) -> None:
    assert re.split(", | and ", words.listed(things)) == things


@given(st.text())
def test_a_quotation_never_ends_in_a_doubled_mark(text: str) -> None:
    said = words.quotation(text)
    assert said[1:-1] == text
    assert not re.search('““|””|"”|“"', f"{said[:2]} {said[-2:]}")


def test_nations_stand_in_the_order_of_their_names() -> None:
    names = {"DEU": "Germany", "GBR": "Britain"}
    assert words.nations(("DEU", "GBR", "XYZ"), names) == "Britain, Germany and XYZ"
    assert words.nations((), names) == ""


@pytest.mark.parametrize(
    ("year", "grade", "said"),
    [
        (2022, "", "1,033 (2022)"),
        (2022, "D4", "1,033 (2022, D4)"),
        (None, "C4", "1,033 (C4)"),
        (None, "", "1,033"),
    ],
)
def test_a_figure_with_its_notes(year: int | None, grade: str, said: str) -> None:
    assert words.noted("1,033", year, grade) == said


@pytest.mark.parametrize("reliability", words.RELIABILITY)
@pytest.mark.parametrize("credibility", words.CREDIBILITY)
def test_a_grade_is_weak_where_either_half_is(reliability: str, credibility: int) -> None:
    assert is_weak(f"{reliability}{credibility}") == (reliability >= "D" or credibility >= 4)
    assert not is_weak("")


@pytest.mark.parametrize("reliability", words.RELIABILITY)
@pytest.mark.parametrize("credibility", words.CREDIBILITY)
def test_every_grade_has_a_meaning(reliability: str, credibility: int) -> None:
    assert words.grade_meaning(reliability, credibility).startswith("source ")
