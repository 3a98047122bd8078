"""A page in use all day does not keep memory of earlier views."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.visit import Visits, settle


@dataclass(frozen=True)
class Held:
    """What a page holds, after the browser has collected its garbage."""

    nodes: int
    listeners: int
    heap: int
    """Bytes of its scripts' values."""


def held(page: Page, devtools: CDPSession) -> Held:
    devtools.send("HeapProfiler.collectGarbage")
    page.evaluate("new Promise((done) => requestIdleCallback(done))")
    devtools.send("HeapProfiler.collectGarbage")
    figures = {one["name"]: int(one["value"]) for one in devtools.send("Performance.getMetrics")["metrics"]}
    return Held(figures["Nodes"], figures["JSEventListeners"], figures["JSHeapUsedSize"])


def click(page: Page, clicks: int) -> None:
    """Choose a status and take it back, one after the other."""
    pills = page.locator("[class*=' st-key-status-'] button")
    for number in range(clicks):
        pill = pills.nth(number // 2 % pills.count())
        chosen = "false" if number % 2 else "true"
        pill.click()
        expect(pill).to_have_attribute("aria-pressed", chosen)
        settle(page)


def grown(visits: Visits, first: int, clicks: int) -> tuple[Held, Held]:
    """What the page holds after the `first` clicks, and after `clicks` more."""
    page = visits.open("?asof=2022-06-28")
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable")
    click(page, first)
    before = held(page, devtools)
    click(page, clicks)
    return before, held(page, devtools)


@pytest.mark.soak  # it takes many clicks
def test_clicks_leave_no_nodes_and_listeners_behind(visits: Visits) -> None:
    before, after = grown(visits, 8, 12)
    assert after.nodes <= 1.05 * before.nodes
    assert after.listeners <= 1.05 * before.listeners


@pytest.mark.soak
def test_five_hundred_clicks_leave_nothing_behind(visits: Visits) -> None:
    before, after = grown(visits, 100, 500)  # at first the browser compiles what it needs
    assert after.nodes <= 1.05 * before.nodes
    assert after.listeners <= 1.05 * before.listeners
    assert after.heap <= 1.05 * before.heap
