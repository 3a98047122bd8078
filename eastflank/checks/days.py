"""What was known on each day on which anything changes, for the laws that hold on every day."""

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
    """Those that were not known, or otherwise, on the day before it: enough for a law of each for itself."""


def every_day(dataset: Dataset) -> tuple[RecordDay, ...]:
    """Each day on which a claim begins to count or a stated end or a membership begins or has passed.

    Worked out once for a data set: a day takes some tens of milliseconds.
    """
    return dataset.once(_every_day)


def carried_over(before: Dataset, after: Dataset) -> None:
    """Let a dataset take from the one that it was the days on which the same was known.

    These are the days before the first on which another claim counts, where deployments, memberships and
    decisions are the same: a day is folded from those, and from the claims known by then, alone.
    """
    old, new = index_of(before), index_of(after)
    if (
        before.parts
        or after.parts
        or before.deployments_by_id != after.deployments_by_id
        or (old.parts, old.became, old.decisions) != (new.parts, new.became, new.decisions)
    ):
        return
    differ = [one for one in old.by_id.keys() | new.by_id.keys() if old.by_id.get(one) != new.by_id.get(one)]
    claims = [claim for one in differ for claim in (old.by_id.get(one), new.by_id.get(one)) if claim]
    first = min((claim.known_on for claim in claims), default=date.max)
    days = {one.day: one for one in every_day(before) if one.day < first}
    after.once(_carried).update(days)


def _carried(_: Dataset) -> dict[date, RecordDay]:
    """The days that another dataset has folded already."""
    return {}


def _changed(before: Mapping[str, Deployment], known: Mapping[str, Deployment]) -> Iterator[Deployment]:
    for one in known.values():
        was = before.get(one.id)
        if was is not one and was != one:  # most are the very same, and to compare takes longer
            yield one


def _every_day(dataset: Dataset) -> tuple[RecordDay, ...]:
    claims, memberships = dataset.claims, dataset.memberships
    begins = [*claims["known_on"].dropna(), *memberships["starts_last"].dropna()]
    passed = [*claims["ends_last"].dropna(), *memberships["ends_last"].dropna()]
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
