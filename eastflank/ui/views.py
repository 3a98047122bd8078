"""Cached results for the readers of a dataset: what is known on a day, views, comparisons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from eastflank.model import Dataset
from eastflank.record.as_of import Known
from eastflank.report.differences import SourceDifference, differences_in
from eastflank.view.comparison import Comparison, compare
from eastflank.view.facet_counts import Counts, counts_of
from eastflank.view.filtering import evidence_part
from eastflank.view.filters import Filters
from eastflank.view.selection import VIEWS, View, known_for, select, that_may_count


def days_spoken(dataset: Dataset) -> tuple[date, ...]:
    """The days from which claims count, in order."""
    return dataset.once(_days_spoken)


def _days_spoken(dataset: Dataset) -> tuple[date, ...]:
    return tuple(day.date() for day in sorted(that_may_count(dataset)["known_on"].unique()))


PAIRS = 64
"""The same for comparisons of two days."""


def record_for(dataset: Dataset, filters: Filters, days: Sequence[date]) -> list[Known]:
    """What was known on each of the days; cached for each."""
    return [known_for(dataset, filters, day) for day in days]


def view_for(dataset: Dataset, filters: Filters, day: date) -> View:
    """The view for a dataset, filters and day; cached for each."""
    return dataset.latest(VIEWS, _view, filters, day)


def _view(dataset: Dataset, filters: Filters, day: date) -> View:
    return select(dataset, filters, known_for(dataset, filters, day))


def counts_for(dataset: Dataset, view: View) -> Counts:
    """How many deployments or claims each value of a filter would find."""
    return view.once(counts_of, dataset)


def disagreements_for(dataset: Dataset, view: View) -> tuple[SourceDifference, ...]:
    """The disagreements about the view's deployments; cached for each day and evidence."""
    return _disagreements_of(view, dataset, standing=False)


def disagreements_that_stand(dataset: Dataset, view: View) -> tuple[SourceDifference, ...]:
    """Those that have a value which the map still shows."""
    return _disagreements_of(view, dataset, standing=True)


def _disagreements_of(view: View, dataset: Dataset, *, standing: bool) -> tuple[SourceDifference, ...]:
    evidence = evidence_part(view.filters)
    found = dataset.latest(VIEWS, _disagreements, evidence, view.day, standing=standing)
    return tuple(one for one in found if one.deployment in view.by_id)


def _disagreements(
    dataset: Dataset, evidence: Filters, day: date, *, standing: bool
) -> tuple[SourceDifference, ...]:
    return differences_in(dataset, known_for(dataset, evidence, day), standing=standing)


def comparison_for(dataset: Dataset, view: View, since: date | None) -> Comparison | None:
    """The view compared with an earlier day; None if none is chosen, or if it is after the view's day."""
    if since is None or since > view.day:
        return None
    return dataset.latest(PAIRS, _comparison, view.filters, view.day, since)


def _comparison(dataset: Dataset, filters: Filters, day: date, since: date) -> Comparison:
    return compare(view_for(dataset, filters, day), view_for(dataset, filters, since), dataset)
