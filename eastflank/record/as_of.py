"""What is known on a day: claims folded into deployments, each field remembering its claim.

The rules stand in the modules beside this one, each a function that says what it does: the order of claims
in `claim_index`, status and ends in `account`, strengths in `strength`, contingents in `contingents`, groups
in `groups`, statistics in `statistics`. The Method page prints them.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import pandas as pd

from eastflank import dates
from eastflank.model import (
    Claim,
    ClaimRow,
    Contingent,
    Dataset,
    Deployment,
    NationRow,
    Plan,
    Standing,
)
from eastflank.record.account import (
    OLD,
    SILENT,
    Account,
    account_of,
    end_claim,
    newest,
    settled,
    status_claim,
    was_there_after,
)
from eastflank.record.claim_index import ClaimIndex, Membership, index_of, months_later, years_later
from eastflank.record.contingents import contingents_of, former_of
from eastflank.record.groups import is_word_about, units_of, with_groups
from eastflank.record.statistics import with_statistics
from eastflank.record.strength import figure_of, strength_of, target_of


@dataclass(frozen=True, eq=False)
class Known:
    """The deployments known on a day, and the claims they rest on."""

    day: date
    deployments: Mapping[str, Deployment]
    """By id, those with at least one claim."""
    _evidence: tuple[ClaimRow, ...]
    """The claims that may count, newest first, those of one day by id."""
    _current: Mapping[str, str]
    """By id, the deployments that turned out to be another by then, and which."""

    @cached_property
    def claims(self) -> tuple[ClaimRow, ...]:
        """The claims that are known by then, newest first, those of one day by id."""
        latest = -self.day.toordinal()
        return self._evidence[bisect.bisect_left(self._evidence, latest, key=_newness) :]

    def shown_in(self, claim: ClaimRow) -> str:
        """The deployment that a claim now belongs to; empty where it is about none."""
        return _last_name(claim.deployment, self._current)

    @cached_property
    def contingents(self) -> tuple[Contingent, ...]:
        """Every nation's part in every deployment, by deployment and nation."""
        return tuple(one for item in self.deployments.values() for one in item.contingents)


def as_of(dataset: Dataset, day: date, claims: pd.DataFrame | None = None) -> Known:
    """Everything known on `day`, from `claims` if given (a selection of `dataset.claims`).

    A selection of the evidence never revives: what the full record calls ended stays ended, and a value that
    the full record has overtaken says by which claim.

    Raises ValueError when `claims` are no selection of the data set's.
    """
    newest = dataset.once(_newest_first)
    whole = _known(dataset, day, None, newest)
    if claims is None or claims is dataset.claims:
        return whole
    if not claims.index.isin(dataset.claims.index).all():
        raise ValueError("The claims to fold are no selection of the data set's: take rows of its claims.")
    among = frozenset(claims["id"])
    part = _known(dataset, day, among, tuple(row for row in newest if row.id in among))
    return _never_revived(part, whole, dataset.nations_by_code)


def _newness(claim: ClaimRow) -> int:
    return -claim.known_on.toordinal()


def _newest_first(dataset: Dataset) -> tuple[ClaimRow, ...]:
    """The claims that may count, newest first; those of one day by id."""
    counting = (row for row in dataset.claim_rows if row.known_on < date.max and row.review != "retracted")
    return tuple(sorted(counting, key=lambda row: (_newness(row), row.id)))


def _known(
    dataset: Dataset, day: date, among: frozenset[str] | None, evidence: tuple[ClaimRow, ...]
) -> Known:
    index = index_of(dataset)
    current = {one.member: one.whole for one in index.became if one.holds(day)}
    finally_ = {one.member: one.whole for one in index.became}
    accounts = _accounts(dataset, index, day, among, current)
    memberships = [one for one in index.parts if one.holds(day)]
    rows = dataset.deployments_by_id
    found = {
        one: _on_day(dataset, rows[one], account, day, _last_name(one, finally_))
        for one, account in accounts.items()
    }
    found = _with_memberships(found, memberships, current)
    found = _ended_with_wholes(found, accounts)
    found = _with_words_of_groups(found, accounts, day)
    found = with_groups(found, index.by_id)
    found = with_statistics(found, _moves(found), day)
    found = {one.id: _with_basis(_in_force(one), index.by_id) for one in found.values()}
    return Known(day, found, evidence, current)


def _last_name(deployment: str, became: Mapping[str, str]) -> str:
    seen = {deployment}
    while (after := became.get(deployment)) and after not in seen:
        seen.add(after)
        deployment = after
    return deployment


def _accounts(
    dataset: Dataset,
    index: ClaimIndex,
    day: date,
    among: frozenset[str] | None,
    current: Mapping[str, str],
) -> dict[str, Account]:
    """By deployment, the account of its claims and of those of what turned out to be it.

    An account depends on the day only through how many claims are known by then, so it is kept.
    """
    kept = dataset.once(_kept_accounts)
    gathered: dict[str, tuple[Claim, ...]] = {}
    for deployment in dataset.deployments_by_id:
        claims = index.of(deployment, day, among)
        if claims:
            name = _last_name(deployment, current)
            gathered[name] = (*gathered.get(name, ()), *claims)
    found = {}
    for deployment, claims in sorted(gathered.items()):
        key = (deployment, tuple(claim.id for claim in claims))
        if key not in kept:
            if len(kept) > _MOST_KEPT:
                kept.clear()
            kept[key] = account_of(deployment, claims, index.decisions)
        found[deployment] = kept[key]
    return found


_MOST_KEPT = 20_000


def _kept_accounts(_: Dataset) -> dict[tuple[str, tuple[str, ...]], Account]:
    return {}


def _on_day(dataset: Dataset, row: Deployment, account: Account, day: date, same_as: str) -> Deployment:
    """As `_deployment`, made once for all days between two on which something of it grows old or is due."""
    kept = dataset.once(_kept_deployments)
    key = (account, bisect.bisect_left(account.turns, day))
    if key not in kept:
        if len(kept) > _MOST_KEPT:
            kept.clear()
        kept[key] = _deployment(row, account, day, same_as)
    return kept[key]


def _kept_deployments(_: Dataset) -> dict[tuple[Account, int], Deployment]:
    return {}


def _deployment(row: Deployment, account: Account, day: date, same_as: str) -> Deployment:
    """A deployment by the claims about itself alone."""
    status = status_claim(account)
    found = replace(row, same_as=same_as, claim_count=len(account.claims))
    if status:
        found = replace(
            found,
            status=status.status,
            standing=status.standing,
            status_claim=status.id,
            status_told=status.told_first,
        )
    found = _with_fields(found, account, day)
    found = _with_stated_end(found, account, day)
    found = replace(found, last_word=max(claim.told_last for claim in account.claims))
    return _with_strength(_due(found, account, day), account, day)


def _with_fields(found: Deployment, account: Account, day: date) -> Deployment:
    """Each field takes the newest claim that states it."""
    aside: list[tuple[str, str]] = []
    fields: dict[str, object] = {}
    for field in ("lead", "host", "place", "starts", "ends", "unit_count"):
        stating = [claim for claim in account.counting if getattr(claim, field)]
        choice = newest(stating, lambda _: True)
        claim = settled(account, field, choice.claim, stating)
        if claim:
            fields[field], fields[f"{field}_claim"] = getattr(claim, field), claim.id
            aside += [
                (field, one.id) for one in choice.set_aside if getattr(one, field) != getattr(claim, field)
            ]
    host = next((claim for claim in account.counting if claim.id == fields.get("host_claim")), None)
    fields["meant_for"] = host.meant_for if host else ()
    return replace(found, **fields, plans=tuple(_plans(account, day)), not_followed=tuple(aside))  # type: ignore[arg-type]


def _plans(account: Account, day: date) -> Iterator[Plan]:
    """What is planned for later of what is there: the newest plan of each field, unless two years old."""
    for field in ("status", "lead", "host", "place"):
        stating = [claim for claim in account.later_plans if getattr(claim, field)]
        claim = newest(stating, lambda _: True).claim
        if claim and years_later(claim.told_last, SILENT) >= day:
            value = getattr(claim, field)
            yield Plan(field, claim.id, claim.told_first, (value,) if isinstance(value, str) else value)


def _with_stated_end(found: Deployment, account: Account, day: date) -> Deployment:
    """A stated end that has passed ends the deployment, unless a later claim has it there."""
    stated = end_claim(account)
    if stated is None or stated.ends_last is None or stated.ends_last >= day or found.over:
        return found
    return replace(
        found,
        status="ended",
        standing=Standing.GONE,
        status_claim=stated.id,
        status_told=stated.told_first,
        ended_on=stated.ends_last,
    )


def _due(found: Deployment, account: Account, day: date) -> Deployment:
    """An arrival whose stated day has passed without a word stays planned, and says since when it is due."""
    if not found.planned or not found.starts_claim:
        return found
    starts = next(claim for claim in account.claims if claim.id == found.starts_claim).starts_last
    return replace(found, due_since=starts if starts and starts < day else None)


def _with_strength(found: Deployment, account: Account, day: date) -> Deployment:
    single = found.sort == "unit"
    strength = strength_of(account, found.standing, single=single)
    figure = strength.figure
    aside = [("strength", claim.id) for claim in strength.set_aside]
    whole = figure if found.present else None
    taking_part: tuple[Contingent, ...] = ()
    if not found.over:
        taking_part = contingents_of(account, found.standing, whole, day, group=found.sort == "group")
    if strength.earlier:
        taking_part = tuple(
            replace(part, figure=None, old=False, outgrown=strength.ended_by)
            if part.figure and part.figure.claim == strength.earlier.claim
            else part
            for part in taking_part
        )
    found = replace(
        found,
        figure=figure,
        earlier=strength.earlier,
        counts=strength.counts,
        announced=strength.announced,
        disputed=strength.disputed,
        old=bool(figure and not found.planned and months_later(figure.told_first, OLD) < day),
        not_followed=(*found.not_followed, *aside),
        contingents=taking_part,
        former=former_of(account),
    )
    wanted = found.present and not strength.announced
    target = target_of(account, figure, day, single=single) if wanted else None
    if target:
        plan = Plan("strength", target.id, target.told_first, figure=figure_of(target))
        found = replace(found, plans=(plan, *found.plans))
    return found


def _with_memberships(
    known: Mapping[str, Deployment], memberships: Iterable[Membership], current: Mapping[str, str]
) -> dict[str, Deployment]:
    """Each deployment with the group and the unit that it belongs to, and with what belongs to it."""
    found = dict(known)
    for one in memberships:
        member, whole = _last_name(one.member, current), _last_name(one.whole, current)
        if member not in found or member == whole:
            continue
        if whole not in found or found[whole].sort == "group":
            found[member] = replace(found[member], part_of=whole)
        else:
            found[member] = replace(found[member], under=whole)
        if whole in found and member not in found[whole].parts:
            found[whole] = replace(found[whole], parts=(*found[whole].parts, member))
    return found


def _ended_with_wholes(
    known: Mapping[str, Deployment], accounts: Mapping[str, Account]
) -> dict[str, Deployment]:
    """The end of a whole is the end of all its parts, unless a later claim has them there."""
    found = dict(known)
    over = [one for one in known.values() if one.over]
    while over:
        whole = over.pop()
        end = _end_of(whole, accounts)
        for part in whole.parts:
            one = found[part]
            if one.over or any(was_there_after(claim, end) for claim in accounts[part].claims):
                continue
            found[part] = replace(
                _without_planned_strength(one),
                status=whole.status,
                standing=whole.standing,
                status_claim=whole.status_claim,
                status_told=whole.status_told,
                ended_on=whole.ended_on,
                ended_with=whole.id,
                contingents=(),
            )
            over.append(found[part])
    return found


def _without_planned_strength(one: Deployment) -> Deployment:
    """What is about to be over: what was only planned for it never came, as far as is known."""
    if not one.planned:
        return one
    return replace(one, figure=None, counts=None, disputed=(), old=False, due_since=None)


def _end_of(whole: Deployment, accounts: Mapping[str, Account]) -> date:
    if whole.ended_on:
        return whole.ended_on
    for account in accounts.values():
        for claim in account.claims:
            if claim.id == whole.status_claim:
                return claim.told_last
    raise AssertionError(whole.id)  # the status of what is over always comes from a claim


def _with_words_of_groups(
    known: Mapping[str, Deployment], accounts: Mapping[str, Account], day: date
) -> dict[str, Deployment]:
    """Each deployment with the last word about it: a word about a group is a word about its units."""
    found = {}
    for one in known.values():
        last = one.last_word
        above, seen = one.part_of, {one.id}
        while above in known and above not in seen:
            words = [claim.told_last for claim in accounts[above].claims if is_word_about(claim, one)]
            last = max([word for word in (last, *words) if word], default=None)
            seen.add(above)
            above = known[above].part_of
        # A group is as current as the newest word about one of its units.
        inside = [unit.last_word for unit in units_of(one.id, known)] if one.sort == "group" else []
        last = max([word for word in (last, *inside) if word], default=None)
        silent = bool(last and not one.over and years_later(last, SILENT) < day)
        found[one.id] = replace(one, last_word=last, silent=silent)
    return found


def _in_force(one: Deployment) -> Deployment:
    """A group or a statistic without a figure that is in force no longer, which its heading keeps."""
    if one.sort == "unit" or one.figure is None or not (one.old or one.off_map):
        return one
    return replace(one, figure=None, counts=None, earlier=one.figure, disputed=(), old=False)


def _with_basis(one: Deployment, claims: Mapping[str, Claim]) -> Deployment:
    """A deployment that says whether its status is a curator's inference."""
    claim = claims.get(one.status_claim or "")
    return replace(one, status_judged=True) if claim and claim.basis == "judged" else one


def _moves(known: Mapping[str, Deployment]) -> Mapping[str, date]:
    """For each unit that is there or over, the first day of which the claim tells that says so."""
    return {
        one.id: (dates.bounds(one.ends).first if one.ended_on and one.ends else None)
        or one.ended_on
        or one.status_told
        for one in known.values()
        if one.sort == "unit" and one.status_told and (one.over or one.status == "leaving")
    }


def _never_revived(part: Known, whole: Known, nations: Mapping[str, NationRow]) -> Known:
    """What part of the evidence says, where all of it does not say that this is over or overtaken."""
    found = {}
    for one in part.deployments.values():
        full = whole.deployments[one.id]
        if full.over and not one.over:
            one = replace(  # noqa: PLW2901 - the same deployment, with its end
                _without_planned_strength(one),
                status=full.status,
                standing=full.standing,
                status_claim=full.status_claim,
                status_told=full.status_told,
                status_judged=full.status_judged,
                ended_on=full.ended_on,
                ended_with=full.ended_with,
                contingents=(),
                overtaken=(("status", full.status_claim or ""),),
            )
        elif _has_overtaken(full, one):
            claim = (full.figure.claim if full.figure else full.status_claim) or ""
            one = replace(one, overtaken=(("strength", claim),))  # noqa: PLW2901
        one = _without_overtaken_contingents(one, full, nations)  # noqa: PLW2901
        if not full.over and full.standing != one.standing and _is_later(full.status_told, one.status_told):
            one = replace(  # noqa: PLW2901
                one, overtaken=(*one.overtaken, ("status", full.status_claim or ""))
            )
        found[one.id] = replace(
            one, last_word=full.last_word, silent=full.silent, off_map=full.off_map or one.off_map
        )
    return replace(part, deployments=found)


def _without_overtaken_contingents(
    one: Deployment, full: Deployment, nations: Mapping[str, NationRow]
) -> Deployment:
    """Without the contingents that all the evidence has gone, and with those marked that it has overtaken."""
    gone, now = dict(full.former), {part.nation: part for part in full.contingents}
    found, overtaken = [], list(one.overtaken)
    for part in one.contingents:
        left_by = gone.get(part.nation, "")
        by = left_by or _overtaken_by(part, now.get(part.nation))
        if by:
            nation = nations[part.nation].name if part.nation in nations else part.nation
            overtaken.append((f"contingent of {nation}", by))
        if not left_by:
            found.append(replace(part, old=True, overtaken=by) if by else part)
    return replace(one, contingents=tuple(found), overtaken=tuple(overtaken))


def _overtaken_by(part: Contingent, full: Contingent | None) -> str:
    """The claim by which all the evidence has a newer figure of a contingent, or has ended it; else empty."""
    if full is None or part.figure is None:
        return ""
    if full.figure is None:
        return full.outgrown
    is_newer = full.figure.told_last > part.figure.told_last
    return full.figure.claim if is_newer and full.figure.claim != part.figure.claim else ""


def _is_later(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one > other


def _has_overtaken(full: Deployment, part: Deployment) -> bool:
    """Whether all the evidence has a newer strength than a part of it, or has ended that of the part."""
    if full.sort == "unit" and full.earlier and part.figure:
        return full.earlier.told_last >= part.figure.told_last
    if not full.figure or not part.figure or full.figure.claim == part.figure.claim:
        return False
    return full.figure.told_last > part.figure.told_last
