"""Numbers that count persons are told from years, days, distances and things."""

import pytest

from eastflank.reading.strengths import strengths_in

PEOPLES = ("American", "Americans", "British", "Canadians", "German", "Germans")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some 300 German soldiers and 850 British at Tapa", [300, 850]),
        ("more than 2,100 military personnel", [2100]),
        ("from 800 to 1,000 troops", [800, 1000]),
        ("90 of the 200 Canadians", [90, 200]),
        ("a 1,000-strong force", [1000]),
        ("about 4,000 in all", [4000]),
        ("four thousand troops", [4000]),
        ("a strength of about 1,100", [1100]),
        ("it numbers 900", [900]),
        ("they numbered some 450", [450]),
        ("about 4,000 in total", [4000]),
        ("In 2017 troops came, 180 km from the border, for 60 days", []),
        ("40 tanks and 300 men", [300]),
        ("30 American vehicles", []),
        ("several hundred people", []),
        ("the 173rd brigade, in three battlegroups", []),
    ],
)
def test_a_number_of_persons_stands_next_to_a_word_for_them(text: str, found: list[int]) -> None:
    assert [number.value for number in strengths_in(text, PEOPLES)] == found


def test_a_number_is_where_the_text_has_it() -> None:
    text = "Another has 650 soldiers."
    (number,) = strengths_in(text)
    assert text[number.start : number.stop] == "650"
