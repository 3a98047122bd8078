"""Deployments and the wholes that they are parts of: what belongs to what, and what ends with a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from eastflank.model import (
    Deployment,
)
from eastflank.record.account import (
    Account,
    was_there_after,
)
from eastflank.record.claim_index import Membership


def last_name(deployment: str, became: Mapping[str, str]) -> str:
    """The final id of a deployment; `became` maps ids to the ids of what they turned out to be."""
    seen = {deployment}
    while (after := became.get(deployment)) and after not in seen:
        seen.add(after)
        deployment = after
    return deployment


def with_memberships(
    known: Mapping[str, Deployment], memberships: Iterable[Membership], current: Mapping[str, str]
) -> dict[str, Deployment]:
    """Each deployment with its group, its unit, and the deployments that belong to it."""
    changes: dict[str, dict[str, object]] = {}  # one copy of a deployment for all of its memberships
    parts = {one.id: one.parts for one in known.values()}
    for one in memberships:
        member, whole = last_name(one.member, current), last_name(one.whole, current)
        if member not in known or member == whole:
            continue
        field = "part_of" if whole not in known or known[whole].sort == "group" else "under"
        changes.setdefault(member, {})[field] = whole
        if whole in known and member not in parts[whole]:
            parts[whole] = (*parts[whole], member)
            changes.setdefault(whole, {})["parts"] = parts[whole]
    return {
        one: replace(found, **changes[one]) if one in changes else found  # type: ignore[arg-type]
        for one, found in known.items()
    }


def ended_with_wholes(
    known: Mapping[str, Deployment], accounts: Mapping[str, Account]
) -> dict[str, Deployment]:
    """If a whole ends, all its parts end, unless a later claim says that they are there."""
    found = dict(known)
    over = [one for one in known.values() if one.over]
    while over:
        whole = over.pop()
        if not whole.parts:
            continue
        end = _end_of(whole, accounts)
        for part in whole.parts:
            one = found[part]
            if one.over or any(was_there_after(claim, end) for claim in accounts[part].claims):
                continue
            found[part] = replace(
                without_planned_strength(one),
                status=whole.status,
                standing=whole.standing,
                status_claim=whole.status_claim,
                status_told=whole.status_told,
                status_told_last=whole.status_told_last,
                ended_on=whole.ended_on,
                ended_with=whole.id,
                contingents=(),
            )
            over.append(found[part])
    return found


def without_planned_strength(one: Deployment) -> Deployment:
    """A part that ends with its whole, without a planned strength: that plan was not carried out."""
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
