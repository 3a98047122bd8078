"""Claims as a footnote cites them: who, in which source, when, and which claim of the table."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.model import ClaimRow, Dataset, SourceRow
from eastflank.view.names import names_by_code
from eastflank.words.chosen import incoming, terms
from eastflank.words.chosen import values as words


def cited_sources(dataset: Dataset) -> Mapping[str, str]:
    """By id, each source as a citation names it: “NATO, “Warsaw Summit Communiqué”, 9 July 2016”."""
    names = names_by_code(dataset)
    found = {
        row.id: f"{names[row.id]}, {_title(row.title)}, {published(row, dataset)}"
        for row in dataset.sources_by_id.values()
    }
    return {**found, "": terms.JUDGED}


def published(source: SourceRow, dataset: Dataset) -> str:
    """When a source was published; of a text that was corrected since, that it is an earlier version."""
    day = words.when(source.published)
    return f"{day}, {incoming.EARLIER}" if source.id in dataset.corrected_by else day


def _title(title: str) -> str:
    """In quotation marks, unless it is our description of a document without a title: `[Report on …]`."""
    return title if title.startswith("[") else f"“{title}”"


def citation(claim: ClaimRow, source: str) -> str:
    """The claim in its source: “Ashley Lemire, in Associated Press, “…”, 15 June 2016; claim A1-17”.

    `source` is the claim's of `cited_sources`. What day the reader knows it from, and which version of the
    data, is for the page to add.
    """
    return f"{claim.voice and f'{claim.voice}, in '}{source}; claim {claim.id} ({_grade(claim)})"


def _grade(claim: ClaimRow) -> str:
    return f"graded {claim.grade}" if claim.grade else "judged"
