"""Filters that select and describe themselves: one object selects, reads its part of a link and names it.

There are two kinds. An *evidence* filter (source, kind of claim, grade) decides which claims count, before
they are combined: “according to Associated Press alone” shows what that source alone says. A
*deployment* filter (nation and role, host, status, programme, strength, dataset) selects among the
deployments that result.

To add one: a field in `Filters`, a `Facet` in `FACETS`, and its control on the page. Title, links, terminal,
counts beside its values and the claims about no deployment then work without further code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from eastflank.model import STATUSES, Dataset
from eastflank.model.reading_rows import programmes
from eastflank.record.as_of import Known
from eastflank.view import clauses, readers
from eastflank.view.clauses import Accepts
from eastflank.view.filters import GRADES, ROLES, Filters
from eastflank.view.names import name_of_dataset, names_by_code
from eastflank.view.readers import Reader
from eastflank.words.chosen import crowds, datasets, filter_phrases, terms

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LinkField:
    """A field of `Filters` as it is in a link."""

    field: str
    read: Reader
    options: Callable[[Dataset], Iterable[str]] | None = None
    """Every possible value, in the order in which a reader looks for it; None if it is not a list."""
    other_words: Callable[[Dataset], Mapping[str, Iterable[str]]] = lambda _: {}
    """Other words for a value in a link, by value; also for values that the record does not have."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter: how it selects, how a link writes it, and how the title names it."""

    part: LinkField
    phrase: Callable[[Filters, Names], str]
    """Its words in the title sentence, given names by code; follows what is counted."""
    claims: Callable[[Filters, Dataset], pd.Series[bool]] | None = None
    """Which rows of `dataset.claims` count."""
    deployments: Callable[[Filters, Dataset, Known], Accepts] | None = None
    """Which of the known deployments are selected."""
    loose: Callable[[clauses.LooseClaim, Filters], bool] | None = None
    """Whether the filter selects a claim about no deployment.

    None: a filter of claims selects it, and a filter of deployments does not, for such a claim has no values
    of a deployment.
    """
    meant: Callable[[Filters, Names], str] | None = None
    """Like `phrase`, if everything shown is only meant for the chosen values, and is elsewhere."""
    qualified_by: LinkField | None = None
    """The field that modifies the first one."""
    asks_alone: bool = False
    """Whether that field is also a filter by itself."""

    @property
    def field(self) -> str:
        """Its field of `Filters`."""
        return self.part.field

    @property
    def parts(self) -> tuple[LinkField, ...]:
        """Its parts of a link."""
        return (self.part, self.qualified_by) if self.qualified_by else (self.part,)


# --- the possible values of each -------------------------------------------------------------------------


def _by_name(codes: Iterable[str], dataset: Dataset) -> list[str]:
    named = names_by_code(dataset)
    return sorted(codes, key=lambda code: named.get(code, code))


def _split(lists: pd.Series[str]) -> set[str]:
    return {code for codes in lists.dropna().unique().tolist() for code in codes.split(";")}


def _nations(dataset: Dataset) -> list[str]:
    claims = dataset.claims
    named = _split(pd.concat([claims["lead"], claims["host"]]))
    return _by_name({*named, *dataset.contributions["nation"]}, dataset)


def _hosts(dataset: Dataset) -> list[str]:
    claims = dataset.claims
    return _by_name(_split(claims.loc[claims["deployment"].notna(), "host"]), dataset)


def _other_names(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    return {code: (row.iso2 or "", *row.names) for code, row in dataset.nations_by_code.items()}


def _statuses(dataset: Dataset) -> list[str]:
    stated = set(dataset.claims["status"].dropna())
    return [status for status in STATUSES if status in stated]


def _kinds(dataset: Dataset) -> list[str]:
    there = set(dataset.claims["kind"])
    return [kind for kind in terms.KINDS if kind in there]


def _names_of_programmes(dataset: Dataset) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for row in programmes(dataset.programmes):
        names.setdefault(row.id, []).extend((row.short, row.name))
    return names


# --- the words for each ----------------------------------------------------------------------------------


def _dataset_phrase(filters: Filters, names: Names) -> str:
    return datasets.alone([names.get(name_of_dataset(one), one) for one in filters.dataset])


def _area_phrase(filters: Filters, _: Names) -> str:
    return crowds.in_area(*filters.area) if filters.area else ""


def _nation_phrase(filters: Filters, names: Names) -> str:
    return filter_phrases.of_nations(filters.nation, filters.role, names)


def _strength_phrase(filters: Filters, _: Names) -> str:
    if not filters.strength:
        return filter_phrases.STATED_STRENGTH
    return filter_phrases.of_strength(*filters.strength, unstated=filters.unstated)


FACETS: tuple[Facet, ...] = (
    Facet(
        LinkField("nation", readers.several, _nations, _other_names),
        _nation_phrase,
        deployments=clauses.by_nation,
        loose=clauses.claim_of_nation,
        qualified_by=LinkField("role", readers.one, lambda _: ROLES),
    ),
    Facet(
        LinkField("host", readers.several, _hosts, _other_names),
        lambda asked, names: filter_phrases.in_hosts(asked.host, names),
        deployments=clauses.by_host,
        loose=clauses.claim_of_host,
        meant=lambda asked, names: filter_phrases.meant_for(asked.host, names),
    ),
    Facet(
        LinkField(
            "status", readers.several, _statuses, lambda _: {one: (terms.status(one),) for one in STATUSES}
        ),
        lambda asked, _: filter_phrases.with_status(asked.status),
        deployments=clauses.by_status,
        loose=lambda claim, asked: claim.status in asked.status,
    ),
    Facet(
        LinkField(
            "programme",
            readers.several,
            lambda dataset: sorted(dataset.deployments["programme"].dropna().unique()),
            _names_of_programmes,
        ),
        lambda asked, names: filter_phrases.of_programmes([names.get(p, p) for p in asked.programme]),
        deployments=clauses.by_programme,
    ),
    Facet(
        LinkField("strength", readers.strength),
        _strength_phrase,
        deployments=clauses.by_strength,
        qualified_by=LinkField("unstated", readers.switch("true", "false")),
        asks_alone=True,
    ),
    Facet(LinkField("area", readers.area), _area_phrase, deployments=clauses.by_area),
    Facet(
        LinkField(
            "dataset",
            readers.several,
            lambda dataset: dataset.titles,
            lambda dataset: {part.name: (part.title, part.letter) for part in dataset.parts},
        ),
        _dataset_phrase,
        deployments=clauses.by_dataset,
        loose=lambda claim, asked: claim.dataset in asked.dataset,
    ),
    Facet(
        LinkField("source", readers.several, lambda dataset: _by_name(dataset.sources["id"], dataset)),
        lambda asked, names: filter_phrases.according_to([names.get(s, s) for s in asked.source]),
        claims=clauses.by_source,
    ),
    Facet(
        LinkField(
            "kind", readers.several, _kinds, lambda _: {kind: (text,) for kind, text in terms.KINDS.items()}
        ),
        lambda asked, _: filter_phrases.about(asked.kind),
        claims=clauses.by_kind,
    ),
    Facet(
        LinkField("grade", readers.one, lambda _: GRADES),
        lambda asked, _: filter_phrases.on_evidence_of(asked.grade),
        claims=clauses.by_grade,
    ),
)
"""Every filter, in the order in which the title sentence names them."""
