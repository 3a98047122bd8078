"""Drafts from an imported table: which ones wait for review, and accepting all of a file at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eastflank.model import Dataset
from eastflank.store.edits import Replace
from eastflank.words.chosen import imported_claims as words

_BEGINS = words.TITLE_OF_TABLE.partition("{")[0]


def tables(dataset: Dataset) -> frozenset[str]:
    """The ids of the imported tables among the sources."""
    return frozenset(one.id for one in dataset.sources_by_id.values() if one.title.startswith(_BEGINS))


def waiting(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """The claims of each imported table that are still drafts, by source; other tables are left out."""
    own = tables(dataset)
    drafts = dataset.claims[(dataset.claims["review"] == "draft") & dataset.claims["source"].isin(own)]
    return {str(source): tuple(rows["id"]) for source, rows in drafts.groupby("source", observed=True)}


@dataclass(frozen=True, slots=True)
class Grade:
    """How a reviewer grades a table as a whole, as in `sources.csv` and `claims.csv`."""

    reliability: str = "F"
    credibility: str = "6"


UNGRADED = Grade()
""""Cannot be judged" for both: figures are shown with this grade, and are in no total."""


def accepting(
    dataset: Dataset, source: str, claims: Iterable[str], grade: Grade = UNGRADED
) -> tuple[Replace, ...]:
    """The edits that mark these claims of a table as reviewed, so that they count."""
    cells = {"review": "reviewed", "credibility": grade.credibility}
    accepted = tuple(Replace("claims", (claim,), cells) for claim in claims)
    if dataset.sources_by_id[source].reliability == grade.reliability:
        return accepted
    note = (dataset.sources_by_id[source].note or "").removesuffix(words.NOT_GRADED).strip()
    return (Replace("sources", (source,), {"reliability": grade.reliability, "note": note}), *accepted)
