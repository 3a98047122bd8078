"""Our parts of the page do not seriously break a rule of WCAG 2.2, level A or AA, that a program can check."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.visit import map_of, settle
from tests.representatives import some

AXE = Path(__file__).parent / "axe" / "axe.min.js"
NOT_OURS = ["[data-testid=stDateInput]", "[aria-label='Clear all']"]
"""Streamlit's own, smaller than a finger: the parts of a date, and the button that empties a field."""


OF_A_PAGE = ("landmark-one-main", "page-has-heading-one", "meta-viewport")
"""Rules for a whole page. The map's frame is a part of one, and streamlit-folium writes its `head`."""


def grave(page: Page) -> list[str]:
    """What is serious or critical on the page and in its frames, each with the element it is about."""
    return [one for one in broken(page) if one.startswith(("serious", "critical"))]


def broken(page: Page, *more: str) -> list[str]:
    """What breaks a rule on the page and in its frames: how gravely, which rule, and the element.

    `more`: tags of rules beyond WCAG 2.2, levels A and AA.
    """
    return [one for frame in page.frames for one in _broken_in(frame, *more)]


def _broken_in(frame: Frame, *more: str) -> list[str]:
    frame.evaluate("(script) => { (0, eval)(script); }", AXE.read_text(encoding="utf-8"))
    rules = OF_A_PAGE if frame.parent_frame else ()
    found: list[str] = frame.evaluate(_RUN, [NOT_OURS, more, rules])
    return found


_RUN = """async ([notOurs, more, without]) => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", ...more];
  const off = ["label-content-name-mismatch", ...without];  // it takes the letters of a symbol for words
  const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
  const { violations } = await axe.run({ exclude: notOurs },
    { iframes: false, rules, runOnly: { type: "tag", values: tags } });
  return violations.flatMap(({ id, help, impact, nodes }) => nodes.map((node) => `${impact}: ${id} (${help}): ${node.html}`));
}"""


OPENED = [
    {"address": "?tab=disagreements&deployment=efp-lva", "color_scheme": "dark"},
    {"address": "?asof=2022-06-28&tab=timeline&deployment=efp-lva"},
    {"address": "?asof=2017-08-28&tab=nation-host"},
    {"address": "?asof=2017-08-28&tab=what-changed&since=2016-07-09", "color_scheme": "dark"},
    {"address": "sources?claim=A1-16", "has_map": False, "color_scheme": "dark"},
    {"address": "method", "has_map": False},
    {"address": "?asof=2016-06-14&nation=CAN", "color_scheme": "dark"},
    {"address": "?tab=disagreements&deployment=eva-bgr"},
    {"address": "?asof=2022-06-28&tab=timeline&deployment=efp-lva", "color_scheme": "dark"},
]
"""Each page and each tab; the last three differ from others only in the deployment or the theme."""


@pytest.mark.soak  # the main page is tried below, by more rules
@pytest.mark.parametrize("opened", OPENED, ids=str)
def test_no_rule_is_gravely_broken(open_page: Callable[..., Page], opened: dict[str, Any]) -> None:
    assert grave(open_page(**opened)) == []


@pytest.mark.soak  # the first tab is on the main page, tried below
@pytest.mark.parametrize(
    ("scheme", "tabs"),
    [("light", ("Timeline", "Nation × host")), ("dark", ("Disagreements", "What changed"))],
)
def test_no_tab_breaks_a_rule_gravely(
    open_page: Callable[..., Page], scheme: str, tabs: tuple[str, ...]
) -> None:
    page = open_page("?asof=2022-06-28&since=2017-08-28&deployment=efp-lva", color_scheme=scheme)
    for tab in tabs:
        page.get_by_role("tab", name=tab).click()
        expect(page.get_by_role("tab", name=tab)).to_have_attribute("aria-selected", "true")
        settle(page)
        assert grave(page) == [], tab


@pytest.mark.parametrize("scheme", some(["light", "dark"]))
def test_nothing_on_the_main_page_breaks_a_rule_or_a_best_practice(
    open_page: Callable[..., Page], scheme: str
) -> None:
    page = open_page("?asof=2017-06-30&deployment=efp-lva", color_scheme=scheme)
    assert broken(page, "best-practice") == []
    _what_is_read_of_a_card_begins_with_what_is_seen_and_none_may_be_nameless(page)


def _what_is_read_of_a_card_begins_with_what_is_seen_and_none_may_be_nameless(page: Page) -> None:
    cards = map_of(page).locator(".eastflank-mark")
    pairs = cards.evaluate_all(
        "all => all.map((one) => [one.getAttribute('aria-label'),"
        " [...one.querySelectorAll('.eastflank-words > *')].map((line) => line.textContent).join('. ')])"
    )
    assert pairs
    assert all(read.startswith(seen) for read, seen in pairs), pairs
    cards.evaluate_all(
        "all => all.forEach((one) => { one.removeAttribute('aria-label'); one.replaceChildren(); })"
    )
    assert any(": button-name (" in found for found in _broken_in(map_of(page))), "the rules see nothing"
