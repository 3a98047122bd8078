"""The map is fitted to what is shown, until the reader moves it; the whole flank is one press away."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.on_the_map import mark, view
from tests.browser.on_the_page import choose, press
from tests.browser.places import faults
from tests.browser.test_links import AT, zoom_in
from tests.browser.visit import map_of, settle

DAY = "?asof=2017-06-30"
LATVIA = "?host=LVA&asof=2017-06-30"
LOCATOR = ".eastflank-locator"


def opens_with(frame: Frame) -> list[list[float]]:
    """South-western and north-eastern corner of what the scene asks the map to show."""
    found: list[list[float]] = frame.evaluate("map.eastflankStage.scene.scene.opening")
    return found


def sees(frame: Frame, corners: list[list[float]]) -> bool:
    """Whether a box lies in the part of the map that the key's column leaves free."""
    found: bool = frame.evaluate(
        "(corners) => { const { w, h } = map.eastflankStage.key.free(true);"
        " return corners.map((at) => map.latLngToContainerPoint(at))"
        ".every(({ x, y }) => x >= -1 && y >= -1 && x <= w + 1 && y <= h + 1); }",
        corners,
    )
    return found


def test_a_link_to_one_host_opens_fitted_to_it_and_the_whole_flank_is_one_press_away(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(LATVIA)
    frame = map_of(page)
    fitted = view(frame)
    assert "at=" not in page.url, "nobody has moved the map"
    assert sees(frame, opens_with(frame))
    assert faults(frame) == []
    fit, whole = (frame.get_by_role("button", name=name, exact=True) for name in ("Fit", "Whole flank"))
    expect(frame.get_by_role("img", name="Where this map lies")).to_be_visible()
    expect(fit).to_be_disabled()
    whole.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(AT)
    assert view(frame)[2] < fitted[2] - 1
    assert sees(frame, frame.evaluate("map.eastflankStage.scene.scene.whole"))
    expect(whole).to_be_disabled()
    expect(whole).to_be_focused()
    expect(frame.locator(LOCATOR)).to_be_hidden()
    page.keyboard.press("Enter")  # it would do nothing
    fit.click()
    page.wait_for_url(f"**/{LATVIA}")
    assert view(frame) == pytest.approx(fitted)
    expect(fit).to_be_disabled()
    expect(frame.locator(LOCATOR)).to_be_visible()


@pytest.mark.soak  # a link to one host is tried
def test_a_filter_fits_the_map_and_taking_it_back_shows_the_whole_flank_again(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(DAY)
    frame = map_of(page)
    opening = view(frame)
    expect(frame.get_by_role("button", name="Fit", exact=True)).to_be_hidden()
    mark(frame, "efp-lva").click()  # a click moves nothing
    page.wait_for_url("**deployment=efp-lva**")
    choose(page, "Host country", "Latvia")
    page.wait_for_url("**host=LVA**")
    settle(page)
    assert sees(frame, opens_with(frame))
    assert view(frame)[2] > opening[2] + 1
    assert faults(frame) == []
    press(page, "Reset all filters")
    settle(page)
    assert view(frame) == pytest.approx(opening)
    assert "at=" not in page.url


@pytest.mark.soak  # test_journeys filters a map that was moved; the first test here fits one
def test_a_filter_leaves_a_map_alone_that_the_reader_has_moved(open_page: Callable[..., Page]) -> None:
    page = open_page(DAY)
    frame = map_of(page)
    zoom_in(page)
    there = view(frame)
    choose(page, "Host country", "Latvia")
    page.wait_for_url("**host=LVA**")
    settle(page)
    assert view(frame) == pytest.approx(there)
    frame.get_by_role("button", name="Fit", exact=True).click()
    page.wait_for_url(f"**/{LATVIA}")
    assert sees(frame, opens_with(frame))


@pytest.mark.soak  # test_links states it
def test_a_link_with_a_place_keeps_it(open_page: Callable[..., Page]) -> None:
    frame = map_of(open_page(f"{LATVIA}&at=50,20,5"))
    assert view(frame) == pytest.approx([50, 20, 5], abs=0.02)
    expect(frame.get_by_role("button", name="Fit", exact=True)).to_be_enabled()


@pytest.mark.soak  # a filter that is taken back states it
def test_the_whole_flank_chosen_in_a_filtered_view_is_no_place_once_the_filter_is_gone(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(LATVIA)
    frame = map_of(page)
    frame.get_by_role("button", name="Whole flank").click()
    page.wait_for_url(AT)
    press(page, "Reset all filters")
    page.wait_for_url(f"**/{DAY}")
    expect(frame.get_by_role("button", name="Whole flank")).to_be_disabled()


@pytest.mark.soak  # the golden pictures show it
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 768), (1920, 1080)])
def test_the_locator_is_in_sight_in_every_window_and_covers_nothing(
    open_page: Callable[..., Page], width: int, height: int
) -> None:
    frame = map_of(open_page("?nation=CAN&asof=2022-06-28", width, height))
    assert faults(frame) == []
    inset = frame.locator(LOCATOR).bounding_box()
    column = frame.locator(".eastflank-column").bounding_box()
    assert inset and column
    assert inset["x"] >= column["x"]
    assert inset["y"] >= column["y"]
    assert inset["x"] + inset["width"] <= column["x"] + column["width"]
    assert inset["y"] + inset["height"] <= column["y"] + column["height"]


@pytest.mark.soak  # tests of sizes in the soak look at it
def test_words_grow_with_a_large_window_on_the_page_and_on_the_map(open_page: Callable[..., Page]) -> None:
    page = open_page(LATVIA, 2560, 1440)
    frame = map_of(page)
    assert faults(frame) == []
    size = "(one) => parseFloat(getComputedStyle(one).fontSize)"
    assert page.locator("html").evaluate(size) == pytest.approx(15 * 1.25, abs=0.1)
    card = mark(frame, "efp-lva").locator(".eastflank-card")
    assert card.evaluate(size) == pytest.approx(12.5 * 1.25, abs=0.1)
