"""No choice is lost, however slow the connection and however quick the reader."""

import random
from collections.abc import Callable
from dataclasses import replace

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from tests.browser.journeys import START, Journey
from tests.browser.server import Server
from tests.browser.slow_line import slow_line

LATENCY = 0.4
"""Seconds, in each direction."""


def travel(open_page: Callable[..., Page], server: Server, seeds: range) -> None:
    """Journeys on one page, each from where the one before ended."""
    with slow_line(server.url) as line:
        page = open_page(START, server=replace(server, url=line.url))
        line.latency = LATENCY
        journey = Journey(page, random.Random())  # noqa: S311 - the same journeys each time
        page.evaluate("window.journeyFrom = navigation.currentEntry.index")
        for seed in seeds:
            before = "; ".join(journey.told)
            journey.chance.seed(seed)
            journey.told.clear()
            try:
                journey.go(3)
                journey.arrive()
            except (AssertionError, PlaywrightError) as error:
                error.add_note(f"journey {seed}: {'; '.join(journey.told)}; the one before: {before}")
                raise
        line.latency = 0.0
        page.goto("about:blank")


def test_no_choice_is_lost_on_a_slow_line(open_page: Callable[..., Page], server: Server) -> None:
    travel(open_page, server, range(5))  # the soak makes five hundred
