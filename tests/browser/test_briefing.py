"""The briefing view: one screen of 16:9 on which all words have room, without a control."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.on_the_map import sight
from tests.browser.on_the_page import choose, press, title
from tests.browser.test_accessibility import grave
from tests.browser.visit import map_of, settle
from tests.representatives import these

CANADA = "?nation=CAN&asof=2016-06-14"
FOOT = ".ef-foot"
LONG = "?nation=CAN;DEU;GBR;USA;FRA;ITA;ESP;ROU&role=contributor&status=deployed;agreed;decided;arriving;considered&strength=0;9000"
MARKING = "MARKING%20W%20" * 8

_BOXES = """() => {
  const told = ".ef-title, .ef-marking, .ef-said figure, .ef-said h2, .ef-foot p, .st-key-stage iframe";
  return [...document.querySelectorAll(told)].filter((one) => one.checkVisibility()).map((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return [one.className || one.tagName, left, top, right, bottom];
  });
}"""
_CONTROLS = """() => [...document.querySelectorAll("button, input, select, textarea, a, [role=slider], [role=tab]")]
  .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true })).map((one) => one.outerHTML)"""
_CUT = """() => [...document.querySelectorAll(".ef-title, .ef-fit, .ef-marking")]
  .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1).map((one) => one.className)"""


def briefed(page: Page) -> None:
    """Wait until the briefing and its map are drawn."""
    expect(page.locator(FOOT)).to_be_visible()
    map_of(page).wait_for_function("document.querySelector('.eastflank-brief')")


@pytest.mark.parametrize(
    ("address", "scheme", "width", "height"),
    these(
        [
            (address, scheme, width, height)
            for address in (f"{CANADA}&marking={MARKING}", "?asof=2022-06-28", LONG)
            for scheme, width, height in (
                ("light", 1920, 1080), ("dark", 1280, 720), ("dark", 1920, 1080), ("light", 1280, 720),
            )
        ],
        9,
    ),
)  # fmt: skip
def test_it_fills_one_screen_and_nothing_is_cut_off_or_could_be_pressed(
    open_page: Callable[..., Page], width: int, height: int, scheme: str, address: str
) -> None:
    page = open_page(f"{address}&brief=1", width, height, scheme)
    briefed(page)
    root = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    assert root[0] <= width and root[1] <= height, "it scrolls"
    boxes = page.evaluate(_BOXES)
    outside = [box for box in boxes if box[1] < 0 or box[2] < 0 or box[3] > width or box[4] > height]
    assert not outside
    apart = [box for box in boxes if box[0] != "ef-title"]
    over = [
        (one, other)
        for number, one in enumerate(apart)
        for other in apart[number + 1 :]
        if min(one[3], other[3]) - max(one[1], other[1]) > 1
        and min(one[4], other[4]) - max(one[2], other[2]) > 1
    ]
    assert not over
    assert page.evaluate(_CUT) == []
    assert page.evaluate(_CONTROLS) == []
    seen = sight(map_of(page))
    assert seen.cut_off() == []
    assert seen.overlapping() == []
    assert not [box for box in seen.boxes if "zoom" in box.what]


@pytest.mark.parametrize(("width", "height"), [(1280, 720), pytest.param(1920, 1080, marks=pytest.mark.soak)])
def test_a_crowded_key_takes_a_second_column_and_nothing_of_it_is_out_of_sight(
    open_page: Callable[..., Page], width: int, height: int
) -> None:
    page = open_page("?asof=2022-03-25&since=2017-08-28&brief=1", width, height)
    briefed(page)
    key = map_of(page).locator(".eastflank-column")
    expect(key).to_have_class(re.compile("eastflank-wide"))
    assert key.evaluate("one => one.scrollHeight <= one.clientHeight + 1"), "a briefing cannot be scrolled"
    shown = key.bounding_box()
    last = key.locator(".eastflank-legend .eastflank-row").last.bounding_box()
    assert shown and last
    assert last["y"] + last["height"] <= shown["y"] + shown["height"]
    assert sight(map_of(page)).overlapping() == []


def test_it_shows_the_sentence_the_words_that_matter_the_sources_and_the_marking_to_everybody(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(f"{CANADA}&brief=1&marking=RESTRICTED%20%3Cb%3E%26%20draft", 1280, 720)
    briefed(page)
    expect(title(page)).to_have_text(
        re.compile("^One battlegroup considered involving Canada, as known on 14 June 2016")
    )
    said = page.locator(".ef-said")
    expect(said.get_by_role("heading")).to_have_text("In their words")
    expect(said).to_contain_text("Canada is actively considering options to effectively contribute")
    expect(said).to_contain_text(
        "Ashley Lemire, Canadian defense spokeswoman, Associated Press via News Front"
    )
    marking = page.locator(".ef-marking")
    expect(marking).to_have_text(["RESTRICTED <b>& draft"] * 2)
    above, below = (marking.nth(number).bounding_box() for number in (0, 1))
    shown = page.locator(".st-key-stage iframe").bounding_box()
    assert above and below and shown
    assert above["y"] + above["height"] <= shown["y"]
    assert below["y"] >= shown["y"] + shown["height"]
    foot = page.locator(FOOT)
    expect(foot).to_contain_text("Associated Press via News Front")
    expect(foot).to_contain_text("One unit · The checks of the data have 31 open findings.")
    expect(foot).to_contain_text("borders after UN GA 68/262")
    expect(foot).to_contain_text("Data version")
    expect(foot.locator(".ef-link")).to_contain_text("/?nation=CAN&asof=2016-06-14&marking=")
    expect(map_of(page).locator(".eastflank-legend")).to_contain_text("considered or offered")
    assert grave(page) == []
    page.emulate_media(media="print")
    expect(page.locator(".ef-leave")).to_be_hidden()


@pytest.mark.soak  # tests/app states it
def test_where_no_quote_carries_what_is_shown_it_says_so_and_cites_the_sources(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("?nation=CAN&asof=2016-10-26&brief=1", 1280, 720)
    briefed(page)
    expect(title(page)).to_have_text(
        re.compile("^One battlegroup decided involving Canada, as known on 26 October 2016")
    )
    said = page.locator(".ef-said")
    expect(said.get_by_role("heading")).to_have_text(
        "No held article speaks of what is shown; it is cited from the sources named."
    )
    expect(said.locator("blockquote")).to_have_count(0)
    expect(said.locator("figure p")).to_have_text(
        [
            "Battlegroup Latvia: Decided; led by Canada, in Latvia; with Canada 400",
            "Battlegroup Latvia: Decided; led by Canada, in Latvia; about 1,000 persons; with Canada 455",
        ]
    )
    expect(said.locator("figcaption")).to_have_text(
        [
            "EUobserver, 26 October 2016 · C3 [2]",
            "UATV, 16 September 2016 · C3 [3]",
        ]
    )
    foot = page.locator(FOOT)
    expect(foot).to_contain_text("[2] EUobserver")
    expect(foot).to_contain_text("[3] UATV")
    expect(foot).to_contain_text("The view rests on five further sources.")
    expect(page.locator(".ef-marking")).to_have_count(0)


def test_b_shows_and_leaves_it_and_escape_leaves_it_with_all_choices_kept(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("?asof=2016-07-09&tab=timeline&deployment=efp-lva")
    frame = map_of(page)
    frame.evaluate("window.untouched = true")
    choose(page, "Nation", "Canada")
    page.wait_for_url("**/?nation=CAN&**")
    page.mouse.click(900, 20)
    for leave in ("b", "Escape"):
        page.keyboard.press("b")
        page.wait_for_url("**brief=1**")
        briefed(page)
        page.keyboard.press(leave)
        expect(page.locator(FOOT)).to_have_count(0)
        page.wait_for_url("**/?nation=CAN&asof=2016-07-09&deployment=efp-lva&tab=timeline")
        expect(page.get_by_role("tab", name="Timeline")).to_have_attribute("aria-selected", "true")
        expect(page.locator("[class*=' st-key-nation-'] [data-tag]")).to_contain_text("Canada")
    assert frame.evaluate("window.untouched"), "the map was loaded again"


@pytest.mark.soak  # its key states it
def test_a_link_to_it_reloads_as_it_is_and_is_left_with_all_choices(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{CANADA}&brief=1")
    page.reload()
    settle(page)
    briefed(page)
    page.keyboard.press("Escape")
    page.wait_for_url(f"**/{CANADA}")
    expect(page.locator("[class*=' st-key-nation-'] [data-tag]")).to_contain_text("Canada")
    press(page, "Brief")
    briefed(page)
    page.wait_for_url(f"**/{CANADA}&brief=1")
    page.mouse.move(640, 300)
    page.mouse.move(640, 320)
    way_out = page.get_by_role("button", name="Leave the briefing")
    expect(way_out).to_have_css("opacity", "1")
    way_out.click()
    page.wait_for_url(f"**/{CANADA}")
    page.go_back()
    briefed(page)


@pytest.mark.soak  # b and Escape are tried above
def test_shortcuts_are_listed_and_work_on_the_map_and_in_no_field(open_page: Callable[..., Page]) -> None:
    page = open_page(CANADA)
    frame = map_of(page)
    frame.locator("#map_div").focus()
    page.keyboard.press("b")
    briefed(page)
    frame.locator("#map_div").focus()
    page.keyboard.press("Escape")
    expect(page.locator(FOOT)).to_have_count(0)
    box = page.get_by_role("combobox", name="Host country")
    box.click()
    box.press_sequentially("b?")
    expect(box).to_have_value("b?")
    expect(page.locator(FOOT)).to_have_count(0)
    listed = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(listed).to_have_count(0)
    page.keyboard.press("Escape")
    page.mouse.click(900, 20)
    press(page, "Keyboard shortcuts")
    expect(listed).to_contain_text("the briefing view, and back")
    page.keyboard.press("Escape")
    expect(listed).to_be_hidden()
    page.keyboard.press("?")
    expect(listed).to_be_visible()
    page.keyboard.press("b")
    expect(page.locator(FOOT)).to_have_count(0)


@pytest.mark.soak  # above it is light
def test_no_rule_of_wcag_is_gravely_broken_where_it_is_dark(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{CANADA}&brief=1&marking=RESTRICTED", 1280, 720, "dark")
    briefed(page)
    assert grave(page) == []


@pytest.mark.soak  # the random journeys go back to a briefing
def test_on_the_way_back_to_a_briefing_the_controls_that_go_away_take_no_press(page: Page) -> None:
    usual = page.url
    for leads_to in ("**/?*brief=1*", usual):
        page.keyboard.press("b")
        page.wait_for_url(leads_to)
        settle(page)
    inert = page.evaluate(
        "() => new Promise((done) => {"
        " navigation.addEventListener('currententrychange', () => setTimeout(() =>"
        " done([...document.querySelectorAll('[data-testid=stSidebar]')].map((one) => one.inert))), { once: true });"
        " history.back(); })"
    )
    assert inert == [True]
    expect(page.locator("[class*=' st-key-status-']")).to_have_count(0)
