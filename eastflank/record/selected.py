"""Some of the claims of a dataset, as a reader selects evidence: what is the same of them on every day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from eastflank.model import DO_NOT_COUNT, Dataset
from eastflank.record.claim_index import ClaimIndex, index_of
from eastflank.record.newest_first import NewestFirst, arranged
from eastflank.record.repeated import short_index_of, without_repeats


@dataclass(frozen=True, eq=False)
class SelectedClaims:
    """Claims of a dataset, prepared for all days."""

    ids: frozenset[str] | None
    """Their ids; None: all claims of the dataset."""
    evidence: NewestFirst
    """Those that may count."""
    index: ClaimIndex
    """Those about deployments, without those that only repeat."""


def all_claims(dataset: Dataset) -> SelectedClaims:
    """All claims of a dataset; computed once."""
    return dataset.once(_all_claims)


def _all_claims(dataset: Dataset) -> SelectedClaims:
    return SelectedClaims(None, dataset.once(newest_first_of), short_index_of(dataset))


def newest_first_of(dataset: Dataset) -> NewestFirst:
    """The claims of a dataset that may count."""
    return arranged(
        row for row in dataset.claim_rows if row.known_on < date.max and row.review not in DO_NOT_COUNT
    )


def selected_from(dataset: Dataset, claims: pd.DataFrame) -> SelectedClaims:
    """The claims in these rows of `dataset.claims`.

    Raises ValueError if they are not rows of the dataset's claims.
    """
    if claims is dataset.claims:
        return all_claims(dataset)
    if not claims.index.isin(dataset.claims.index).all():
        raise ValueError("The claims are not a selection of the dataset's claims: pass rows of its claims.")
    ids = frozenset(claims["id"])
    rows = dataset.once(newest_first_of).claims
    index = index_of(dataset)
    own = {
        deployment: tuple(claim for claim in every if claim.id in ids)
        for deployment, every in index.claims.items()
    }
    # Repeats are looked for among these: a selection may have only some of the claims that say the same.
    return SelectedClaims(
        ids,
        NewestFirst(tuple(row for row in rows if row.id in ids)),
        without_repeats(replace(index, claims=own)),
    )
