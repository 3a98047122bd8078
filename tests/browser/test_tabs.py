"""What an analyst does in the tabs below the map: in words and forms, with pointer and keyboard, in both themes."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.on_the_page import choose, claim, evidence, title
from tests.browser.visit import settle

SUMMER = "?asof=2017-08-28"
EVERYTHING = "Four battlegroups and one brigade; one brigade decided, as known on 28 August 2017"


def opened(page: Page, tab: str) -> Locator:
    """The panel of a tab, once it is open."""
    page.get_by_role("tab", name=tab).click()
    settle(page)
    return page.get_by_role("tabpanel").filter(visible=True)


@pytest.mark.soak  # tests/app states it; a keyboard does it here
def test_a_cell_shows_that_nation_in_that_host_and_back_takes_it_back(open_page: Callable[..., Page]) -> None:
    page = open_page(SUMMER)
    panel = opened(page, "Nation × host")
    cell = panel.get_by_role("button", name="Germany in Lithuania")
    expect(cell).to_contain_text("leads · more than 450")
    cell.click()
    expect(title(page)).to_contain_text("One battlegroup involving Germany in Lithuania")
    expect(cell).to_have_attribute("aria-pressed", "true")
    page.wait_for_url("**nation=DEU**")
    page.go_back()
    expect(title(page)).to_contain_text(EVERYTHING)
    expect(panel.get_by_role("columnheader", name="Estonia")).to_be_visible()


@pytest.mark.soak  # tests/app counts what a tab holds, and the random journeys open tabs
def test_a_tab_says_how_much_it_holds_and_stays_open_when_that_changes(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("?asof=2023-07-14")
    beside = "tab => getComputedStyle(tab, '::after').content"
    tab = page.get_by_role("tab", name="Disagreements")
    panel = opened(page, "Disagreements")
    expect(panel.get_by_text(re.compile("^Two current values"))).to_be_visible()
    assert tab.evaluate(beside) == '"2"'
    assert page.get_by_role("tab", name="Table").evaluate(beside) == "none"
    choose(page, "Nation", "Germany")
    expect(title(page)).to_contain_text("involving Germany")
    expect(panel.get_by_text(re.compile("^One current value"))).to_be_visible()
    assert tab.evaluate(beside) == '"1"'
    expect(tab).to_have_attribute("aria-selected", "true")


@pytest.mark.soak  # the random journeys choose cells
def test_a_keyboard_chooses_a_cell_and_keeps_its_place(open_page: Callable[..., Page]) -> None:
    page = open_page(SUMMER)
    panel = opened(page, "Nation × host")
    cell = panel.get_by_role("button", name="Canada in Latvia")
    cell.focus()
    page.keyboard.press("Enter")
    expect(title(page)).to_contain_text("One battlegroup involving Canada in Latvia")
    expect(cell).to_have_attribute("aria-pressed", "true")
    expect(cell).to_be_focused()
    page.keyboard.press("Enter")
    expect(title(page)).to_contain_text(EVERYTHING)


@pytest.mark.soak
def test_the_timeline_selects_by_row_and_by_claim_and_is_walked_by_arrows(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(SUMMER)
    panel = opened(page, "Timeline")
    row = panel.get_by_role("button", name=re.compile(r"^Battlegroup Latvia\. 28 August 2017: deployed"))
    row.click()
    expect(evidence(page).locator(".ef-head")).to_contain_text("Battlegroup Latvia")
    expect(panel.locator(".strength .sum")).to_contain_text("Contingents on 28 August 2017")
    row.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(panel.locator(".row.selected .dot:focus")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(panel.locator(".name:focus")).not_to_have_text("Battlegroup Latvia")
    panel.locator(".row.selected .dot").last.click()
    page.wait_for_url("**claim=**")
    expect(claim(page, page.url.split("claim=")[1].split("&")[0])).to_be_attached()


@pytest.mark.soak  # a look that only a change of the style sheets can break
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_status_is_told_by_form_as_well_as_by_colour(open_page: Callable[..., Page], scheme: str) -> None:
    page = open_page("?asof=2022-06-28", color_scheme=scheme)
    panel = opened(page, "Timeline")
    looks = panel.locator(".timeline").evaluate(
        """(box) => Object.fromEntries(["considered", "planned", "present", "gone"].map((form) => {
          const band = box.querySelector(`.row .band.${form}`);
          const { borderTopStyle, borderTopWidth, backgroundImage } = getComputedStyle(band);
          return [form, `${borderTopStyle} ${borderTopWidth} ${backgroundImage.split("(")[0]}`];
        }))"""
    )
    assert len(set(looks.values())) == 4, looks


@pytest.mark.soak  # tests/app states it
def test_what_changed_leads_to_the_claim(open_page: Callable[..., Page]) -> None:
    page = open_page("?asof=2016-07-09&since=2016-06-14")
    panel = opened(page, "What changed")
    line = panel.get_by_role("listitem").filter(
        has_text="Battlegroup Latvia: status moved from considered to decided."
    )
    line.get_by_role("button", name="R006, NATO, 8 July 2016: show this claim").click()
    page.wait_for_url("**claim=R006**")
    expect(claim(page, "R006")).to_be_visible()
    panel.get_by_role("radio", name="Table").or_(
        panel.get_by_role("button", name="Table", exact=True)
    ).click()
    expect(panel.get_by_test_id("stDataFrame")).to_be_visible()


@pytest.mark.soak  # test_sizes looks at the page of a phone
@pytest.mark.parametrize("tab", ["Timeline", "Nation × host", "What changed"])
def test_on_a_phone_a_tab_is_as_wide_as_the_phone(open_page: Callable[..., Page], tab: str) -> None:
    page = open_page("?asof=2022-06-28&since=2017-08-28&deployment=efp-lva", 390, 844)
    panel = opened(page, tab)
    expect(panel.locator(".timeline, .matrix, .changes").first).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert (panel.bounding_box() or {})["width"] <= 390


@pytest.mark.soak  # sizes in the soak state it too
@pytest.mark.parametrize("width", [1180, 1440, 1024, 390])
def test_the_switch_for_changes_covers_no_tab(open_page: Callable[..., Page], width: int) -> None:
    page = open_page(f"{SUMMER}&since=2016-07-09", width, 900)
    switch = page.locator(".st-key-compare").bounding_box()
    assert switch
    for tab in page.get_by_role("tab").all():
        at = tab.bounding_box()
        assert at
        beside = at["x"] + at["width"] <= switch["x"]
        below = switch["y"] + switch["height"] <= at["y"]
        assert beside or below, tab.inner_text()
