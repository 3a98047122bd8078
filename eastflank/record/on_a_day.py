"""One deployment on a day, from the claims about it only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias, cast

from eastflank.model import (
    Contingent,
    Deployment,
    Plan,
    Standing,
)
from eastflank.record.account import (
    OLD,
    SILENT,
    Account,
    end_claim,
    newest,
    settled,
    status_claim,
)
from eastflank.record.claim_index import months_later, years_later
from eastflank.record.contingents import Participation, contingents_of, parts_of
from eastflank.record.strength import figure_of, stated_with_end, strength_of, target_of

_Values: TypeAlias = dict[str, object]
"""Values of fields of a deployment, by their names. One copy is made of a row for all of its values."""
_PLANNED = (Standing.PLANNED, Standing.CONSIDERED)


def deployment_on_its_own(row: Deployment, account: Account, day: date, same_as: str) -> Deployment:
    """A deployment from the claims about it only."""
    values = {**_status(account), **_stated(account)}
    values |= _stated_end(values, account, day)
    values |= _due(values, account, day)
    values |= _strength(row.sort, values, account, day)
    # Made from the row's own fields: `replace` would take three times as long, for each on each day.
    return Deployment(
        id=row.id,
        name=row.name,
        sort=row.sort,
        kind=row.kind,
        echelon=row.echelon,
        programme=row.programme,
        note=row.note,
        dataset=row.dataset,
        same_as=same_as,
        claim_count=account.claim_count,
        last_word=max(claim.told_last for claim in account.claims),
        **values,  # type: ignore[arg-type]
    )


def _status(account: Account) -> _Values:
    """The status and its claim; nothing if no claim states one."""
    claim = status_claim(account)
    if claim is None:
        return {}
    return {
        "status": claim.status,
        "standing": claim.standing,
        "status_claim": claim.id,
        "status_told": claim.told_first,
        "status_told_last": claim.told_last,
    }


def _stated(account: Account) -> _Values:
    """Each field with the newest claim that states it, and the claims that were not followed."""
    aside: list[tuple[str, str]] = []
    fields: _Values = {}
    for field in ("lead", "host", "place", "starts", "ends", "unit_count"):
        stating = [claim for claim in account.counting if getattr(claim, field)]
        choice = newest(stating)
        claim = settled(account, field, choice.claim, stating)
        if claim:
            fields[field], fields[f"{field}_claim"] = getattr(claim, field), claim.id
            aside += [
                (field, alike)
                for one in choice.set_aside
                if getattr(one, field) != getattr(claim, field)
                for alike in account.alike(one)
            ]
    host = next((claim for claim in account.counting if claim.id == fields.get("host_claim")), None)
    return {**fields, "meant_for": host.meant_for if host else (), "not_followed": tuple(aside)}


def _plans(account: Account, day: date) -> Iterator[Plan]:
    """Plans for later for a deployment that is there: the newest plan of each field, unless two years old."""
    for field in ("status", "lead", "host", "place"):
        stating = [claim for claim in account.later_plans if getattr(claim, field)]
        claim = newest(stating).claim
        if claim and years_later(claim.told_last, SILENT) >= day:
            value = getattr(claim, field)
            yield Plan(field, claim.id, claim.told_first, (value,) if isinstance(value, str) else value)


def _joining(account: Account, parts: Mapping[str, Participation], day: date) -> Iterator[Plan]:
    """The nations that are to join what is there and do not take part yet, each with its newest plan."""
    sent = {one.nation for claim in account.later_plans for one in claim.contributions if not one.left}
    for nation in sorted(sent.difference(parts)):
        stating = [
            claim
            for claim in account.later_plans
            if any(one.nation == nation and not one.left for one in claim.contributions)
        ]
        claim = newest(stating).claim
        if claim and years_later(claim.told_last, SILENT) >= day:
            yield Plan("contingent", claim.id, claim.told_first, (nation,))


def _stated_end(values: _Values, account: Account, day: date) -> _Values:
    """A stated end that has passed ends the deployment, unless a later claim says that it is there.

    A claim that says afterwards that it is over may tell when it ended.
    """
    stated = end_claim(account)
    over = values.get("standing") == Standing.GONE
    if over:
        end = next(claim for claim in account.claims if claim.id == values["status_claim"])
        told_then = end.ends_last is not None and end.ends_last < end.told_last and end.status != "denied"
        return {"ended_on": end.ends_last} if told_then and end.ends == values.get("ends") else {}
    if stated is None or stated.ends_last is None or stated.ends_last >= day:
        return {}
    return {
        "status": "ended",
        "standing": Standing.GONE,
        "status_claim": stated.id,
        "status_told": stated.told_first,
        "status_told_last": stated.told_last,
        "ended_on": stated.ends_last,
    }


def _due(values: _Values, account: Account, day: date) -> _Values:
    """If the stated day of arrival has passed without a report, it stays planned and is marked as due."""
    begins = values.get("starts_claim")
    if not begins or values.get("standing") not in _PLANNED:
        return {}
    starts = next(claim for claim in account.claims if claim.id == begins).starts_last
    return {"due_since": starts} if starts and starts < day else {}


def _strength(sort: str, values: _Values, account: Account, day: date) -> _Values:
    """Its strength, who takes part, and the plans for later."""
    single, standing = sort == "unit", cast("Standing | None", values.get("standing"))
    present, over = standing == Standing.PRESENT, standing == Standing.GONE
    strength = strength_of(account, standing, single=single)
    figure = strength.figure
    status = cast("str | None", values.get("status"))
    of_end = stated_with_end(account, status) if single and over and figure is None else None
    aside = tuple(("strength", alike) for claim in strength.set_aside for alike in account.alike(claim))
    parts, former = parts_of(account)
    taking_part: tuple[Contingent, ...] = ()
    if not over:
        whole = figure if present else None
        taking_part = contingents_of(account, parts, standing, whole, day, group=sort == "group")
    if strength.earlier:
        taking_part = tuple(
            replace(part, figure=None, old=False, outgrown=strength.ended_by)
            if part.figure and part.figure.claim == strength.earlier.claim
            else part
            for part in taking_part
        )
    wanted = present and not strength.announced
    target = target_of(account, figure, day, single=single) if wanted else None
    more = (Plan("strength", target.id, target.told_first, figure=figure_of(target)),) if target else ()
    return {
        "figure": figure,
        "earlier": strength.earlier or of_end,
        "earlier_of_end": strength.earlier is None and of_end is not None,
        "counts": strength.counts,
        "announced": strength.announced,
        "disputed": strength.disputed,
        "old": bool(figure and standing not in _PLANNED and months_later(figure.told_first, OLD) < day),
        "not_followed": (*cast("tuple[tuple[str, str], ...]", values["not_followed"]), *aside),
        "contingents": taking_part,
        "former": tuple(sorted(former.items())),
        "plans": (*more, *_plans(account, day), *(_joining(account, parts, day) if present else ())),
    }
