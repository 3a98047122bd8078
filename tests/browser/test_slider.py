"""The slider under the map: with keys, with the pointer and in play, and for screen readers."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from eastflank.words.chosen import values as words
from tests.browser.on_the_map import expect_marks, mark
from tests.browser.on_the_page import choose, evidence, press, title
from tests.browser.visit import map_of, settle

JUNE, SUMMIT = "?asof=2016-06-14", "?asof=2016-07-08"
WATCH = """() => {
  const drawn = document.querySelector("[data-scene]");
  window.scenes = [];
  new MutationObserver(() => {
    if (window.scenes.at(-1) !== drawn.dataset.scene) window.scenes.push(drawn.dataset.scene);
  }).observe(drawn, { attributeFilter: ["data-scene"] });
}"""


def thumb(page: Page) -> Locator:
    return page.get_by_role("slider", name="As known on")


def rail(page: Page) -> Locator:
    return page.locator(".st-key-slider .rail")


def expect_day(page: Page, day: str) -> None:
    """Wait until the slider, the sentence and the map show the day."""
    expect(thumb(page)).to_have_attribute("aria-valuetext", day)
    expect(title(page)).to_contain_text(f"as known on {day}")
    expect(map_of(page).locator(".eastflank-legend summary")).to_have_text(f"Status on {day}")


def x_of(page: Page, day: str) -> float:
    """Where a day's tick stands, in pixels of the page."""
    box = page.locator(f'.st-key-slider .ticks [data-day="{day}"]').bounding_box()
    assert box
    return box["x"] + box["width"] / 2


def y_of(page: Page) -> float:
    box = thumb(page).bounding_box()
    assert box
    return box["y"] + box["height"] / 2


def watched(page: Page) -> Frame:
    """The map's frame, marked, and noting each scene that it draws."""
    frame = map_of(page)
    frame.evaluate("window.untouched = true")
    frame.evaluate(WATCH)
    return frame


@pytest.mark.soak  # test_any_day_can_be_chosen… uses the slider too
def test_the_arrows_step_between_days_on_which_somebody_speaks(open_page: Callable[..., Page]) -> None:
    page = open_page(JUNE)
    frame = watched(page)
    thumb(page).press("ArrowRight")
    expect_day(page, "8 July 2016")
    page.wait_for_url("**/?asof=2016-07-08")
    thumb(page).press("ArrowLeft")
    expect_day(page, "14 June 2016")
    thumb(page).press("Home")
    expect_day(page, "13 June 2016")
    expect_marks(frame)  # nobody has yet named a host
    thumb(page).press("ArrowLeft")
    expect_day(page, "13 June 2016")
    expect(page.get_by_role("button", name="Earlier")).to_be_disabled()
    thumb(page).press("End")
    last = int(thumb(page).get_attribute("aria-valuemax") or "")  # in days since 1970
    expect_day(page, words.day(date(1970, 1, 1) + timedelta(days=last)))
    expect(page.get_by_role("button", name="Later")).to_be_disabled()
    press(page, "Newest")
    page.wait_for_url(re.compile(r"/$"))
    assert frame.evaluate("window.untouched"), "the map was loaded again"


@pytest.mark.soak  # the random journeys play too
def test_play_brings_every_day_to_the_map_and_comes_to_rest_on_the_whole_page(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(JUNE)
    frame = watched(page)
    page.get_by_label("Speed").select_option("4×")
    thumb(page).press(" ")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    frame.wait_for_function("window.scenes.length >= 6")
    press(page, "Pause")
    settle(page)
    days = page.locator(".st-key-slider .ticks i").evaluate_all("all => all.map((one) => one.dataset.day)")
    scenes = frame.evaluate("window.scenes")
    shown = days[days.index("2016-06-14") + len(scenes)]
    expect_day(page, words.day(date.fromisoformat(shown)))
    page.wait_for_url(f"**/?asof={shown}")
    expect(evidence(page).locator(".ef-meta").first).to_contain_text(
        words.day(date.fromisoformat(shown)).split(" ", 1)[1]
    )
    assert len(set(scenes)) == len(scenes), "a day was drawn twice"
    assert frame.evaluate("window.untouched"), "the map was loaded again"
    page.go_back()
    expect_day(page, "14 June 2016")  # one step back over all that was played


@pytest.mark.soak  # play itself states what is shown; this counts messages
def test_in_play_the_server_is_not_asked_for_every_day(open_page: Callable[..., Page]) -> None:
    page = open_page(JUNE)
    sent: list[str | bytes] = []

    def note(frame: str | bytes) -> None:
        sent.append(frame)

    page.on("websocket", lambda socket: socket.on("framesent", note))
    page.reload()
    settle(page)
    expect(page.locator(".st-key-slider .ticks .turn").first).to_be_attached()
    frame = watched(page)
    page.get_by_label("Speed").select_option("4×")
    sent.clear()
    press(page, "Play")
    frame.wait_for_function("window.scenes.length >= 16")
    assert len(sent) < frame.evaluate("window.scenes.length")  # it sends several days at once


@pytest.mark.soak  # random journeys click in play
def test_a_click_on_the_map_in_play_ends_it_and_selects_on_the_day_shown(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("?asof=2017-08-28")
    frame = watched(page)
    press(page, "Play")
    frame.wait_for_function("window.scenes.length >= 4")
    mark(frame, "efp-lva").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    expect(evidence(page).locator(".ef-head")).to_contain_text("Battlegroup Latvia")
    expect_day(page, thumb(page).get_attribute("aria-valuetext") or "")
    page.wait_for_url("**deployment=efp-lva")
    assert "asof=2017-08-28" not in page.url


@pytest.mark.soak  # a click in play states it
def test_a_filter_chosen_in_play_holds_on_the_day_shown(open_page: Callable[..., Page]) -> None:
    page = open_page(JUNE)
    frame = watched(page)
    press(page, "Play")
    frame.wait_for_function("window.scenes.length >= 6")
    choose(page, "Nation", "Canada")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    expect(title(page)).to_contain_text("involving Canada")
    expect(page.locator(".st-key-slider .stopped")).to_have_text("Play stopped: the view has changed.")
    expect(page.locator(".ef-told")).to_contain_text("Play stopped: the view has changed.")
    expect_day(page, thumb(page).get_attribute("aria-valuetext") or "")
    page.wait_for_url("**/?nation=CAN&asof=**")


@pytest.mark.soak  # its other ends are stated by the tests of play above
def test_play_ends_at_the_last_day_and_begins_again_at_the_first(open_page: Callable[..., Page]) -> None:
    page = open_page()
    press(page, "Play")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    expect(page.get_by_role("button", name="Later")).to_be_disabled()
    frame = watched(page)
    press(page, "Play")
    frame.wait_for_function("window.scenes.length >= 1")
    press(page, "Pause")
    expect(title(page)).to_contain_text("2016")


@pytest.mark.soak
def test_a_dragged_thumb_takes_the_map_with_it_and_the_page_when_it_is_let_go(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("?asof=2016-06-14&deployment=fourth-battalion")
    frame = watched(page)
    y = y_of(page)
    page.mouse.move(x_of(page, "2016-06-14"), y)
    page.mouse.down()
    page.mouse.move(x_of(page, "2016-07-08") + 2, y)
    expect_day(page, "8 July 2016")
    assert page.evaluate("document.documentElement.hasAttribute('data-eastflank-passing')")
    assert page.url.endswith(f"{JUNE}&deployment=fourth-battalion"), (
        "the address followed before it was let go"
    )
    page.mouse.move(x_of(page, "2016-06-14") - 1, y)
    expect_day(page, "14 June 2016")
    page.mouse.up()
    settle(page)
    expect(evidence(page).locator(".ef-head")).to_contain_text("The fourth battalion")
    assert page.url.endswith(f"{JUNE}&deployment=fourth-battalion")
    page.mouse.click(x_of(page, "2017-05-06"), y)
    expect_day(page, "6 May 2017")
    page.wait_for_url("**asof=2017-05-06**")
    assert frame.evaluate("window.untouched"), "the map was loaded again"


def test_any_day_can_be_chosen_is_read_in_words_and_lives_through_reload_and_back(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(SUMMIT)
    page.get_by_label("Exact day").fill("2017-06-01")
    expect_day(page, "1 June 2017")
    page.wait_for_url("**/?asof=2017-06-01")
    page.reload()
    settle(page)
    expect_day(page, "1 June 2017")
    page.go_back()
    expect_day(page, "8 July 2016")
    assert page.get_by_label("Exact day").input_value() == "2016-07-08"
    for day in (date(2016, 7, 1) + timedelta(days=93 * quarter) for quarter in range(4)):
        page.get_by_label("Exact day").fill(day.isoformat())
        expect(thumb(page)).to_have_attribute("aria-valuetext", words.day(day))
    low, now, high = (
        float(thumb(page).get_attribute(f"aria-value{part}") or "") for part in ("min", "now", "max")
    )
    assert low < now < high


@pytest.mark.soak
def test_ticks_say_who_speaks_and_stand_taller_where_the_view_changes(open_page: Callable[..., Page]) -> None:
    page = open_page("?asof=2017-06-01&host=LVA")
    taller = page.locator(".st-key-slider .ticks .turn")
    expect(taller.first).to_be_attached()
    days = taller.evaluate_all("all => all.map((one) => one.dataset.day)")
    assert "2016-07-08" in days, "Latvia was paired with Canada on that day"
    assert "2022-03-19" in days and "2017-03-17" not in days, "that day's claim is about Estonia"
    assert len(days) < page.locator(".st-key-slider .ticks i").count()
    page.mouse.move(x_of(page, "2016-07-08"), y_of(page))
    expect(page.locator(".st-key-slider .tip")).to_contain_text("8 July 2016: ")
    expect(page.locator(".st-key-slider .captions")).to_contain_text("Warsaw meeting")


@pytest.mark.soak  # tests/app states it
def test_a_day_before_the_first_claim_says_so_and_leads_to_it(open_page: Callable[..., Page]) -> None:
    page = open_page("?asof=2016-06-01")
    expect_marks(map_of(page))
    expect(page.locator(".st-key-empty")).to_contain_text("the first claim is of 13 June 2016")
    press(page, "Go to 13 June 2016")
    expect_day(page, "13 June 2016")
    page.wait_for_url("**/?asof=2016-06-13")
    expect(page.locator(".st-key-empty")).to_contain_text("The one deployment of this view is not on the map")


@pytest.mark.soak  # test_sizes looks at the page of a phone
def test_a_phone_has_all_of_it_large_enough_for_a_finger(open_page: Callable[..., Page]) -> None:
    page = open_page(JUNE, 390, 844)
    controls = page.locator(".st-key-slider").locator("button, select, input, .thumb")
    assert controls.count() == 7
    for box in [one.bounding_box() for one in controls.all()]:
        assert box and box["width"] >= 44 and box["height"] >= 44, box
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390, box
    press(page, "Later")
    expect_day(page, "8 July 2016")
    mark(map_of(page), "efp-lva").click()
    expect(evidence(page).locator(".ef-head")).to_contain_text("Battlegroup Latvia")
