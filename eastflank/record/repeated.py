"""Claims that only repeat: they stand between two that say exactly the same, and change nothing.

A table that was imported twice states the same of the same days by the same source. Of such claims the first
and the last decide all that a day depends on: which came first, and which is the newest. Those between them
are listed and counted by their ids.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

from eastflank.model import Claim, Dataset
from eastflank.record.claim_index import ClaimIndex, in_order, index_of
from eastflank.record.wholes import last_name


def short_index_of(dataset: Dataset) -> ClaimIndex:
    """The claims of a dataset without those that only repeat; computed once for each dataset."""
    return dataset.once(_short_index)


def _short_index(dataset: Dataset) -> ClaimIndex:
    return without_repeats(index_of(dataset))


def without_repeats(index: ClaimIndex) -> ClaimIndex:
    """The index without claims that only repeat; `repeated` has their ids, `by_id` has all claims.

    A claim that a decision names is never left out. Claims about deployments that became one are compared in
    their common order, since on later days they are combined.
    """
    became = {one.member: one.whole for one in index.became}
    together: dict[str, list[Claim]] = {}
    for deployment, own in index.claims.items():
        together.setdefault(last_name(deployment, became), []).extend(own)
    decided = {one.claim for one in index.decisions}

    def said(claim: Claim) -> tuple[object, ...]:
        return claim[1:] if claim.id not in decided else claim  # all but its id

    repeated: dict[str, tuple[str, ...]] = {}
    left_out: set[str] = set()
    for claims in together.values():
        for _, alike in itertools.groupby(in_order(claims), said):
            first, *between = alike
            if len(between) > 1:
                repeated[first.id] = tuple(claim.id for claim in between[:-1])
                left_out.update(repeated[first.id])
    kept = {
        deployment: tuple(claim for claim in own if claim.id not in left_out)
        for deployment, own in index.claims.items()
    }
    return replace(index, claims=kept, repeated=repeated)
