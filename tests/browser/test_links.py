"""A link opens all of a view, including the map's position and the open tab."""

import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.on_the_map import expect_marks, view
from tests.browser.on_the_page import choose, go_to, notices, press, title
from tests.browser.visit import map_of, settle
from tests.links import ASKED_ABOUT, PLAIN, READ_AS_MEANT
from tests.representatives import some

SUMMIT = "?asof=2016-07-09"
AT = re.compile(r"at=(-?[\d.]+),(-?[\d.]+),([\d.]+)$")


def zoom_in(page: Page) -> None:
    """Zoom in as a reader does, and wait until the address says so."""
    frame = map_of(page)
    before = view(frame)[2]
    frame.get_by_role("button", name="Zoom in").click()
    frame.wait_for_function("(before) => map.getZoom() > before && !map._animatingZoom", arg=before)
    page.wait_for_url(f"**at={','.join(f'{value:.3f}'.rstrip('0').rstrip('.') for value in view(frame))}")


def test_a_moved_map_stands_in_the_address_and_opens_there_in_another_tab(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(SUMMIT)
    assert "at=" not in page.url, "nobody has moved the map"
    zoom_in(page)
    there = view(map_of(page))
    found = AT.search(page.url)
    assert found
    assert [float(part) for part in found.groups()] == pytest.approx(there, abs=0.001)
    other = open_page(page.url.rpartition("/")[2])
    assert view(map_of(other)) == pytest.approx(there, abs=0.002)
    expect(notices(other)).to_have_count(0)


@pytest.mark.soak  # test_journeys filters a map that was moved
def test_a_filter_keeps_where_the_map_looks_in_the_address(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{SUMMIT}&at=50,20,4.5")
    zoom_in(page)  # the server knows of the place in the link alone
    at = page.url.partition("&at=")[2]
    assert at != "50,20,4.5"
    choose(page, "Nation", "Canada")
    page.wait_for_url(f"**/?nation=CAN&asof=2016-07-09&at={at}")
    press(page, "Newest")
    page.wait_for_url(f"**/?nation=CAN&at={at}")


@pytest.mark.soak  # test_fit states it
def test_whole_flank_shows_everything_again_and_takes_the_place_out_of_the_address(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(SUMMIT)
    frame = map_of(page)
    opening = view(frame)
    whole = frame.get_by_role("button", name="Whole flank")
    expect(whole).to_be_disabled()
    zoom_in(page)
    whole.click()
    page.wait_for_url(f"**/{SUMMIT}")
    assert view(frame) == pytest.approx(opening)
    expect(whole).to_be_disabled()


@pytest.mark.soak  # a visit to another page and back states it
def test_back_brings_back_where_the_map_looked(open_page: Callable[..., Page]) -> None:
    page = open_page(SUMMIT)
    frame = map_of(page)
    zoom_in(page)
    before = view(frame)
    choose(page, "Nation", "Canada")
    page.wait_for_url("**/?nation=CAN&**")
    zoom_in(page)
    assert view(frame) != pytest.approx(before)
    page.go_back()
    expect(title(page)).to_contain_text(
        "Four battlegroups decided and one brigade agreed, as known on 9 July 2016"
    )
    assert view(frame) == pytest.approx(before, abs=0.002)


@pytest.mark.soak  # the map in the address is tried above
def test_the_map_looks_where_it_did_after_a_visit_to_another_page(open_page: Callable[..., Page]) -> None:
    page = open_page(SUMMIT)
    zoom_in(page)
    there = view(map_of(page))
    go_to(page, "Sources")
    expect(title(page)).to_contain_text("Sources")
    assert "at=" not in page.url
    go_to(page, "Map")
    settle(page)
    assert view(map_of(page)) == pytest.approx(there, abs=0.002)
    page.wait_for_url(AT)


AS_BROWSERS_SEND_THEM = (
    "an angle bracket", "typographic quotation marks", "spaces", "HTML's ampersand",
    "HTML's quotation mark after it", "several names", "a place with semicolons", "a day to come",
)  # fmt: skip
"""Links that a browser may send in a different form."""


@pytest.mark.parametrize("way", some(AS_BROWSERS_SEND_THEM))
def test_a_link_opens_the_view_that_was_meant_and_the_address_is_put_in_order(
    open_page: Callable[..., Page], way: str
) -> None:
    text, meant = READ_AS_MEANT[way]
    page = open_page(f"?{text}")
    page.wait_for_url(lambda url: unquote(url.partition("?")[2]) == meant)
    expect(title(page)).to_contain_text("as known on")
    if meant == PLAIN:
        expect(title(page)).to_contain_text("involving Canada, as known on 14 June 2016")


@pytest.mark.parametrize(
    "way",
    some(("two days", "no nation", "compared with a day too late", "no part of a link", "no place")),
)
def test_a_link_that_cannot_be_read_is_asked_about_over_an_empty_map_and_stays_in_the_address(
    open_page: Callable[..., Page], way: str
) -> None:
    text, told = ASKED_ABOUT[way]
    page = open_page(f"?{text}")
    expect(title(page)).to_contain_text("A part of this link cannot be read")
    expect(notices(page)).to_contain_text(told)
    expect_marks(map_of(page))
    expect(map_of(page).locator(".eastflank-legend")).to_be_hidden()
    expect(page.get_by_role("combobox")).to_have_count(0)
    assert page.url.partition("?")[2] == text.replace(" ", "%20")


@pytest.mark.soak  # tests/app states it
def test_the_reader_says_what_a_link_means_and_back_asks_again(open_page: Callable[..., Page]) -> None:
    page = open_page("?nation=Canda&asof=2016-06-14.")
    frame = map_of(page)
    frame.evaluate("window.untouched = true")
    press(page, "It means Canada (CAN)")
    expect(title(page)).to_contain_text("involving Canada, as known on 14 June 2016")
    expect(notices(page)).to_have_count(0)
    page.wait_for_url(f"**/?{PLAIN}")
    choose(page, "Host country", "Latvia")
    page.wait_for_url("**/?nation=CAN&host=LVA&asof=2016-06-14")
    settle(page)
    page.go_back()
    expect(title(page)).to_contain_text("involving Canada, as known on 14 June 2016")
    page.go_back()
    expect(title(page)).to_contain_text("A part of this link cannot be read")
    press(page, "Open without it")
    expect(title(page)).to_contain_text("as known on 14 June 2016")
    page.wait_for_url(f"**/{'?asof=2016-06-14'}")


@pytest.mark.soak  # tests/app states it
def test_too_long_a_link_is_told_in_three_lines(open_page: Callable[..., Page]) -> None:
    parts = "&".join(f"part{number}=1" for number in range(1200))
    page = open_page(f"?nation=CAN&{parts}", lands="**&left_out=202")
    expect(title(page)).to_contain_text("A part of this link cannot be read")
    expect(notices(page).locator("p")).to_have_count(4)
    expect(notices(page)).to_contain_text("… and 996 more.")
    expect(notices(page)).to_contain_text("Understood: involving Canada.")
    page.goto(f"{page.url.partition('?')[0]}?nation={'x' * 50_000}")
    settle(page)
    expect(notices(page)).to_contain_text("no nation in the record has this name or code")
    box = notices(page).bounding_box()
    assert box
    assert box["height"] < 200


@pytest.mark.soak  # random journeys state it of the address, and tests/app of a link
def test_the_open_tab_is_in_the_address(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{SUMMIT}&tab=timeline")
    expect(page.get_by_role("tab", name="Timeline")).to_have_attribute("aria-selected", "true")
    page.get_by_role("tab", name="Nation × host").click()
    page.wait_for_url(f"**/{SUMMIT}&tab=nation-host")
    page.reload()
    settle(page)
    expect(page.get_by_role("tab", name="Nation × host")).to_have_attribute("aria-selected", "true")
    page.get_by_role("tab", name="Table").click()
    page.wait_for_url(f"**/{SUMMIT}")


@pytest.mark.soak
def test_a_button_changes_the_theme_keeps_the_view_and_back_takes_it_back(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(f"{SUMMIT}&nation=CAN", color_scheme="light")
    press(page, "Dark theme")
    page.wait_for_url("**theme=dark**")
    settle(page)
    expect(map_of(page).locator(".eastflank-theme-dark")).to_have_count(1)
    expect(title(page)).to_contain_text("One battlegroup decided involving Canada, as known on 9 July 2016")
    expect(page.get_by_role("button", name="Light theme")).to_be_visible()
    page.go_back()
    settle(page)
    expect(map_of(page).locator(".eastflank-theme-light")).to_have_count(1)
    expect(title(page)).to_contain_text("One battlegroup decided involving Canada")


@pytest.mark.soak  # the button puts it there too
@pytest.mark.parametrize(("theme", "scheme"), [("dark", "light"), ("light", "dark")])
def test_a_theme_in_the_address_counts_more_than_the_readers_own(
    open_page: Callable[..., Page], theme: str, scheme: str
) -> None:
    page = open_page(f"{SUMMIT}&theme={theme}", color_scheme=scheme, lands="**embed_options=*")
    expect(map_of(page).locator(f".eastflank-theme-{theme}")).to_have_count(1)
    ground = page.locator("[data-testid=stApp]").evaluate("one => getComputedStyle(one).backgroundColor")
    assert ground == ("rgb(19, 30, 38)" if theme == "dark" else "rgb(255, 255, 255)")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(page, "Copy link")
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/{SUMMIT}&theme={theme}"), (
        "Streamlit's own word for the theme stays out of a link"
    )
    page.reload()
    settle(page)
    assert page.url.count("embed_options") == 1
