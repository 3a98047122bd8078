"""The deployments of the record that a proposal may be about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from eastflank.intake.stated_fields import nations_of
from eastflank.model import STATUSES, ClaimRow, Dataset, Deployment, Standing

_OVER = frozenset(status for status, standing in STATUSES.items() if standing == Standing.GONE)
_EARLY = timedelta(days=366)
"""A text may be about a deployment if it is at most this much older than the first claim about it."""


@dataclass(frozen=True, slots=True)
class CandidateDeployment:
    """A deployment that a proposal may be about."""

    deployment: str
    name: str
    agrees: tuple[str, ...]
    """The fields in which it agrees: `lead`, `contributors`, `host`, `place`, `kind`."""
    over: bool
    """Whether the record says that it ended, was withdrawn or was denied before the day of the proposal."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the claims say about a deployment, over all time."""

    leads: frozenset[str]
    hosts: frozenset[str]
    places: frozenset[str]
    contributors: frozenset[str]
    first: date
    """The first day that a claim describes."""
    over_on: date | None
    """The day from which it is over; None if it is not."""


def _known(dataset: Dataset) -> Mapping[str, _Known]:
    rows: dict[str, list[ClaimRow]] = {}
    for row in dataset.claim_rows:
        if row.deployment and row.review != "retracted":
            rows.setdefault(row.deployment, []).append(row)
    countries = dataset.once(_countries)
    return {one: _of(found, countries) for one, found in rows.items()}


def _countries(dataset: Dataset) -> Mapping[str, str]:
    """The country of each place that is in one."""
    stated = dataset.places.dropna(subset=["country"])
    return dict(zip(stated["id"], stated["country"], strict=True))


def _of(rows: Sequence[ClaimRow], countries: Mapping[str, str]) -> _Known:
    telling = [row for row in rows if row.status]
    last = max(telling, key=lambda row: row.told_last, default=None)
    places = frozenset(row.place for row in rows if row.place)
    hosts = {code for row in rows for code in row.host}
    hosts |= {countries[one] for one in places if one in countries}
    return _Known(
        frozenset(code for row in rows for code in row.lead),
        frozenset(hosts),
        places,
        frozenset(sent.nation for row in rows for sent in row.contributions),
        min(row.told_first for row in rows),
        last.told_last if last and last.status in _OVER else None,
    )


def candidates(
    values: Mapping[str, str], quote: str, said: date | None, dataset: Dataset
) -> tuple[CandidateDeployment, ...]:
    """The deployments that fit: host and nations agree, and no stated field contradicts."""
    found = []
    for one in dataset.deployments_by_id.values():
        known = dataset.once(_known).get(one.id)
        if known is None or one.sort != "unit" or (said and said + _EARLY < known.first):
            continue
        agrees = _agreement(values, known, quote, one, dataset)
        over = known.over_on is not None and (said is None or known.over_on <= said)
        if agrees is None or (over and values.get("status") not in _OVER):
            continue
        who = {"lead", "contributors"} & set(agrees)
        where = {"host", "place"} & set(agrees)
        named = bool(nations_of(values)) and bool(_hosts(values, dataset))
        if (who and where) or (len(agrees) > 1 and not named):
            found.append(CandidateDeployment(one.id, one.name, agrees, over))
    return tuple(sorted(found, key=lambda one: (-len(one.agrees), one.over, one.deployment)))


def _agreement(
    values: Mapping[str, str], known: _Known, quote: str, one: Deployment, dataset: Dataset
) -> tuple[str, ...] | None:
    """The fields in which a deployment agrees; None if a stated field contradicts."""
    agrees: list[str] = []
    hosts = _hosts(values, dataset)
    if hosts and known.hosts:
        if not hosts & known.hosts:
            return None
        agrees.append("host")
    if values.get("place") in known.places:
        agrees.append("place")
    leads = set(filter(None, values.get("lead", "").split(";")))
    if leads and known.leads:
        if not leads & known.leads:
            return None
        agrees.append("lead")
    sent = set(filter(None, values.get("contributors", "").split(";")))
    if sent & (known.contributors | known.leads):
        agrees.append("contributors")
    kinds = {each.kind.id for each in dataset.deployments_by_id.values()}
    named = {kind for kind in kinds if re.search(rf"\b{re.escape(kind)}s?\b", quote, re.IGNORECASE)}
    if named and one.kind.id not in named | {"presence"}:
        return None
    if one.kind.id in named:
        agrees.append("kind")
    return tuple(agrees)


def _hosts(values: Mapping[str, str], dataset: Dataset) -> set[str]:
    hosts = set(filter(None, values.get("host", "").split(";")))
    country = dataset.once(_countries).get(values.get("place", ""))
    return hosts or ({country} if country else set())
