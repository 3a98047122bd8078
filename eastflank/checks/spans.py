"""The law of spans: the characters that gave a field lie in the article, and say what the field says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eastflank.checks.rows import CLAIM_ID, Rows
from eastflank.model import Cell, Dataset, Finding, Row, each_row, stated
from eastflank.reading.quotes import numbers_in

_IN_THE_QUOTE = frozenset(
    {
        "status",
        "lead",
        "host",
        "meant_for",
        "place",
        "troops_low",
        "troops_high",
        "hedge",
        "counts",
        "unit_count",
    }
)
"""The columns whose value the quote itself carries. Who said it, and when, may stand elsewhere."""
_FIGURES = ("troops_low", "troops_high", "unit_count")
_OF_A_NATION = "contribution:"


def spans_lie_where_they_say(dataset: Dataset) -> Iterator[Finding]:
    """A span of a stated field lies in the article, for a value in the quote, and states the figure.

    A value may stand in the quote of another claim from the article, if the note names that claim.
    """
    if dataset.claim_spans.empty:
        return
    spans = Rows("claim_spans", dataset.claim_spans)
    files = dict(zip(dataset.sources["id"], dataset.sources["file"], strict=True))
    claims = {row.id: row for row in each_row(dataset.claims)}
    sent = {(row.claim, row.nation): row for row in each_row(dataset.contributions)}
    for span in each_row(dataset.claim_spans):
        claim = claims[span.claim]
        article = dataset.articles.get(stated(files.get(stated(claim.source))) or "")
        for column, problem, remedy in _problems(span, claim, claims, sent, article):
            yield spans.finding(int(span.Index), column, problem, remedy)


def _problems(
    span: Row, claim: Row, claims: Mapping[str, Row], sent: Mapping[tuple[str, str], Row], article: str | None
) -> Iterator[tuple[str, str, str]]:
    nation = span.field.removeprefix(_OF_A_NATION) if span.field.startswith(_OF_A_NATION) else ""
    if article is None or stated(claim.quote) is None:
        yield "claim", f"{claim.id} quotes no held article, so it has no characters.", "Remove the row."
        return
    if nation:
        row = sent.get((claim.id, nation))
        if row is None:
            yield "field", f"{claim.id} has no contribution of {nation}.", "Correct it, or remove the row."
            return
        figures = {stated(row.troops_low), stated(row.troops_high)} - {None}
    elif not hasattr(claim, span.field) or stated(getattr(claim, span.field)) is None:
        yield "field", f"{claim.id} has nothing in {span.field}.", "Correct it, or remove the row."
        return
    else:
        figures = {stated(getattr(claim, span.field))} if span.field in _FIGURES else set()
    if not span.start < span.end <= len(article):
        yield (
            "end",
            f"{span.start} to {span.end} is no piece of an article of {len(article):,} characters.",
            "Correct it.",
        )
        return
    words = article[span.start : span.end]
    named = (claims.get(name) for name in CLAIM_ID.findall(_text(claim.note)))
    quoting = [claim, *(one for one in named if one and one.source == claim.source)]
    if (nation or span.field in _IN_THE_QUOTE) and not any(_holds(one, span, article) for one in quoting):
        yield (
            "start",
            f"“{words}” is not in the quote of {claim.id}.",
            "Mark the characters in the quote that carry it.",
        )
    counted = numbers_in(words)
    accounted = figures & (counted | numbers_in(_text(claim.note)))
    if figures and not accounted and (counted or span.field in _FIGURES):
        yield "start", f"“{words}” does not state {_listed(figures)}.", "Mark the characters that do."


def _holds(claim: Row, span: Row, article: str) -> bool:
    """Whether a span lies in the quote of a claim."""
    prefix, quote = _text(claim.quote_prefix), _text(claim.quote)
    begins = article.find(prefix + quote) + len(prefix)
    return bool(begins <= span.start and span.end <= begins + len(quote))


def _text(cell: Cell) -> str:
    return stated(cell) or ""


def _listed(figures: set[int]) -> str:
    return " or ".join(f"{figure:,}" for figure in sorted(figures))
