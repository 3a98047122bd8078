"""The picture as files: each size as asked for, the same bytes twice, golden views as they were."""

import io
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from eastflank.render.picture import files
from eastflank.report.contents import Size
from tests.briefings import HOSTILE, briefing, of_the_record
from tests.golden import Golden
from tests.representatives import named

SPACE = "{http://www.w3.org/2000/svg}"
SMALL = Size(960, 540, "960x540")
(SQUARE,) = (size for size in files.SIZES if size.width == size.height)
VIEWS = {
    "whole-record": "",
    "canada-june-2016": "nation=CAN&asof=2016-06-14",
    "host-latvia": "host=LVA&asof=2017-06-30",
    "set-june-2016": "asof=2016-06-14",
    "october-2016": "asof=2016-10-26",
    "eight-battlegroups-2022": "asof=2022-06-28",
    "changes-2017": "asof=2017-08-28&since=2016-07-09",
    "empty": "asof=2010-01-01",
}
TOLERANCE = 0.002
"""Letters' edges may come out otherwise on another processor; nothing else may."""


@pytest.mark.parametrize(("name", "query"), VIEWS.items(), ids=VIEWS)
def test_a_view_is_drawn_as_it_was(golden: Golden, name: str, query: str) -> None:
    asked = replace(of_the_record(query), version="0" * 12)  # it moves with every row of the record
    golden(f"{name}.svg", files.svg(asked, SMALL))
    golden(f"{name}.png", files.png(asked, SMALL), TOLERANCE)


@pytest.mark.parametrize("size", named(files.SIZES, {SQUARE}), ids=lambda size: size.name)
def test_a_picture_has_the_size_that_was_asked_for(size: Size) -> None:
    asked = of_the_record("nation=CAN&asof=2016-06-14")
    assert Image.open(io.BytesIO(files.png(asked, size))).size == (size.width, size.height)
    root = ET.fromstring(files.svg(asked, size))  # noqa: S314 - this project wrote it
    assert (root.get("width"), root.get("height")) == (str(size.width), str(size.height))


def test_without_a_size_it_is_the_usual_one() -> None:
    asked = of_the_record("nation=CAN&asof=2016-06-14")
    assert files.svg(asked, None) == files.svg(asked, files.SIZES[0])


def test_a_picture_is_the_same_bytes_twice() -> None:
    first, second = (files.png(briefing("asof=2016-06-14"), SMALL) for _ in range(2))
    assert first == second


def test_a_drawn_picture_asks_for_no_other_file_and_names_one_font() -> None:
    text = files.svg(of_the_record("asof=2022-06-28"), None).decode()
    assert set(re.findall(r"https?://[^\"' <]+", text)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<(image|script|style|foreignObject|use)\b|href|@import", text)
    assert set(re.findall(r'font-family="([^"]+)"', text)) <= {
        "'Source Sans 3', sans-serif",
        "'Source Sans 3'",
    }


def test_hostile_words_are_drawn_as_words() -> None:
    root = ET.fromstring(files.svg(briefing("asof=2016-06-14", marking=HOSTILE), None))  # noqa: S314
    drawn = " ".join(element.text or "" for element in root.iter(f"{SPACE}text"))
    assert "</script><img src=x onerror=window.pwn=1>" in drawn
    assert "Ādaži" in drawn
    assert {element.tag.removeprefix(SPACE) for element in root.iter()} <= {
        "svg", "title", "metadata", "defs", "pattern", "clipPath", "g", "path", "rect", "circle", "text",
    }  # fmt: skip
