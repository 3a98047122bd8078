"""Figures and nations are found in a quotation as an article writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.quotes import marked, spans, spellings


@pytest.mark.parametrize(
    ("quote", "figures", "names", "found"),
    [
        ("all of the 800-1,000 troops needed", [800, 1000], [], ["800", "1,000"]),
        ("a rotation of four-thousand troops", [4000], [], ["four-thousand"]),
        ("four multinational battalions", [4], [], ["four"]),
        ("three of the four battalions", [3], [], ["three"]),
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
    assert [quote[start:end] for start, end in spans(quote, figures, names)] == found


@given(st.text(), st.lists(st.integers(0, 10**7), max_size=3), st.lists(st.text(min_size=1), max_size=3))
def test_the_pieces_add_up_to_the_quote(quote: str, figures: list[int], names: list[str]) -> None:
    assert "".join(text for text, _ in marked(quote, figures, names)) == quote


@pytest.mark.parametrize(
    ("figure", "spelling"),
    [
        (455, "four hundred fifty-five"),
        (1138, "1,138"),
        (4000, "four thousand"),
        (90, "ninety"),
        (10**6, "one million"),
    ],
)
def test_spellings(figure: int, spelling: str) -> None:
    assert spelling in spellings(figure)
