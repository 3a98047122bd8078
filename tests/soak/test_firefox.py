"""The main journeys in Firefox: the browser tests themselves, with Debian's Firefox in Chromium's place."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.on_the_page import claim, evidence, title
from tests.browser.test_briefing import test_b_shows_and_leaves_it_and_escape_leaves_it_with_all_choices_kept
from tests.browser.test_export_menu import (
    test_a_table_is_downloaded_as_the_view_has_it_under_a_name_that_says_so,
)
from tests.browser.test_journeys import (
    test_a_click_on_a_mark_shows_its_evidence_and_its_row_and_stands_in_the_address,
    test_a_filter_changes_the_sentence_and_the_marks_but_not_the_readers_view,
    test_a_link_shows_what_was_said_of_canada_and_lives_through_a_reload,
    test_back_takes_a_filter_away_and_forward_brings_it_again,
    test_earlier_and_later_step_to_the_days_on_which_somebody_spoke,
)
from tests.browser.test_slider import (
    test_any_day_can_be_chosen_is_read_in_words_and_lives_through_reload_and_back,
    test_the_arrows_step_between_days_on_which_somebody_speaks,
)
from tests.browser.visit import driving, new_profile

__all__ = [
    "test_a_click_on_a_mark_shows_its_evidence_and_its_row_and_stands_in_the_address",
    "test_a_filter_changes_the_sentence_and_the_marks_but_not_the_readers_view",
    "test_a_link_shows_what_was_said_of_canada_and_lives_through_a_reload",
    "test_a_table_is_downloaded_as_the_view_has_it_under_a_name_that_says_so",
    "test_any_day_can_be_chosen_is_read_in_words_and_lives_through_reload_and_back",
    "test_b_shows_and_leaves_it_and_escape_leaves_it_with_all_choices_kept",
    "test_back_takes_a_filter_away_and_forward_brings_it_again",
    "test_earlier_and_later_step_to_the_days_on_which_somebody_spoke",
    "test_the_arrows_step_between_days_on_which_somebody_speaks",
]
"""What is run here by its own name, with this module's browser."""

BETWEEN = Path(__file__).with_name("firefox_for_playwright.py")
FIREFOXES = ("firefox-esr", "firefox")
QUIET = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "datareporting.healthreport.uploadEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
    "layout.css.prefers-color-scheme.content-override": 1,  # light
    "ui.prefersReducedMotion": 1,
}
"""A browser that keeps to itself, for a reader who prefers light colours and no motion."""


def firefox() -> str:
    """The browser's program: $FIREFOX, or the first found on the path."""
    found = os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, FIREFOXES)), None)
    assert found, "this drives Firefox: `make firefox` installs it, or set FIREFOX to where it is"
    return found


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One Firefox for all tests of this module, driven by WebDriver BiDi, which it speaks by itself."""
    program = tmp_path_factory.mktemp("firefox") / "firefox"
    program.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" "{BETWEEN}" "{firefox()}" "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    with driving() as playwright:
        browser = playwright.firefox.launch(
            channel="moz-firefox", executable_path=program, firefox_user_prefs=QUIET
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def window(browser: Browser) -> Page:
    """The page in which most visits take place."""
    return new_profile(browser).new_page()


def test_the_page_and_its_map_open_without_an_error(open_page: Callable[..., Page]) -> None:
    assert open_page(first=True).title() == "Eastflank"


def test_a_keyboard_comes_from_the_opened_page_to_a_quote(open_page: Callable[..., Page]) -> None:
    page = open_page("?nation=CAN&asof=2016-06-14", first=True)  # only Firefox's newest window has the focus
    skip = page.locator(".ef-skips").get_by_role("button", name="Evidence", exact=True)
    _tab_to(page, skip)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Figures and evidence")).to_be_focused()
    _tab_to(page, evidence(page).get_by_role("button", name="Copy quote").first)
    expect(claim(page, "A1-17")).to_contain_text("Canada is actively considering options")
    page.keyboard.press("b")
    expect(title(page)).to_contain_text("involving Canada")
    page.wait_for_url("**brief=1**")


def _tab_to(page: Page, place: Locator) -> None:
    """Press Tab until the place has the focus."""
    passed: list[str] = []
    while not place.evaluate("one => one === document.activeElement"):
        page.keyboard.press("Tab")
        passed.append(page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
        assert len(passed) < 20, passed
