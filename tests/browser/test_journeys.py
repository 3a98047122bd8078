"""What an analyst does on the page, as a person does it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.on_the_map import expect_marks, mark, view
from tests.browser.on_the_page import (
    choose,
    chosen,
    claim,
    evidence,
    go_to,
    notices,
    press,
    table,
    tick,
    ticked,
    title,
)
from tests.browser.visit import map_of, settle

SELECTED = ".eastflank-mark.eastflank-selected"
JUNE = "?asof=2016-06-14"
SUMMIT = "?asof=2016-07-09"
EVERYTHING = "Four battlegroups decided and one brigade agreed, as known on 9 July 2016"


@pytest.mark.soak  # the random journeys filter, and test_fit keeps a view
def test_a_filter_changes_the_sentence_and_the_marks_but_not_the_readers_view(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(SUMMIT)
    frame = map_of(page)
    frame.evaluate("window.untouched = true")
    frame.get_by_role("button", name="Zoom in").click()
    frame.wait_for_function("map.getZoom() === 5 && !map._animatingZoom")
    frame.evaluate("void map.panBy([40, -30], { animate: false })")  # the map itself is too large to be sent
    before = view(frame)
    expect(frame.locator(".eastflank-mark")).to_have_count(5)
    choose(page, "Nation", "Canada")
    expect(title(page)).to_contain_text("One battlegroup decided involving Canada, as known on 9 July 2016")
    expect_marks(frame, "efp-lva")
    assert frame.evaluate("window.untouched"), "the map was loaded again"
    assert view(frame) == pytest.approx(before)
    page.wait_for_url("**/?nation=CAN&asof=2016-07-09&at=*")


def test_a_click_on_a_mark_shows_its_evidence_and_its_row_and_stands_in_the_address(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(SUMMIT)
    frame = map_of(page)
    for _ in range(2):  # the same mark again after it was let go
        mark(frame, "efp-lva").click()
        expect(evidence(page).locator(".ef-head")).to_contain_text("Battlegroup Latvia")
        page.wait_for_url("**/?asof=2016-07-09&deployment=efp-lva")
        expect(claim(page, "R006")).to_contain_text("led by Canada, in Latvia")
        expect(claim(page, "R008")).to_have_count(0)  # that one is about Estonia
        expect(frame.locator(SELECTED)).to_have_attribute("data-id", "efp-lva")
        press(page, "Show all")
        page.wait_for_url("**/?asof=2016-07-09")
        expect(frame.locator(SELECTED)).to_have_count(0)
        older = evidence(page).locator(".ef-older")
        expect(older.locator("#claim-R008")).to_be_hidden()  # folded: newer claims stand over it
        older.locator("> summary").click()
        expect(claim(page, "R008")).to_be_visible()
    table(page).scroll_into_view_if_needed()
    tick(page, 0)
    expect(frame.locator(SELECTED)).to_have_attribute("data-id", "efp-est")
    expect(ticked(page)).to_contain_text("Battlegroup Estonia")
    mark(frame, "efp-pol").click()
    expect(ticked(page)).to_contain_text("Battlegroup Poland")
    expect(ticked(page)).to_have_count(1)
    page.wait_for_url("**deployment=efp-pol")


@pytest.mark.soak  # tests/app states it; test_slider reloads a page
def test_a_link_shows_what_was_said_of_canada_and_lives_through_a_reload(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("?nation=CAN&asof=2016-06-14")
    for _ in range(2):
        expect(title(page)).to_contain_text("involving Canada, as known on 14 June 2016")
        official = claim(page, "A1-16")
        expect(official).to_contain_text("A senior U.S. official said Canadian leaders are currently meeting")
        expect(official.locator("mark")).to_have_text(["Canadian"])
        spokeswoman = claim(page, "A1-17")
        expect(spokeswoman).to_contain_text("Canadian defense spokeswoman Ashley Lemire said that")
        expect(spokeswoman).to_contain_text("Canada is actively considering options")
        expect_marks(map_of(page), "fourth-battalion")
        assert page.url.endswith("/?nation=CAN&asof=2016-06-14")
        page.reload()
        settle(page)


@pytest.mark.soak  # tests/app states it
def test_what_changed_stands_on_the_map_while_the_switch_is_on(open_page: Callable[..., Page]) -> None:
    page = open_page("?asof=2016-07-09&since=2016-06-14")
    frame = map_of(page)
    expect(title(page)).to_contain_text("changes since 14 June 2016")
    expect(mark(frame, "efp-lva").locator(".eastflank-change")).to_contain_text("Δwas considered")
    expect(mark(frame, "fourth-battalion")).to_contain_text("×turned out to be Battlegroup Latvia")
    expect(frame.locator(".eastflank-legend")).to_contain_text("otherwise on 14 June 2016")
    page.get_by_text("Show changes since").click()
    expect(frame.locator(".eastflank-change")).to_have_count(0)
    expect(title(page)).not_to_contain_text("changes since")
    page.wait_for_url("**/?asof=2016-07-09")


@pytest.mark.soak
def test_two_days_side_by_side_have_one_legend_and_one_frame(open_page: Callable[..., Page]) -> None:
    page = open_page("?asof=2017-08-28&since=2016-07-09&layout=pair")
    earlier, later = (page.frame_locator(f".st-key-{day} iframe") for day in ("earlier", "later"))
    for frame in (earlier, later):
        expect(frame.locator("#map_div[data-scene]")).to_be_visible()
    expect(page.locator(".st-key-earlier .ef-day")).to_contain_text("9 July 2016")
    expect(page.locator(".st-key-later .ef-day")).to_contain_text("28 August 2017")
    expect(earlier.locator(".eastflank-change").first).to_be_hidden()
    expect(later.locator('.eastflank-mark[data-id="efp-lva"] .eastflank-change').first).to_contain_text(
        "was decided"
    )
    expect(earlier.locator(".eastflank-legend summary")).to_have_text("Status on each map’s day")
    expect(later.locator(".eastflank-legend")).to_be_hidden()
    expect(page.locator(".ef-both")).to_contain_text("Battlegroups there")
    looks = "() => { const { lat, lng } = window.map.getCenter(); return [lat, lng, window.map.getZoom()].map((one) => one.toFixed(2)).join(); }"
    frames = [
        page.locator(f".st-key-{day} iframe").element_handle().content_frame() for day in ("earlier", "later")
    ]
    assert frames[0].evaluate(looks) == frames[1].evaluate(looks)
    opening = frames[1].evaluate(looks)
    later.get_by_role("button", name="Zoom in").click()
    page.wait_for_url("**at=*")
    moved = frames[1].evaluate(looks)
    assert moved != opening
    frames[0].wait_for_function(f"({looks})() === '{moved}'")
    page.get_by_text("Side by side").click()
    expect(page.locator(".st-key-earlier")).to_have_count(0)
    expect(title(page)).to_contain_text("changes since 9 July 2016")


@pytest.mark.soak  # test_slider goes back over what was chosen
def test_back_takes_a_filter_away_and_forward_brings_it_again(open_page: Callable[..., Page]) -> None:
    page = open_page(SUMMIT)
    choose(page, "Nation", "Canada")
    page.wait_for_url("**/?nation=CAN&asof=2016-07-09")
    page.go_back()
    expect(title(page)).to_contain_text(EVERYTHING)
    expect(chosen(page, "nation")).to_have_count(0)
    page.go_forward()
    expect(title(page)).to_contain_text("involving Canada, as known on 9 July 2016")
    expect(chosen(page, "nation")).to_contain_text("Canada")
    assert page.url.endswith("/?nation=CAN&asof=2016-07-09")


@pytest.mark.soak  # tests/app opens a page of its own in each test
def test_two_tabs_do_not_know_of_each_other(open_page: Callable[..., Page]) -> None:
    page = open_page(SUMMIT)
    other = page.context.new_page()
    other.goto(page.url)
    settle(other)
    choose(other, "Nation", "Germany")
    expect(title(other)).to_contain_text("involving Germany")
    mark(map_of(page), "efp-est").click()
    expect(evidence(page).locator(".ef-head")).to_contain_text("Battlegroup Estonia")
    expect(title(page)).to_contain_text(EVERYTHING)
    expect(title(other)).to_contain_text("involving Germany")
    assert "deployment" not in other.url


@pytest.mark.soak  # tests/app states it
def test_reset_takes_every_filter_and_the_selection_back_but_not_the_day(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(
        "?nation=CAN&role=lead&status=decided&strength=500;2000&asof=2016-07-09&deployment=efp-lva"
    )
    expect(evidence(page).locator(".ef-head")).to_contain_text("Battlegroup Latvia")
    expect(chosen(page, "nation")).to_contain_text("Canada")
    expect(chosen(page, "status")).to_contain_text("decided")
    page.get_by_role("button", name="Reset all filters").click()
    expect(title(page)).to_contain_text(EVERYTHING)
    page.wait_for_url("**/?asof=2016-07-09")
    expect(evidence(page).locator(".ef-head")).to_have_count(0)
    expect(chosen(page, "nation")).to_have_count(0)
    expect(chosen(page, "status")).to_have_count(0)
    expect(chosen(page, "role")).to_have_text("any")
    expect(page.get_by_role("slider").first).to_have_value("0")


@pytest.mark.soak  # the slider's arrows state it
def test_earlier_and_later_step_to_the_days_on_which_somebody_spoke(open_page: Callable[..., Page]) -> None:
    page = open_page(JUNE)
    page.get_by_role("button", name="Earlier").click()
    expect(title(page)).to_contain_text("as known on 13 June 2016")
    expect(table(page)).to_contain_text("The US-led battalion")
    expect_marks(map_of(page))  # nobody has yet named a host for it
    page.get_by_role("button", name="Later").click()
    expect(title(page)).to_contain_text("as known on 14 June 2016")
    page.get_by_role("button", name="Later").click()
    expect(title(page)).to_contain_text("as known on 8 July 2016")
    page.wait_for_url("**/?asof=2016-07-08")
    press(page, "Newest")
    page.wait_for_url(re.compile(r"/$"))


@pytest.mark.soak  # tests/app states it
def test_an_empty_result_says_why_and_what_to_do(open_page: Callable[..., Page]) -> None:
    page = open_page("?nation=CAN&role=host")
    expect(title(page)).to_contain_text("No deployment hosted by Canada, as known on 31 May 2025")
    expect(notices(page)).to_contain_text("No deployment fits on")
    expect(notices(page)).to_contain_text("Reset them beside the map")
    expect_marks(map_of(page))


@pytest.mark.soak  # test_links visits another page and comes back
def test_the_choices_outlive_a_visit_to_another_page(open_page: Callable[..., Page]) -> None:
    page = open_page("?nation=CAN&asof=2016-07-09&deployment=efp-lva")
    go_to(page, "Sources")
    expect(title(page)).to_contain_text("Sources")
    go_to(page, "Map")
    expect(title(page)).to_contain_text("One battlegroup decided involving Canada, as known on 9 July 2016")
    page.wait_for_url("**/?nation=CAN&asof=2016-07-09&deployment=efp-lva")
    settle(page)
    go_to(page, "Method")
    expect(title(page)).to_contain_text("Method")
    expect(page.get_by_role("heading", name="Grades")).to_be_visible()
    page.go_back()
    expect(title(page)).to_contain_text("One battlegroup decided involving Canada, as known on 9 July 2016")


@pytest.mark.soak  # tests/app states it
def test_sources_show_each_quote_in_its_article_and_lead_to_the_map(open_page: Callable[..., Page]) -> None:
    page = open_page("sources", has_map=False)
    article = page.locator(".ef-article")
    quotes = article.locator(".ef-quote")
    expect(quotes.filter(has_text="A1-16")).to_contain_text("A senior U.S. official said Canadian leaders")
    marked = set(re.findall(r"A1-\w\w", " ".join(article.locator(".ef-quote sup").all_inner_texts())))
    claims = page.locator(".st-key-source-claims .ef-claim")
    listed = {row.removeprefix("claim-") for row in claims.evaluate_all("all => all.map(one => one.id)")}
    assert marked == listed, "claims without a mark in the article, or marks without a claim"
    assert len(listed) == 20
    quotes.filter(has_text="A1-16").first.click()
    settle(page)
    expect(title(page)).to_contain_text("as known on 14 June 2016")
    expect(evidence(page).locator(".ef-head")).to_contain_text("The fourth battalion")
    expect(map_of(page).locator(SELECTED)).to_have_attribute("data-id", "fourth-battalion")


@pytest.mark.soak  # test_by_keyboard goes from the page to a quote
def test_evidence_leads_into_its_article_with_the_claim_outlined_and_in_sight(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("?nation=CAN&asof=2016-06-14")
    claim(page, "A1-17").get_by_role("link", name="in its article").click()
    chosen = page.locator(".ef-chosen")
    expect(chosen.first).to_contain_text("Canadian defense spokeswoman Ashley Lemire")
    assert chosen.first.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    expect(page.locator(".ef-chosen sup")).to_have_text(["A1-17"])
    expect(chosen.first).to_be_in_viewport(ratio=1)


def test_a_phone_has_the_map_the_evidence_and_the_filters(open_page: Callable[..., Page]) -> None:
    page = open_page(SUMMIT, 390, 844)
    frame = map_of(page)
    mark(frame, "efp-lva").click()
    expect(evidence(page).locator(".ef-head")).to_contain_text("Battlegroup Latvia")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, "the page is wider than the phone"
    page.get_by_test_id("stExpandSidebarButton").click()
    choose(page, "Nation", "Canada")
    page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    expect(title(page)).to_contain_text("involving Canada")
    expect_marks(frame, "efp-lva")


@pytest.mark.soak  # test_by_keyboard.py reaches a mark
def test_a_keyboard_reaches_a_mark_selects_it_and_stays_on_it(open_page: Callable[..., Page]) -> None:
    page = open_page(SUMMIT)
    frame = map_of(page)
    frame.locator("#map_div").focus()
    passed = []
    while "efp-lva" not in passed and len(passed) < 40:
        page.keyboard.press("Tab")
        passed.append(frame.evaluate("document.activeElement.dataset.id || document.activeElement.className"))
    assert passed[-1] == "efp-lva", passed
    assert mark(frame, "efp-lva").evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    expect(frame.get_by_role("tooltip")).to_contain_text("Battlegroup Latvia")
    page.keyboard.press("Enter")
    expect(evidence(page).locator(".ef-head")).to_contain_text("Battlegroup Latvia")
    expect(mark(frame, "efp-lva")).to_have_attribute("aria-pressed", "true")
    expect(mark(frame, "efp-lva")).to_be_focused()
