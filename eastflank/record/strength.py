"""The strength of a deployment: of what is there, or of the plan if nothing is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from eastflank.grades import is_weak
from eastflank.model import Claim, Figure, Standing
from eastflank.record.account import SILENT, Account, newest, settled
from eastflank.record.claim_index import displaces, place_in_order, years_later
from eastflank.record.hedges import can_both_be_true

LEVELS = (None, "whole", "sum")
"""What a figure of a whole deployment may count; a contingent, an increment, a staff or an authorised number
is never its strength."""


@dataclass(frozen=True, slots=True)
class Strength:
    """What is known about a deployment's strength."""

    figure: Figure | None = None
    counts: str | None = None
    announced: bool = False
    disputed: tuple[str, ...] = ()
    set_aside: tuple[Claim, ...] = ()
    earlier: Figure | None = None
    """A figure that is no longer in force: more people leave than it counts."""
    ended_by: str = ""
    """The claim that says how many leave."""


def strength_of(account: Account, standing: Standing | None, *, single: bool) -> Strength:
    """The strength of a deployment. `single`: whether it is one unit, so that “one unit” means the whole.

    For a deployment that is there, only claims count that say that it is there. If none of them states a
    figure, the strength announced in the year before its arrival is used, “as announced”. Until it is in
    place a plan's figure is a plan.
    """
    figures = [claim for claim in account.counting if counts_whole(claim, single=single)]
    if standing not in (Standing.PRESENT, Standing.GONE):
        return _chosen(account, [claim for claim in figures if claim.standing != Standing.GONE])
    there = [
        claim for claim in figures if claim.standing == Standing.PRESENT or _follows(claim, account.arrival)
    ]
    if there:
        return _without_those_who_leave(_chosen(account, there), account)
    return _announced(account, figures)


def stated_with_end(account: Account, status: str | None) -> Figure | None:
    """The figure that the claims of a unit state together with the word for its end, such as “withdrawn”.

    It is never a strength: the claim does not say whether so many were there, were planned, or left.
    """
    saying = (claim for claim in account.counting if claim.standing == Standing.GONE)
    of_status = [claim for claim in saying if claim.status == status and counts_whole(claim, single=True)]
    return _chosen(account, of_status).figure


def _without_those_who_leave(strength: Strength, account: Account) -> Strength:
    """No strength if it is weak and a later sound claim says that more people leave than it counts."""
    figure = strength.figure
    if figure is None or not is_weak(figure.grade):
        return strength
    most = figure.high if figure.high is not None else figure.low
    if most is None:
        return strength
    for claim in account.counting:
        if (
            claim.status == "leaving"
            and not claim.weak
            and claim.low is not None
            and claim.low >= most + (claim.hedge != "more than")
            and claim.told_last > figure.told_last
        ):
            return Strength(set_aside=strength.set_aside, earlier=figure, ended_by=claim.id)
    return strength


def _follows(claim: Claim, arrival: Claim | None) -> bool:
    """Whether a claim without a status is later than the first claim that the deployment is in place."""
    return claim.standing is None and arrival is not None and place_in_order(claim) > place_in_order(arrival)


def counts_whole(claim: Claim, *, single: bool) -> bool:
    """Whether a claim states the strength of its whole deployment."""
    return claim.stated and (claim.counts in LEVELS or (single and claim.counts == "unit"))


def of_one_word(claim: Claim, other: Claim) -> bool:
    """Whether one source makes both claims, of the same days and for the same stated period."""
    return bool(claim.source) and _word(claim) == _word(other)


def _word(claim: Claim) -> tuple[object, ...]:
    return claim.source, claim.told_first, claim.told_last, claim.starts, claim.ends


def figure_of(claim: Claim) -> Figure:
    """The figure that a claim states."""
    return Figure(
        claim.low, claim.high, claim.hedge, claim.id, claim.grade, claim.told_first, claim.told_last
    )


def target_of(account: Account, figure: Figure | None, day: date, *, single: bool) -> Claim | None:
    """The newest plan of a strength for what is there on `day`, with `figure`; None if there is none.

    A plan from before the arrival remains a plan as long as the deployment has not reached it. It ends once
    its own day has come and a newer figure of the whole, or a later report that the deployment is there,
    exists; once the planned period would be over; and, if it was not reached, two years after it was made.
    """
    planned = (Standing.CONSIDERED, Standing.PLANNED)
    plans = [
        claim for claim in account.lasting if claim.standing in planned and counts_whole(claim, single=single)
    ]
    target = newest(plans).claim
    if target is None or _has_come(target, account, figure, day):
        return None
    if target.ends_last and target.ends_last < day:
        return None
    if years_later(target.told_last, SILENT) < day or _is_reached(target, figure):
        return None
    return target


def _has_come(target: Claim, account: Account, figure: Figure | None, day: date) -> bool:
    """Whether the stated start of a plan has passed, and something newer says what is there."""
    start = target.starts_last
    if start is None:
        return False
    if figure and figure.told_last >= start:
        return True
    if start >= day:
        return False
    if figure and figure.told_last > target.told_last:
        return True
    return any(
        claim.standing == Standing.PRESENT and not claim.weak and claim.told_last >= start
        for claim in account.lasting
    )


def _is_reached(target: Claim, figure: Figure | None) -> bool:
    """Whether the deployment, by a claim later than the plan, is as strong as the plan or fits it."""
    if figure is None or figure.told_last <= target.told_last:
        return False
    if can_both_be_true(target, figure):
        return True
    wanted = target.high if target.low is None else target.low
    return figure.low is not None and wanted is not None and figure.low >= wanted


def _announced(account: Account, figures: Iterable[Claim]) -> Strength:
    found = next(
        (
            claim
            for claim in account.lasting
            if claim.standing == Standing.PRESENT and not claim.weak and claim.counts != "staff"
        ),
        None,
    )
    if found is None:
        return Strength()
    within = [
        claim
        for claim in figures
        if claim.standing == Standing.PLANNED and found.told_last <= years_later(claim.told_last, 1)
    ]
    chosen = _chosen(account, within)
    return Strength(chosen.figure, chosen.counts, chosen.figure is not None, (), chosen.set_aside)


def _chosen(account: Account, claims: Sequence[Claim]) -> Strength:
    found: Claim | None = None
    aside: list[Claim] = []
    for claim in claims:
        if found is None or _replaces(claim, found):
            found, aside = claim, []
        elif claim.weak and not claim.ceiling:
            aside.append(claim)
    found = settled(account, "strength", found, claims)
    if found is None:
        return Strength()
    figure, disputed = _spanned(account, found, claims)
    decided = any(one.field == "strength" and one.claim == found.id for one in account.decisions)
    if decided:
        figure, disputed = figure_of(found), ()
    if (figure.high if figure.high is not None else figure.low) == 0:
        # Unknown is never 0, and if nobody is there, it is over. An older figure does not count again.
        return Strength(set_aside=tuple(aside))
    return Strength(figure, found.counts or "whole", disputed=disputed, set_aside=tuple(aside))


def _replaces(newer: Claim, older: Claim) -> bool:
    """Whether a newer figure replaces an older one.

    A newer sound ceiling below the current figure replaces it; a ceiling above it does not contradict it.
    """
    if not newer.ceiling or older.ceiling:
        return displaces(newer, older)
    most = older.high if older.high is not None else older.low
    return not newer.weak and newer.high is not None and most is not None and newer.high < most


def _spanned(account: Account, found: Claim, claims: Iterable[Claim]) -> tuple[Figure, tuple[str, ...]]:
    """The figure of a claim; if another of the same day and grade contradicts it, a range of both."""
    rivals = [
        claim
        for claim in claims
        if claim.id != found.id
        and (claim.source != found.source or of_one_word(claim, found))
        and (claim.told_last, claim.grade, claim.status) == (found.told_last, found.grade, found.status)
        and claim.ceiling == found.ceiling
        and not can_both_be_true(claim, found)
    ]
    if not rivals:
        return figure_of(found), ()
    parties = [found, *rivals]
    lows = [claim.low for claim in parties if claim.low is not None]
    highs = [claim.high for claim in parties if claim.high is not None]
    hedges = {claim.hedge for claim in parties}
    return (
        Figure(
            low=min(lows, default=None),
            high=max(highs) if len(highs) == len(parties) else None,
            hedge=hedges.pop() if len(hedges) == 1 else "about" if "about" in hedges else None,
            claim=found.id,
            grade=max(claim.grade for claim in parties),
            told_first=min(claim.told_first for claim in parties),
            told_last=found.told_last,
        ),
        tuple(sorted([found.id, *(alike for claim in rivals for alike in account.alike(claim))])),
    )
