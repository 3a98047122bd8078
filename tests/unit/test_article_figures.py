"""Figures in words: numbers, ranges, hedges, increments and shares."""

import pytest

from eastflank.intake.article.figures import figure_at


def _words(text: str) -> list[str]:
    return text.lower().replace("-", " - ").split()


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("450 troops", 450, 450, None),
        ("1,200 troops", 1200, 1200, None),
        ("four - thousand troops", 4000, 4000, None),
        ("twenty - five men", 25, 25, None),
        ("two hundred soldiers", 200, 200, None),
        ("1.5 thousand soldiers", 1500, 1500, None),
        ("a dozen officers", 12, 12, None),
        ("two dozen officers", 24, 24, None),
        ("half a dozen officers", 6, 6, None),
        ("a score of Norwegians", 20, 20, None),
        ("a hundred and thirty - two sappers", 132, 132, None),
        ("two thousand five hundred men", 2500, 2500, None),
        ("a hundred and fifty to two hundred men", 150, 200, None),
        ("just shy of 400", 400, 400, "about"),
        ("a little under 900", 900, 900, "about"),
        ("a little over 900", 900, None, "more than"),
        ("five hundred and something", 500, None, "at least"),
        ("about 200", 200, 200, "about"),
        ("nearly 3,000", 3000, 3000, "about"),
        ("just under 1,000", 1000, 1000, "just under"),
        ("some 800", 800, 800, "about"),
        ("30 or so", 30, 30, "about"),
        ("up to 1,000", None, 1000, "up to"),
        ("as many as 4,000", None, 4000, "up to"),
        ("fewer than 100", None, 100, "up to"),
        ("at least 300", 300, None, "at least"),
        ("more than 1,000", 1000, None, "more than"),
        ("over 1,500", 1500, None, "more than"),
        ("between 800 and 1,000", 800, 1000, None),
        ("800 - 1,000 troops", 800, 1000, None),
        ("500 to 600 troops", 500, 600, None),
        ("from 455 to 540", 540, 540, None),
        ("from 500 to as many as 4,000 people", None, 4000, "up to"),
    ],
)
def test_a_figure_has_the_bounds_that_its_words_allow(
    text: str, low: int | None, high: int | None, hedge: str | None
) -> None:
    found = figure_at(text.split(), 0)
    assert found is not None
    assert (found.low, found.high, found.hedge) == (low, high, hedge)


@pytest.mark.parametrize(
    "text", ["another 200", "a further 1,000", "200 more troops", "130 additional soldiers"]
)
def test_an_increment_is_told_from_a_level(text: str) -> None:
    found = figure_at(text.split(), 0)
    assert found is not None and found.increment is not None


@pytest.mark.parametrize(
    "text",
    ["a third of the 4,000 soldiers", "half of the 500", "several hundred men", "a few dozen", "70 percent"],
)
def test_a_share_and_a_vague_number_give_no_figure(text: str) -> None:
    found = figure_at(text.split(), 0)
    assert found is not None
    assert (found.low, found.high) == (None, None)


def test_most_or_all_of_a_range_leaves_the_range_a_figure() -> None:
    assert figure_at(["most", "or", "all", "of", "the", "800", "-", "1,000", "troops"], 0) is None
    found = figure_at(["most", "or", "all", "of", "the", "800", "-", "1,000", "troops"], 5)
    assert found is not None and (found.low, found.high) == (800, 1000)


@pytest.mark.parametrize("text", ["the troops", "fourth battalion", "a battalion", "next month"])
def test_words_without_a_number_are_no_figure(text: str) -> None:
    assert figure_at(text.split(), 0) is None


def test_four_digits_without_a_comma_may_be_a_year() -> None:
    found = figure_at(["2017"], 0)
    assert found is not None and found.plain_year
    found = figure_at(["2,017"], 0)
    assert found is not None and not found.plain_year


def test_a_half_more_makes_no_figure() -> None:
    assert figure_at(["six", "and", "a", "half", "years"], 0) is None
