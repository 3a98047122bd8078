"""Each document names where the claims that are only cited are in their sources: a page, a row of a table."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from pptx import Presentation

from eastflank.render import cited
from eastflank.render.bundle.memo import memo_text
from eastflank.render.slides import deck
from eastflank.report.contents import Briefing
from eastflank.words.chosen import claims, documents, long_lists
from tests.briefings import of_the_record
from tests.product_text import of_memo, of_page, of_pdf

pytestmark = pytest.mark.usefixtures("coarse_pictures")

VIEW = "asof=2025-06-28"
ROW = "flank tracker.xlsx, sheet Deployments, row {}"


def _notes(made: Briefing) -> str:
    return str(Presentation(io.BytesIO(deck.write(made))).slides[0].notes_slide.notes_text_frame.text)


def imported() -> Briefing:
    """A view whose cited claims are rows of a table."""
    made = of_the_record(VIEW)
    rows = (
        replace(item, citation=ROW.format(line)) if item.basis == "cited" and not item.quote else item
        for line, item in enumerate(made.evidence, 1)
    )
    return replace(made, evidence=tuple(rows))


@pytest.mark.parametrize("written", [_notes, of_memo, of_pdf, of_page, memo_text])
def test_each_document_names_the_row_of_each_figure(written: Callable[[Briefing], str]) -> None:
    made = imported()
    told = "".join(written(made).split())
    carrying = [item for item in made.evidence if item.basis == "cited" and not item.quote and item.carries]
    assert len(carrying) > 3
    for item in carrying:
        assert "".join(item.citation.split()) in told
        assert item.claim in told


def test_no_citation_looks_quoted() -> None:
    made = imported()
    lines = cited.lines(made)
    assert lines and not any(item.quote and item.quote in line for item in made.evidence for line in lines)
    notes = _notes(made)
    assert notes.index(documents.CITED) < notes.index(lines[0])


def test_a_long_list_says_how_many_more_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    made = imported()
    whole = cited.lines(made)
    monkeypatch.setattr(cited, "MOST", 2)
    assert cited.lines(made) == (*whole[:2], long_lists.claims_not_in_this_file(len(whole) - 2))


@pytest.mark.parametrize("written", [_notes, of_memo, of_pdf, of_page, memo_text])
def test_each_document_says_which_quote_a_later_text_no_longer_has(
    written: Callable[[Briefing], str],
) -> None:
    made = of_the_record("asof=2016-06-14")
    assert made.quotes
    gone = made.quotes[0].claim
    evidence, quotes = (
        tuple(replace(item, dropped=item.claim == gone) for item in items)
        for items in (made.evidence, made.quotes)
    )
    told, told_before = (
        "".join(written(one).split()) for one in (replace(made, evidence=evidence, quotes=quotes), made)
    )
    said = "".join(claims.DROPPED.split())
    assert said in told and said not in told_before
