"""Filters that judge and describe themselves: the same object selects and writes its own words.

Two kinds. An *evidence* filter (source, kind of claim, grade) decides which claims count, before
they are folded: “according to Associated Press alone” shows what that source alone says. A
*deployment* filter (nation and role, host, status, programme, strength, dataset) selects among the
deployments that result.

To add one: a field in `Filters`, and a `Facet` in `FACETS` with its clause and its phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from eastflank.model import Dataset, Deployment
from eastflank.view.programmes import alike
from eastflank.words.chosen import crowds, datasets, filter_phrases

ROLES = ("any", "lead", "host", "contributor")
GRADES = ("A1", "A2", "B2", "B3", "C3", "D4")


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for. Empty means everything; several values of one field mean any of them."""

    nation: tuple[str, ...] = ()
    role: str = "any"
    """The part the nations must have: one of `ROLES`."""
    host: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    dataset: tuple[str, ...] = ()
    """Of several datasets that are laid over each other, the names of those that are asked for."""
    source: tuple[str, ...] = ()
    grade: str = ""
    """The lowest Admiralty grade that counts, such as `B2`; both halves must reach it."""
    strength: tuple[int, int] | None = None
    """Least and most persons; a deployment counts when its strength may lie between them."""
    unstated: bool = True
    """Whether deployments that state no strength pass the strength filter."""
    area: tuple[float, float, float, float] | None = None
    """South, west, north and east in degrees: the named place of a deployment lies in it."""


EVERYTHING = Filters()


Accepts = Callable[[Deployment], bool]


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter: how it selects, and how it says so."""

    field: str
    claims: Callable[[Filters, Dataset], pd.Series[bool]] | None = None
    """Which rows of `dataset.claims` count."""
    deployments: Callable[[Filters, Dataset, date], Accepts] | None = None
    """Which deployments known on a day are selected."""
    phrase: Callable[[Filters, Mapping[str, str]], str] = lambda _filters, _names: ""
    """Its words in the title sentence, given names by code; follows what is counted."""
    meant: Callable[[Filters, Mapping[str, str]], str] | None = None
    """The same where what is shown is only meant for what is asked for, and stands elsewhere."""


def _by_source(filters: Filters, dataset: Dataset) -> pd.Series[bool]:
    return dataset.claims["source"].isin(filters.source)


def _by_kind(filters: Filters, dataset: Dataset) -> pd.Series[bool]:
    return dataset.claims["kind"].isin(filters.kind)


def at_least(grade: str, claims: pd.DataFrame) -> pd.Series[bool]:
    """Whether each claim's source is at least as reliable as a grade, and the claim at least as credible."""
    reliable = claims["reliability"] <= grade[0]
    return reliable & (claims["credibility"] <= int(grade[1])).fillna(value=False).astype(bool)


def _by_grade(filters: Filters, dataset: Dataset) -> pd.Series[bool]:
    return at_least(filters.grade, dataset.claims)


def roles_of(one: Deployment) -> Mapping[str, frozenset[str]]:
    """The parts that nations have in a deployment: by role of ROLES, their codes.

    The lead is always a contributor too. A country that it is meant for counts among its hosts.
    """
    hosts = one.missing_hosts if one.sort == "group" else one.host
    leads = frozenset(one.lead)
    return {
        "lead": leads,
        "host": frozenset((*hosts, *one.meant_for)),
        "contributor": leads | {part.nation for part in one.contingents},
    }


def _is_resolved(one: Deployment) -> bool:
    """Whether a group is known through its units alone, so that these answer for it."""
    return one.sort == "group" and not one.missing


def _by_nation(filters: Filters, _: Dataset, __: date) -> Accepts:
    asked = frozenset(filters.nation)

    def accepts(one: Deployment) -> bool:
        roles = roles_of(one)
        found = (
            roles["lead"] | roles["host"] | roles["contributor"]
            if filters.role == "any"
            else roles[filters.role]
        )
        return not asked.isdisjoint(found) and not _is_resolved(one)

    return accepts


def _by_host(filters: Filters, _: Dataset, __: date) -> Accepts:
    asked = frozenset(filters.host)
    return lambda one: not asked.isdisjoint(roles_of(one)["host"]) and not _is_resolved(one)


def _by_status(filters: Filters, _: Dataset, __: date) -> Accepts:
    return lambda one: one.status in filters.status


def _by_programme(filters: Filters, dataset: Dataset, day: date) -> Accepts:
    asked = alike(dataset, filters.programme, day)
    return lambda one: one.programme in asked


def _by_dataset(filters: Filters, _: Dataset, __: date) -> Accepts:
    return lambda one: one.dataset in filters.dataset


def name_of_dataset(name: str) -> str:
    """Where names by code have the title of a dataset; no id of anything else has a colon."""
    return f"dataset:{name}"


def _dataset_phrase(filters: Filters, names: Mapping[str, str]) -> str:
    return datasets.alone([names.get(name_of_dataset(one), one) for one in filters.dataset])


def _by_strength(filters: Filters, _: Dataset, __: date) -> Accepts:
    least, most = filters.strength or (0, 10**9)

    def accepts(one: Deployment) -> bool:
        if one.figure is None:
            return filters.unstated
        low = 0 if one.figure.low is None else one.figure.low
        high = 10**9 if one.figure.high is None else one.figure.high
        return low <= most and high >= least

    return accepts


def _by_area(filters: Filters, dataset: Dataset, _: date) -> Accepts:
    south, west, north, east = filters.area or (-90, -180, 90, 180)
    inside = frozenset(
        place
        for place, one in dataset.places_by_id.items()
        if south <= one.at.lat < north and west <= one.at.lon < east
    )
    return lambda one: one.place in inside


def _area_phrase(filters: Filters, _: Mapping[str, str]) -> str:
    return crowds.in_area(*filters.area) if filters.area else ""


def _nation_phrase(filters: Filters, names: Mapping[str, str]) -> str:
    return filter_phrases.of_nations(filters.nation, filters.role, names)


def _strength_phrase(filters: Filters, _: Mapping[str, str]) -> str:
    if not filters.strength:
        return filter_phrases.STATED_STRENGTH
    return filter_phrases.of_strength(*filters.strength, unstated=filters.unstated)


FACETS: tuple[Facet, ...] = (
    Facet("nation", deployments=_by_nation, phrase=_nation_phrase),
    Facet(
        "host",
        deployments=_by_host,
        phrase=lambda f, names: filter_phrases.in_hosts(f.host, names),
        meant=lambda f, names: filter_phrases.meant_for(f.host, names),
    ),
    Facet(
        "status",
        deployments=_by_status,
        phrase=lambda f, _: filter_phrases.with_status(f.status),
    ),
    Facet(
        "programme",
        deployments=_by_programme,
        phrase=lambda f, names: filter_phrases.of_programmes([names.get(p, p) for p in f.programme]),
    ),
    Facet("strength", deployments=_by_strength, phrase=_strength_phrase),
    Facet("area", deployments=_by_area, phrase=_area_phrase),
    Facet("dataset", deployments=_by_dataset, phrase=_dataset_phrase),
    Facet(
        "source",
        claims=_by_source,
        phrase=lambda f, names: filter_phrases.according_to([names.get(s, s) for s in f.source]),
    ),
    Facet(
        "kind",
        claims=_by_kind,
        phrase=lambda f, _: filter_phrases.about(f.kind),
    ),
    Facet("grade", claims=_by_grade, phrase=lambda f, _: filter_phrases.on_evidence_of(f.grade)),
)
"""Every filter, in the order in which the title sentence names them."""


def active(filters: Filters) -> list[Facet]:
    """The facets that differ from their default. `role` and `unstated` qualify another field."""
    plain = Filters()
    active = [facet for facet in FACETS if getattr(filters, facet.field) != getattr(plain, facet.field)]
    if not filters.unstated and filters.strength is None:
        active.append(next(facet for facet in FACETS if facet.field == "strength"))
    return active


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


def selecting(filters: Filters, dataset: Dataset, day: date) -> Accepts:
    """Whether a deployment known on a day is asked for."""
    tests = [facet.deployments(filters, dataset, day) for facet in active(filters) if facet.deployments]
    return lambda one: all(accepts(one) for accepts in tests)


def phrases_of(filters: Filters, names: Mapping[str, str], *, meant: bool = False) -> tuple[str, ...]:
    """Each active filter in words, as the title names it: “involving Canada”.

    `meant`: what is shown is only meant for the hosts asked for: “meant for Finland”.
    """
    return tuple(
        (facet.meant if meant and facet.meant else facet.phrase)(filters, names) for facet in active(filters)
    )
