"""What was known on each day on which something changes. Used by laws that must hold on every day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from eastflank.model import Dataset, Deployment
from eastflank.record.as_of import known_as_of
from eastflank.record.claim_index import index_of


class RecordDay(NamedTuple):
    """A day, and the deployments known on it by their ids."""

    day: date
    known: Mapping[str, Deployment]
    changed: tuple[Deployment, ...]
    """Deployments that are new or differ from the day before: enough for laws that look at one deployment."""


def every_day(dataset: Dataset) -> tuple[RecordDay, ...]:
    """Each day on which a claim begins to count or a stated end or a membership begins or has passed.

    Computed once for each dataset: one day takes some tens of milliseconds.
    """
    return dataset.once(_every_day)


def carried_over(known: Dataset, other: Dataset) -> None:
    """Let a version of a dataset reuse the days of another version on which the same was known.

    These are the days before the first on which another claim counts, where deployments, memberships and
    decisions are the same: a day depends only on those and on the claims known by then. Days of `known` that
    were not computed yet are not computed for this.
    """
    # The cheap questions first: the index of a hundred thousand claims takes a second.
    if not known.has(_every_day) or known.parts or other.parts:
        return
    if known.deployments_by_id != other.deployments_by_id:
        return
    old, new = index_of(known), index_of(other)
    if (old.parts, old.became, old.decisions) != (new.parts, new.became, new.decisions):
        return
    differ = [one for one in old.by_id.keys() | new.by_id.keys() if old.by_id.get(one) != new.by_id.get(one)]
    claims = [claim for one in differ for claim in (old.by_id.get(one), new.by_id.get(one)) if claim]
    first = min((claim.known_on for claim in claims), default=date.max)
    days = {one.day: one for one in every_day(known) if one.day < first}
    other.once(_carried).update(days)


def _carried(_: Dataset) -> dict[date, RecordDay]:
    """The days that another version of the dataset has computed already."""
    return {}


def _changed(before: Mapping[str, Deployment], known: Mapping[str, Deployment]) -> Iterator[Deployment]:
    for one in known.values():
        was = before.get(one.id)
        if was is not one and was != one:  # most are the same object, and comparing their contents is slower
            yield one


def _every_day(dataset: Dataset) -> tuple[RecordDay, ...]:
    claims, memberships = dataset.claims, dataset.memberships
    begins = [*claims["known_on"].dropna().unique(), *memberships["starts_last"].dropna().unique()]
    passed = [*claims["ends_last"].dropna().unique(), *memberships["ends_last"].dropna().unique()]
    days = {day.date() for day in begins} | {day.date() + timedelta(days=1) for day in passed}
    first = claims["known_on"].min()
    carried = dataset.once(_carried)
    found: list[RecordDay] = []
    before: Mapping[str, Deployment] = {}
    for day in sorted(days):
        if day < first.date():
            continue
        one = carried.get(day)
        if one is None:
            known = known_as_of(dataset, day).deployments
            one = RecordDay(day, known, tuple(_changed(before, known)))
        found.append(one)
        before = one.known
    return tuple(found)
