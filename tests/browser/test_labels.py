"""The law of the map's words: none lies over another, none is cut off, no mark is without room.

Measured from the boxes that Chromium drew, with the outline of what is selected.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.on_the_map import Sight, sight
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


def lawful(frame: Frame, where: str, *, all_marks: bool) -> Sight:
    """What is seen, once it is sure that nothing lies over anything and nothing is cut off."""
    seen = sight(frame)
    assert not seen.overlapping(), f"{where}: {seen.overlapping()}"
    assert not seen.cut_off(), f"{where}: {seen.cut_off()}"
    if all_marks:
        assert seen.hidden_marks == 0, f"{where}: no room was found for {seen.hidden_marks} marks"
    return seen


def moved(frame: Frame, move: str) -> None:
    """Move the map as `move` says and wait until it stands still."""
    frame.evaluate(
        "(move) => new Promise((done) => { map.once('moveend', () => requestAnimationFrame(done));"
        " new Function(move)(); })",
        move,
    )


def resized(page: Page, width: int, height: int) -> Frame:
    """The map's frame after the window has become this wide and high."""
    frame = map_of(page)
    if page.viewport_size == {"width": width, "height": height}:
        return frame
    before = frame.evaluate("innerWidth")
    page.set_viewport_size({"width": width, "height": height})
    # The frame follows its page, and the map its frame: until then both agree on what was before.
    frame.wait_for_function(
        "(before) => innerWidth !== before && innerWidth === map.getSize().x && innerHeight === map.getSize().y",
        arg=before,
    )
    return frame


@pytest.mark.parametrize("address", ADDRESSES)
def test_words_do_not_collide_at_any_zoom_of_a_desk(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address, *SIZES[0])
    for width, height in SIZES:
        frame = resized(page, width, height)
        where = f"{address or 'the whole record'} at {width}×{height}"
        opened = lawful(frame, where, all_marks=True)
        drawn = frame.locator(MARKS).count()
        assert sum("eastflank-mark" in box.what for box in opened.boxes) == drawn > 0
        for zoom in (4, 5, 6, 7, 8):
            for middle in ([57.0, 24.0], [44.0, 29.0], [52.0, 14.0]):
                moved(frame, f"map.setView({middle}, {zoom}, {{ animate: false }})")
                lawful(frame, f"{where}, zoom {zoom} over {middle}", all_marks=False)


def test_words_do_not_collide_after_zooming_by_the_buttons(open_page: Callable[..., Page]) -> None:
    frame = map_of(open_page("?asof=2016-06-14"))
    opened = lawful(frame, "opening", all_marks=True)
    for name in ("Zoom in", "Zoom in", "Zoom out", "Zoom out"):
        before = frame.evaluate("map.getZoom()")
        frame.get_by_role("button", name=name).click()
        frame.wait_for_function("(zoom) => map.getZoom() !== zoom && !map._animatingZoom", arg=before)
        lawful(frame, name, all_marks=False)
    assert {box.what for box in opened.boxes} == {box.what for box in sight(frame).boxes}


@pytest.mark.parametrize("address", ADDRESSES[:2])
def test_words_do_not_collide_on_a_phone(open_page: Callable[..., Page], address: str) -> None:
    frame = map_of(open_page(address, 390, 844))
    seen = lawful(frame, address, all_marks=False)
    assert any("eastflank-mark" in box.what for box in seen.boxes)
    frame.locator(".eastflank-legend summary").click()
    frame.wait_for_selector(".eastflank-legend[open]")
    lawful(frame, f"{address} with the legend open", all_marks=False)


def test_a_small_map_leaves_out_what_the_form_of_a_card_says_already(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("?asof=2022-06-28", 1024, 768)
    card = map_of(page).locator(f"{MARKS}[data-id=efp-lva] .eastflank-card")
    expect(card).to_have_text("Ādaži 1,887, deployed", use_inner_text=False)
    expect(card.locator(".eastflank-told")).to_be_hidden()
    expect(map_of(page).locator(f"{MARKS}[data-id=efp-lva]")).to_have_accessible_name(
        re.compile(r"^Ādaži\. 1,887, deployed\.")
    )
    resized(page, *SIZES[1])
    expect(card.locator(".eastflank-told")).to_be_visible()


def test_a_small_map_folds_its_legend_until_the_reader_asks_otherwise(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("", 1280, 720)
    legend = map_of(page).locator(".eastflank-legend")
    expect(legend).not_to_have_attribute("open", "")
    resized(page, *SIZES[0])
    expect(legend).to_have_attribute("open", "")
    expect(legend.get_by_text("figure with a low grade")).to_be_visible()
    legend.locator("summary").click()
    resized(page, *SIZES[1])
    expect(legend).not_to_have_attribute("open", "")
    page.keyboard.press("b")  # a briefing has no clicks
    expect(legend).to_have_attribute("open", "")


def test_a_map_too_small_for_all_its_cards_says_how_many_it_leaves_out(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("?asof=2017-08-28&since=2016-07-09", 1024, 768)
    frame = map_of(page)
    seen = lawful(frame, "crowded", all_marks=False)
    assert seen.hidden_marks > 1
    shown = frame.locator(MARKS).locator("visible=true").count()
    assert shown + seen.hidden_marks == frame.locator(MARKS).count()
    expect(frame.get_by_role("status")).to_have_text(
        f"No room for {seen.hidden_marks} cards: zoom in, or see the table"
    )
    assert lawful(resized(page, *SIZES[1]), "with room", all_marks=True).hidden_marks == 0
    expect(frame.get_by_role("status")).to_be_hidden()
