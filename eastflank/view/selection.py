"""The view: what a page, a terminal or a picture shows for one request."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from eastflank.model import SORTS, ClaimRow, Dataset, Deployment, Remembering
from eastflank.record.as_of import Known, known_as_of
from eastflank.view import filtering
from eastflank.view.anchors import NotDrawn, not_drawn
from eastflank.view.figures_of_nations import NationFigure, nation_figures
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.names import names_on
from eastflank.view.title import age_notes, subject_of
from eastflank.view.totals import Total, totals_of
from eastflank.words.chosen import datasets, view_titles


@dataclass(frozen=True, eq=False)
class View(Remembering):
    """Everything a page, a terminal or a picture shows for one request."""

    filters: Filters
    day: date
    subject: str
    """What is shown, in words: the sentence over the map without its day."""
    notes: tuple[str, ...]
    """What must stand beside the title: what is old, and up to when evidence reaches."""
    known: Known
    """All that is known on the day, before deployments were selected."""
    deployments: tuple[Deployment, ...]
    """The selected ones: units first, then groups, then statistics; what is over comes last."""
    claims: tuple[ClaimRow, ...]
    """The claims of the selected deployments, and those about no deployment that fit; newest first."""
    nations: tuple[NationFigure, ...]
    """What is stated of the people of the nations asked for."""
    totals: tuple[Total, ...]
    not_drawn: tuple[NotDrawn, ...]
    newest: date | None
    """The day of the newest claim that was known by the view's day; None where nothing was."""

    @functools.cached_property
    def title(self) -> str:
        """The sentence over the map."""
        return view_titles.as_known(self.subject, self.day)

    @functools.cached_property
    def by_id(self) -> Mapping[str, Deployment]:
        """The selected deployments by id."""
        return {one.id: one for one in self.deployments}


def view_of(dataset: Dataset, filters: Filters = EVERYTHING, day: date | None = None) -> View:
    """The view for `filters` on `day` (default: the day of the newest claim)."""
    return select(dataset, filters, known_by(dataset, filters, day or newest_day(dataset)))


def known_by(dataset: Dataset, filters: Filters, day: date) -> Known:
    """What is known on `day` by the evidence that `filters` let count."""
    return known_as_of(dataset, day, filtering.evidence(filters, dataset))


def select(dataset: Dataset, filters: Filters, known: Known) -> View:
    """The part of what is known that `filters` ask for."""
    accepts = filtering.selecting(filters, dataset, known.day)
    chosen = tuple(sorted(filter(accepts, known.deployments.values()), key=_place_in_order))
    ids = frozenset(one.id for one in chosen)
    fits = filtering.fitting(filters)
    claims = tuple(
        claim
        for claim, about in zip(known.claims, known.shown, strict=True)
        if (about in ids if about else fits(claim))
    )
    counting = tuple(_as_far_as_asked(one, filters) for one in chosen)
    phrases = filtering.phrases_of(
        filters, names_on(dataset, known.day), meant=_only_meant(counting, filters)
    )
    return View(
        filters=filters,
        day=known.day,
        subject=subject_of(counting, phrases, known, _titles_asked(dataset, filters)),
        notes=(*_dataset_notes(dataset), *age_notes(chosen, known.day, known.newest)),
        known=known,
        deployments=chosen,
        claims=claims,
        nations=tuple(
            one
            for one in nation_figures(_nations_asked(filters), known)
            if one.deployment in ids or (one.of == "group" and not filters.host)  # a group is in many hosts
        ),
        totals=totals_of(counting, known),
        not_drawn=not_drawn(dataset, known, chosen, claims),
        newest=known.newest,
    )


def _titles_asked(dataset: Dataset, filters: Filters) -> Mapping[str, str]:
    """The datasets that a view is of, where it is of several: titles by name."""
    asked = filters.dataset or tuple(dataset.titles)
    return {name: title for name, title in dataset.titles.items() if name in asked and len(asked) > 1}


def _dataset_notes(dataset: Dataset) -> tuple[str, ...]:
    """What the letters behind names stand for, and that each dataset's units are counted by themselves."""
    if not dataset.parts:
        return ()
    return (datasets.key((part.letter, part.title) for part in dataset.parts),)


def _place_in_order(one: Deployment) -> tuple[bool, int, int, str, str]:
    return one.over, SORTS.index(one.sort), one.kind.place, one.name, one.id


def _nations_asked(filters: Filters) -> Sequence[str]:
    """The nations whose own people a view begins with; none where only hosts are asked for."""
    return () if filters.role == "host" else filters.nation


def _as_far_as_asked(one: Deployment, filters: Filters) -> Deployment:
    """A deployment as it counts in a view: of a set over several hosts, one for each that is asked for."""
    asked = {*filters.host, *(filters.nation if not filters.host else ())}
    if one.sort != "group" or not one.missing or not asked:
        return one
    named = len(asked & {*one.missing_hosts}) + (0 if filters.host else len(asked & {*one.lead}))
    return replace(one, missing=min(one.missing, max(named, 1)))


def newest_day(dataset: Dataset) -> date:
    """The day from which the newest claim counts; today's record without claims has the first of 2016."""
    newest = dataset.claims["known_on"].max()
    return date(2016, 1, 1) if pd.isna(newest) else pd.Timestamp(newest).date()


def days_covered(dataset: Dataset) -> tuple[date, date] | None:
    """The days of the first and the newest claim; None where there is no claim."""
    known = dataset.claims["known_on"].dropna()
    return None if known.empty else (known.min().date(), known.max().date())


def _only_meant(deployments: Sequence[Deployment], filters: Filters) -> bool:
    """Whether all that is shown of the hosts asked for is meant for them, and stands elsewhere."""
    asked = frozenset(filters.host)
    current = [one for one in deployments if one.sort == "unit" and not one.over]
    return bool(current) and all(asked & {*one.meant_for} and not asked & {*one.host} for one in current)
