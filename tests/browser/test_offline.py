"""Everything works on a machine without a network: nothing used here makes a request to another machine.

The browser resolves no name but this machine's, the server's attempts are refused and written down, and
every request of every page is noted; the harness fails a test that left anything there.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.on_the_map import mark
from tests.browser.on_the_page import choose, claim, evidence, go_to, title
from tests.browser.visit import Visits, map_of, settle


def addresses(frame: Frame, part: str = "") -> list[str]:
    """Every address that holds `part` among those the map's frame was handed or loaded; not what lies in the page."""
    found: list[str] = frame.evaluate(
        "[...document.querySelectorAll('[src], [href]')].map((one) => one.src || one.href).concat("
        " performance.getEntriesByType('resource').map((one) => one.name))"
    )
    return [url for url in found if part in url and not url.startswith(("data:", "blob:"))]


@pytest.mark.soak  # each visit of each test asks no other machine
def test_a_whole_journey_asks_no_other_machine_for_anything(
    open_page: Callable[..., Page], visits: Visits
) -> None:
    requests: list[str] = []
    page = open_page("?asof=2017-06-30", first=True)
    page.on("request", lambda request: requests.append(request.url))
    frame = map_of(page)
    assert addresses(frame, "eastflank-scripts/map-"), "nothing was looked at"
    assert [url for url in addresses(frame) if not url.startswith(visits.server.url)] == []
    mark(frame, "efp-lva").click()
    expect(evidence(page).locator(".ef-head")).to_contain_text("Battlegroup Latvia")
    choose(page, "Nation", "Canada")
    expect(title(page)).to_contain_text("involving Canada")
    page.get_by_role("button", name="Earlier").click()
    expect(title(page)).not_to_contain_text("30 June 2017")
    go_to(page, "Method")
    expect(title(page)).to_contain_text("Method")
    go_to(page, "Sources")
    expect(page.locator(".ef-article")).to_be_visible()
    page.goto(f"{visits.server.url}/?nation=CAN&asof=2016-06-14")
    settle(page)
    claim(page, "A1-16").get_by_role("link", name="in its article").click()
    expect(page.locator(".ef-chosen").first).to_be_visible()
    assert requests, "nothing was watched"
    assert visits.abroad == []
    assert visits.server.tried_to_leave() == []
