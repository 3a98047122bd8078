"""Figures and nations are found in a quotation as an article writes them, and marked where they are found."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eastflank.reading.quotes import marked, names_of, numbers, numbers_in, whole_words
from tests.frozen import RECORD


def marks(quote: str, figures: list[int], names: list[str]) -> list[str]:
    return [text for text, is_mark in marked(quote, figures, names) if is_mark]


@pytest.mark.parametrize(
    ("quote", "figures", "names", "found"),
    [
        ("all of the 800-1,000 troops needed", [800, 1000], [], ["800", "1,000"]),
        ("a rotation of four-thousand troops", [4000], [], ["four-thousand"]),
        ("four multinational battalions", [4], [], ["four"]),
        ("three of the four battalions", [3], [], ["three"]),
        ("the fourth battalion", [4], [], []),
        ("Two hundred and five troops", [205], [], ["Two hundred and five"]),
        (
            "The U.S., Britain and Germany have",
            [],
            ["U.S.", "Britain", "Germany"],
            ["U.S.", "Britain", "Germany"],
        ),
        ("the United States of America", [], ["United", "United States"], ["United States"]),
        ("in 18000 cases", [1800, 8000], [], []),
        ("Germanys", [], ["Germany"], []),
    ],
)
def test_what_is_marked(quote: str, figures: list[int], names: list[str], found: list[str]) -> None:
    assert marks(quote, figures, names) == found


@given(st.text(), st.lists(st.integers(0, 10**7), max_size=3), st.lists(st.text(), max_size=3))
def test_the_pieces_add_up_to_the_quote(quote: str, figures: list[int], names: list[str]) -> None:
    assert "".join(text for text, _ in marked(quote, figures, names)) == quote


WORDY = st.lists(
    st.sampled_from(["four", "hundred", "-", " ", "1,000", "800", "and", "th", "4", ".5", "m"]), max_size=8
).map("".join)


@given(WORDY, st.integers(0, 1100))
def test_a_figure_is_marked_exactly_where_the_audit_finds_it(quote: str, figure: int) -> None:
    assert bool(marks(quote, [figure], [])) == (figure in numbers_in(quote))
    for value in numbers_in(quote):
        assert marks(quote, [value], [])
    assert all(quote[found.start : found.stop].strip() for found in numbers(quote))


def _spelled(value: int) -> str:
    """A whole number below a million in English words."""
    small = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    tens = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if value < 20:
        return small[value]
    if value < 100:
        return tens[value // 10] + (f"-{small[value % 10]}" if value % 10 else "")
    size, name = (1_000, "thousand") if value >= 1_000 else (100, "hundred")
    rest = value % size
    return f"{_spelled(value // size)} {name}" + (f" and {_spelled(rest)}" if rest else "")


@given(st.integers(0, 999_999))
@example(14)
@example(60)
@example(206)
def test_a_number_in_words_states_what_it_says(value: int) -> None:
    assert [one.value for one in numbers(f"In all {_spelled(value)} soldiers came.")] == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a dozen", 12),
        ("three dozen", 36),
        ("Half a dozen", 6),
        ("half a million", 500_000),
        ("4.5 thousand", 4_500),
    ],
)
def test_dozens_and_halves_are_numbers(words: str, value: int) -> None:
    assert [one.value for one in numbers(f"{words} tanks")] == [value]


def test_dozens_without_a_count_state_no_number() -> None:
    assert numbers("dozens of tanks") == ()


def test_each_nation_that_a_quote_of_the_record_names_is_marked_in_it() -> None:
    names = names_of(RECORD.nations)
    quoted = RECORD.claims[RECORD.claims["quote"].notna() & RECORD.claims["lead"].notna()]
    assert len(quoted) > 3
    for quote, leads in zip(quoted["quote"], quoted["lead"], strict=True):
        for lead in leads.split(";"):
            assert bool(marks(quote, [], list(names[lead]))) == bool(whole_words(names[lead]).search(quote))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("most or all of the 800-1,000 troops", {800, 1000}),
        ("a rotation of four-thousand troops", {4000}),
        ("three of the four battalions", {3, 4}),
        ("the fourth battalion", set()),
        ("the 4th battalion, 3rd of its kind", set()),
        ("4.5m litres", set()),
        ("a battalion", set()),
        ("a hundred men, then a thousand", {100, 1000}),
        ("two hundred and five", {205}),
        ("one thousand two hundred", {1200}),
        ("twenty-one tanks and 3 guns", {21, 3}),
        ("4.5 thousand", {4500}),
        ("2.5 litres", set()),
        ("10,000", {10000}),
        ("100,200,300", {100200300}),
        ("Someone weighed a phone", set()),
        ("Four", {4}),
        ("2016-06-14", {2016, 6, 14}),
        ("A1-19 and F16", {19}),
        ("from four to ten", {4, 10}),
    ],
)
def test_numbers_in_a_text(text: str, numbers: set[int]) -> None:
    assert numbers_in(text) == numbers


@given(st.integers(min_value=0, max_value=999_999))
def test_a_number_is_found_as_digits_and_with_a_comma(number: int) -> None:
    assert numbers_in(f"about {number} troops") == {number}
    assert numbers_in(f"about {number:,} troops") == {number}


def test_an_empty_name_marks_nothing_and_cuts_nothing() -> None:
    assert marked("all, of it", [], ["", ""]) == [("all, of it", False)]
