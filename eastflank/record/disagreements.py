"""Values of different sources for the same thing at the same time, side by side.

Sources disagree if two sound values of the same standing, for days at most ninety days apart, cannot both be
true. For a base, which is used for a whole rotation, it is 180 days. “About 450” and 455 can both be true; so
can two sets of nations if one contains the other. One source disagrees with itself only about the same days:
from day to day it may correct itself. Both are shown until a newer claim comes after those days;
then they are history. A later file of an imported table updates a row of an earlier one: these do not
disagree.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias

from eastflank.model import Claim, Dataset, Deployment, Hedged
from eastflank.record.account import Account, at_most_apart
from eastflank.record.as_of import Known
from eastflank.record.claim_index import RANKS
from eastflank.record.matters import Matter, Party, differing, matters_of
from eastflank.record.repeated import short_index_of
from eastflank.words.chosen import disputes

Why: TypeAlias = Literal[
    "neither", "both", "overtaken", "decided", "later status", "newest", "further status", "more reliable",
    "more credible", "last by id",
]  # fmt: skip
"""Why a claim is followed; `overtaken`: it is a newer one than those that differ."""
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


@dataclass(frozen=True)
class Disagreement:
    """One matter on which sources differ."""

    deployment: str
    field: str
    """One of FIELDS."""
    nation: str
    """Whose contingent it is; empty for any other field."""
    parties: tuple[Party, ...]
    """The claims with what they say, newest first, without those that only repeat; at least two differ."""
    apart: int
    """The most days that may lie between the newest of them and another; 0 if all tell of the same day."""
    shown: str
    """The claim that is followed: one of these, or a newer one that overtook them; empty if none is."""
    why: Why
    """Why it is followed."""
    stands: bool
    """Whether one of these values is still in force; otherwise a newer claim overtook them."""
    decision: str
    """The id of the curator's decision that settles it; empty if there is none."""
    reason: str
    """The curator's reason; empty if there is no decision."""
    repeated: Mapping[str, tuple[str, ...]] = dataclasses.field(
        default_factory=dict, compare=False, repr=False
    )
    """As in `ClaimIndex`."""

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What each claim says, newest first; also those that only repeat."""
        newest, *others = self.parties
        return (_statement(newest), *(one for item in others for one in _statements(item, self.repeated)))

    @property
    def rule(self) -> str:
        """Why it is followed, in a sentence that names its claim by the id."""
        return disputes.followed(self.why, self.shown)

    @property
    def low(self) -> int | None:
        """The lowest figure stated; None if there is none, or if the matter is not a figure."""
        return min((one.low for one in self._figures if one.low is not None), default=None)

    @property
    def high(self) -> int | None:
        """The highest figure stated; None if one has no upper bound."""
        highs = [one.high for one in self._figures if one.high is not None]
        return max(highs) if len(highs) == len(self.parties) else None

    @property
    def hedge(self) -> str | None:
        """The hedge of the range: “about” if one of the figures has it."""
        hedges = {one.hedge for one in self._figures} or {None}
        return hedges.pop() if len(hedges) == 1 else "about" if "about" in hedges else None

    @property
    def _figures(self) -> Sequence[Hedged]:
        return [item.figure for item in self.parties if item.figure is not None]


def disagreements_in(
    dataset: Dataset, known: Known, among: Collection[str] | None = None, *, standing: bool = False
) -> tuple[Disagreement, ...]:
    """Every disagreement among the known claims, current ones first, then by deployment and field.

    If ids are given in `among`, only those about these deployments. `standing`: only those with a value
    that is still in force, which is much faster if there are many claims.
    """
    found = [
        one
        for deployment, account in known.accounts.items()
        if among is None or deployment in among
        if _may_differ(account.claims)
        for one in dataset.latest(_KEPT, _about, known.deployments[deployment], account, standing=standing)
    ]
    return tuple(sorted(found, key=_order))


def _may_differ(claims: Sequence[Claim]) -> bool:
    """Whether two sources, or one source twice of one day, speak of a deployment: a quick look."""
    return len({claim.source for claim in claims}) > 1 or len({claim.told_last for claim in claims}) < len(
        claims
    )


_KEPT = 4096
"""For how many states of deployments their disagreements are cached: most are the same on many days."""


def _about(
    dataset: Dataset, one: Deployment, account: Account, *, standing: bool
) -> tuple[Disagreement, ...]:
    """The disagreements about a deployment as it is known from an account of its claims."""
    reasons = {row.id: row.reason for row in dataset.decision_rows}
    index, located = short_index_of(dataset), dataset.once(_located)
    found = (
        _disagreement(matter, parties, account)
        for matter in matters_of(one, account, index, located, reasons, standing=standing)
        for parties in differing(matter, standing=standing)
    )
    return tuple(one for one in found if one.stands or not standing)


def _located(dataset: Dataset) -> frozenset[str]:
    """The places that can contradict each other."""
    return frozenset(place for place, one in dataset.places_by_id.items() if one.precision in _POINTS)


def _disagreement(matter: Matter, parties: Sequence[Party], account: Account) -> Disagreement:
    ids = [item.claim.id for item in parties]
    decision, decided, reason = matter.decision
    if decided not in ids:
        decision, decided, reason = "", "", ""
    stands = matter.shown in ids and not matter.deployment.over
    if matter.shown == "" or matter.deployment.over:
        why: Why = "neither"
    elif not stands:
        why = "overtaken"
    elif decision and matter.shown == decided:
        why = "decided"
    else:
        why = _why(matter, parties)
    return Disagreement(
        deployment=matter.deployment.id,
        field=matter.field,
        nation=matter.nation,
        parties=tuple(parties),
        apart=max(at_most_apart(item.claim, parties[0].claim) for item in parties[1:]),
        shown=matter.shown,
        why=why,
        stands=stands,
        decision=decision,
        reason=reason,
        repeated=account.repeated,
    )


def _why(matter: Matter, parties: Sequence[Party]) -> Why:
    """The rule by which one of the parties is followed."""
    if matter.field == "strength" and len(matter.deployment.disputed) > 1:
        return "both"
    if matter.field == "status":
        return "later status"
    followed = next(item.claim for item in parties if item.claim.id == matter.shown)
    rival = next((item.claim for item in parties if item.claim.id != matter.shown), followed)
    if followed.told_last != rival.told_last:
        return "newest"
    return _first_difference(followed, rival)


def _first_difference(followed: Claim, rival: Claim) -> Why:
    """What ranks one claim before another of the same day."""
    ranks = [-1 if claim.status is None else RANKS[claim.status] for claim in (followed, rival)]
    if ranks[0] > ranks[1]:
        return "further status"
    if followed.grade[:1] != rival.grade[:1]:
        return "more reliable"
    if followed.grade == rival.grade:
        return "last by id"
    return "more credible"


def _statements(item: Party, repeated: Mapping[str, tuple[str, ...]]) -> Iterator[Statement]:
    """What a claim says, after those that only repeat it: the newest come first."""
    said = _statement(item)
    for claim in reversed(repeated.get(item.claim.id, ())):
        yield replace(said, claim=claim)
    yield said


def _statement(item: Party) -> Statement:
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
    newest = found.parties[0].claim.told_last.toordinal()
    return not found.stands, found.deployment, FIELDS.index(found.field), found.nation, -newest
