"""Five hundred random journeys on a slow line."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.server import Server
from tests.browser.test_random_journeys import travel

TOGETHER = 25
"""Journeys on one page."""


@pytest.mark.parametrize("first", range(1000, 1500, TOGETHER))
def test_no_choice_is_lost_on_a_slow_line(open_page: Callable[..., Page], server: Server, first: int) -> None:
    travel(open_page, server, range(first, first + TOGETHER))
