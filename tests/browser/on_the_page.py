"""What a reader finds and does on the page around the map."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Locator, Page, expect

from tests.browser.visit import PATIENCE

HEADER, ROW = 35, 35
"""Heights in pixels of a table's first line and of each other one."""

expect.set_options(timeout=PATIENCE)  # a busy machine must not fail the test


def title(page: Page) -> Locator:
    """The sentence over the map, or the heading of another page."""
    return page.locator(".ef-title")


def evidence(page: Page) -> Locator:
    """The panel beside the map."""
    return page.locator(".st-key-evidence")


def claim(page: Page, number: str) -> Locator:
    """A claim with everything shown with it."""
    return page.locator(f"#claim-{number}")


def notices(page: Page) -> Locator:
    """The page's messages to the reader."""
    return page.get_by_test_id("stAlert")


def choose(page: Page, field: str, words: str) -> None:
    """Type into a field with a list of choices, and take the first that fits."""
    box = page.get_by_role("combobox", name=field)
    box.click()
    box.press_sequentially(words)
    expect(page.get_by_role("option").first).to_contain_text(words)
    box.press("Enter")
    box.press("Escape")


def chosen(page: Page, field: str) -> Locator:
    """What a filter shows as chosen: the tags in a field, or the pressed buttons."""
    return page.locator(f"[class*=' st-key-{field}-']").locator(
        "[data-tag], [aria-checked=true], [aria-pressed=true]"
    )


def press(page: Page, name: str) -> None:
    """Press the button with this name."""
    page.get_by_role("button", name=name, exact=True).click()


def go_to(page: Page, name: Literal["Map", "Sources", "Method"]) -> None:
    """Follow the page's own link."""
    page.get_by_role("navigation").get_by_role("link", name=name).click()


def table(page: Page) -> Locator:
    """The table of the view's deployments."""
    return page.get_by_test_id("stDataFrame").first


def tick(page: Page, row: int) -> None:
    """Tick a row of the table; the first is 0. It is drawn on a canvas: only the pointer reaches it."""
    table(page).click(position={"x": 16, "y": HEADER + ROW * row + ROW // 2})


def ticked(page: Page) -> Locator:
    """The ticked rows of the table."""
    return table(page).locator("tr[aria-selected=true]")
