"""How many deployments, or claims, each value of a filter would find on the view's day."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from eastflank.model import Dataset
from eastflank.view.filters import GRADES, at_least
from eastflank.view.selection import View

Counts = Mapping[str, Mapping[str, int]]
"""By filter, then by value. A value that is missing finds nothing."""


def counts_of(view: View, dataset: Dataset) -> Counts:
    """Deployments known on the day by nation (in the role asked for), host, status and programme.

    Claims by kind, source and lowest grade, whichever of them are switched on.
    """
    known = view.known
    seen = known.roles[
        ~known.roles["deployment"].isin(known.deployments.index[known.deployments["gave_way"]])
    ]
    in_role = seen if view.filters.role == "any" else seen[seen["role"] == view.filters.role]
    claims = dataset.claims[dataset.claims["known_on"] <= pd.Timestamp(view.day)]
    return {
        "nation": _numbers(in_role.groupby("nation")["deployment"].nunique()),
        "host": _numbers(seen[seen["role"] == "host"].groupby("nation")["deployment"].nunique()),
        "status": _numbers(known.deployments["status"].value_counts()),
        "programme": _numbers(known.deployments["programme"].value_counts()),
        "kind": _numbers(claims["kind"].value_counts()),
        "source": _numbers(claims["source"].value_counts()),
        "grade": {grade: count for grade in GRADES if (count := int(at_least(grade, claims).sum()))},
    }


def _numbers(counted: pd.Series[int]) -> dict[str, int]:
    return {str(value): int(count) for value, count in counted.items()}
