"""What a reader does while the slider plays counts for the day on the map, or leaves that day."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.on_the_page import press, title
from tests.browser.test_slider import JUNE, expect_day, thumb, watched
from tests.browser.visit import settle

PLAYED = 8
"""Days that are enough for some to come from those that were sent in advance, which the server does not know."""


def play(page: Page) -> None:
    """Play from the day shown until several days have passed."""
    frame = watched(page)
    page.get_by_label("Speed").select_option("4×")
    press(page, "Play")
    frame.wait_for_function(f"window.scenes.length >= {PLAYED}")


@pytest.mark.soak  # slider.test.js states what ends play, and with which day
def test_a_briefing_that_is_asked_for_in_play_shows_the_day_on_the_map(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(JUNE)
    play(page)
    page.keyboard.press("b")
    played = thumb(page).get_attribute("aria-valuetext")
    page.wait_for_url("**brief=1**")
    settle(page)
    expect(title(page)).to_contain_text(f"as known on {played}")
    assert parse_qs(urlsplit(page.url).query)["asof"] != ["2016-06-14"]
    page.keyboard.press("Escape")
    expect_day(page, str(played))


def test_back_in_play_ends_it_and_shows_the_day_of_that_address(open_page: Callable[..., Page]) -> None:
    page = open_page(JUNE)
    press(page, "Later")
    expect_day(page, "8 July 2016")
    page.wait_for_url("**asof=2016-07-08")
    play(page)
    page.go_back()
    expect_day(page, "14 June 2016")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    page.go_forward()
    expect_day(page, "8 July 2016")


@pytest.mark.soak  # slider.test.js states it, and the test above goes Back
def test_back_in_play_to_another_tab_shows_the_day_from_which_it_played(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(JUNE)
    page.get_by_role("tab", name="Not drawn").click()
    page.wait_for_url("**tab=not-drawn")
    settle(page)
    play(page)
    page.go_back()
    page.wait_for_url("**asof=2016-06-14")
    expect_day(page, "14 June 2016")


@pytest.mark.soak  # slider.test.js states it
def test_a_link_copied_in_play_has_the_day_on_the_map(open_page: Callable[..., Page]) -> None:
    page = open_page(JUNE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    play(page)
    press(page, "Copy link")
    link = page.evaluate("navigator.clipboard.readText()")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    asof = parse_qs(urlsplit(link).query)["asof"]
    page.wait_for_url(f"**asof={asof[0]}**")
    assert asof != ["2016-06-14"]


def test_a_filter_after_another_page_in_play_is_written_into_the_address(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(JUNE)
    play(page)
    page.get_by_role("link", name="Sources").first.click()
    page.wait_for_url("**/sources**")
    page.get_by_role("link", name="Map").first.click()
    settle(page)
    page.locator("[class*=' st-key-role-'] [aria-checked=false]").first.click()
    page.wait_for_url("**role=**")
