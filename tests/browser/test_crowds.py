"""A map with more deployments than it can place: circles with a number, opened by a click, a key or by zooming."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from tests.bench.crowded import write_crowded
from tests.browser.on_the_map import sight
from tests.browser.on_the_page import title
from tests.browser.server import Server
from tests.browser.visit import Visits, map_of, settle

pytestmark = pytest.mark.soak  # tests/unit/test_crowds.py states what circles there are
DAY = "?asof=2022-06-28"
OPENED = re.compile(r"area=")


@pytest.fixture
def crowded(start_server: Callable[..., Server], tmp_path: Path) -> Server:
    """A dashboard on the frozen record with 400 more deployments."""
    write_crowded(tmp_path / "data", 400, days=40, sources=40)
    return start_server(data=tmp_path / "data")


def circles(frame: Frame) -> Locator:
    return frame.locator('.eastflank-mark[data-id^="area:"]')


def single(frame: Frame) -> Locator:
    """The marks that are one deployment each."""
    return frame.locator('.eastflank-mark:not([data-id*=":"])')


def numbers(frame: Frame) -> list[int]:
    """What stands in the circles."""
    texts = circles(frame).locator("svg text").all_text_contents()
    return sorted(int(text.replace(",", "")) for text in texts)


def opened(page: Page, open_it: Callable[[Locator], None]) -> None:
    """Open the circle with the largest number, see it opened, and come back to the circles."""
    frame = map_of(page)
    before, drawn = numbers(frame), circles(frame).count()
    texts = circles(frame).locator("svg text").all_text_contents()
    largest = circles(frame).nth(texts.index(f"{before[-1]:,}"))
    open_it(largest)
    page.wait_for_url(OPENED)
    settle(page)
    expect(single(frame)).not_to_have_count(0)
    expect(title(page)).to_contain_text(re.compile(r"At \d+\.\d+° N to"))
    page.go_back()
    page.wait_for_url(lambda url: not OPENED.search(url))
    settle(page)
    expect(circles(frame)).to_have_count(drawn)
    assert numbers(frame) == before


def test_a_circle_is_opened_by_a_click_by_a_key_and_by_zooming_and_back_returns(
    crowded: Server, visits: Visits
) -> None:
    page = visits.open(DAY, 1366, 768, server=crowded)
    frame = map_of(page)
    assert sight(frame).cut_off() == []
    opened(page, lambda circle: circle.click())
    opened(page, lambda circle: circle.press("Enter"))
    alone = single(frame).count()
    box = circles(frame).first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    for _ in range(4):
        page.mouse.wheel(0, -400)
        settle(page)
    frame.wait_for_function(
        "(number) => document.querySelectorAll('.eastflank-mark:not([data-id*=\":\"])').length > number",
        arg=alone,
    )
    assert not OPENED.search(page.url)


def test_a_telephone_at_night_shows_all_circles_whole(crowded: Server, visits: Visits) -> None:
    page = visits.open(DAY, 390, 844, "dark", server=crowded)
    frame = map_of(page)
    assert len(numbers(frame)) > 5
    assert sight(frame).cut_off() == []
