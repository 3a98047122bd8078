"""The claims of a dataset as typed values, by deployment and in the order in which they count.

Everything here is the same on every day, so it is computed once for a dataset; a day uses the claims about
each deployment that were known by then.
"""

from __future__ import annotations

import bisect
import calendar
import functools
import operator
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from eastflank.grades import is_weak
from eastflank.model import DO_NOT_COUNT, STATUSES, Claim, ClaimRow, Dataset
from eastflank.model.reading_rows import memberships
from eastflank.record.editions import tables_of

RANKS: Mapping[str, int] = {status: rank for rank, status in enumerate(STATUSES)}
"""How advanced each status is."""
DISPLACES = 2
"""A weak claim must be so many years newer than a sound one to displace it."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A deployment that is a part of another, or became it."""

    member: str
    whole: str
    known_on: date
    """The day from which it is known."""
    starts: date
    """The first day on which it surely holds."""
    ends: date
    """The last day on which it may hold."""

    def holds(self, day: date) -> bool:
        """Whether it is known, and holds, on a day."""
        return self.known_on <= day and self.starts <= day <= self.ends


class Decision(NamedTuple):
    """A curator's decision which claim a field follows."""

    id: str
    deployment: str
    field: str
    nation: str
    """Whose contingent it is about; empty for any other field."""
    claim: str


@dataclass(frozen=True)
class ClaimIndex:
    """The claims about each deployment, and who is part of whom."""

    claims: Mapping[str, tuple[Claim, ...]]
    """By deployment, its own claims in the order of the days from which they count."""
    by_id: Mapping[str, Claim]
    parts: tuple[Membership, ...]
    became: tuple[Membership, ...]
    decisions: tuple[Decision, ...]
    tables: Mapping[str, str]
    """The imported table of each source that is a file of one."""
    repeated: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By claim, the ids of those after it that only repeat it and are left out here; see `repeated`."""

    def number_by(self, deployment: str, day: date) -> int:
        """How many claims about a deployment count on `day`."""
        return bisect.bisect_right(self.claims.get(deployment, ()), day, key=_known_on)

    def first(self, deployment: str, number: int, among: frozenset[str] | None) -> tuple[Claim, ...]:
        """The first so many of its claims; of these only those `among`, if ids are given."""
        known = self.claims.get(deployment, ())[:number]
        return known if among is None else tuple(claim for claim in known if claim.id in among)


_known_on = operator.attrgetter("known_on")


def index_of(dataset: Dataset) -> ClaimIndex:
    """The claims of a dataset by deployment; computed once for each dataset."""
    return dataset.once(_index)


def place_in_order(claim: Claim) -> tuple[date, int, str, int, str]:
    """The sort key of a claim among those about its deployment: the last in order counts first.

    By the day described; on the same day by how advanced the status is, then by the source's reliability,
    then by credibility, then by id.
    """
    rank = -1 if claim.status is None else RANKS[claim.status]
    # A is better than F and 1 better than 6: the complement sorts the better one last.
    letter = chr(ord("Z") - ord(claim.grade[0])) if claim.grade else ""
    digit = 9 - int(claim.grade[1:]) if len(claim.grade) > 1 else 0
    return claim.told_last, rank, letter, digit, claim.id


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """The claims from the first to the last that counts."""
    return sorted(claims, key=place_in_order)


def displaces(newer: Claim, older: Claim) -> bool:
    """Whether a newer claim replaces an older one.

    A weak claim displaces a sound one only if it describes a day more than two years later.
    """
    if not newer.weak or older.weak:
        return True
    return newer.told_last > years_later(older.told_last, DISPLACES)


@functools.cache
def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month if it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def years_later(day: date, years: int) -> date:
    """The same day so many years later; 28 February for a 29th that the year lacks."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _index(dataset: Dataset) -> ClaimIndex:
    found: dict[str, list[Claim]] = {}
    weak = _weak(dataset.claim_rows)
    for row in dataset.claim_rows:
        if row.deployment and row.known_on < date.max and row.review not in DO_NOT_COUNT:
            found.setdefault(row.deployment, []).append(_claim(row, weak=row.id in weak))
    claims = {
        deployment: tuple(sorted(own, key=lambda one: (one.known_on, place_in_order(one))))
        for deployment, own in found.items()
    }
    by_id = {claim.id: claim for own in claims.values() for claim in own}
    parts, became = _memberships(dataset, by_id)
    return ClaimIndex(claims, by_id, parts, became, _decisions(dataset), tables_of(dataset))


def _weak(rows: Iterable[ClaimRow]) -> frozenset[str]:
    """The claims that are weak: by their grade, or because they rest on a weak one."""
    rows = tuple(rows)
    weak = {row.id for row in rows if is_weak(row.grade)}
    for row in rows:
        if weak.intersection(row.rests_on):
            weak.add(row.id)
    return frozenset(weak)


_stated = operator.attrgetter(*Claim._fields[:-3])
"""Values that a claim copies from its row, all at once: one by one, each field takes a second for a
million."""


def _claim(row: ClaimRow, *, weak: bool) -> Claim:
    complete = row.complete or row.counts == "sum"
    sent = tuple(sorted(row.contributions, key=lambda sent: sent.nation)) if row.contributions else ()
    return Claim._make((*_stated(row), complete, weak, sent))


def _memberships(
    dataset: Dataset, claims: Mapping[str, Claim]
) -> tuple[tuple[Membership, ...], tuple[Membership, ...]]:
    found: dict[str, list[Membership]] = {"part": [], "became": []}
    for row in sorted(memberships(dataset.memberships), key=lambda row: row.id):
        starts = row.starts_last or date.min
        claim = claims.get(row.claim)
        known_on = claim.known_on if claim else starts
        found[row.relation].append(
            Membership(row.member, row.whole, known_on, starts, row.ends_last or date.max)
        )
    return tuple(found["part"]), tuple(found["became"])


def _decisions(dataset: Dataset) -> tuple[Decision, ...]:
    # A row with a check answers a finding: it decides nothing between sources.
    return tuple(
        Decision(row.id, row.deployment, row.field, row.nation, row.claim)
        for row in sorted(dataset.decision_rows, key=lambda row: row.id)
        if not row.check and row.deployment and row.field and row.claim
    )
