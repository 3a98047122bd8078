"""What a reader sees of the page in a window of a given size, before scrolling."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Locator, Page

from tests.browser.on_the_map import at_rest
from tests.browser.on_the_page import HEADER, ROW, table, title
from tests.browser.places import faults

SLACK = 1.0
"""Pixels: boxes stand between whole ones."""
DESK = (1280, 720)
"""From this size on, one screen shows the sentence, the map, the slider and how the table begins."""
PHONE = 640
"""Up to this width everything stands one below the other."""
ROWS = 2
"""Rows of the table that a desk shows under its first line."""


def complaints(page: Page, width: int, height: int) -> Iterator[str]:
    """What a reader would complain about in a window of this size. The page is scrolled to its top."""
    frame = at_rest(page, width, height)
    yield from faults(frame)
    wide = page.evaluate("document.scrollingElement.scrollWidth")
    if wide > width:
        yield f"the page is {wide} pixels wide"
    yield from _cut(page, width)
    stage = _box(page.locator(".st-key-stage iframe").first)
    told = _box(title(page))
    rows = _box(table(page))
    claims = _box(page.locator(".st-key-evidence"))
    rail = _box(page.locator(".st-key-slider"))
    if not (told["y"] < stage["y"] < rail["y"] + rail["height"] <= rows["y"] + SLACK):
        yield "sentence, map, slider and table do not follow each other"
    if width <= PHONE and rows["y"] > claims["y"]:
        yield "the claims come before the table"
    if stage["y"] + stage["height"] / 2 > height:
        yield f"half of the map is below the window: it begins at {stage['y']:.0f}"
    if width >= DESK[0] and height >= DESK[1]:
        seen = rows["y"] + HEADER + ROWS * ROW
        if seen > height + SLACK:
            yield f"{seen - height:.0f} pixels short of {ROWS} rows of the table; the map is {stage['height']:.0f} high"


def _cut(page: Page, width: int) -> Iterator[str]:
    """Tabs, chips, buttons and titles that leave the window or lose letters."""
    for one in page.evaluate(_WORDS):
        left, right = one["left"], one["right"]
        if left < -SLACK or right > width + SLACK or one["short"]:
            yield f"“{one['text']}” is cut: {left:.0f}–{right:.0f}"


def _box(one: Locator) -> dict[str, float]:
    box = one.bounding_box()
    assert box
    return {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}


_WORDS = """() => {
  const selector = "[role=tab], .ef-title, .st-key-header button, .st-key-stage button,"
    + " .st-key-sidebar button, [data-testid=stSidebar] :is(button, label), .st-key-compare label";
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const folded = document.querySelector("[data-testid=stSidebar][data-collapsed=true]");
  return [...document.querySelectorAll(selector)]
    .filter((one) => shown(one) && one.textContent.trim() && !(folded && folded.contains(one)))
    .map((one) => {
      const { left, right } = one.getBoundingClientRect();
      const clipped = [one, ...one.querySelectorAll("*")].some((part) => {
        const { overflowX } = getComputedStyle(part);
        return overflowX !== "visible" && part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 1;
      });
      return { text: one.textContent.trim().slice(0, 40), left, right, short: clipped };
    });
}"""
