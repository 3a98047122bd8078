"""Applies all active facets: what the filters select, and their description in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd

from eastflank.model import Dataset
from eastflank.record.as_of import Known
from eastflank.view.clauses import Accepts, LooseClaim
from eastflank.view.facets import FACETS, Facet
from eastflank.view.filters import EVERYTHING, Filters


def active(filters: Filters) -> list[Facet]:
    """The active facets, in the order in which the title names them."""
    asked = [facet for facet in FACETS if _differs(filters, facet.field)]
    return asked + [facet for facet in FACETS if facet not in asked and _asks_alone(facet, filters)]


def _asks_alone(facet: Facet, filters: Filters) -> bool:
    return bool(facet.asks_alone and facet.qualified_by and _differs(filters, facet.qualified_by.field))


def _differs(filters: Filters, field: str) -> bool:
    return bool(getattr(filters, field) != getattr(EVERYTHING, field))


def evidence_part(filters: Filters) -> Filters:
    """Only those filters that decide which claims count."""
    kept = {facet.field: getattr(filters, facet.field) for facet in FACETS if facet.claims}
    return replace(EVERYTHING, **kept)


def evidence(filters: Filters, dataset: Dataset) -> pd.DataFrame:
    """The rows of `dataset.claims` that count."""
    claims = dataset.claims
    for facet in active(filters):
        if facet.claims:
            claims = claims[facet.claims(filters, dataset).reindex(claims.index)]
    return claims


def selecting(filters: Filters, dataset: Dataset, known: Known) -> Accepts:
    """Whether the filters select a deployment of those that are known."""
    tests = [facet.deployments(filters, dataset, known) for facet in active(filters) if facet.deployments]
    if len(tests) == 1:  # the usual case, and twice as fast
        return tests[0]
    return lambda one: all(accepts(one) for accepts in tests)


def phrases_of(filters: Filters, names: Mapping[str, str], *, meant: bool = False) -> tuple[str, ...]:
    """Each active filter in words, as the title names it: “involving Canada”.

    `meant`: everything shown is only meant for the chosen hosts: “meant for Finland”.
    """
    return tuple(
        (facet.meant if meant and facet.meant else facet.phrase)(filters, names) for facet in active(filters)
    )


def fitting(filters: Filters) -> Callable[[LooseClaim], bool]:
    """Whether the filters select a claim about no deployment."""
    asked = active(filters)
    if not all(facet.loose or facet.deployments is None for facet in asked):
        return lambda _: False
    tests = [facet.loose for facet in asked if facet.loose]
    return lambda claim: all(test(claim, filters) for test in tests)
