"""The PDF: the picture as vectors and selectable text, then everything that it rests on."""

import functools
import io

import pytest
from pypdf import PdfReader

from eastflank.render.picture import pdf
from eastflank.words.chosen import documents
from tests import pdf_text
from tests.briefings import HOSTILE, briefing, of_the_record
from tests.representatives import named, some

VIEWS = ["", "nation=CAN&asof=2016-06-14", "asof=2016-10-26", "asof=2022-06-28", "asof=2010-01-01"]
PAPER, SCREEN = pdf.SIZES
EACH_ONCE = named(
    [(query, size) for query in (*VIEWS, "nation=USA") for size in pdf.SIZES],
    [(VIEWS[1], SCREEN), (VIEWS[3], PAPER)],
)
"""Of the views and sizes, in each test run two that a busy day and a quiet one are drawn in."""


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


@functools.cache
def made(query: str = "", size: pdf.Size = PAPER) -> bytes:
    """The PDF of a view of the record, made once."""
    return pdf.write(of_the_record(query), size)


def file(query: str = "", size: pdf.Size = PAPER) -> PdfReader:
    return read(made(query, size))


@functools.cache
def told_on(query: str, size: pdf.Size = PAPER) -> tuple[str, ...]:
    """The text of each page, without spaces."""
    return tuple(squeezed(page) for page in pdf_text.pages(made(query, size)))


def squeezed(text: str) -> str:
    """Without spaces, since a line may end anywhere between words."""
    return "".join(text.split())


@pytest.mark.parametrize(("query", "size"), EACH_ONCE, ids=lambda one: getattr(one, "name", one))
def test_its_text_names_the_same_deployments_figures_and_sources(query: str, size: pdf.Size) -> None:
    asked = of_the_record(query)
    pages = told_on(query, size)
    first, told = pages[0], "".join(pages)
    for mark in asked.scene.marks:
        for words in (mark.heading, *mark.lines):
            assert squeezed(words)[:30] in first  # a card ends a very long line in an ellipsis
    for words in (asked.title, asked.counts, asked.filters, asked.credit, asked.version):
        assert squeezed(words) in first
    for entry in asked.entries:
        for words in (entry.name, entry.status, entry.strength, entry.lead):
            assert squeezed(words) in told
    for item in asked.evidence:
        # A quote that gives no value shown is no evidence for this view.
        assert (squeezed(item.quote) in told) == bool(item.carries) or not item.quote
    for footnote in asked.footnotes:
        assert squeezed(f"{footnote.number}{footnote}") in told
    for one in asked.differences:
        for words in (one.name, one.subject, one.spread, one.rule):
            assert squeezed(words) in told


@pytest.mark.parametrize(("query", "size"), EACH_ONCE, ids=lambda one: getattr(one, "name", one))
def test_its_first_page_is_the_map_and_the_totals_and_the_table_begins_there_or_on_the_next(
    query: str, size: pdf.Size
) -> None:
    asked = of_the_record(query)
    first, *rest = told_on(query, size)
    for words in (asked.title, *asked.totals, *(mark.heading for mark in asked.scene.marks)):
        assert squeezed(words) in first
    for entry in asked.entries[:1]:
        row = squeezed(f"{entry.name}{entry.status}{entry.strength}{entry.lead}")
        heading = squeezed(documents.DEPLOYMENTS.upper())
        assert row in first or (row in rest[0] and rest[0].upper().startswith(heading))


def test_a_row_stands_on_one_page() -> None:
    asked = of_the_record("asof=2016-10-26")
    (brigade,) = (one for one in asked.entries if one.id == "tfp-brigade")
    assert brigade.strength == "one contingent: Bulgaria planned: 400; whole not stated"
    pages = told_on("asof=2016-10-26")
    assert [page for page in pages if squeezed(brigade.strength) in page]


def test_what_changed_is_told_in_sentences() -> None:
    asked = of_the_record("asof=2017-08-28&since=2016-07-09")
    told = "".join(told_on("asof=2017-08-28&since=2016-07-09"))
    assert asked.changes
    assert [change.sentence for change in asked.changes if squeezed(change.sentence) not in told] == []


def test_each_claim_is_named_beside_its_source() -> None:
    asked = of_the_record("nation=CAN&asof=2016-06-14")
    told = "".join(told_on("nation=CAN&asof=2016-06-14", SCREEN))
    assert [item.claim for item in asked.evidence if item.claim not in told] == []


def test_letters_of_the_flank_can_be_selected() -> None:
    first = pdf_text.pages(made())[0]
    assert "Ādaži" in first
    assert "Lešť" in first


@pytest.mark.parametrize(
    ("query", "size", "width", "height"),
    [("asof=2022-06-28", PAPER, 297, 210), ("nation=CAN&asof=2016-06-14", SCREEN, 338.7, 190.5)],
)
def test_each_page_has_the_size_of_its_paper(query: str, size: pdf.Size, width: float, height: float) -> None:
    pages = file(query, size).pages
    assert len(pages) >= 2
    for page in pages:
        box = [float(value) / 72 * 25.4 for value in page.mediabox]
        assert box == pytest.approx([0, 0, width, height], abs=0.2)


def test_the_picture_is_made_of_lines_and_text_and_holds_no_image() -> None:
    for page in file("asof=2022-06-28").pages:
        assert list(page.images) == []


def test_only_the_shipped_typeface_is_in_it() -> None:
    names = {
        str(font.get_object()["/BaseFont"])
        for page in file("asof=2022-06-28").pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert names
    assert {name.partition("+")[2].partition("-")[0] for name in names} == {"SourceSans3"}


@pytest.mark.parametrize("size", some(pdf.SIZES), ids=lambda size: size.name)
def test_two_exports_are_the_same_bytes(size: pdf.Size) -> None:
    first, second = (pdf.write(briefing("asof=2016-06-14"), size) for _ in range(2))
    assert first == second


def test_it_bears_no_date_of_its_making() -> None:
    told = file("asof=2016-06-14").metadata
    assert told is not None
    assert told.title == of_the_record("asof=2016-06-14").title
    assert {"/CreationDate", "/ModDate"} & set(told) == set()


def test_addresses_can_be_followed_and_nothing_else_can() -> None:
    asked = briefing("nation=CAN&asof=2016-06-14", base_url="https://flank.example/map")
    links = {
        str(note.get_object()["/A"]["/URI"])
        for page in read(pdf.write(asked, None)).pages
        for note in page.get("/Annots", [])
    }
    assert links == {asked.link, *(footnote.url for footnote in asked.footnotes)}
    assert all(link.startswith("https://") for link in links)


def test_a_marking_is_on_every_page_as_typed() -> None:
    content = pdf.write(briefing("asof=2016-06-14", marking="FOR EXERCISE ONLY"), None)
    assert all("FOR EXERCISE ONLY" in page for page in pdf_text.pages(content))


def test_hostile_words_are_set_as_words() -> None:
    """Neither SVG's marks nor Typst's: `#`, `*`, `_`, `$` and `@` in a marking are letters."""
    marking = f"{HOSTILE} #panic() *x* _y_ $z$ @w <label> \\ / // /* `"
    told = squeezed(pdf_text.pages(pdf.write(briefing("asof=2016-06-14", marking=marking), None))[1])
    assert squeezed("#panic() *x* _y_ $z$ @w <label>") in told
    assert "<imgsrc=xonerror=window.pwn=1>" in told
