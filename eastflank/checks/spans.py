"""The law of spans: the characters marked for a field are in the article, and say what the field says."""

from __future__ import annotations

from collections.abc import Iterator

from eastflank.checks.rows import CLAIM_ID, TableRows
from eastflank.checks.versions import newest_version
from eastflank.model import ClaimRow, Dataset, Finding, SpanRow
from eastflank.model.reading_rows import spans
from eastflank.reading.quotes import numbers_in
from eastflank.words.chosen import findings_on_quotes as told

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
"""The columns whose value must be in the quote itself. Who said it, and when, may be elsewhere."""
_FIGURES = ("troops_low", "troops_high", "unit_count")
_OF_A_NATION = "contribution:"


def spans_lie_where_they_say(dataset: Dataset) -> Iterator[Finding]:
    """A span of a stated field is in the article (a value's in the quote), and states the figure.

    A value may be in the quote of another claim from the article, if the note names that claim. The other
    claim may quote another version of the article: of two claims, one may move to a corrected text first.
    """
    found = TableRows("claim_spans", dataset.claim_spans)
    for span in spans(dataset.claim_spans):
        for column, problem, remedy in _problems(span, dataset):
            yield found.finding(span.line, column, problem, remedy)


def _problems(span: SpanRow, dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    claims = dataset.claims_by_id
    claim = claims[span.claim]
    source = dataset.sources_by_id.get(claim.source)
    article = dataset.articles.get((source and source.file) or "")
    nation = span.field.removeprefix(_OF_A_NATION) if span.field.startswith(_OF_A_NATION) else ""
    if article is None or claim.quote is None:
        yield "claim", *told.no_characters(claim.id)
        return
    if nation:
        sent = next((one for one in claim.contributions if one.nation == nation), None)
        if sent is None:
            yield "field", *told.no_contribution(claim.id, nation)
            return
        figures = {bound for bound in (sent.low, sent.high) if bound is not None}
    else:
        value = _value(claim, span.field)
        if not value and value != 0:
            yield "field", *told.nothing_in(claim.id, span.field)
            return
        figures = {value} if span.field in _FIGURES and isinstance(value, int) else set()
    if not span.start < span.end <= len(article):
        yield "end", *told.no_piece(span.start, span.end, len(article))
        return
    words = article[span.start : span.end]
    named = [claims.get(name) for name in CLAIM_ID.findall(claim.note or "")]
    quoting = [claim, *(one for one in named if one and one.source == claim.source)]
    moved = [one for one in named if one and _is_another_version(one.source, claim.source, dataset)]
    if (nation or span.field in _IN_THE_QUOTE) and not (
        any(_holds(one, span, article) for one in quoting) or any(words in (one.quote or "") for one in moved)
    ):
        yield "start", *told.span_not_in_quote(words, claim.id)
    counted = numbers_in(words)
    accounted = figures & (counted | numbers_in(claim.note or ""))
    if figures and not accounted and (counted or span.field in _FIGURES):
        yield "start", *told.does_not_state(words, figures)


def _is_another_version(source: str, other: str, dataset: Dataset) -> bool:
    """Whether two sources hold different versions of one text."""
    if source == other or not dataset.corrected_by:
        return False
    return newest_version(source, dataset) == newest_version(other, dataset)


def _value(claim: ClaimRow, field: str) -> object:
    """What a claim has in a column; None if there is no such column."""
    return getattr(claim, _NAMES.get(field, field), None)


_NAMES = {"troops_low": "low", "troops_high": "high", "contributors_complete": "complete"}
"""The columns that have another name in a claim."""


def _holds(claim: ClaimRow, span: SpanRow, article: str) -> bool:
    """Whether a span lies in the quote of a claim."""
    prefix, quote = claim.quote_prefix or "", claim.quote or ""
    begins = article.find(prefix + quote) + len(prefix)
    return begins <= span.start and span.end <= begins + len(quote)
