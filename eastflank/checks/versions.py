"""Laws of corrected texts: which text of a source is current, and which quotes are still from an old one."""

from __future__ import annotations

from collections.abc import Iterator

from eastflank.checks.rows import TableRows
from eastflank.model import Dataset, Finding
from eastflank.words.chosen import findings_on_quotes as told


def a_text_is_corrected_by_one_other(dataset: Dataset) -> Iterator[Finding]:
    """A corrected text replaces another source's held text, which no other source replaces."""
    sources = TableRows("sources", dataset.sources)
    taken: dict[str, str] = {}
    for line, row in zip(sources.frame.index, dataset.sources_by_id.values(), strict=False):
        if not row.replaces:
            continue
        before = dataset.sources_by_id.get(row.replaces)
        if row.replaces in taken:
            yield sources.finding(line, "replaces", *told.replaced_already(taken[row.replaces], row.replaces))
        elif before is None or not before.file or not row.file:
            yield sources.finding(line, "replaces", *told.BOTH_HELD)
        elif row.id in _before(row.replaces, dataset):
            yield sources.finding(line, "replaces", *told.REPLACES_ITSELF)
        taken.setdefault(row.replaces, row.id)


def no_quote_is_left_with_a_corrected_text(dataset: Dataset) -> Iterator[Finding]:
    """A claim that counts quotes the newest version of its source's text, not an earlier one."""
    if not dataset.corrected_by:
        return
    claims = TableRows("claims", dataset.claims)
    for row in dataset.claim_rows:
        newest = newest_version(row.source, dataset)
        if newest == row.source or row.review == "retracted" or not row.quote:
            continue
        text = dataset.articles.get(dataset.sources_by_id[newest].file or "", "")
        gone = row.quote not in text
        yield claims.finding(row.line, "source", *told.orphaned(row.source, newest, gone=gone))


def newest_version(source: str, dataset: Dataset) -> str:
    """The source that holds the newest version of a source's text: itself if it was not corrected."""
    found, seen = source, {source}
    while (following := dataset.corrected_by.get(found)) and following not in seen:
        seen.add(following)
        found = following
    return found


def _before(source: str, dataset: Dataset) -> frozenset[str]:
    """A source and all sources that it replaces, directly or through others."""
    found: list[str] = []
    while source and source not in found:
        found.append(source)
        row = dataset.sources_by_id.get(source)
        source = (row.replaces if row else None) or ""
    return frozenset(found)
