"""A corrected text of a source: claims whose exact words are in it move to it; the others are orphaned.

The corrected text is a source of its own; its column `replaces` names the source before it. So the old text
is never touched, a claim always quotes the text that its source holds, and `changes.csv` lists the claims
that were moved, like any other change. See `checks.versions` for the law that lists the claims left behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from eastflank.checks.versions import newest_version
from eastflank.curation.form import Form, form_of, next_id, superseding
from eastflank.curation.source import NewSource
from eastflank.curation.source import edits_of as source_edits
from eastflank.intake.quotation import Unquotable, place, quotation_of
from eastflank.intake.versions.difference import ParagraphChange, TextSpan, changes_between
from eastflank.intake.versions.moving import moved, nearest, paragraph_of
from eastflank.model import ClaimRow, Dataset, SpanRow
from eastflank.model.reading_rows import spans
from eastflank.store.edits import Edit, Insert, Remove, Replace
from eastflank.words.chosen import incoming as words

_IN_THE_TEXT = ("speaker", "timing_words")
"""Columns whose words must be somewhere in the text, even if not in the quote."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A claim whose words are in the corrected text too."""

    claim: str
    quote: TextSpan
    prefix: str
    marks: tuple[tuple[SpanRow, TextSpan], ...]
    """The characters from which its fields were read, before and after."""
    changed_around: bool
    """Whether the paragraph around its quote changed: a person should read it."""


@dataclass(frozen=True, slots=True)
class Orphan:
    """A claim whose words the corrected text does not have."""

    claim: str
    source: str
    """The source whose text has them."""
    newest: str
    """The source that holds the corrected text; empty if it is not saved yet."""
    why: str
    passage: str
    """The paragraph of the old text with the quote."""
    nearest: str
    """The paragraph of the corrected text that has most words of the quote; empty if none does."""
    nearest_at: TextSpan | None = None
    quoted: TextSpan | None = None
    """The quote in the passage."""


@dataclass(frozen=True, slots=True)
class SourceCorrection:
    """What a corrected text does to the claims of its source."""

    source: str
    changes: tuple[ParagraphChange, ...]
    """What differs between the two texts."""
    moved: tuple[Moved, ...]
    orphans: tuple[Orphan, ...]


def correction(source: str, text: str, dataset: Dataset) -> SourceCorrection:
    """What happens to a source's claims if this is its corrected text. Retracted claims do not move."""
    row = dataset.sources_by_id[source]
    old = dataset.articles[row.file or ""]
    changes = changes_between(old, text)
    marks: dict[str, list[SpanRow]] = {}
    for span in spans(dataset.claim_spans):
        marks.setdefault(span.claim, []).append(span)
    found: list[Moved] = []
    orphans: list[Orphan] = []
    for claim in dataset.claim_rows:
        if claim.source != source or not claim.quote or claim.review == "retracted":
            continue
        done = _moved(claim, marks.get(claim.id, ()), old, text, changes)
        if isinstance(done, Moved):
            found.append(done)
        else:
            orphans.append(_orphan(claim, old, text, "", done))
    return SourceCorrection(source, changes, tuple(found), tuple(orphans))


def edits_of(found: SourceCorrection, new: NewSource, dataset: Dataset) -> tuple[Edit, ...]:
    """The edits that save a corrected text: its source, and the claims that move to it."""
    coming: list[Edit] = list(source_edits(new))
    marks = [(one, now) for each in found.moved for one, now in each.marks]
    other = [(one, now) for one, now in marks if (one.start, one.end) != (now.start, now.stop)]
    for one in found.moved:
        claim = dataset.claims_by_id[one.claim]
        cells = {"source": new.id, "quote_prefix": one.prefix}
        if one.prefix == (claim.quote_prefix or ""):
            del cells["quote_prefix"]
        coming.append(Replace("claims", (one.claim,), cells))
    coming += [Remove("claim_spans", (mark.claim, mark.field, str(mark.start))) for mark, _ in other]
    coming += [
        Insert(
            "claim_spans",
            {"claim": mark.claim, "field": mark.field, "start": str(now.start), "end": str(now.stop)},
        )
        for mark, now in other
    ]
    return tuple(coming)


def orphans(dataset: Dataset) -> tuple[Orphan, ...]:
    """The claims that count but quote a text that was corrected later, in the order of the table."""
    return dataset.once(_all_orphans) if dataset.corrected_by else ()


def _all_orphans(dataset: Dataset) -> tuple[Orphan, ...]:
    return tuple(_orphans(dataset))


def requoting(dataset: Dataset, orphan: Orphan) -> tuple[Form, Form]:
    """The form of an orphaned claim as it is, and the form with which a person gives it a new quote."""
    before = form_of(dataset, orphan.claim)
    return before, _without_quote(before, orphan)


def superseding_with(dataset: Dataset, orphan: Orphan) -> Form:
    """The form of a new claim of the corrected text that takes the place of an orphaned one."""
    form = superseding(dataset, orphan.claim)
    return replace(_without_quote(form, orphan), id=next_id(dataset, orphan.newest))


def _without_quote(form: Form, orphan: Orphan) -> Form:
    """The form on the corrected text, without quote and marks: these belong to the old text."""
    cells = {**form.cells, "source": orphan.newest, "quote": "", "quote_prefix": ""}
    return replace(form, cells=cells, marks=())


def _orphans(dataset: Dataset) -> Iterator[Orphan]:
    for claim in dataset.claim_rows:
        newest = newest_version(claim.source, dataset)
        if newest == claim.source or not claim.quote or claim.review == "retracted":
            continue
        old, text = (
            dataset.articles.get(dataset.sources_by_id[one].file or "", "") for one in (claim.source, newest)
        )
        why = words.NOT_MOVED if claim.quote in text else words.QUOTE_GONE
        yield _orphan(claim, old, text, newest, why)


def _orphan(claim: ClaimRow, old: str, text: str, newest: str, why: str) -> Orphan:
    quote = claim.quote or ""
    at = place(old, quote, claim.quote_prefix or "")
    start, stop = paragraph_of(old, at[0]) if at else (0, 0)
    passage = old[start:stop] if at else quote
    quoted = TextSpan(at[0] - start, min(at[1], stop) - start) if at else TextSpan(0, len(quote))
    best = nearest(quote, text)
    near = text[slice(*best)] if best else ""
    return Orphan(claim.id, claim.source, newest, why, passage, near, best, quoted)


def _moved(
    claim: ClaimRow, marks: Sequence[SpanRow], old: str, text: str, changes: Sequence[ParagraphChange]
) -> Moved | str:
    """The claim with its position in the other text, or why its words are not there."""
    at = place(old, claim.quote or "", claim.quote_prefix or "")
    if at is None:
        return words.QUOTE_GONE
    before = TextSpan(*at)
    now = moved(old, text, before, changes)
    if now is None:
        return words.QUOTE_TWICE if (claim.quote or "") in text else words.QUOTE_GONE
    try:
        found = quotation_of(text, now.start, now.stop)
    except Unquotable:
        return words.QUOTE_TWICE
    stay = []
    for mark in marks:
        if before.start <= mark.start and mark.end <= before.stop:
            shift = now.start - before.start
            stay.append((mark, TextSpan(mark.start + shift, mark.end + shift)))
        elif other := moved(old, text, TextSpan(mark.start, mark.end), changes):
            stay.append((mark, other))
        else:
            return words.field_gone(mark.field, old[mark.start : mark.end])
    for column in _IN_THE_TEXT:
        said = getattr(claim, column)
        if said and said not in text:
            return words.field_gone(column, said)
    around = old[slice(*paragraph_of(old, before.start))] != text[slice(*paragraph_of(text, now.start))]
    return Moved(claim.id, now, found.prefix, tuple(stay), around)
