"""Drafts that came with a table: which wait for a review, and how all of a file are accepted at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eastflank.model import Dataset
from eastflank.store.edits import Replace
from eastflank.words.en import importing as words

_BEGINS = words.TITLE_OF_TABLE.partition("{")[0]


def waiting(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """By source the claims of each table that are still drafts; tables without any are left out."""
    tables = {one.id for one in dataset.sources_by_id.values() if one.title.startswith(_BEGINS)}
    drafts = dataset.claims[(dataset.claims["review"] == "draft") & dataset.claims["source"].isin(tables)]
    return {str(source): tuple(rows["id"]) for source, rows in drafts.groupby("source", observed=True)}


def accepting(claims: Iterable[str]) -> tuple[Replace, ...]:
    """The edits by which these claims are reviewed, and count."""
    return tuple(Replace("claims", (claim,), {"review": "reviewed"}) for claim in claims)
