"""Where the claims without a quote are in their sources, as documents list them: a table's row, a page."""

from __future__ import annotations

from eastflank.report.contents import Briefing
from eastflank.words.chosen import documents, long_lists

MOST = 500
"""The most claims that a document lists; it says how many more there are."""


def lines(briefing: Briefing) -> tuple[str, ...]:
    """A line for each claim that is cited, not quoted, and carries what is shown."""
    found = [item for item in briefing.evidence if item.basis == "cited" and not item.quote and item.carries]
    told = [
        documents.cited(
            item.about, item.citation, documents.said(item.said, item.grade, item.claim, item.footnote)
        )
        for item in found[:MOST]
    ]
    more = len(found) - MOST
    return (*told, long_lists.claims_not_in_this_file(more)) if more > 0 else tuple(told)
