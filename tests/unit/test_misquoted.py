"""A quote that its article does not have is shown as nobody's words: nothing looks quoted that is not."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from pptx import Presentation

from eastflank.commands.show import claim_lines
from eastflank.model import ClaimRow, Dataset
from eastflank.render.bundle.memo import memo_text
from eastflank.render.bundle.quotes_in_context import passages
from eastflank.render.slides import deck
from eastflank.report import evidence
from eastflank.report.contents import Briefing
from eastflank.ui.claim_html import ToSource, claims_html
from eastflank.words.chosen import claims
from eastflank.words.chosen import evidence as told
from eastflank.words.chosen import values as words
from tests.briefings import briefing, of_the_record
from tests.frozen import RECORD
from tests.product_text import of_memo, of_page, of_pdf

pytestmark = pytest.mark.usefixtures("coarse_pictures")

VIEW = "asof=2016-06-14"
CLAIM = of_the_record(VIEW).quotes[0].claim
ROW = RECORD.claims_by_id[CLAIM]
QUOTE = ROW.quote or ""


def _with_another_article() -> Dataset:
    """The record, with another letter in the words that the claim quotes."""
    file = RECORD.sources_by_id[ROW.source].file or ""
    article = RECORD.articles[file]
    assert QUOTE in article
    return replace(RECORD, articles={**RECORD.articles, file: article.replace(QUOTE, f"{QUOTE[:-1]}_")})


CHANGED = _with_another_article()


def _notes(made: Briefing) -> str:
    slides = Presentation(io.BytesIO(deck.write(made))).slides
    shapes = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
    return "\n".join([*shapes, str(slides[0].notes_slide.notes_text_frame.text)])


@pytest.mark.parametrize("written", [_notes, of_memo, of_pdf, of_page, memo_text])
def test_each_document_says_so_and_does_not_quote_it(written: Callable[[Briefing], str]) -> None:
    before, now = ("".join(written(briefing(VIEW, one)).split()) for one in (RECORD, CHANGED))
    said, quoted = "".join(claims.MISQUOTED.split()), "".join(words.quotation(QUOTE).split())
    assert said in now and said not in before
    assert quoted not in now


def test_the_claim_on_the_page_has_no_quotation_no_link_to_it_and_nothing_to_copy_as_one() -> None:
    before, now = (_shown(one.claims_by_id[CLAIM], one) for one in (RECORD, CHANGED))
    for part in ("<blockquote>", f">{told.IN_ITS_ARTICLE}<", told.COPY_QUOTE):
        assert part in before and part not in now
    assert told.NOT_IN_ITS_ARTICLE in now and told.NOT_IN_ITS_ARTICLE not in before
    assert f">{told.SOURCE}<" in now and told.COPY_CITATION in now


def _shown(row: ClaimRow, dataset: Dataset) -> str:
    return str(claims_html([row], dataset, ToSource(())))


def test_the_terminal_says_so_and_does_not_quote_it() -> None:
    (line,) = claim_lines([CHANGED.claims_by_id[CLAIM]], CHANGED)
    assert claims.MISQUOTED in line and words.quotation(QUOTE) not in line


def test_in_tables_the_words_are_no_quote_but_are_not_lost() -> None:
    made = briefing(VIEW, CHANGED)
    (item,) = (one for one in made.evidence if one.claim == CLAIM)
    assert (item.quote, item.marked, item.basis) == ("", (), "cited")
    assert item.citation == claims.not_in_its_article(QUOTE)
    assert CLAIM not in passages(made) and CLAIM in passages(of_the_record(VIEW))


def test_a_quote_whose_article_is_not_held_is_not_proven_wrong() -> None:
    file = RECORD.sources_by_id[ROW.source].file
    unheld = replace(RECORD, articles={one: text for one, text in RECORD.articles.items() if one != file})
    assert not evidence.told(unheld.claims_by_id[CLAIM], unheld).misquoted
