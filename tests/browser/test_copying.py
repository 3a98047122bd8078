"""The copied text is exactly what the button says; if pages may not copy, the reader can copy by hand."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.on_the_page import claim, press
from tests.browser.test_accessibility import grave

CANADA = "?nation=CAN&asof=2016-06-14"
QUOTE = (
    "Canadian defense spokeswoman Ashley Lemire said that, “Unfortunately, we are not in a position to provide any"
    " additional details at this time. As a committed NATO ally, Canada is actively considering options to effectively"
    " contribute to NATO’s strengthened defense and deterrence posture.”"
)
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
NO_COPYING = f"{NO_CLIPBOARD}; document.execCommand = () => false"


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.fixture
def canada(open_page: Callable[..., Page]) -> Page:
    page = open_page(CANADA)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def copied(page: Page, name: str) -> str:
    """Press the button with this name, wait for its message, and read the clipboard."""
    press(page, name)
    expect(page.get_by_role("status").filter(has_text=" copied")).to_have_count(1)
    return clipboard(page)


@pytest.mark.soak  # tests/app states where a link begins
def test_a_copied_link_begins_where_readers_reach_the_dashboard_and_keeps_the_newest_day(
    start_server: Callable[..., object], open_page: Callable[..., Page]
) -> None:
    server = start_server(EASTFLANK_URL="https://briefing.example/flank")
    page = open_page("?host=LVA", server=server)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    assert copied(page, "Copy link") == "https://briefing.example/flank/?host=LVA&asof=2025-05-31"


def test_a_link_a_quote_and_a_citation_are_copied_as_they_stand(canada: Page) -> None:
    assert copied(canada, "Copy link") == canada.url
    expect(canada.get_by_role("button", name="Copied")).to_be_visible()
    expect(canada.get_by_role("button", name="Copy link")).to_be_visible()

    claim(canada, "A1-17").get_by_role("button", name="Copy quote").click()
    expect(claim(canada, "A1-17").get_by_role("button", name="Copied")).to_be_visible()
    assert clipboard(canada) == QUOTE
    seen = canada.evaluate("document.querySelector('#claim-A1-17 blockquote').textContent")
    assert seen == f"‘{QUOTE}’", "its own mark and ours look like one doubled mark"
    expect(claim(canada, "A1-17").get_by_role("button", name="Copied")).to_have_count(0)

    claim(canada, "A1-17").get_by_role("button", name="Copy citation").click()
    expect(claim(canada, "A1-17").get_by_role("button", name="Copied")).to_be_visible()
    told, _, link = clipboard(canada).rpartition(" ")
    assert told.startswith(
        "Ashley Lemire, Canadian defense spokeswoman, in Associated Press via News Front, [Report on"
    )
    assert "], 15 June 2016; claim A1-17 (graded C2), as known on 14 June 2016, data version " in told
    assert link.endswith("/?claim=A1-17&asof=2016-06-14")


@pytest.mark.soak  # its buttons are those of the evidence, tried above
def test_the_sources_page_copies_too(open_page: Callable[..., Page]) -> None:
    page = open_page("sources?claim=A1-17", has_map=False)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    claim(page, "A1-17").get_by_role("button", name="Copy quote").click()
    expect(claim(page, "A1-17").get_by_role("button", name="Copied")).to_be_visible()
    assert clipboard(page) == QUOTE
    expect(page.get_by_role("button", name="Brief")).to_have_count(0)


@pytest.mark.soak  # the next test hides all of the clipboard
def test_it_copies_over_plain_http_where_a_browser_hides_its_clipboard(canada: Page) -> None:
    canada.evaluate("void navigator.clipboard.writeText('before')")
    canada.evaluate("window.clipboardOfTest = navigator.clipboard")
    canada.evaluate(NO_CLIPBOARD)
    press(canada, "Copy link")
    expect(canada.get_by_role("button", name="Copied")).to_be_visible()
    assert canada.evaluate("window.clipboardOfTest.readText()") == canada.url


@pytest.mark.soak  # a browser that forbids it is rare
def test_where_nothing_may_be_copied_the_text_is_selected_and_the_reader_told(canada: Page) -> None:
    canada.evaluate(NO_COPYING)
    button = canada.get_by_role("button", name="Copy link")
    button.click()
    by_hand = canada.get_by_role("dialog", name="Copy it by hand")
    expect(by_hand).to_contain_text("press Ctrl+C")
    field = by_hand.get_by_role("textbox")
    expect(field).to_be_focused()
    assert field.evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd)") == canada.url
    assert grave(canada) == []
    canada.keyboard.press("Escape")
    expect(by_hand).to_be_hidden()
    expect(button).to_be_focused()
