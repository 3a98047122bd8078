"""A sheet becomes SVG that is well formed whatever a text says."""

import string
import unicodedata
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from eastflank.render.picture import svg
from eastflank.render.picture.sheet import Box, Sheet, Text
from eastflank.render.xml_text import possible

SPACE = "{http://www.w3.org/2000/svg}"


TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def sheet_with(words: str) -> Sheet:
    text = Text("t", "title", words, Box(1, 2, 30, 10), 9, 8, "#000000")
    return Sheet(
        width=100, height=50, title=words, map=Box(0, 0, 100, 50), paper="#ffffff", sea="#d7e3ea", hatch="#8fb4d3", grey="#5c6b73",
        regions=(), lines=(), dots=(), names=(text,), cards=(), groups=(),
    )  # fmt: skip


@given(st.text())
def test_any_text_stays_text(words: str) -> None:
    tree = ET.fromstring(svg.document(sheet_with(words)))  # noqa: S314 - this project wrote it
    title, drawn = tree.findtext(f"{SPACE}title"), "".join(tree.find(f"{SPACE}text").itertext())
    plain = dict.fromkeys("\t\n\r", " ")
    expected = "".join(
        plain.get(letter, letter) if letter in "\t\n\r" or possible(letter) == letter else "\ufffd"
        for letter in words
    )
    assert (title or "") == expected
    # Marks that turn letters round are left out, and added around what runs to the left.
    assert sorted(drawn.translate(TURNING)) == sorted(expected.translate(TURNING))
    if not {unicodedata.bidirectional(letter) for letter in words} & {"R", "AL"}:
        assert drawn == expected.translate(TURNING)
    assert {child.tag.removeprefix(SPACE) for child in tree} == {"title", "defs", "rect", "g", "text"}


@given(st.text(st.sampled_from("<>&\"'/=;{}" + string.ascii_letters)))
def test_no_text_opens_an_element_or_leaves_an_attribute(words: str) -> None:
    assert not set(svg.escaped(words)) & set("<>\"'")


def test_numbers_have_no_needless_digits() -> None:
    assert [svg._number(value) for value in (3.0, 3, 0.1, 0.125, -2.50, 0.001, 1e-9)] == [
        "3",
        "3",
        "0.1",
        "0.12",
        "-2.5",
        "0",
        "0",
    ]
