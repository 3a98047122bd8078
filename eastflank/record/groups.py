"""Groups of units: headings, never added to their units; they stand for units that are not yet known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from eastflank.model import Claim, Deployment, Standing
from eastflank.record.claim_index import RANKS

SETTLED = RANKS["decided"]
"""From this rank on, the units of a group are known well enough to determine the group's values."""


def with_groups(known: Mapping[str, Deployment], claims: Mapping[str, Claim]) -> dict[str, Deployment]:
    """The deployments known on a day: each group no further than its units, each unit with where it counts.

    `claims` are those of the dataset by id.
    """
    found = dict(known)
    inner_first = sorted(
        (one for one in known.values() if one.sort == "group"), key=lambda one: (_depth(one, known), one.id)
    )
    for group in reversed(inner_first):
        units = [_raised(unit, found[group.id]) for unit in units_of(group.id, found)]
        found.update({unit.id: unit for unit in units})
        ended = _ended_since(group, found, claims)
        found[group.id] = _with_missing(_as_its_units(group, units), units, ended, found)
        for unit in units:
            if found[group.id].missing and _less_known(unit, found[group.id]):
                found[unit.id] = replace(unit, counted_with=group.id)
    for one in list(found.values()):
        if one.kind.inside and one.under in found and not one.over:
            found[one.id] = replace(one, counted_with=one.under)
    return found


def _raised(unit: Deployment, group: Deployment) -> Deployment:
    """A planned unit in a host that its group names, as advanced as the group, whose claim applies to it."""
    planned = Standing.PLANNED
    if unit.standing != planned or group.standing != planned or not unit.status or not group.status:
        return unit
    if not unit.host or not set(unit.host) <= set(group.host) or RANKS[unit.status] >= RANKS[group.status]:
        return unit
    return replace(
        unit,
        status=group.status,
        status_claim=group.status_claim,
        status_told=group.status_told,
        status_told_last=group.status_told_last,
    )


def units_of(group: str, known: Mapping[str, Deployment]) -> list[Deployment]:
    """The units of a group, and of the groups inside it, that are not over."""
    found: list[Deployment] = []
    for part in known[group].parts if group in known else ():
        if part not in known:
            continue
        if known[part].sort == "group":
            found += units_of(part, known)
        elif not known[part].over:
            found.append(known[part])
    return found


def _depth(one: Deployment, known: Mapping[str, Deployment]) -> int:
    depth = 0
    while one.part_of in known and depth < len(known):
        one, depth = known[one.part_of], depth + 1
    return depth


def _as_its_units(group: Deployment, units: Sequence[Deployment]) -> Deployment:
    """Once all units are decided, a group never says more than its units, or something different."""
    settled = [unit for unit in units if unit.status and RANKS[unit.status] >= SETTLED]
    if not settled or group.over:
        return group
    if group.unit_count is None:
        return _no_less_than(group, settled)
    if len(settled) < group.unit_count:
        return group
    least = min(settled, key=lambda unit: (RANKS[unit.status or ""], unit.id))
    found = group
    if group.status is None or RANKS[group.status] != RANKS[least.status or ""]:
        found = replace(
            found,
            status=least.status,
            standing=least.standing,
            status_claim=least.status_claim,
            status_told=least.status_told,
            status_told_last=least.status_told_last,
        )
    hosts = _union(unit.host for unit in settled)
    if hosts and all(unit.host for unit in settled):
        found = replace(found, host=hosts, host_claim=found.host_claim or settled[0].host_claim)
    if group.lead and all(unit.lead for unit in settled):
        found = replace(found, lead=_union(unit.lead for unit in settled))
    return found


def _no_less_than(group: Deployment, units: Sequence[Deployment]) -> Deployment:
    """A group that may have more units than are known: it is there once one of them is there."""
    there = [unit for unit in units if unit.present]
    if not there or group.present:
        return group
    first = min(there, key=lambda unit: unit.id)
    return replace(
        group,
        status=first.status,
        standing=first.standing,
        status_claim=first.status_claim,
        status_told=first.status_told,
        status_told_last=first.status_told_last,
    )


def _ended_since(group: Deployment, known: Mapping[str, Deployment], claims: Mapping[str, Claim]) -> int:
    """How many of a group's own units have ended since it was last said how many there are."""
    if not group.unit_count_claim:
        return 0
    told = claims[group.unit_count_claim].told_last
    units = [known[part] for part in group.parts if part in known and known[part].sort == "unit"]
    ends = [unit.ended_on or unit.status_told for unit in units if unit.over]
    return sum(end is not None and end > told for end in ends)


def _with_missing(
    group: Deployment, units: Sequence[Deployment], ended: int, known: Mapping[str, Deployment]
) -> Deployment:
    """How many units are known only through the group, and their hosts, present or planned."""
    if group.over or group.lapsed or group.silent or group.standing is None or not group.unit_count:
        return group
    known_as_far = [unit for unit in units if not _less_known(unit, group)]
    inside = sum(known[part].missing for part in group.parts if part in known and known[part].sort == "group")
    missing = max(group.unit_count - len(known_as_far) - inside - ended, 0)
    if not missing:
        return group
    taken = {host for unit in known_as_far for host in unit.host}
    hosts = tuple(host for host in group.host if host not in taken) or group.host
    return replace(group, missing=missing, missing_hosts=hosts)


def _less_known(unit: Deployment, group: Deployment) -> bool:
    """Whether a unit is less advanced than its group."""
    if unit.standing == Standing.PRESENT or unit.status is None:
        return unit.status is None
    return group.status is not None and RANKS[unit.status] < RANKS[group.status]


def _union(sets: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(sorted({code for codes in sets for code in codes}))


def is_word_about(claim: Claim, unit: Deployment) -> bool:
    """Whether a claim about a group applies to one of its units: its hosts, if any, include the unit's."""
    if claim.standing == Standing.GONE:
        return False
    return not claim.host or bool(unit.host and set(unit.host) <= set(claim.host))
