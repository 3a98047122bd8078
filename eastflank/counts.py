"""How many deployments, or claims, each value of a filter would find on the view's day."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from eastflank.model import Dataset
from eastflank.view import View

Counts = Mapping[str, Mapping[str, int]]
"""By filter, then by value. A value that is missing finds nothing."""


def counts_of(view: View, dataset: Dataset) -> Counts:
    """Deployments known on the day by nation (in the role asked for), host, status and programme;
    claims by kind and source, whichever of them are switched on."""
    known = view.known
    seen = known.roles[
        ~known.roles["deployment"].isin(known.deployments.index[known.deployments["gave_way"]])
    ]
    in_role = seen if view.filters.role == "any" else seen[seen["role"] == view.filters.role]
    claims = dataset.claims[dataset.claims["known_on"] <= pd.Timestamp(view.day)]
    return {
        "nation": in_role.groupby("nation")["deployment"].nunique().to_dict(),
        "host": seen[seen["role"] == "host"].groupby("nation")["deployment"].nunique().to_dict(),
        "status": known.deployments["status"].value_counts().to_dict(),
        "programme": known.deployments["programme"].value_counts().to_dict(),
        "kind": claims["kind"].value_counts().to_dict(),
        "source": claims["source"].value_counts().to_dict(),
    }
