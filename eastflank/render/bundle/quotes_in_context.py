"""Each quote of the view with the sentences around it, from the article that is held."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.reading.passages import Passage, passage_of
from eastflank.render.sheets import Column, Sheet
from eastflank.report.contents import Briefing


def passages(briefing: Briefing) -> Mapping[str, Passage]:
    """By claim, where its quote stands; a quote whose article is not held stands alone."""
    sources = briefing.dataset.sources_by_id
    articles = briefing.dataset.articles
    found = {}
    for row in briefing.view.claims:
        if row.quote is not None:
            article = articles.get(sources[row.source].file or "", "")
            alone = Passage("", row.quote, "")
            found[row.id] = passage_of(row.quote, row.quote_prefix or "", article) or alone
    return found


def quotes_in_context(briefing: Briefing) -> Sheet:
    """The quotes as a table."""
    numbers = {item.claim: item.footnote for item in briefing.evidence}
    return Sheet(
        "quotes",
        "Quotes in context",
        (
            Column("Claim", "string", "The claim that stands on it.", 9),
            Column("Source", "integer", "The number of its source.", 8),
            Column("Before", "string", "The text before it, from the sentence before on.", 60),
            Column("Quote", "string", "The source's own words, letter by letter.", 60),
            Column("After", "string", "The text after it, to the end of the next sentence.", 60),
        ),
        tuple(
            (claim, numbers[claim], _one_line(found.before), found.quote, _one_line(found.after))
            for claim, found in passages(briefing).items()
        ),
    )


def _one_line(text: str) -> str | None:
    """The text with each run of spaces and ends of lines as one space; None when there is none."""
    return " ".join(text.split()) or None
