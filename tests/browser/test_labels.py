"""The law of the map's words: none overlaps another, none is cut off, every mark has room.

Measured from the boxes that Chromium drew, with the outline of what is selected.
"""

import re
from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.on_the_map import Sight, at_rest, sight
from tests.browser.places import faults
from tests.browser.visit import map_of

ADDRESSES = [
    "",
    "?asof=2016-06-14",
    "?asof=2016-10-26",
    "?asof=2017-06-30&deployment=efp-lva",
    "?asof=2016-07-09&since=2016-06-14",
]
SIZES = [(1440, 900), (1920, 1080)]
MARKS = ".eastflank-mark"


def lawful(frame: Frame, where: str) -> Sight:
    """What is on the map, after checking that nothing overlaps, nothing is cut off and everything is legible."""
    seen = sight(frame)
    assert faults(frame, whole=False) == [], where
    return seen


def moved(frame: Frame, move: str) -> None:
    """Move the map as `move` says and wait until it stands still."""
    frame.evaluate(
        "(move) => new Promise((done) => { map.once('moveend', () => requestAnimationFrame(done));"
        " new Function(move)(); })",
        move,
    )


def lawful_at_any_zoom(page: Page, address: str, sizes: list[tuple[int, int]], zooms: Iterable[int]) -> None:
    """Look at the map as it opens and at each zoom over three places, at each size of the window."""
    for width, height in sizes:
        frame = at_rest(page, width, height)
        where = f"{address or 'the whole record'} at {width}×{height}"
        opened = lawful(frame, where)
        drawn = {box.owner for box in opened.boxes if "eastflank-mark" in box.what}
        rows = frame.locator(".eastflank-key-row").count()
        assert drawn
        assert len(drawn) + rows >= frame.locator(MARKS).count()
        for zoom in zooms:
            for middle in ([57.0, 24.0], [44.0, 29.0], [52.0, 14.0]):
                moved(frame, f"map.setView({middle}, {zoom}, {{ animate: false }})")
                lawful(frame, f"{where}, zoom {zoom} over {middle}")


@pytest.mark.soak  # test_placement looks at the words of the map as it opens, and test_sizes on a phone
@pytest.mark.parametrize("address", ["?asof=2017-06-30&deployment=efp-lva"])
def test_words_do_not_collide_at_any_zoom(open_page: Callable[..., Page], address: str) -> None:
    """All views, sizes and zooms are in the soak."""
    lawful_at_any_zoom(open_page(address, *SIZES[0]), address, SIZES[:1], zooms=(4, 6, 8))


@pytest.mark.soak  # any zoom states it
def test_words_do_not_collide_after_zooming_by_the_buttons(open_page: Callable[..., Page]) -> None:
    frame = map_of(open_page("?asof=2016-06-14"))
    opened = lawful(frame, "opening")
    for name in ("Zoom in", "Zoom out"):
        before = frame.evaluate("map.getZoom()")
        frame.get_by_role("button", name=name).click()
        frame.wait_for_function("(zoom) => map.getZoom() !== zoom && !map._animatingZoom", arg=before)
        lawful(frame, name)
    assert {box.what for box in opened.boxes} == {box.what for box in sight(frame).boxes}


@pytest.mark.soak  # the golden picture of a phone and test_sizes look at one
@pytest.mark.parametrize("address", ADDRESSES[:2])
def test_words_do_not_collide_on_a_phone(open_page: Callable[..., Page], address: str) -> None:
    frame = map_of(open_page(address, 390, 844))
    seen = lawful(frame, address)
    assert any("eastflank-mark" in box.what for box in seen.boxes)
    frame.locator(".eastflank-legend summary").click()
    frame.wait_for_selector(".eastflank-legend[open]")
    lawful(frame, f"{address} with the legend open")


@pytest.mark.soak
def test_a_small_map_leaves_out_what_the_form_of_a_card_says_already(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("?nation=CAN&asof=2022-06-28", 1366, 768)
    card = map_of(page).locator(f"{MARKS}[data-id=efp-lva] > .eastflank-card")
    expect(card).to_have_text("Ādaži 1,887, deployed", use_inner_text=False)
    expect(card.locator(".eastflank-told")).to_be_hidden()
    expect(map_of(page).locator(f"{MARKS}[data-id=efp-lva]")).to_have_accessible_name(
        re.compile(r"^Ādaži\. 1,887, deployed\.")
    )
    at_rest(page, *SIZES[1])
    expect(card.locator(".eastflank-told")).to_be_visible()


@pytest.mark.soak
def test_a_small_map_folds_its_legend_until_the_reader_asks_otherwise(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("", 1280, 720)
    legend = map_of(page).locator(".eastflank-legend")
    expect(legend).not_to_have_attribute("open", "")
    at_rest(page, *SIZES[1])
    expect(legend).to_have_attribute("open", "")
    expect(legend.get_by_text("figure with a low grade")).to_be_visible()
    legend.locator("summary").click()
    at_rest(page, 2560, 1440)
    expect(legend).not_to_have_attribute("open", "")
    page.keyboard.press("b")  # a briefing has no clicks
    expect(legend).to_have_attribute("open", "")


@pytest.mark.soak  # test_placement and tests/unit/test_placement.py state it
def test_a_map_too_small_for_all_its_cards_has_a_key_that_a_larger_one_does_not_need(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("?asof=2017-06-30", 1024, 768)
    frame = map_of(page)
    lawful(frame, "crowded")
    rows = frame.locator(".eastflank-key-row")
    expect(rows.first).to_be_visible()
    crowded = rows.count()
    expect(frame.locator(".eastflank-key-heading").first).to_have_text("Battlegroups")
    lawful(at_rest(page, *SIZES[1]), "with room")
    assert rows.count() < crowded
