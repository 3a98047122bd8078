"""In each table a row names at most five sources, those that give what it shows, and counts the others."""

import io
import re
from dataclasses import replace
from typing import Any

import docx
import pytest
from lxml import html
from pptx import Presentation

from eastflank.render import memo_document
from eastflank.render.bundle.memo import memo_text
from eastflank.render.page import document
from eastflank.render.picture import pdf
from eastflank.render.slides import deck
from eastflank.report.contents import Briefing
from eastflank.report.source_numbers import MOST, cited, numbers_of, others_of
from tests import pdf_text
from tests.briefings import of_the_record

pytestmark = pytest.mark.usefixtures("coarse_pictures")

VIEW = "host=LVA&asof=2022-06-28"


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("query", ["", VIEW, "asof=2017-08-28"])
def test_none_is_lost(query: str) -> None:
    for entry in of_the_record(query).entries:
        named = numbers_of(entry)
        assert len(named) <= MOST
        assert set(named) <= set(entry.footnotes)
        assert len(named) + others_of(entry) == len(entry.footnotes)
        assert cited(entry).count("[") == len(named)
        assert cited(entry).endswith(f" and {others_of(entry)} more") == (others_of(entry) > 0)


def many() -> Briefing:
    """A view with a row that rests on more sources than a row names, the third to the ninth carrying it."""
    made = of_the_record(VIEW)
    numbers = tuple(note.number for note in made.footnotes)
    assert len(numbers) > 9
    first = replace(made.entries[0], footnotes=numbers, carrying=numbers[2:9])
    return replace(made, entries=(first, *made.entries[1:]))


def test_slides() -> None:
    made = many()
    slides = Presentation(io.BytesIO(deck.write(made))).slides
    tables: list[Any] = [shape.table for one in slides for shape in one.shapes if shape.name == "deployments"]
    cells = [row.cells[6].text for table in tables for row in list(table.rows)[1:]]
    assert cells == [cited(entry) for entry in made.entries]


def test_memo() -> None:
    made = many()
    (table,) = docx.Document(io.BytesIO(memo_document.write(made))).tables
    assert [row.cells[5].text for row in table.rows][1:] == [cited(entry) for entry in made.entries]


def test_pdf() -> None:
    made = many()
    told = "".join(pdf_text.pages(pdf.write(made, None)))
    assert squeezed(cited(made.entries[0], "{}")) in squeezed(told)


def test_markdown() -> None:
    made = many()
    (row,) = [line for line in memo_text(made).splitlines() if line.startswith(f"| {made.entries[0].name} ")]
    assert row.endswith(f"| {cited(made.entries[0], '{}')} |")


def test_web_page() -> None:
    made = many()
    rows = html.fromstring(document.on_paper(made)).xpath("//tr[@data-deployment]")
    for row, entry in zip(rows, made.entries, strict=True):
        cell = row.xpath("./td")[-1]
        assert tuple(int(link.text) for link in cell.xpath("./a")) == numbers_of(entry)
        more = re.search(r"and (\d+) more$", cell.text_content().strip())
        assert (int(more[1]) if more else 0) == others_of(entry)
