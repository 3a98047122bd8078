"""Each quote of the view with the sentences around it, from the article that is held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from eastflank.checks.quotes import is_misquoted
from eastflank.reading.passages import Passage, passage_of
from eastflank.render.sheets import TableSheet, sheet
from eastflank.report.columns import Field, fields
from eastflank.report.contents import Briefing
from eastflank.words.chosen import columns


def passages(briefing: Briefing) -> Mapping[str, Passage]:
    """The context of each claim's quote; a quote whose article is not held has no context.

    Without the quotes that their articles do not have.
    """
    sources = briefing.dataset.sources_by_id
    articles = briefing.dataset.articles
    found = {}
    for row in briefing.view.claims:
        if row.quote is not None and not is_misquoted(row, briefing.dataset):
            article = articles.get(sources[row.source].file or "", "")
            alone = Passage("", row.quote, "")
            found[row.id] = passage_of(row.quote, row.quote_prefix or "", article) or alone
    return found


class _Quote(NamedTuple):
    """A quote of the view with its context."""

    claim: str
    source: int
    passage: Passage


_QUOTE: tuple[Field[_Quote], ...] = fields(
    columns.QUOTE,
    ("claim", lambda one: one.claim, "string", 9),
    ("source", lambda one: one.source, "integer", 8),
    ("before", lambda one: _one_line(one.passage.before), "string", 60),
    ("quote", lambda one: one.passage.quote, "string", 60),
    ("after", lambda one: _one_line(one.passage.after), "string", 60),
)


def quotes_sheet(briefing: Briefing) -> TableSheet:
    """The quotes as a table."""
    numbers = {item.claim: item.footnote for item in briefing.evidence}
    rows = (_Quote(claim, numbers[claim], found) for claim, found in passages(briefing).items())
    return sheet("quotes", _QUOTE, rows)


def _one_line(text: str) -> str | None:
    """The text with each run of spaces and line ends as one space; None if there is no text."""
    return " ".join(text.split()) or None
