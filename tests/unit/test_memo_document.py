"""The memo in Word says what the view says, on pages that work with screen readers and have the handling line."""

import functools
import io
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from eastflank.render import memo_document
from eastflank.render.carrying import shown
from eastflank.report.source_numbers import numbers_of
from eastflank.words.chosen import lists
from tests.briefings import HOSTILE, briefing, of_the_record

pytestmark = pytest.mark.usefixtures("coarse_pictures")

QUERIES = [
    "host=LVA&marking=RESTRICTED",
    "nation=CAN&asof=2016-06-14",
    "nation=CAN&status=withdrawn&asof=2016-06-14",
]


@functools.cache
def written(query: str) -> Any:
    return docx.Document(io.BytesIO(memo_document.write(of_the_record(query))))


@pytest.mark.parametrize("query", QUERIES)
def test_it_says_what_the_view_says(query: str) -> None:
    made, told = of_the_record(query), [one.text for one in written(query).paragraphs]
    text = "\n".join(told)
    for line in (made.title, made.asof, made.filters, made.credit, made.version, made.link):
        assert line in text
    assert [line for line in made.totals if line not in told] == []
    assert [lists.quotation(one.quote) for one in made.quotes if lists.quotation(one.quote) not in told] == []
    for note in shown(made):
        assert f"[{note.number}] {note} {note.url}".rstrip() in told
    assert ("further source" in text) == (len(shown(made)) < len(made.footnotes))


@pytest.mark.parametrize("query", QUERIES[:2])
def test_its_table_has_a_row_for_each_deployment_under_a_repeated_heading(query: str) -> None:
    (table,) = written(query).tables
    entries = of_the_record(query).entries
    assert [row.cells[0].text for row in table.rows][1:] == [one.name for one in entries]
    assert [row.cells[4].text for row in table.rows][1:] == [one.strength for one in entries]
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in list(table.rows)[1:])
    assert table._tbl.xpath("./w:tblPr/w:tblDescription/@w:val")
    assert all(len(numbers_of(one)) <= 5 for one in entries)


def test_of_very_many_deployments_it_lists_the_first_and_says_how_many_more_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = of_the_record(QUERIES[0])
    monkeypatch.setattr(memo_document, "MOST", 2)
    document = docx.Document(io.BytesIO(memo_document.write(made)))
    assert [row.cells[0].text for row in document.tables[0].rows][1:] == [
        one.name for one in made.entries[:2]
    ]
    more = f"{len(made.entries) - 2} more deployments are not listed here."
    assert any(one.text.startswith(more) for one in document.paragraphs)


@pytest.mark.parametrize("query", QUERIES)
def test_its_picture_is_described_and_its_language_is_set(query: str) -> None:
    document = written(query)
    (picture,) = document.inline_shapes
    assert of_the_record(query).title in picture._inline.docPr.get("descr")
    languages = document.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    assert [one.get(qn("w:val")) for one in languages] == ["en-GB"]
    assert document.core_properties.language == "en-GB"
    assert document.core_properties.title == of_the_record(query).title


def test_its_picture_is_within_the_margins_and_a_long_title_is_smaller() -> None:
    made = written(QUERIES[0])
    (inline,) = made.element.xpath("//wp:inline")
    assert [inline.get(side) for side in ("distT", "distB", "distL", "distR")] == ["0"] * 4
    document = docx.Document()
    for text, size in (("Short", None), ("long " * 30, 16)):
        memo_document._title(document, text)
        found = document.paragraphs[-1].runs[0].font.size
        assert (found and found.pt) == size


def test_the_handling_line_heads_and_foots_every_page_and_is_in_the_files_own_words() -> None:
    document = written(QUERIES[0])
    for section in document.sections:
        assert section.header.paragraphs[0].text == section.footer.paragraphs[-1].text == "RESTRICTED"
    assert document.core_properties.category == document.core_properties.keywords == "RESTRICTED"
    assert not any(one.text for one in written(QUERIES[1]).sections[0].header.paragraphs)


def test_what_is_hostile_stays_text() -> None:
    made = briefing("host=LVA", marking=HOSTILE)
    document: Any = docx.Document(io.BytesIO(memo_document.write(made)))
    assert document.sections[0].header.paragraphs[0].text == HOSTILE.replace("\x07", "\ufffd")
