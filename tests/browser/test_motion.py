"""From one day to the next, marks that stay move and marks that come or go fade; or nothing is animated."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.on_the_map import mark, sight
from tests.browser.visit import map_of, settle

JUNE, MAY = "?asof=2016-06-14", "?asof=2017-05-30"
WATCH = """() => {
  const drawn = document.querySelector("[data-scene]");
  const ids = (all) => all.map((one) => one.dataset.id);
  window.seen = [];
  new MutationObserver(() => {
    const marks = [...document.querySelectorAll(".eastflank-mark:not(.eastflank-leaving)")];
    const under = (name) => (one) => one.getAnimations().some((motion) =>
      (motion.transitionProperty || motion.animationName) === name);
    window.seen.push({
      moving: ids(marks.filter(under("transform"))),
      coming: ids(marks.filter(under("eastflank-appear"))),
      arcs: document.querySelectorAll("path.eastflank-coming").length,
      leaving: document.querySelectorAll(".eastflank-mark.eastflank-leaving").length,
      longest: Math.max(0, ...document.getAnimations().map((motion) => motion.effect.getComputedTiming().endTime)),
    });
  }).observe(drawn, { attributeFilter: ["data-scene"] });
}"""


def step(page: Page, frame: Frame) -> dict[str, Any]:
    """Go to the next day on which somebody speaks; what moved when the map had drawn it."""
    frame.evaluate(WATCH)
    page.get_by_role("button", name="Later").click()
    frame.wait_for_function("window.seen.length > 0")
    seen: dict[str, Any] = frame.evaluate("window.seen.at(-1)")
    settle(page)
    return seen


@pytest.mark.soak  # the random journeys step from day to day, and test_what_is_drawn looks at what is drawn then
def test_what_stays_is_the_same_card_in_its_new_place_with_its_new_words(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("?asof=2017-04-20", motion="no-preference")
    frame = map_of(page)
    mark(frame, "efp-lva").evaluate("(one) => { one.kept = true; }")
    expect(mark(frame, "efp-lva")).to_contain_text("decided")
    seen = step(page, frame)
    assert "efp-lva" in seen["moving"] and "efp-lva" not in seen["coming"]
    expect(mark(frame, "efp-lva")).to_contain_text("arriving")
    assert mark(frame, "efp-lva").evaluate("(one) => one.kept"), "the card was made again"


@pytest.mark.soak  # what moves is tried beside it
def test_what_comes_fades_in_where_it_belongs_and_what_goes_fades_out(open_page: Callable[..., Page]) -> None:
    page = open_page(JUNE, motion="no-preference")
    frame = map_of(page)
    before = set(frame.locator(".eastflank-mark").evaluate_all("all => all.map((one) => one.dataset.id)"))
    seen = step(page, frame)
    after = set(frame.locator(".eastflank-mark").evaluate_all("all => all.map((one) => one.dataset.id)"))
    assert seen["leaving"] == len(before - after) > 0
    assert seen["arcs"] > 0
    assert 0 < seen["longest"] <= 200
    expect(frame.locator(".eastflank-leaving")).to_have_count(0)
    seen = step(page, frame)
    assert seen["coming"] == ["tfp-brigade"]
    assert "tfp-brigade" not in seen["moving"], "it flew in from the corner"


@pytest.mark.soak
@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_after_steps_nothing_overlaps_and_nothing_is_left_behind(
    open_page: Callable[..., Page], motion: str
) -> None:
    page = open_page(MAY, motion=motion)
    frame = map_of(page)
    for _ in range(2):
        seen = step(page, frame)
        if motion == "reduce":
            assert not (seen["moving"] or seen["coming"] or seen["leaving"] or seen["longest"])
    expect(frame.locator(".eastflank-leaving")).to_have_count(0)
    frame.wait_for_function("document.getAnimations().length === 0")
    at_rest = sight(frame)
    assert at_rest.overlapping() == []
    page.reload()
    settle(page)
    frame = map_of(page)
    frame.wait_for_function("document.getAnimations().length === 0")
    assert sorted(sight(frame).boxes) == sorted(at_rest.boxes), "a step leads elsewhere than a link"


@pytest.mark.soak  # a keyboard that selects a mark in test_journeys states it
def test_a_card_that_is_focused_keeps_the_focus_from_day_to_day(open_page: Callable[..., Page]) -> None:
    page = open_page("?asof=2016-07-08")
    frame = map_of(page)
    mark(frame, "efp-lva").focus()
    frame.evaluate(WATCH)
    page.keyboard.press("Enter")
    frame.wait_for_function("window.seen.length > 0")
    settle(page)
    expect(mark(frame, "efp-lva")).to_be_focused()
    expect(mark(frame, "efp-lva")).to_have_attribute("aria-pressed", "true")
    expect(frame.get_by_role("tooltip")).to_contain_text("Battlegroup Latvia")
