"""Who takes part in a deployment with how many people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from eastflank.model import Claim, Contingent, Contribution, Figure, Standing
from eastflank.record.account import OLD, SILENT, Account, days_apart, span_of
from eastflank.record.claim_index import displaces, months_later, years_later


@dataclass(frozen=True, slots=True)
class Participation:
    """What the claims so far say about one nation."""

    claim: Claim
    """The newest claim that says it takes part."""
    stated: Claim | None = None
    """The claim of its figure."""
    sent: Contribution | None = None
    """That figure."""

    def by(self, claim: Claim) -> Participation:
        """The same part, with a newer claim that says it takes part."""
        return Participation(claim, self.stated, self.sent)


def contingents_of(  # noqa: PLR0913 - what is known of a deployment's parts, of the whole, and the day
    account: Account,
    parts: Mapping[str, Participation],
    standing: Standing | None,
    whole: Figure | None,
    day: date,
    *,
    group: bool = False,
) -> tuple[Contingent, ...]:
    """The nations that take part in a deployment on `day`, by code, from its `parts_of`.

    A nation's figure is valid until a newer claim replaces it, a complete list omits it, a source says that
    it left, a newer figure of the whole is smaller, or a newer figure replaces a whole that it equalled.
    After eighteen months the figure is in no sum any more; the nation still takes part. The lead always takes
    part: a claim that names it, or says that its deployment is in place, is also a report about the lead. A
    plan's contingents are plans. Those of a `group` stay plans even if some of its units are there, since no
    particular unit is meant. `whole` is the strength in force of what is there.
    """
    there = standing in (Standing.PRESENT, Standing.GONE)
    arrival = account.arrival if there else None
    found = []
    for nation, part in sorted(parts.items()):
        planned = _is_planned(part.claim) and (group or not there)
        if planned and years_later(part.claim.told_last, SILENT) < day:
            continue  # a plan that no source repeated for two years
        old = there and not planned and months_later(part.claim.told_first, OLD) < day
        taking_part = _taking_part(account.deployment, nation, part, planned=planned, old=old)
        if group and there and not planned and _is_planned(part.stated):
            found.append(taking_part)  # a plan for the group does not show that the nation is there
        else:
            found.append(_with_figure(taking_part, part, arrival, whole, day))
    return tuple(found)


def parts_of(account: Account) -> tuple[dict[str, Participation], dict[str, str]]:
    """What the claims say about each nation's part; for nations that left, the claim that says so."""
    parts: dict[str, Participation] = {}
    former: dict[str, str] = {}
    leading: Claim | None = None
    for claim in account.counting:
        if claim.standing == Standing.GONE:
            continue
        if claim.lead and (leading is None or displaces(claim, leading)):
            leading = claim
        listed = {sent.nation: sent for sent in claim.contributions}
        if claim.complete and listed:
            former.update({nation: claim.id for nation in parts if nation not in listed})
        former.update({nation: claim.id for nation, sent in listed.items() if sent.left})
        for nation, sent in listed.items():
            if not sent.left:
                former.pop(nation, None)
                parts[nation] = _with(parts.get(nation), claim, sent)
        for nation in former:
            parts.pop(nation, None)
        if leading and (claim is leading or claim.standing == Standing.PRESENT):
            # The claim says that the lead takes part, not how many people it has there.
            parts.update({code: parts[code].by(claim) for code in leading.lead if code in parts})
    _decide(account, parts)
    return parts, former


def _with(part: Participation | None, claim: Claim, sent: Contribution) -> Participation:
    if not sent.stated:
        return part.by(claim) if part else Participation(claim)
    if part is None or part.stated is None:
        return Participation(claim, claim, sent)
    if not displaces(claim, part.stated):
        return part.by(claim)
    if sent.low is None and part.sent and part.sent.low is not None:
        # A newer ceiling below the figure replaces it; a ceiling above it does not contradict it.
        most = part.sent.high if part.sent.high is not None else part.sent.low
        if sent.high is None or sent.high >= most or claim.weak:
            return part.by(claim)
    return Participation(claim, claim, sent)


def _decide(account: Account, parts: dict[str, Participation]) -> None:
    """If a curator decided which claim a nation's figure follows, use that claim."""
    for decision in account.decisions:
        part = parts.get(decision.nation)
        if decision.field != "contingent" or part is None or part.stated is None:
            continue
        for claim in account.counting:
            for sent in claim.contributions:
                if (claim.id, sent.nation) != (decision.claim, decision.nation):
                    continue
                if days_apart(claim, part.stated) <= span_of("contingent"):
                    parts[decision.nation] = Participation(part.claim, claim, sent)


def _is_planned(claim: Claim | None) -> bool:
    return claim is not None and claim.standing in (Standing.PLANNED, Standing.CONSIDERED)


def _taking_part(
    deployment: str, nation: str, part: Participation, *, planned: bool, old: bool
) -> Contingent:
    """A nation's part without a figure, by the newest claim that says it takes part."""
    return Contingent(
        deployment=deployment,
        nation=nation,
        figure=None,
        claim=part.claim.id,
        told_on=part.claim.told_first,
        planned=planned,
        old=old,
    )


def _with_figure(
    sent: Contingent, part: Participation, arrival: Claim | None, whole: Figure | None, day: date
) -> Contingent:
    """A nation's part with its figure, if one is in force.

    `arrival` is the first claim that says that the deployment is in place; None if it is not there.
    """
    stated = part.stated
    if stated is None or part.sent is None:
        return sent
    announced = bool(arrival) and not sent.planned and _is_planned(stated)
    if announced and arrival and arrival.told_last > years_later(stated.told_last, 1):
        return sent  # planned too long before the arrival
    if announced and part.sent.low is None:
        return sent  # a planned maximum does not say how many came
    figure = Figure(
        part.sent.low,
        part.sent.high,
        part.sent.hedge,
        stated.id,
        stated.grade,
        stated.told_first,
        stated.told_last,
    )
    if outgrown := _outgrown(figure, stated, whole):
        return replace(sent, outgrown=outgrown)
    old = bool(arrival) and not sent.planned and months_later(figure.told_first, OLD) < day
    return replace(sent, figure=figure, announced=announced, old=old)


def _outgrown(figure: Figure, stated: Claim, whole: Figure | None) -> str:
    """The claim with a newer figure of the whole that ends this one; empty if there is none.

    A smaller whole ends it. If this figure equalled the whole, any new whole ends it: it is then not known
    how much of the new whole is this nation's.
    """
    if whole is None or whole.told_last <= figure.told_last:
        return ""
    if stated.counts != "contingent" and (stated.low, stated.high) == (figure.low, figure.high):
        same_again = (whole.low, whole.high) == (figure.low, figure.high)
        return "" if same_again else whole.claim
    most = whole.high
    least = figure.low if figure.low is not None else figure.high
    return whole.claim if most is not None and least is not None and least > most else ""
