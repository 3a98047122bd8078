"""A selection of the evidence, compared with all of it.

Nothing that ended comes back, and each overtaken value names the claim that overtook it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from eastflank.model import (
    Contingent,
    Deployment,
    NationRow,
)
from eastflank.record.wholes import without_planned_strength
from eastflank.words.chosen import disputes


def never_revived(
    part: Mapping[str, Deployment], whole: Mapping[str, Deployment], nations: Mapping[str, NationRow]
) -> dict[str, Deployment]:
    """What the selection says, unless all of the evidence says that it is over or overtaken."""
    found = {}
    for one in part.values():
        full = whole[one.id]
        if full.over and not one.over:
            one = replace(  # noqa: PLW2901 - the same deployment, with its end
                without_planned_strength(one),
                status=full.status,
                standing=full.standing,
                status_claim=full.status_claim,
                status_told=full.status_told,
                status_told_last=full.status_told_last,
                status_judged=full.status_judged,
                status_inferred=full.status_inferred,
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
    return found


def _without_overtaken_contingents(
    one: Deployment, full: Deployment, nations: Mapping[str, NationRow]
) -> Deployment:
    """The deployment without contingents that left by all the evidence; overtaken contingents are marked."""
    gone, now = dict(full.former), {part.nation: part for part in full.contingents}
    found, overtaken = [], list(one.overtaken)
    for part in one.contingents:
        left_by = gone.get(part.nation, "")
        by = left_by or _overtaken_by(part, now.get(part.nation))
        if by:
            nation = nations[part.nation].name if part.nation in nations else part.nation
            overtaken.append((disputes.contingent_of(nation), by))
        if not left_by:
            found.append(replace(part, old=True, overtaken=by) if by else part)
    return replace(one, contingents=tuple(found), overtaken=tuple(overtaken))


def _overtaken_by(part: Contingent, full: Contingent | None) -> str:
    """The claim in all the evidence that renews or ends a contingent's figure; empty if there is none."""
    if full is None or part.figure is None:
        return ""
    if full.figure is None:
        return full.outgrown
    is_newer = full.figure.told_last > part.figure.told_last
    return full.figure.claim if is_newer and full.figure.claim != part.figure.claim else ""


def _is_later(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one > other


def _has_overtaken(full: Deployment, part: Deployment) -> bool:
    """Whether all the evidence has a newer strength than the selection, or has ended the selection's."""
    if full.sort == "unit" and full.earlier and part.figure:
        return full.earlier.told_last >= part.figure.told_last
    if not full.figure or not part.figure or full.figure.claim == part.figure.claim:
        return False
    return full.figure.told_last > part.figure.told_last
