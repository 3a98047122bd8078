"""Which claims and which deployments each filter selects."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

import pandas as pd

from eastflank.model import Dataset, Deployment
from eastflank.record.as_of import Known
from eastflank.view.filters import Filters
from eastflank.view.programmes import alike

Accepts = Callable[[Deployment], bool]


class LooseClaim(NamedTuple):
    """What filters may ask of a claim about no deployment."""

    status: str | None
    lead: tuple[str, ...]
    host: tuple[str, ...]
    dataset: str


def by_source(filters: Filters, dataset: Dataset) -> pd.Series[bool]:
    """Claims of the chosen sources."""
    return dataset.claims["source"].isin(filters.source)


def by_kind(filters: Filters, dataset: Dataset) -> pd.Series[bool]:
    """Claims of the chosen kinds."""
    return dataset.claims["kind"].isin(filters.kind)


def at_least(grade: str, claims: pd.DataFrame) -> pd.Series[bool]:
    """Whether each claim's source is at least as reliable as a grade, and the claim at least as credible."""
    reliable = claims["reliability"] <= grade[0]
    return reliable & (claims["credibility"] <= int(grade[1])).fillna(value=False).astype(bool)


def by_grade(filters: Filters, dataset: Dataset) -> pd.Series[bool]:
    """Claims with at least the chosen grade."""
    return at_least(filters.grade, dataset.claims)


def _is_resolved(one: Deployment) -> bool:
    """Whether a group is known only through its units, so that the filter tests these."""
    return one.sort == "group" and not one.missing


def by_nation(filters: Filters, _: Dataset, known: Known) -> Accepts:
    """Deployments in which a chosen nation has the chosen role."""
    return _with_one_of(filters.nation, known.once(_by_role, filters.role))


def by_host(filters: Filters, _: Dataset, known: Known) -> Accepts:
    """Deployments that are in a chosen host, or are meant for it."""
    return _with_one_of(filters.host, known.once(_by_role, "host"))


def _with_one_of(nations: Iterable[str], deployments: Mapping[str, Collection[str]]) -> Accepts:
    asked = frozenset(itertools.chain.from_iterable(deployments.get(one, ()) for one in nations))
    return lambda one: one.id in asked


def _by_role(known: Known, role: str) -> Mapping[str, Collection[str]]:
    """By nation, the deployments in which it has a role: they are gone through once for all filters."""
    found: dict[str, list[str]] = {}
    for one in known.deployments.values():
        if not _is_resolved(one):
            for nation in known.roles[one.id][role]:
                found.setdefault(nation, []).append(one.id)
    return found


def by_status(filters: Filters, _: Dataset, __: Known) -> Accepts:
    """Deployments with a chosen status."""
    return lambda one: one.status in filters.status


def by_programme(filters: Filters, dataset: Dataset, known: Known) -> Accepts:
    """Deployments of the chosen programmes, by the names that these had on the day."""
    asked = alike(dataset, filters.programme, known.day)
    return lambda one: one.programme in asked


def by_dataset(filters: Filters, _: Dataset, __: Known) -> Accepts:
    """Deployments of the chosen datasets."""
    return lambda one: one.dataset in filters.dataset


def by_strength(filters: Filters, _: Dataset, __: Known) -> Accepts:
    """Deployments whose strength may lie between the chosen bounds."""
    least, most = filters.strength or (0, 10**9)

    def accepts(one: Deployment) -> bool:
        if one.figure is None:
            return filters.unstated
        low = 0 if one.figure.low is None else one.figure.low
        high = 10**9 if one.figure.high is None else one.figure.high
        return low <= most and high >= least

    return accepts


def by_area(filters: Filters, dataset: Dataset, _: Known) -> Accepts:
    """Deployments whose named place lies in the chosen area."""
    south, west, north, east = filters.area or (-90, -180, 90, 180)
    inside = frozenset(
        place
        for place, one in dataset.places_by_id.items()
        if south <= one.at.lat < north and west <= one.at.lon < east
    )
    return lambda one: one.place in inside


def claim_of_nation(claim: LooseClaim, filters: Filters) -> bool:
    """Whether a claim about no deployment names a chosen nation in the chosen role."""
    leads, hosts = _any(claim.lead, filters.nation), _any(claim.host, filters.nation)
    return {"any": leads or hosts, "lead": leads, "host": hosts}.get(filters.role, False)


def claim_of_host(claim: LooseClaim, filters: Filters) -> bool:
    """Whether a claim about no deployment names a chosen host."""
    return _any(claim.host, filters.host)


def _any(nations: Iterable[str], asked: Iterable[str]) -> bool:
    return not frozenset(nations).isdisjoint(asked)
