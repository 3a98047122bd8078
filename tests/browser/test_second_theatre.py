"""A server on the folder of another theatre shows that theatre."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.on_the_map import mark
from tests.browser.server import Server
from tests.browser.visit import Visits, map_of

SECOND = Path(__file__).parents[1] / "second_theatre"


@pytest.mark.soak  # tests/app/test_datasets.py and tests/unit/test_second_theatre.py state it
def test_its_title_its_map_and_its_button_are_its_own(
    start_server: Callable[..., Server], visits: Visits
) -> None:
    page = visits.open("?asof=2019-10-05", server=start_server(data=SECOND))
    expect(page.locator(".ef-title")).to_contain_text("Two coastal patrols and one headquarters")
    frame = map_of(page)
    assert frame.evaluate("map.eastflankStage.scene.scene.opening") == [[2.5, -8], [12.5, 15]]
    assert frame.evaluate("map.getBounds().contains([[4.2, -6], [11, 13]])")
    expect(mark(frame, "patrol-ben")).to_be_visible()
    expect(frame.get_by_role("button", name="Whole gulf")).to_have_count(1)
