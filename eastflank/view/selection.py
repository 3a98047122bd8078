"""The view: what a page, a terminal or a picture shows for one request."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from eastflank import dates
from eastflank.model import DO_NOT_COUNT, Dataset, Deployment, Remembering
from eastflank.model.collecting import uncollected
from eastflank.record.as_of import Known, known_as_of
from eastflank.record.newest_first import NewestFirst, SomeClaims, numbered
from eastflank.record.selected import SelectedClaims, selected_from
from eastflank.view import filtering
from eastflank.view.anchors import NotDrawn, not_drawn, outside_of
from eastflank.view.clauses import LooseClaim
from eastflank.view.drafts import why_nothing_counts
from eastflank.view.figures_of_nations import NationFigure, nation_figures
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.names import names_by_code, names_on
from eastflank.view.title import age_notes, outside_note, subject_of
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
    """Notes that must be beside the title: old reports, and the day of the newest evidence."""
    known: Known
    """All that is known on the day, before the selection of deployments."""
    deployments: tuple[Deployment, ...]
    """The selected deployments: units first, then groups, then statistics; ended ones come last."""
    claims: SomeClaims
    """The claims of the selected deployments, and matching claims about no deployment; newest first."""
    nations: tuple[NationFigure, ...]
    """Figures for the people of the chosen nations."""
    totals: tuple[Total, ...]
    not_drawn: tuple[NotDrawn, ...]
    """Deployments without a mark, then claims about no deployment."""
    outside: frozenset[str]
    """The ids of the units and groups that would have a mark, if the map reached further."""
    newest: dates.DaysTold | None
    """The days that the newest claim describes of those known by the view's day; None if there was none."""

    @functools.cached_property
    def title(self) -> str:
        """The sentence over the map."""
        return view_titles.as_known(self.subject, self.day)

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of its claims, in the order in which these name them."""
        return self.known.evidence.sources(self.claims.positions)

    @functools.cached_property
    def without_mark(self) -> Mapping[str, str]:
        """Why deployments have no mark, by their ids; there may be a hundred thousand claims after them."""
        deployments = itertools.takewhile(lambda item: item.kind == "deployment", self.not_drawn)
        return {item.id: item.reason for item in deployments}

    @functools.cached_property
    def by_id(self) -> Mapping[str, Deployment]:
        """The selected deployments by id."""
        return {one.id: one for one in self.deployments}


def view_of(dataset: Dataset, filters: Filters = EVERYTHING, day: date | None = None) -> View:
    """The view for `filters` on `day` (default: the day of the newest claim)."""
    return select(dataset, filters, known_by(dataset, filters, day or newest_day(dataset)))


VIEWS = 256
"""How many views of a dataset, with their results, are cached: the latest that readers asked for."""


def known_for(dataset: Dataset, filters: Filters, day: date) -> Known:
    """What is known on a day from the evidence that `filters` select; cached for each."""
    return dataset.latest(VIEWS, known_by, filtering.evidence_part(filters), day)


def known_by(dataset: Dataset, filters: Filters, day: date) -> Known:
    """What is known on `day` from the evidence that `filters` select."""
    with uncollected():  # thousands of deployments stay, and none of them is garbage
        if dataset.parts:
            return known_as_of(dataset, day, filtering.evidence(filters, dataset))
        asked = filtering.evidence_part(filters)
        return known_as_of(dataset, day, dataset.latest(_SELECTIONS, _selected, asked))


_SELECTIONS = 8
"""For how many selections of evidence it is cached what is the same on every day."""


def _selected(dataset: Dataset, filters: Filters) -> SelectedClaims:
    return selected_from(dataset, filtering.evidence(filters, dataset))


def select(dataset: Dataset, filters: Filters, known: Known) -> View:
    """The part of what is known that `filters` select."""
    accepts = filtering.selecting(filters, dataset, known)
    chosen = tuple(filter(accepts, known.in_order))
    ids = frozenset(one.id for one in chosen)
    loose = _loose(filters, known)
    claims = _claims_of(ids, loose, known)
    counting = tuple(_as_far_as_asked(one, filters) for one in chosen)
    phrases = filtering.phrases_of(
        filters, names_on(dataset, known.day), meant=_only_meant(counting, filters)
    )
    outside = outside_of(chosen, known, dataset)
    return View(
        filters=filters,
        day=known.day,
        subject=subject_of(counting, phrases, known, _titles_asked(dataset, filters), outside),
        notes=(
            *_dataset_notes(dataset),
            *filter(None, [why_nothing_counts(dataset)]),
            *outside_note(chosen, outside, names_by_code(dataset)),
            *age_notes(chosen, known.day, known.newest),
        ),
        known=known,
        deployments=chosen,
        claims=claims,
        nations=tuple(
            one
            for one in nation_figures(_nations_asked(filters), known)
            if one.deployment in ids or (one.of == "group" and not filters.host)  # a group has many hosts
        ),
        totals=totals_of(counting, known, outside),
        not_drawn=not_drawn(dataset, known, chosen, loose),
        outside=outside,
        newest=known.newest,
    )


def _loose(filters: Filters, known: Known) -> NDArray[np.intp]:
    """The positions, in all the evidence, of the known claims about no deployment that the filters select."""
    if not filtering.active(filters):
        return known.loose
    fits, (different, places) = filtering.fitting(filters), known.evidence.once(_asked_of_loose)
    selected = np.array([fits(one) for one in different], np.bool_)
    return known.loose[selected[places[len(places) - len(known.loose) :]]]


def _asked_of_loose(evidence: NewestFirst) -> tuple[Sequence[LooseClaim], NDArray[np.intp]]:
    """What filters may ask of the claims about no deployment, and for each of them the place of its own."""
    rows = (evidence.claims[position] for position in evidence.loose.tolist())
    return numbered([LooseClaim(row.status, row.lead, row.host, row.dataset) for row in rows])


def _claims_of(ids: frozenset[str], loose: NDArray[np.intp], known: Known) -> SomeClaims:
    """The claims of these deployments and those at the positions `loose` of the evidence, newest first."""
    number, owners = known.owners
    asked = np.zeros(len(number), dtype=np.bool_)
    asked[[number[one] for one in ids if one in number]] = True
    wanted = asked[owners]
    wanted[loose - known.start] = True
    if wanted.all():  # most views show all of them
        return known.claims
    return SomeClaims(known.evidence.claims, np.flatnonzero(wanted) + known.start)


def _titles_asked(dataset: Dataset, filters: Filters) -> Mapping[str, str]:
    """The datasets of a view, if there are several: titles by name."""
    asked = filters.dataset or tuple(dataset.titles)
    return {name: title for name, title in dataset.titles.items() if name in asked and len(asked) > 1}


def _dataset_notes(dataset: Dataset) -> tuple[str, ...]:
    """The meaning of the letters after names, and that each dataset's units are counted separately."""
    if not dataset.parts:
        return ()
    return (datasets.key((part.letter, part.title) for part in dataset.parts),)


def _nations_asked(filters: Filters) -> Sequence[str]:
    """The nations whose own people a view begins with; empty if only hosts are chosen."""
    return () if filters.role == "host" else filters.nation


def _as_far_as_asked(one: Deployment, filters: Filters) -> Deployment:
    """A deployment as it counts in a view: a set over several hosts counts once for each chosen host."""
    asked = {*filters.host, *(filters.nation if not filters.host else ())}
    if one.sort != "group" or not one.missing or not asked:
        return one
    named = len(asked & {*one.missing_hosts}) + (0 if filters.host else len(asked & {*one.lead}))
    return replace(one, missing=min(one.missing, max(named, 1)))


def newest_day(dataset: Dataset) -> date:
    """The day from which the newest claim counts; if none does, the newest that any claim names.

    1 January 2016 if there are no claims.
    """
    return dataset.once(_newest_day)


def _newest_day(dataset: Dataset) -> date:
    newest = that_may_count(dataset)["known_on"].max()
    if pd.isna(newest):
        newest = dataset.claims["known_on"].max()
    return date(2016, 1, 1) if pd.isna(newest) else pd.Timestamp(newest).date()


def that_may_count(dataset: Dataset) -> pd.DataFrame:
    """The claims without drafts and retracted ones."""
    claims = dataset.claims
    return claims[~claims["review"].isin(DO_NOT_COUNT)]


def days_covered(dataset: Dataset) -> tuple[date, date] | None:
    """The days of the first and the newest claim; None if there is no claim."""
    known = that_may_count(dataset)["known_on"].dropna()
    return None if known.empty else (known.min().date(), known.max().date())


def _only_meant(deployments: Sequence[Deployment], filters: Filters) -> bool:
    """Whether everything shown for the chosen hosts is only meant for them, and is elsewhere."""
    asked = frozenset(filters.host)
    current = [one for one in deployments if one.sort == "unit" and not one.over]
    return bool(current) and all(asked & {*one.meant_for} and not asked & {*one.host} for one in current)
