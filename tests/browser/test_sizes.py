"""The page in a desk's smallest window and on a phone; `make soak` looks at ten sizes."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.on_the_page import table
from tests.browser.server import Server
from tests.browser.sizes import complaints
from tests.browser.visit import settle

OTHER_STYLES = re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b|\b\d{1,2}\.\d{3}\b")
"""A day as 2022-06-28, 28/06/2022 or 28.06.2022; a figure as 11.000."""
COMPARED = "?asof=2022-06-28&since=2017-08-28"


@pytest.mark.parametrize("size", [(390, 844), pytest.param((1280, 720), marks=pytest.mark.soak)])
def test_the_page_can_be_read_without_a_scroll_and_nothing_is_cut(
    open_page: Callable[..., Page], size: tuple[int, int]
) -> None:
    assert list(complaints(open_page("", *size), *size)) == []


@pytest.mark.soak
@pytest.mark.parametrize("language", ["de-DE", "en-US"])
def test_days_and_figures_are_written_in_one_way_whatever_the_browsers_language(
    browser: Browser, server: Server, language: str
) -> None:
    context = browser.new_context(locale=language, timezone_id="UTC")
    page = context.new_page()
    page.goto(f"{server.url}/{COMPARED}")
    settle(page)
    assert OTHER_STYLES.findall(page.locator("body").inner_text()) == []
    since = page.locator(".st-key-since [data-testid=stDateInput]")
    expect(since).to_be_visible()
    assert since.evaluate("one => getComputedStyle(one, '::after').content") == '"28 August 2017"'
    expect(page.locator(".st-key-slider .in-words")).to_have_text("28 June 2022")
    expect(table(page)).to_contain_text(re.compile(r"\d,\d{3}"))  # the cells come after the page has settled
    told = table(page).locator("td").all_inner_texts()
    assert any(re.fullmatch(r"\d,\d{3}", text) for text in told)
    assert [text for text in told if OTHER_STYLES.search(text)] == []
    thumbs = page.get_by_test_id("stSliderThumbValue").all_inner_texts()
    assert re.fullmatch(r"\d{1,2},\d{3}", thumbs[-1]), thumbs
    context.close()


@pytest.mark.soak
def test_before_the_scripts_have_come_the_window_shows_the_pages_outline(
    browser: Browser, server: Server
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(f"{server.url}/sources")
    expect(page.get_by_text("Eastflank is loading")).to_be_visible()
    page.unroute_all()
    page.goto(f"{server.url}/")
    settle(page)
    expect(page.get_by_text("Eastflank is loading")).to_have_count(0)
    context.close()


@pytest.mark.soak  # tests/app states what it says
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_the_heading_of_a_question_covers_nothing(
    open_page: Callable[..., Page], width: int, height: int
) -> None:
    page = open_page("?nation=Canda", width, height)
    heading = page.get_by_role("heading", name="A part of this link cannot be read")
    above = heading.evaluate("one => one.getBoundingClientRect().top")
    if width > 768:
        links = page.get_by_role("navigation").get_by_role("link", name="Method").bounding_box()
    else:
        links = page.get_by_test_id("stHeader").bounding_box()
    assert links
    assert above >= links["y"] + links["height"] - 2
