"""Claims as cited in footnotes: who, in which source, when, and which claim of the table."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.model import ClaimRow, Dataset, SourceRow
from eastflank.view.names import names_by_code
from eastflank.words.chosen import claims, incoming, terms
from eastflank.words.chosen import values as words


def cited_sources(dataset: Dataset) -> Mapping[str, str]:
    """Each source as a citation names it, by id: “NATO, “Warsaw Summit Communiqué”, 9 July 2016”."""
    return dataset.once(_cited_sources)


def _cited_sources(dataset: Dataset) -> Mapping[str, str]:
    names = names_by_code(dataset)
    found = {
        row.id: claims.source(names[row.id], claims.title(row.title), published(row, dataset))
        for row in dataset.sources_by_id.values()
    }
    return {**found, "": terms.JUDGED}


def published(source: SourceRow, dataset: Dataset) -> str:
    """When a source was published, and that its text is an earlier version if it was corrected since."""
    day = words.when(source.published)
    return claims.published(day, incoming.EARLIER) if source.id in dataset.corrected_by else day


def citation_of(claim: ClaimRow, source: str) -> str:
    """The claim in its source: “Ashley Lemire, in Associated Press, “…”, 15 June 2016; claim A1-17”.

    `source` is the claim's source from `cited_sources`. The page adds the day and the version of the data.
    """
    return claims.citation(claim.voice, source, claim.id, claim.grade)
