"""What claims say about one matter, and which of them tell of the same time and cannot all be true.

A matter is a field of a deployment, such as its base or one nation's contingent. Sources disagree about it as
`record.disagreements` says.
"""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from eastflank.model import Claim, Contribution, Deployment, Standing
from eastflank.record.account import Account, span_of
from eastflank.record.claim_index import ClaimIndex
from eastflank.record.editions import updated
from eastflank.record.hedges import can_both_be_true
from eastflank.record.strength import counts_whole, of_one_word
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


def matters_of(  # noqa: PLR0913 - what is known of a deployment, and what is asked
    one: Deployment,
    account: Account,
    index: ClaimIndex,
    located: Collection[str],
    reasons: Mapping[str, str],
    *,
    standing: bool = False,
) -> Iterator[Matter]:
    """What sound claims say about each field of a deployment, field by field.

    `located` are the places that can contradict each other, `reasons` those of decisions, by id. `standing`:
    only the claims that may be about the time of the one that is followed.
    """
    decisions = {
        (item.field, item.nation): (item.id, item.claim, reasons.get(item.id, ""))
        for item in account.decisions
    }

    def told(field: str, shown: str) -> Sequence[Claim]:
        claims: Sequence[Claim] = account.claims
        if standing:
            followed = index.by_id.get(shown)
            claims = _since(followed.told_last - timedelta(_span(field)), claims) if followed else ()
        gone = None if field == "status" else Standing.GONE
        return [claim for claim in claims if not claim.weak and (gone is None or claim.standing != gone)]

    def matter(field: str, stated: Sequence[Party], shown: str, nation: str = "") -> Matter:
        joined = [part.starts for part in index.parts if part.whole == one.id] if field == "strength" else []
        decision = decisions.get((field, nation), ("", "", ""))
        return Matter(one, field, nation, stated, shown, decision, index.tables, tuple(joined))

    single = one.sort == "unit"
    shown = one.figure.claim if one.figure else ""
    strengths = [
        Party(claim, "", claim) for claim in told("strength", shown) if counts_whole(claim, single=single)
    ]
    yield matter("strength", strengths, shown)
    in_force = {part.nation: part.figure.claim for part in one.contingents if part.figure and not part.old}
    sent = (
        {nation: told("contingent", claim) for nation, claim in in_force.items()}
        if standing
        else _by_nation(told("contingent", ""))
    )
    for nation, claims in sorted(sent.items()):
        if single and one.lead == (nation,) and _is_the_whole(nation, account):
            continue  # its figures are compared as those of the whole
        said = [Party(claim, "", part) for claim in claims for part in claim.contributions
                if part.stated and part.nation == nation]  # fmt: skip
        yield matter("contingent", said, in_force.get(nation, ""), nation)
    for field in ("place", "lead", "host", "status", "starts"):
        shown = getattr(one, f"{field}_claim") or ""
        stating = [Party(claim, _text(claim, field)) for claim in told(field, shown) if getattr(claim, field)]
        if field == "place":
            stating = [item for item in stating if item.value in located]
        if field == "status":
            stating = [item for item in stating if _tells_of_now(item.claim)]
        yield matter(field, stating, shown)


def _since(day: date, claims: Sequence[Claim]) -> Sequence[Claim]:
    """Of claims in order, those that may describe this day or a later one."""
    return claims[bisect.bisect_left(claims, day, key=lambda claim: claim.told_last) :]


def _by_nation(claims: Iterable[Claim]) -> Mapping[str, Sequence[Claim]]:
    """The claims that state a contingent of each nation."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        for nation in dict.fromkeys(part.nation for part in claim.contributions if part.stated):
            found.setdefault(nation, []).append(claim)
    return found


def _is_the_whole(nation: str, account: Account) -> bool:
    """Whether each sound claim that states a nation's contingent states the same figure of the whole.

    None of them states a contingent of another nation.
    """
    return all(
        part.nation == nation
        and counts_whole(claim, single=True)
        and (part.low, part.high) == (claim.low, claim.high)
        for claim in account.claims
        if not claim.weak and claim.standing != Standing.GONE
        for part in claim.contributions
        if part.stated
    )


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


def differing(matter: Matter, *, standing: bool = False) -> Iterator[Sequence[Party]]:
    """Claims of one time that cannot all be true, the newest first.

    Groups claims: the newest one and those about its time; then the newest of the rest, and so on.
    Of one source only claims of the same days differ: from day to day it may correct itself. `standing`:
    only until the group of the claim that is followed.
    """
    listed: set[str] = set()
    if len({item.claim.source for item in matter.stated}) > 1:  # in most matters, no other source speaks
        for parties in _of_sources(matter, standing=standing):
            listed.update(item.claim.id for item in parties)
            yield parties
    for parties in _of_one_source(matter):
        if not listed.issuperset(item.claim.id for item in parties):
            yield parties


def _of_sources(matter: Matter, *, standing: bool) -> Iterator[Sequence[Party]]:
    """The groups in which sources differ."""
    left = list(matter.stated)
    span = timedelta(days=_span(matter.field))
    while len(left) > 1:
        newest = left.pop()
        one = newest.claim
        same: Sequence[Party] = ()
        if one.told_last - one.told_first <= 2 * span:  # otherwise no other is surely about its time
            # They are sorted by the last day that they describe: anything older than this is too far away.
            first = bisect.bisect_left(left, one.told_first - span, key=lambda item: item.claim.told_last)
            near = left[first:]
            same = [item for item in near if _of_one_time(item.claim, one, span, matter)]
            done = {id(item) for item in same}
            left[first:] = [item for item in near if id(item) not in done]
        old = updated((item.claim for item in (*same, newest)), matter.tables)
        others = [
            item
            for item in reversed(same)
            if (item.claim.source != one.source or _is_one_word(item.claim, one, matter))
            and item.claim.id not in old
        ]
        if not all(_agree(item, newest, matter.field) for item in others):
            yield [newest, *others]
        if standing and any(item.claim.id == matter.shown for item in (newest, *same)):
            return


def _of_one_source(matter: Matter) -> Iterator[Sequence[Party]]:
    """The groups in which one source states different values for the same days, the newest claim first."""
    if len({item.claim.told_last for item in matter.stated}) == len(matter.stated):  # the usual case
        return
    words: dict[object, list[Party]] = {}
    for item in reversed(matter.stated):
        words.setdefault((item.claim.source, item.claim.told_last), []).append(item)
    for newest, *rest in words.values():
        others = [item for item in rest if _is_one_word(item.claim, newest.claim, matter)]
        if not all(_agree(item, newest, matter.field) for item in others):
            yield [newest, *others]


def _is_one_word(claim: Claim, other: Claim, matter: Matter) -> bool:
    """Whether two claims of a matter are what one source says of the same days and the same standing.

    Of several units together it may name some leads, hosts and bases in one sentence, and some in another.
    """
    if matter.deployment.sort != "unit" and matter.field in ("lead", "host", "place"):
        return False
    if not _same_standing(claim, other, matter.field):
        return False
    return of_one_word(claim, other) or (
        matter.field == "starts" and of_one_word(claim._replace(starts=other.starts), other)
    )


def _of_one_time(claim: Claim, newest: Claim, span: timedelta, matter: Matter) -> bool:
    """Whether an earlier claim and the newest one of a matter are about one time, and the same standing."""
    return (
        newest.told_last - span <= claim.told_first
        and claim.told_last <= newest.told_first + span
        and _same_standing(claim, newest, matter.field)
        and not any(claim.told_last < day <= newest.told_last for day in matter.joined)
    )


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
