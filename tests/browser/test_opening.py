"""The dashboard opens with the network closed, and nothing on it fails."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import Server
from tests.browser.visit import PATIENCE


@pytest.mark.soak  # each visit of a test fails on an error of the page
@pytest.mark.parametrize(
    ("width", "height", "color_scheme"),
    [(390, 844, "dark"), (1440, 900, "light"), (1440, 900, "dark"), (390, 844, "light")],
)
def test_the_page_and_its_map_open_without_an_error(
    open_page: Callable[..., Page], width: int, height: int, color_scheme: Literal["light", "dark"]
) -> None:
    page = open_page("", width, height, color_scheme, first=True)
    assert page.title() == "Eastflank"


FIRST_SEEN = """(() => {
  const look = () => {
    const mark = document.querySelector('.eastflank-mark'), arc = document.querySelector('path.eastflank-arc');
    if (mark && arc) window.firstSeen = [mark, arc].map((one) => getComputedStyle(one).visibility);
    else setTimeout(look, 10);
  };
  look();
})();"""
"""Notes, in each frame, how the first mark and the first arc look when they come."""


@pytest.mark.soak
def test_nothing_lies_on_the_map_before_it_has_its_place(browser: Browser, server: Server) -> None:
    context = browser.new_context()
    context.add_init_script(FIRST_SEEN)
    page = context.new_page()
    page.route("**/countries.json", lambda _: None)  # it never comes, and the marks wait for it
    page.goto(f"{server.url}/?asof=2022-06-28")
    frame = page.frame_locator("iframe[src*=streamlit_folium]")
    expect(frame.locator(".eastflank-card", has_text="Tapa").first).to_be_visible(timeout=PATIENCE)
    assert frame.locator("body").evaluate("() => window.firstSeen") == ["hidden", "hidden"]
    expect(frame.locator("path.eastflank-arc").first).to_have_css("visibility", "visible")
    context.close()


@pytest.mark.soak
def test_marks_come_even_where_the_outlines_of_countries_do_not(browser: Browser, server: Server) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/countries.json", lambda route: route.abort())
    page.goto(f"{server.url}/?asof=2022-06-28")
    tapa = (
        page.frame_locator("iframe[src*=streamlit_folium]").locator(".eastflank-card", has_text="Tapa").first
    )
    expect(tapa).to_be_visible(timeout=PATIENCE)
    context.close()
