"""How many deployments, or claims, each value of a filter would find within the other filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from eastflank.model import DO_NOT_COUNT, Dataset, Deployment
from eastflank.record.as_of import Known
from eastflank.view.facets import FACETS, Facet
from eastflank.view.filtering import selecting
from eastflank.view.filters import EVERYTHING, Filters, changed
from eastflank.view.options import options_of
from eastflank.view.programmes import alike, choices_on
from eastflank.view.selection import View

Counts = Mapping[str, Mapping[str, int]]
"""By filter, then by value. A value that is missing finds nothing."""

_COLUMNS = ("kind", "source")
"""Facets whose values are in the column of the claims with the same name."""
_DAYS = 64
"""For how many days, or selections on them, counts are cached."""


def counts_of(view: View, dataset: Dataset) -> Counts:
    """For each filter with a list of values, how many deployments or claims each value would find.

    Deployments known on the day are counted with all other filters applied: choosing the value finds exactly
    this number. Claims are counted whatever kinds, sources and grades are switched on, except retracted ones.
    """
    of_claims = dataset.latest(_DAYS, _of_claims, view.day)
    counted = {}
    for facet in FACETS:
        if facet.part.options and (facet.field != "dataset" or dataset.parts):
            counted[facet.field] = (
                _QUICKLY.get(facet.field, _one_by_one)(facet, view, dataset)
                if facet.deployments
                else of_claims[facet.field]
            )
    return counted


def _of_claims(dataset: Dataset, day: date) -> Counts:
    """The counts of claims: on one day they are the same in each view."""
    return {
        facet.field: {
            value: count
            for value, days in dataset.once(_days_by_value, facet.field).items()
            if (count := int(np.searchsorted(days, np.datetime64(day), "right")))
        }
        for facet in FACETS
        if facet.part.options and not facet.deployments
    }


def _days_by_value(dataset: Dataset, field: str) -> Mapping[str, NDArray[np.datetime64]]:
    """For each value of a facet of claims, the days from which its claims count, in order."""
    claims = dataset.claims
    counting = claims["known_on"].notna().to_numpy() & ~claims["review"].isin(DO_NOT_COUNT).to_numpy(bool)
    days = claims["known_on"].to_numpy("datetime64[s]")
    if field in _COLUMNS:
        return {
            str(value): np.sort(days[counting][places])
            for value, places in claims[counting].groupby(field).indices.items()
        }
    selects = next(facet for facet in FACETS if facet.field == field)
    if selects.claims is None:
        return {}
    return {
        value: np.sort(days[counting & selects.claims(asked, dataset).to_numpy(bool)])
        for value, asked in _asked_alone(selects, EVERYTHING, dataset)
    }


def _one_by_one(facet: Facet, view: View, dataset: Dataset) -> dict[str, int]:
    """The counts of any facet of deployments: each value is tried separately."""
    others = _others(view, dataset, facet.field)
    found = {
        value: sum(map(facet.deployments(asked, dataset, view.known), others)) if facet.deployments else 0
        for value, asked in _asked_alone(facet, view.filters, dataset)
    }
    return {value: count for value, count in found.items() if count}


def _asked_alone(facet: Facet, filters: Filters, dataset: Dataset) -> Iterator[tuple[str, Filters]]:
    """Each value of a facet, with filters that select only it in this facet and keep the other facets."""
    listed = isinstance(getattr(EVERYTHING, facet.field), tuple)
    for value in options_of(dataset)[facet.field]:
        yield value, changed(filters, {facet.field: (value,) if listed else value})


def _others(view: View, dataset: Dataset, field: str) -> Sequence[Deployment]:
    """The deployments that all filters but one select."""
    without = _without(view, field)
    return view.deployments if without == view.filters else _selected(without, dataset, view.known)


def _without(view: View, field: str) -> Filters:
    return changed(view.filters, {field: getattr(EVERYTHING, field)})


def _selected(filters: Filters, dataset: Dataset, known: Known) -> Sequence[Deployment]:
    return list(filter(selecting(filters, dataset, known), known.deployments.values()))


def _by_nation(_: Facet, view: View, dataset: Dataset) -> dict[str, int]:
    return _in_role(view.filters.role, "nation", view, dataset)


def _by_host(_: Facet, view: View, dataset: Dataset) -> dict[str, int]:
    return _in_role("host", "host", view, dataset)


def _in_role(role: str, field: str, view: View, dataset: Dataset) -> dict[str, int]:
    """By nation, the deployments in which it has a role, among those that all filters but one select."""
    without = _without(view, field)
    if without == view.filters:
        return _by_role(view.deployments, view.known, role)
    # The same for each value that a view may choose.
    return dataset.latest(_DAYS, _by_role_of_all, without, view.known, role)


def _by_role_of_all(dataset: Dataset, filters: Filters, known: Known, role: str) -> dict[str, int]:
    return _by_role(_selected(filters, dataset, known), known, role)


def _by_role(deployments: Iterable[Deployment], known: Known, role: str) -> dict[str, int]:
    roles, found = known.roles, Counter[frozenset[str]]()
    for one in deployments:
        if one.sort == "group" and not one.missing:
            continue
        found[roles[one.id][role]] += 1
    counted: Counter[str] = Counter()
    for nations, number in found.items():  # many deployments have the same nations
        counted.update(dict.fromkeys(nations, number))
    return dict(counted)


def _by_status(_: Facet, view: View, dataset: Dataset) -> dict[str, int]:
    return dict(Counter(one.status for one in _others(view, dataset, "status") if one.status))


def _by_programme(_: Facet, view: View, dataset: Dataset) -> dict[str, int]:
    deployments = _others(view, dataset, "programme")
    found: dict[str, int] = {}
    for programmes in choices_on(dataset, view.day).values():
        asked = alike(dataset, programmes, view.day)
        count = sum(one.programme in asked for one in deployments)
        if count:
            found.update(dict.fromkeys(programmes, count))
    return found


_QUICKLY: Mapping[str, Callable[[Facet, View, Dataset], dict[str, int]]] = {
    "nation": _by_nation,
    "host": _by_host,
    "status": _by_status,
    "programme": _by_programme,
}
"""Facets with many values, which are counted together. Each gives the same result as `_one_by_one`."""
