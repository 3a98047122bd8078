"""Values of different sources for the same thing at the same time, side by side.

Sources disagree if two sound values of the same standing, for days at most ninety days apart, cannot both be
true. For a base, which is used for a whole rotation, it is 180 days. “About 450” and 455 can both be true; so
can two sets of nations if one contains the other. Both are shown until a newer claim comes after those days;
then they are history. A later file of an imported table updates a row of an earlier one: these do not
disagree.
"""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from eastflank.model import Claim, Contribution, Dataset, Deployment, Standing
from eastflank.record.account import account_of, at_most_apart, span_of
from eastflank.record.as_of import Known
from eastflank.record.claim_index import RANKS, ClaimIndex, index_of
from eastflank.record.editions import updated
from eastflank.record.hedges import can_both_be_true
from eastflank.record.strength import counts_whole
from eastflank.record.values_differ import DIFFER, one_ends_what_the_other_has
from eastflank.words.chosen import disputes

FIELDS = ("strength", "contingent", "place", "lead", "host", "status", "starts")
"""What sources may disagree about, in the order in which disagreements are listed."""
_POINTS = ("site", "town", "region")
"""Precisions of places that can contradict each other; a sea or a phrase is too wide to contradict."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one claim says about the matter."""

    claim: str
    source: str
    """Its source's id; empty for a judged claim."""
    grade: str
    """Its Admiralty grade, such as B2."""
    first: date
    """The first day that it may describe."""
    day: date
    """The last one."""
    value: str
    """The status, EDTF date, place's id or list of nations that it states; empty for figures."""
    low: int | None = None
    """Fewest persons, for figures."""
    high: int | None = None
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One matter on which sources differ."""

    deployment: str
    field: str
    """One of FIELDS."""
    nation: str
    """Whose contingent it is; empty for any other field."""
    statements: tuple[Statement, ...]
    """What each claim says, newest first; at least two differ."""
    apart: int
    """The most days that may lie between the newest of them and another; 0 if all tell of the same day."""
    shown: str
    """The claim that is followed: one of these, or a newer one that overtook them; empty if none is."""
    rule: str
    """Why it is followed, in a sentence."""
    stands: bool
    """Whether one of these values is still in force; otherwise a newer claim overtook them."""
    decision: str
    """The id of the curator's decision that settles it; empty if there is none."""
    reason: str
    """The curator's reason; empty if there is no decision."""

    @property
    def low(self) -> int | None:
        """The lowest figure stated; None if there is none, or if the matter is not a figure."""
        return min((one.low for one in self.statements if one.low is not None), default=None)

    @property
    def high(self) -> int | None:
        """The highest figure stated; None if one has no upper bound."""
        highs = [one.high for one in self.statements if one.high is not None]
        return max(highs) if len(highs) == len(self.statements) else None

    @property
    def hedge(self) -> str | None:
        """The hedge of the range: “about” if one of the figures has it."""
        hedges = {one.hedge for one in self.statements}
        return hedges.pop() if len(hedges) == 1 else "about" if "about" in hedges else None


def disagreements_in(
    dataset: Dataset, known: Known, among: Collection[str] | None = None
) -> tuple[Disagreement, ...]:
    """Every disagreement among the known claims, current ones first, then by deployment and field.

    If ids are given in `among`, only those about these deployments.
    """
    index = index_of(dataset)
    reasons = {row.id: row.reason for row in dataset.decision_rows}
    by_deployment: dict[str, list[Claim]] = {}
    for row in known.claims:
        deployment = known.shown_in(row)
        if row.id in index.by_id and (among is None or deployment in among):
            by_deployment.setdefault(deployment, []).append(index.by_id[row.id])
    located = frozenset(place for place, one in dataset.places_by_id.items() if one.precision in _POINTS)
    found = [
        one
        for deployment, claims in by_deployment.items()
        if len({claim.source for claim in claims}) > 1
        for one in _of(known.deployments[deployment], claims, index, located, reasons)
    ]
    return tuple(sorted(found, key=_order))


@dataclass(frozen=True, slots=True)
class _Stated:
    """A claim with what it says about one matter."""

    claim: Claim
    value: str
    figure: Claim | Contribution | None = None


@dataclass(frozen=True)
class _Matter:
    deployment: Deployment
    field: str
    nation: str
    stated: Sequence[_Stated]
    """In the order in which they count."""
    shown: str
    decision: tuple[str, str, str]
    """Id, claim and reason of a decision about it; empty texts for none."""
    joined: tuple[date, ...] = ()
    """The days on which a part joined it: figures before and after such a day count different things."""


def _of(
    one: Deployment,
    claims: Sequence[Claim],
    index: ClaimIndex,
    located: frozenset[str],
    reasons: Mapping[str, str],
) -> Iterator[Disagreement]:
    account = account_of(one.id, claims, index.decisions)
    told = [claim for claim in account.claims if not claim.weak]
    sound = [claim for claim in told if claim.standing != Standing.GONE]
    joined = [part.starts for part in index.parts if part.whole == one.id]
    decisions = {
        (item.field, item.nation): (item.id, item.claim, reasons.get(item.id, ""))
        for item in account.decisions
    }
    none = ("", "", "")
    single = one.sort == "unit"
    strengths = [_Stated(claim, "", claim) for claim in sound if counts_whole(claim, single=single)]
    shown = one.figure.claim if one.figure else ""
    yield from _found(
        _Matter(one, "strength", "", strengths, shown, decisions.get(("strength", ""), none), tuple(joined)),
        index.tables,
    )
    sent: dict[str, list[_Stated]] = {}
    for claim in sound:
        for part in claim.contributions:
            if part.stated:
                sent.setdefault(part.nation, []).append(_Stated(claim, "", part))
    in_force = {part.nation: part.figure.claim for part in one.contingents if part.figure and not part.old}
    for nation, said in sorted(sent.items()):
        if one.sort == "unit" and one.lead == (nation,) and set(sent) == {nation}:
            continue  # a whole with only this contingent listed equals the contingent
        decision = decisions.get(("contingent", nation), none)
        yield from _found(
            _Matter(one, "contingent", nation, said, in_force.get(nation, ""), decision), index.tables
        )
    for field in ("place", "lead", "host", "status", "starts"):
        claims_of_field = told if field == "status" else sound
        stating = [_Stated(claim, _text(claim, field)) for claim in claims_of_field if getattr(claim, field)]
        if field == "place":
            stating = [item for item in stating if item.value in located]
        if field == "status":
            stating = [item for item in stating if _tells_of_now(item.claim)]
        claim_id = getattr(one, f"{field}_claim") or ""
        yield from _found(
            _Matter(one, field, "", stating, claim_id, decisions.get((field, ""), none)), index.tables
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


def _found(matter: _Matter, tables: Mapping[str, str]) -> Iterator[Disagreement]:
    """Groups claims: the newest one and those about its time; then the newest of the rest, and so on.

    `tables` are as in `editions.tables_of`.
    """
    left = list(matter.stated)
    span = timedelta(days=_span(matter.field))
    while len(left) > 1:
        newest = left.pop()
        # They are sorted by the last day that they describe: anything older than this is too far away.
        first = bisect.bisect_left(left, newest.claim.told_first - span, key=lambda one: one.claim.told_last)
        near = left[first:]
        same = [
            item
            for item in near
            if at_most_apart(item.claim, newest.claim) <= _span(matter.field)
            and not any(item.claim.told_last < day <= newest.claim.told_last for day in matter.joined)
            and _same_standing(item.claim, newest.claim, matter.field)
        ]
        old = updated((item.claim for item in (*same, newest)), tables)
        others = [
            item
            for item in reversed(same)
            if item.claim.source != newest.claim.source and item.claim.id not in old
        ]
        if not all(_agree(item, newest, matter.field) for item in others):
            yield _disagreement(matter, [newest, *others])
        done = {id(item) for item in same}
        left[first:] = [item for item in near if id(item) not in done]


def _agree(one: _Stated, other: _Stated, field: str) -> bool:
    """Whether both values can be true."""
    if one.figure is not None and other.figure is not None:
        # A ceiling and a figure can both be true if some number fits both.
        return can_both_be_true(one.figure, other.figure)
    if one.value == other.value:
        return True
    if field == "status":
        return not one_ends_what_the_other_has(one.claim, other.claim)
    return not DIFFER[field](one.value, other.value)


def _disagreement(matter: _Matter, parties: Sequence[_Stated]) -> Disagreement:
    statements = tuple(_statement(item) for item in parties)
    ids = [item.claim.id for item in parties]
    decision, decided, reason = matter.decision
    if decided not in ids:
        decision, decided, reason = "", "", ""
    stands = matter.shown in ids and not matter.deployment.over
    if matter.shown == "" or matter.deployment.over:
        rule = disputes.NEITHER_COUNTS
    elif not stands:
        rule = disputes.overtaken_by(matter.shown)
    elif decision and matter.shown == decided:
        rule = disputes.decided_for(matter.shown)
    else:
        rule = _rule(matter, parties)
    return Disagreement(
        deployment=matter.deployment.id,
        field=matter.field,
        nation=matter.nation,
        statements=statements,
        apart=max(at_most_apart(item.claim, parties[0].claim) for item in parties[1:]),
        shown=matter.shown,
        rule=rule,
        stands=stands,
        decision=decision,
        reason=reason,
    )


def _rule(matter: _Matter, parties: Sequence[_Stated]) -> str:
    """The rule by which one of the parties is followed."""
    if matter.field == "strength" and len(matter.deployment.disputed) > 1:
        return disputes.SPANS_BOTH
    if matter.field == "status":
        return disputes.later_status(matter.shown)
    followed = next(item.claim for item in parties if item.claim.id == matter.shown)
    rival = next((item.claim for item in parties if item.claim.id != matter.shown), followed)
    if followed.told_last != rival.told_last:
        return disputes.newest(followed.id)
    return _first_difference(followed, rival)


def _first_difference(followed: Claim, rival: Claim) -> str:
    """What ranks one claim before another of the same day."""
    ranks = [-1 if claim.status is None else RANKS[claim.status] for claim in (followed, rival)]
    if ranks[0] > ranks[1]:
        return disputes.further_status(followed.id)
    if followed.grade[:1] != rival.grade[:1]:
        return disputes.more_reliable(followed.id)
    if followed.grade == rival.grade:
        return disputes.last_by_id(followed.id)
    return disputes.more_credible(followed.id)


def _statement(item: _Stated) -> Statement:
    claim, figure = item.claim, item.figure
    return Statement(
        claim=claim.id,
        source=claim.source,
        grade=claim.grade,
        first=claim.told_first,
        day=claim.told_last,
        value=item.value,
        low=figure.low if figure else None,
        high=figure.high if figure else None,
        hedge=figure.hedge if figure else None,
    )


def _order(found: Disagreement) -> tuple[bool, str, int, str, int]:
    newest = found.statements[0].day.toordinal()
    return not found.stands, found.deployment, FIELDS.index(found.field), found.nation, -newest
