"""What the claims known of one deployment amount to: which of them count, and for what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from eastflank.model import Claim, Deployment, Standing
from eastflank.record.claim_index import (
    RANKS,
    Decision,
    displaces,
    in_order,
    months_later,
    place_in_order,
    years_later,
)

ROTATION = 180
"""In days: about half a year, the usual length of a rotation. Two claims on a base that are no further apart
may be about the same time."""
OLD = 18
"""A figure that was not renewed for so many months is no longer in any sum."""
SILENT = 2
"""After so many years without a report a unit is marked, and a plan is no longer drawn."""
SAME_TIME = 90
"""Two claims on anything else that are at most so many days apart may be about the same time."""


@dataclass(frozen=True, eq=False)
class Account:
    """The known claims about a deployment, sorted by what they can be used for."""

    deployment: str
    claims: tuple[Claim, ...]
    """All of them, in order."""
    lasting: tuple[Claim, ...]
    """Those after its last end; all of them if it has no end, or if none follows the end. Without the ends
    that it survived."""
    end: Claim | None
    """The claim that says that it is over; None if it is not over."""
    arrival: Claim | None
    """The first of the lasting claims that says it is in place; None if none does."""
    counting: tuple[Claim, ...]
    """The lasting claims without plans that were made after it was in place."""
    later_plans: tuple[Claim, ...]
    """These plans: they are shown beside what is there and do not change it."""
    decisions: tuple[Decision, ...]
    repeated: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """As in `ClaimIndex`."""

    def alike(self, claim: Claim) -> tuple[str, ...]:
        """The ids of a claim and of those after it that only repeat it."""
        return (claim.id, *self.repeated.get(claim.id, ()))

    @cached_property
    def claim_count(self) -> int:
        """How many claims are known, with those that only repeat."""
        return sum(1 + len(self.repeated.get(claim.id, ())) for claim in self.claims)

    @cached_property
    def turns(self) -> tuple[date, ...]:
        """The days after which a part of it ends, is due or becomes too old, in order."""
        days = set()
        for claim in self.claims:
            days |= {months_later(claim.told_first, OLD), years_later(claim.told_last, SILENT)}
            days |= {day for day in (claim.ends_last, claim.starts_last) if day}
        return tuple(sorted(days))


_PLANS = (Standing.CONSIDERED, Standing.PLANNED)


def account_of(
    deployment: str,
    claims: Iterable[Claim],
    decisions: Iterable[Decision],
    repeated: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Account:
    """The account of a deployment from the known claims about it; `repeated` as in `ClaimIndex`."""
    ordered, survived = _with_ends_in_place(in_order(claims))
    gone = max(
        (
            at
            for at, claim in enumerate(ordered)
            if claim.standing == Standing.GONE and claim.id not in survived
        ),
        default=-1,
    )
    after = ordered[gone + 1 :]
    # A weak claim does not revive what a sound one ended, unless it is two years newer.
    revived = any(claim.status and displaces(claim, ordered[gone]) for claim in after)
    end = ordered[gone] if gone >= 0 and not revived else None
    lasting = after if revived and gone >= 0 else ordered
    lasting = tuple(claim for claim in lasting if claim.id not in survived) if survived else lasting
    arrival = next((claim for claim in lasting if claim.standing == Standing.PRESENT), None)
    # One pass: comparing each with all others would take hours for a hundred thousand claims.
    plans = [
        arrival is not None and claim.standing in _PLANS and is_later_plan(claim, arrival)
        for claim in lasting
    ]
    return Account(
        deployment=deployment,
        claims=ordered,
        lasting=lasting,
        end=end,
        arrival=arrival,
        counting=tuple(claim for claim, plan in zip(lasting, plans, strict=True) if not plan),
        later_plans=tuple(claim for claim, plan in zip(lasting, plans, strict=True) if plan),
        decisions=tuple(one for one in decisions if one.deployment == deployment),
        repeated=repeated,
    )


def _with_ends_in_place(ordered: Sequence[Claim]) -> tuple[tuple[Claim, ...], frozenset[str]]:
    """The claims in order, and the ends that the unit survived, because its source says what came after.

    A list may have two rows of one unit: the one that left in April, and the one that is there since May. On
    one day the end would come last in order. If the source says on the same day that it is there, the end is
    that of a rotation and not of the unit. If it says that it is planned again, the end comes first.
    """
    ends = [claim for claim in ordered if claim.standing == Standing.GONE]
    if not ends:
        return tuple(ordered), frozenset()
    told: defaultdict[tuple[str, date], list[Claim]] = defaultdict(list)
    for claim in ordered:
        if claim.standing not in (None, Standing.GONE):
            told[claim.source, claim.told_last].append(claim)
    survived, before = set(), set()
    for end in ends:
        later = [one for one in told[end.source, end.told_last] if end.source and _is_later(one, end)]
        if any(one.standing == Standing.PRESENT for one in later):
            survived.add(end.id)
        elif later:
            before.add(end.id)
    if before:
        ordered = sorted(ordered, key=lambda one: (one.told_last, one.id not in before, place_in_order(one)))
    return tuple(ordered), frozenset(survived)


def _is_later(claim: Claim, end: Claim) -> bool:
    """Whether a claim of the same source and day as the end of a unit is about a time after it."""
    starts, over = claim.starts_last, end.ends_last
    if claim.ends_last is not None and (over is None or claim.ends_last <= over):
        return False
    if starts is None:
        return claim.standing == Standing.PRESENT and over is not None and over < claim.told_last
    began = end.starts_last
    return (over is not None and starts >= over) or (began is not None and starts > began)


def is_later_plan(claim: Claim, arrival: Claim) -> bool:
    """Whether a claim plans something for a deployment that is in place already.

    A plan for later never changes the lead, place, strength or status of what is there.
    """
    if claim.standing not in _PLANS:
        return False
    # A plan from the same day on which a source says it is in place is for later.
    same_day = claim.told_last == arrival.told_last and claim.source == arrival.source
    return same_day or place_in_order(claim) > place_in_order(arrival)


@dataclass(frozen=True, slots=True)
class ChosenClaim:
    """The claim that a field follows, and the weak claims that it did not follow."""

    claim: Claim | None
    set_aside: tuple[Claim, ...] = ()


def newest(claims: Iterable[Claim]) -> ChosenClaim:
    """The newest of the claims that state a field; a weak one displaces a sound one only after two years."""
    found: Claim | None = None
    aside: list[Claim] = []
    for claim in claims:
        if found is None or displaces(claim, found):
            found = claim
            aside = []
        else:
            aside.append(claim)
    return ChosenClaim(found, tuple(aside))


def settled(
    account: Account, field: str, chosen: Claim | None, candidates: Sequence[Claim], nation: str = ""
) -> Claim | None:
    """The chosen claim, or the one that a curator decided for, while both may be about the same time."""
    if chosen is None:
        return None
    for decision in account.decisions:
        if (decision.field, decision.nation) != (field, nation):
            continue
        decided = next((claim for claim in candidates if claim.id == decision.claim), None)
        if decided and days_apart(decided, chosen) <= span_of(field):
            return decided
    return chosen


def span_of(field: str) -> int:
    """How many days may lie between two claims about the same time, by their subject."""
    return ROTATION if field == "place" else SAME_TIME


def days_apart(one: Claim, other: Claim) -> int:
    """How many days lie between the periods that two claims may describe; 0 if they overlap."""
    gap = max((one.told_first - other.told_last).days, (other.told_first - one.told_last).days)
    return max(gap, 0)


def at_most_apart(one: Claim, other: Claim) -> int:
    """The most days that may lie between the days that two claims describe."""
    return max((one.told_last - other.told_first).days, (other.told_last - one.told_first).days)


def status_claim(account: Account) -> Claim | None:
    """The claim whose status a deployment has.

    A status moves forward until it is over. Once the deployment is there, the newest claim decides whether it
    is leaving. A weak claim may say so too, but a weak claim never withdraws it.
    """
    if account.end:
        return settled(account, "status", account.end, account.claims)
    stating = [claim for claim in account.counting if claim.status]
    there = [claim for claim in stating if claim.standing == Standing.PRESENT]
    if there:
        found = there[0]
        for claim in there:
            if displaces(claim, found) or RANKS[claim.status or ""] > RANKS[found.status or ""]:
                found = claim
        return settled(account, "status", found, there)
    furthest = max(
        stating, key=lambda claim: (RANKS[claim.status or ""], place_in_order(claim)), default=None
    )
    return settled(account, "status", furthest, stating)


def end_claim(account: Account) -> Claim | None:
    """The claim that states when a deployment ends; None if none does, or if it was there later."""
    stating = [claim for claim in account.counting if claim.ends_last]
    stated = newest(stating).claim
    if stated is None or stated.ends_last is None:
        return None
    last = stated.ends_last
    return None if any(was_there_after(claim, last) for claim in account.counting) else stated


def was_there_after(claim: Claim, day: date) -> bool:
    """Whether a claim says that a deployment is in place after a day."""
    return claim.standing == Standing.PRESENT and claim.told_last > day


def with_basis(one: Deployment, claims: Mapping[str, Claim]) -> Deployment:
    """The deployment, marked if its status is a curator's inference or rests on the silence of a list."""
    claim = claims.get(one.status_claim or "")
    if claim is None or claim.basis in ("quoted", "cited"):
        return one
    return replace(one, status_judged=claim.basis == "judged", status_inferred=claim.basis == "inferred")
