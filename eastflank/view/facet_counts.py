"""How many deployments, or claims, each value of a filter would find within the other filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from eastflank.model import Dataset, Deployment
from eastflank.view.filters import EVERYTHING, GRADES, Filters, at_least, roles_of, selecting
from eastflank.view.programmes import alike, choices_on
from eastflank.view.selection import View

Counts = Mapping[str, Mapping[str, int]]
"""By filter, then by value. A value that is missing finds nothing."""


def counts_of(view: View, dataset: Dataset) -> Counts:
    """Deployments known on the day by nation (in the role asked for), host, status and programme.

    Each counts within all the other filters: a value that is offered with a number finds as many. Claims by
    kind, source and lowest grade, whichever of them are switched on.
    """
    claims = dataset.claims[dataset.claims["known_on"] <= pd.Timestamp(view.day)]
    return {
        "nation": _by_role(_others(view, dataset, "nation"), view.filters.role),
        "host": _by_role(_others(view, dataset, "host"), "host"),
        "status": Counter(one.status for one in _others(view, dataset, "status") if one.status),
        "programme": _by_programme(view, dataset),
        **_by_dataset(view, dataset),
        "kind": _numbers(claims["kind"].value_counts()),
        "source": _numbers(claims["source"].value_counts()),
        "grade": {grade: count for grade in GRADES if (count := int(at_least(grade, claims).sum()))},
    }


def _others(view: View, dataset: Dataset, field: str) -> list[Deployment]:
    """The deployments that all filters but one select."""
    without: Filters = replace(view.filters, **{field: getattr(EVERYTHING, field)})
    return list(filter(selecting(without, dataset, view.day), view.known.deployments.values()))


def _by_role(deployments: Iterable[Deployment], role: str) -> dict[str, int]:
    found: Counter[str] = Counter()
    for one in deployments:
        if one.sort == "group" and not one.missing:
            continue
        roles = roles_of(one)
        nations = frozenset().union(*roles.values()) if role == "any" else roles[role]
        found.update(nations)
    return dict(found)


def _by_programme(view: View, dataset: Dataset) -> dict[str, int]:
    deployments = _others(view, dataset, "programme")
    found: dict[str, int] = {}
    for programmes in choices_on(dataset, view.day).values():
        asked = alike(dataset, programmes, view.day)
        count = sum(one.programme in asked for one in deployments)
        if count:
            found.update(dict.fromkeys(programmes, count))
    return found


def _by_dataset(view: View, dataset: Dataset) -> Counts:
    if not dataset.parts:
        return {}
    return {"dataset": Counter(one.dataset for one in _others(view, dataset, "dataset"))}


def _numbers(counted: pd.Series[int]) -> dict[str, int]:
    return {str(value): int(count) for value, count in counted.items()}
