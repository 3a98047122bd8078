"""A slide's title says what one sees: the country, what is there, what is to come."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.render.picture import typeface
from eastflank.render.slides.widest import WideLetters
from eastflank.report.headline import headline_of
from tests.briefings import of_the_record

LATVIA = "Latvia: 1,840 (2022) in one battlegroup; one brigade arriving, planned: more than 3,500 (2024)"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("asof=2022-06-28", "Eight battlegroups"),
        ("host=LVA&asof=2022-06-28", "Latvia: 1,887 in one battlegroup"),
        ("host=LVA", LATVIA),
        ("nation=LVA&role=host", LATVIA),
        ("nation=CAN&asof=2016-06-14", "Canada: one battlegroup considered"),
        ("nation=DEU", "Germany: about 500 in German Armoured Brigade 45 in Lithuania"),
        ("nation=USA", "United States: four battlegroups"),
        ("status=deployed", "Eight battlegroups and one brigade with status deployed"),
    ],
)
def test_the_country_comes_first_then_what_one_sees(query: str, told: str) -> None:
    made = of_the_record(query)
    assert headline_of(made.view, made.dataset, made.title) == told


LOOK = WideLetters(24, "#000000")


@given(st.text(max_size=80), st.integers(30, 400))
def test_lines_are_no_wider_than_asked_and_lose_nothing(text: str, most: int) -> None:
    lines = LOOK.wrapped(text, most)
    assert all(LOOK.width(line) <= most or len(line) == 1 for line in lines)
    kept = "".join(lines).replace(" ", "")
    assert kept == "".join(part for part in text if part not in " \t\n\r")


@given(st.text(min_size=1, max_size=80), st.integers(60, 400), st.integers(1, 3))
def test_what_is_cut_stands_in_the_lines_allowed_and_ends_in_an_ellipsis(
    text: str, most: int, count: int
) -> None:
    cut = LOOK.in_lines(text, most, count)
    assert len(LOOK.wrapped(cut, most)) <= max(count, 1)
    assert len(LOOK.wrapped(text, most)) <= count or cut.endswith("…")


def test_no_letter_is_narrower_than_in_the_shipped_typeface() -> None:
    for letter in string.ascii_letters + string.digits:
        assert LOOK.width(letter) >= typeface.width(letter, 24) * 0.99, letter
