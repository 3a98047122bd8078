"""The letter of a dataset is never cut off a heading; a cell keeps the first letter of a name."""

from __future__ import annotations

import pytest

from eastflank.render.key_table import first_in_capitals
from eastflank.render.picture.cards import shortened_heading
from eastflank.render.picture.lettering import Letters


@pytest.mark.parametrize("most", [70.0, 90.0, 120.0, 400.0])
@pytest.mark.parametrize("heading", ["Lielvārde air base (B)", "Tapa (A)", "Lielvārde air base (old)"])
def test_a_heading_that_is_too_long_keeps_its_letter(heading: str, most: float) -> None:
    letters = Letters(12, "#000000")
    said = shortened_heading(letters, heading, most)
    assert letters.width(said) <= most
    if heading[-2].isupper():
        assert said.endswith(heading[-4:])
    assert (said == heading) is (letters.width(heading) <= most)


@pytest.mark.parametrize(
    ("said", "cell"),
    [
        ("eFP coy (B) · 350", "eFP coy (B) · 350"),
        ("about 350", "About 350"),
        ("planned: 5", "Planned: 5"),
        ("", ""),
    ],
)
def test_a_cell_begins_with_a_capital_unless_a_name_does_not(said: str, cell: str) -> None:
    assert first_in_capitals(said) == cell
