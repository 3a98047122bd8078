"""What claims say about one matter, and which of them tell of the same time and cannot all be true.

A matter is a field of a deployment, such as its base or one nation's contingent. Sources disagree about it as
`record.disagreements` says.
"""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from eastflank.model import Claim, Contribution, Deployment, Standing
from eastflank.record.account import Account, at_most_apart, span_of
from eastflank.record.claim_index import ClaimIndex
from eastflank.record.editions import updated
from eastflank.record.hedges import can_both_be_true
from eastflank.record.strength import counts_whole
from eastflank.record.values_differ import DIFFER, one_ends_what_the_other_has


@dataclass(frozen=True, slots=True)
class Party:
    """A claim with what it says about one matter."""

    claim: Claim
    value: str
    figure: Claim | Contribution | None = None


@dataclass(frozen=True)
class Matter:
    """What claims say about one field of a deployment."""

    deployment: Deployment
    field: str
    nation: str
    """Whose contingent it is; empty for any other field."""
    stated: Sequence[Party]
    """In the order in which they count."""
    shown: str
    """The claim that is followed; empty if none is."""
    decision: tuple[str, str, str]
    """Id, claim and reason of a decision about it; empty texts for none."""
    tables: Mapping[str, str]
    """As in `editions.tables_of`."""
    joined: tuple[date, ...] = ()
    """The days on which a part joined it: figures before and after such a day count different things."""


def matters_of(
    one: Deployment,
    account: Account,
    index: ClaimIndex,
    located: Collection[str],
    reasons: Mapping[str, str],
) -> Iterator[Matter]:
    """What sound claims say about each field of a deployment, field by field.

    `located` are the places that can contradict each other, `reasons` those of decisions, by id.
    """
    told = [claim for claim in account.claims if not claim.weak]
    sound = [claim for claim in told if claim.standing != Standing.GONE]
    decisions = {
        (item.field, item.nation): (item.id, item.claim, reasons.get(item.id, ""))
        for item in account.decisions
    }

    def matter(field: str, stated: Sequence[Party], shown: str, nation: str = "") -> Matter:
        joined = [part.starts for part in index.parts if part.whole == one.id] if field == "strength" else []
        decision = decisions.get((field, nation), ("", "", ""))
        return Matter(one, field, nation, stated, shown, decision, index.tables, tuple(joined))

    single = one.sort == "unit"
    strengths = [Party(claim, "", claim) for claim in sound if counts_whole(claim, single=single)]
    yield matter("strength", strengths, one.figure.claim if one.figure else "")
    sent: dict[str, list[Party]] = {}
    for claim in sound:
        for part in claim.contributions:
            if part.stated:
                sent.setdefault(part.nation, []).append(Party(claim, "", part))
    in_force = {part.nation: part.figure.claim for part in one.contingents if part.figure and not part.old}
    for nation, said in sorted(sent.items()):
        if single and one.lead == (nation,) and set(sent) == {nation}:
            continue  # a whole with only this contingent listed equals the contingent
        yield matter("contingent", said, in_force.get(nation, ""), nation)
    for field in ("place", "lead", "host", "status", "starts"):
        claims_of_field = told if field == "status" else sound
        stating = [Party(claim, _text(claim, field)) for claim in claims_of_field if getattr(claim, field)]
        if field == "place":
            stating = [item for item in stating if item.value in located]
        if field == "status":
            stating = [item for item in stating if _tells_of_now(item.claim)]
        yield matter(field, stating, getattr(one, f"{field}_claim") or "")


def _tells_of_now(claim: Claim) -> bool:
    """Whether a status is about the described day: a status for a later time does not contradict it."""
    return claim.starts_last is None or claim.starts_last <= claim.told_last


def _text(claim: Claim, field: str) -> str:
    value: str | tuple[str, ...] = getattr(claim, field)
    return value if isinstance(value, str) else ";".join(value)


_AT_ONCE = 14
"""The most days between a claim that something continues and a claim that it is over, to disagree."""


def _span(field: str) -> int:
    return _AT_ONCE if field == "status" else span_of(field)


def _same_standing(one: Claim, other: Claim, field: str) -> bool:
    """Whether two claims are about the same standing: in place, or still planned."""
    if field in ("status", "starts"):
        return True
    there = Standing.PRESENT
    return (one.standing == there) == (other.standing == there)


def differing(matter: Matter) -> Iterator[Sequence[Party]]:
    """Claims of one time that cannot all be true, the newest first.

    Groups claims: the newest one and those about its time; then the newest of the rest, and so on.
    """
    if len({item.claim.source for item in matter.stated}) <= 1:  # most matters: no other source speaks
        return
    left = list(matter.stated)
    days = _span(matter.field)
    span = timedelta(days=days)
    while len(left) > 1:
        newest = left.pop()
        # They are sorted by the last day that they describe: anything older than this is too far away.
        first = bisect.bisect_left(left, newest.claim.told_first - span, key=lambda one: one.claim.told_last)
        near = left[first:]
        same = [
            item
            for item in near
            if at_most_apart(item.claim, newest.claim) <= days
            and not any(item.claim.told_last < day <= newest.claim.told_last for day in matter.joined)
            and _same_standing(item.claim, newest.claim, matter.field)
        ]
        old = updated((item.claim for item in (*same, newest)), matter.tables)
        others = [
            item
            for item in reversed(same)
            if item.claim.source != newest.claim.source and item.claim.id not in old
        ]
        if not all(_agree(item, newest, matter.field) for item in others):
            yield [newest, *others]
        done = {id(item) for item in same}
        left[first:] = [item for item in near if id(item) not in done]


def _agree(one: Party, other: Party, field: str) -> bool:
    """Whether both values can be true."""
    if one.figure is not None and other.figure is not None:
        # A ceiling and a figure can both be true if some number fits both.
        return can_both_be_true(one.figure, other.figure)
    if one.value == other.value:
        return True
    if field == "status":
        return not one_ends_what_the_other_has(one.claim, other.claim)
    return not DIFFER[field](one.value, other.value)
