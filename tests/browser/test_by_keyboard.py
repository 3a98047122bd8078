"""A reader who has no pointer, or does not see the page, can reach, hear and export the same."""

import io
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from pptx import Presentation

from eastflank.words.en.actions import KEYS
from tests.browser.on_the_map import mark
from tests.browser.on_the_page import evidence, title
from tests.browser.server import serving
from tests.browser.test_export_menu import CANADA
from tests.browser.visit import Visits, map_of, settle
from tests.frozen import FOLDER

MOST_KEYS = 40
"""From the page as it opens to a quote and to slides on the disk."""


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def skip_to(self, place: str) -> None:
        """From anywhere on a page just opened: Tab to the link, and follow it."""
        link = self.page.locator(".ef-skips").get_by_role("button", name=place, exact=True)
        while not link.evaluate("link => link === document.activeElement"):
            self.press("Tab")
            assert self.pressed < MOST_KEYS, f"no way to {place}"
        self.press("Enter")


def test_from_the_opened_page_to_a_quote_and_to_slides_in_under_forty_keys(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("?nation=CAN&asof=2016-06-14")
    keys = Keys(page)
    keys.skip_to("Evidence")
    expect(page.get_by_role("heading", name="Figures and evidence")).to_be_focused()
    quote = evidence(page).get_by_role("button", name="Copy quote").first
    while not quote.evaluate("button => button === document.activeElement"):
        keys.press("Tab")
        assert keys.pressed < MOST_KEYS
    export = page.get_by_role("button", name="Export")
    keys.press("e")
    expect(page.get_by_role("combobox", name="Format")).to_be_focused()
    keys.press(*"Pow")
    expect(page.get_by_role("option").first).to_have_text("PowerPoint slides")
    keys.press("Enter")
    download = page.get_by_role("button", name="Download · ")
    expect(download).to_be_visible()
    settle(page)
    while not download.evaluate("button => button === document.activeElement"):
        keys.press("Tab")
        assert keys.pressed < MOST_KEYS
    with page.expect_download() as coming:
        keys.press("Enter")
    assert Presentation(str(coming.value.path())).slides
    keys.press("Escape")
    expect(page.locator(".st-key-export-menu")).to_have_count(0)
    expect(export).to_be_focused()
    assert keys.pressed < MOST_KEYS


@pytest.mark.soak  # the first test goes through it to its download
def test_tab_leads_through_the_open_menu_in_the_order_of_the_page(open_page: Callable[..., Page]) -> None:
    page = open_page(CANADA)
    Keys(page).skip_to("Download")
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Format")).to_be_focused()
    expect(page.get_by_role("textbox", name="Marking")).to_be_visible()
    for before in (page.get_by_role("button", name="Print"), page.get_by_role("textbox", name="Marking")):
        page.keyboard.press("Shift+Tab")
        expect(before).to_be_focused()
    page.get_by_role("button", name="Export").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("combobox", name="Format")).to_be_focused()
    page.keyboard.press("Tab")  # after the end of the menu comes the element that follows its button
    expect(page.locator(".st-key-stage iframe")).to_be_focused()


@pytest.mark.soak
def test_each_link_leads_past_what_stands_before_its_place(open_page: Callable[..., Page]) -> None:
    page = open_page()
    for place, focused in {
        "Actions": page.get_by_role("button", name="Keyboard shortcuts"),
        "Map": map_of(page).locator("#map_div"),
        "Table": page.get_by_role("tab", name="Table"),
    }.items():
        page.locator(".ef-skips").get_by_role("button", name=place, exact=True).press("Enter")
        expect(focused).to_be_focused()


def test_a_change_is_told_once_in_a_sentence(open_page: Callable[..., Page]) -> None:
    page = open_page("?asof=2017-06-30")
    page.evaluate(_LISTEN)
    page.get_by_role("radio", name="host").press(" ")
    told = page.locator(".ef-told")
    page.get_by_role("button", name="deployed").press("Enter")
    expect(told).to_contain_text("as known on 30 June 2017. ")
    page.get_by_role("button", name="Later").press("Enter")
    expect(told).not_to_contain_text("30 June 2017")
    expect(told).to_have_text(
        f"{title(page).evaluate('one => one.firstChild.textContent')}. Five deployments on the map."
    )
    mark(map_of(page), "efp-lva").press("Enter")
    expect(told).to_contain_text("Selected: Battlegroup Latvia.")
    heard = page.evaluate("heard")
    assert len(heard) == len(set(heard)), heard


@pytest.mark.soak
def test_what_is_read_is_named_in_order_and_by_landmarks(open_page: Callable[..., Page]) -> None:
    page = open_page("?asof=2017-06-30&deployment=efp-lva")
    frame = page.locator(".st-key-stage iframe")
    expect(frame).to_have_attribute("title", title(page).evaluate("one => one.firstChild.textContent"))
    expect(map_of(page).get_by_role("region", name="Map: arrow keys")).to_have_count(1)
    expect(page.get_by_role("search", name="Filters")).to_be_visible()
    levels = page.evaluate(_LEVELS)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), levels
    expect(page.get_by_role("heading", name="Keyboard shortcuts")).to_have_count(0)
    expect(page.get_by_role("heading", name="Copy it by hand")).to_have_count(0)


@pytest.mark.soak  # test_journeys selects a mark by keyboard
def test_escape_takes_the_selection_back_and_the_focus_stays(open_page: Callable[..., Page]) -> None:
    page = open_page("?asof=2017-06-30")
    card = mark(map_of(page), "efp-lva")
    card.press("Enter")
    page.wait_for_url("**deployment=efp-lva")
    card.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts").locator("dd")).to_have_count(len(KEYS))
    page.keyboard.press("Escape")
    expect(card).to_be_focused()
    expect(evidence(page).locator(".ef-head")).to_be_visible()
    page.keyboard.press("Escape")
    expect(evidence(page).locator(".ef-head")).to_have_count(0)
    page.wait_for_url(lambda url: "deployment" not in url)
    expect(card).to_be_focused()


@pytest.mark.soak  # a look that only a change of the style sheets can break
def test_where_the_system_chooses_the_colours_every_control_is_seen(open_page: Callable[..., Page]) -> None:
    page = open_page(CANADA)
    page.emulate_media(forced_colors="active")
    switch = page.locator("label:has([role=switch])").first.locator("span + div").first
    for drawn in (
        page.locator(".rail .line"),
        page.locator(".rail .thumb"),
        page.locator("[data-testid=stSlider] [role=group] > div > div:first-child"),
        page.locator("[data-testid=stSlider] [data-rac] [data-testid=stSliderThumbValue]").first.locator(
            ".."
        ),
        switch,
    ):
        assert _contrast(drawn.screenshot()) > 3, drawn  # WCAG 1.4.11
    chosen, other = (page.get_by_role("radio", name=name, exact=True) for name in ("any", "lead"))
    assert _ground(chosen) != _ground(other)
    page.emulate_media(forced_colors="none")


@pytest.mark.soak  # test_restart states it
def test_while_the_server_is_away_the_page_says_so_and_comes_back_by_itself(
    visits: Visits, tmp_path: Path
) -> None:
    with serving(tmp_path, data=FOLDER) as server:
        page = visits.open(CANADA, server=server, first=True)
    notice = page.locator(".ef-away")
    expect(notice).to_contain_text("Nothing is lost")
    expect(page.get_by_text("streamlit run")).not_to_be_visible()
    port = int(server.url.rpartition(":")[2])
    with serving(tmp_path, data=FOLDER, port=port):
        expect(notice).to_have_count(0)
        settle(page)
        expect(title(page)).to_contain_text("26 October 2016")
        page.close()
    visits.errors.clear()  # of a browser that found no server, as it had to


_LISTEN = """() => {
  window.heard = [];
  const told = document.querySelector(".ef-told");
  new MutationObserver(() => heard.push(told.textContent)).observe(told, { childList: true });
}"""
_LEVELS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((one) => one.checkVisibility()).map((one) => Number(one.localName[1]))"""


def _ground(control: Locator) -> str:
    return str(control.evaluate("one => getComputedStyle(one).backgroundColor"))


def _contrast(png: bytes) -> float:
    counts = Image.open(io.BytesIO(png)).convert("L").histogram()
    shades = [shade for shade, count in enumerate(counts) if count]
    low, high = shades[0], shades[-1]
    return (high / 255 + 0.05) / (low / 255 + 0.05)
