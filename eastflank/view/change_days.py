"""The days on which a view changes: a status or a strength differs from the day before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eastflank.model import Dataset, Deployment
from eastflank.record.as_of import Known
from eastflank.view.filtering import selecting
from eastflank.view.filters import Filters

Look = tuple[str | None, int | None, int | None, str | None]


def days_of_change(days: Sequence[Known], filters: Filters, dataset: Dataset) -> frozenset[int]:
    """The indices of the days on which the view for `filters` changes, including the first day.

    `days` is what was known on each day, in order. The view changes if a deployment appears or disappears, or
    if its status or strength changes.
    """
    if len(days) == 1:
        return frozenset({0})
    found = set()
    before: Mapping[str, Look] | None = None
    for number, known in enumerate(days):
        accepts = selecting(filters, dataset, known)
        now = {one.id: _look(one) for one in filter(accepts, known.deployments.values())}
        if now != before:
            found.add(number)
        before = now
    return frozenset(found)


def _look(one: Deployment) -> Look:
    figure = one.figure
    return (one.status, figure.low, figure.high, figure.hedge) if figure else (one.status, None, None, None)
