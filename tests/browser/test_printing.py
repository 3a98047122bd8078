"""The view on paper: complete, without overlaps, with its handling line on each page, and without controls."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from eastflank.render.page import document
from tests.briefings import briefing
from tests.browser.paper import Paper, Sheet, printed, squeezed, whole
from tests.browser.visit import PATIENCE, map_of

MARKING = "FOR TRAINING ONLY"
CANADA = "nation=CAN&asof=2016-10-26"
SELECTED = "asof=2017-06-30&deployment=efp-lva"
EIGHT = "asof=2022-06-28"
CONTROLS = (
    "All nations", "Reset all filters", "Copy link", "Export", "Show changes since", "Timeline", "Not drawn2",
    "Show all", "Curator's note", "Copy citation", "Skip to", "Leave the briefing", "Newest1",
    "+−",
)  # fmt: skip
"""What the page's controls say."""
on_both_papers = pytest.mark.parametrize("paper", ["A4", pytest.param("Letter", marks=pytest.mark.soak)])


def sound(pages: list[Sheet]) -> None:
    """Fail if a page is not landscape, is cut off, has overlapping words, or does not have its handling line twice."""
    for page in pages:
        assert page.width > page.height
        assert page.cut_off() == []
        assert page.overlapping() == []
        assert page.text.startswith(squeezed(MARKING)) or page.text.endswith(squeezed(MARKING))
        assert page.text.count(squeezed(MARKING)) == 2


def without_controls(pages: list[Sheet]) -> None:
    told = whole(pages)
    assert [control for control in CONTROLS if squeezed(control) in told] == []


def holds(pages: list[Sheet], texts: list[str]) -> None:
    told = whole(pages, MARKING) + "".join(page.text_by_rows for page in pages)
    assert [text for text in texts if squeezed(text) not in told] == []


def rows_of(query: str) -> list[str]:
    said = briefing(query)
    return [text for one in said.entries for text in (one.name, one.status, one.lead, one.strength)]


@on_both_papers
@pytest.mark.parametrize(
    "query",
    [CANADA, pytest.param(SELECTED, marks=pytest.mark.soak), pytest.param(EIGHT, marks=pytest.mark.soak)],
)
def test_the_page_prints_as_a_document(open_page: Callable[..., Page], query: str, paper: Paper) -> None:
    page = open_page(f"?{query}&marking={MARKING.replace(' ', '%20')}")
    pages = printed(page, paper)
    sound(pages)
    without_controls(pages)
    said = briefing(query)
    holds(pages[:1], [said.title])
    stated = [text for text in rows_of(query) if text != "not stated"]
    sources = [f"{note.publisher}" for note in said.footnotes]
    holds(pages, [*stated, *sources, f"Data version {said.version}"])
    shown = [item for item in said.evidence if query != SELECTED or item.deployment == "efp-lva"][:40]
    holds(pages, [text for item in shown for text in (item.quote, item.claim)])


@pytest.mark.soak  # the print dialog's document is one of its own
def test_after_printing_the_page_is_as_it_was(open_page: Callable[..., Page]) -> None:
    page = open_page(f"?{EIGHT}")
    shape = (
        "document.querySelector('.st-key-stage iframe').getBoundingClientRect().width"
        " + ' ' + document.querySelector('.ef-older').open"
    )
    before = page.evaluate(shape)
    pages = printed(page, "A4")
    assert squeezed("+−") not in pages[0].text
    assert page.evaluate(shape) == before
    classes = map_of(page).locator("#map_div").get_attribute("class")
    assert classes and "eastflank-brief" not in classes


@pytest.mark.soak  # the document from the print dialog states it
@on_both_papers
def test_the_map_is_laid_out_for_paper(open_page: Callable[..., Page], paper: Paper) -> None:
    """All marks, whatever the window's size: each with its card, or its number and its line in the key."""
    page = open_page(f"?{EIGHT}", 1024, 600)
    first = printed(page, paper)[0]
    for mark in briefing(EIGHT).scene.marks:
        assert squeezed(mark.heading) in first.text


@pytest.mark.soak  # the page is printed above
@on_both_papers
@pytest.mark.parametrize("query", [CANADA, EIGHT])
def test_the_briefing_prints_as_a_document(open_page: Callable[..., Page], query: str, paper: Paper) -> None:
    page = open_page(f"?{query}&brief=1&marking={MARKING.replace(' ', '%20')}")
    expect(page.locator(".ef-foot")).to_be_visible()
    pages = printed(page, paper)
    sound(pages)
    without_controls(pages)
    said = briefing(query)
    holds(pages[:1], [said.title])
    holds(pages, [text for text in rows_of(query) if text != "not stated"])
    holds(pages, [text for item in said.evidence for text in (item.quote, item.claim)])


@on_both_papers
@pytest.mark.soak  # in `make test` the same document is printed from the print dialog
@pytest.mark.parametrize("query", [CANADA, SELECTED, EIGHT])
def test_the_page_file_prints_as_a_document(
    browser: Browser, tmp_path: Path, query: str, paper: Paper
) -> None:
    """Also while the evidence of one deployment alone is shown."""
    file = tmp_path / "view.html"
    said = briefing(query, marking=MARKING)
    file.write_bytes(document.write(said))
    page = browser.new_page()
    page.goto(file.as_uri())
    page.wait_for_function("window.eastflankReady === true", timeout=PATIENCE)
    pages = printed(page, paper)
    page.close()
    whole_view(pages, query)


def whole_view(pages: list[Sheet], query: str) -> None:
    """Fail unless the pages hold all of the view, the beginning of its table on the first."""
    said = briefing(query, marking=MARKING)
    sound(pages)
    without_controls(pages)
    first = (said.title, said.counts, *said.totals, *(mark.heading for mark in said.scene.marks))
    holds(pages[:1], [*first, said.entries[0].name])
    holds(pages, rows_of(query))
    holds(pages, [text for item in said.evidence for text in (item.quote, item.claim)])
    holds(pages, [str(note) for note in said.footnotes])
    holds(pages, [said.credit, said.version])


@pytest.mark.soak
@pytest.mark.parametrize("where", ["page", "menu", "map", "brief"])
def test_asked_for_it_opens_the_whole_document_in_the_print_dialog(
    open_page: Callable[..., Page], browser: Browser, where: str
) -> None:
    """By Ctrl+P on the page, on the map and in a briefing, and by the button in the export menu."""
    brief = "&brief=1" if where == "brief" else ""
    page = open_page(f"?{CANADA}&marking={MARKING.replace(' ', '%20')}{brief}")
    if where == "menu":
        page.get_by_role("button", name="Export").click()
        page.get_by_role("button", name="Print").click()
    else:
        if where == "map":
            map_of(page).locator("#map_div").focus()
        page.keyboard.press("Control+p")
    frame = page.wait_for_selector("iframe.ef-paper[data-printed]", state="attached")
    assert frame
    assert frame.get_attribute("sandbox") == "allow-same-origin allow-modals"  # no script runs in it
    content = frame.get_attribute("srcdoc")
    assert content and "<script" not in content
    paper = browser.new_page()
    paper.set_content(content)
    paper.evaluate("document.fonts.ready")
    pages = printed(paper, "A4")
    paper.close()
    whole_view(pages, CANADA)
