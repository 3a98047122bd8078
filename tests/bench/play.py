"""How fast play goes: from one day on the map to the next, timed inside the browser by its own clock."""

from __future__ import annotations

from itertools import pairwise

from playwright.sync_api import Browser

from tests.bench.clicks import PATIENCE
from tests.browser.server import Server
from tests.browser.visit import map_of, settle

_FIRST = "?asof=2016-06-14"
_WATCH = """() => {
  const drawn = document.querySelector("[data-scene]");
  window.steps = [];
  new MutationObserver(() => window.steps.push(performance.now())).observe(drawn, { attributeFilter: ["data-scene"] });
}"""


def step_times(browser: Browser, server: Server, steps: int, speed: str, rounds: int) -> list[float]:
    """Milliseconds between two days on the map in play, in `rounds` of as many steps each.

    In the first round every day is drawn for the first time.
    """
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    times = []
    for _ in range(rounds):
        page.goto(f"{server.url}/{_FIRST}")
        settle(page)
        page.locator(".st-key-slider .ticks .turn").first.wait_for(state="attached")  # all days are folded
        page.get_by_label("Speed").select_option(speed)
        frame = map_of(page)
        frame.evaluate(_WATCH)
        page.get_by_role("button", name="Play").click()
        frame.wait_for_function(f"window.steps.length > {steps}")
        page.get_by_role("button", name="Pause").click()
        settle(page)
        drawn: list[float] = frame.evaluate("window.steps")
        times += [later - earlier for earlier, later in pairwise(drawn[: steps + 1])]
    context.close()
    return times
