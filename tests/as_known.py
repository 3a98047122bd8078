"""Builds what is known on a day without claims, for tests of views."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from eastflank.model import Contingent, Deployment, Figure, Standing
from eastflank.model.kinds import Kind
from eastflank.record.as_of import Known
from eastflank.record.newest_first import NewestFirst

DAY = date(2018, 1, 1)
BATTLEGROUP = Kind("battlegroup", "battlegroup", "battlegroups", 0)
BRIGADE = Kind("brigade", "brigade", "brigades", 1)
DETACHMENT = Kind("detachment", "detachment", "detachments", 2, inside=True)
_PLAIN = Deployment(
    "", "", "unit", BATTLEGROUP, None, "eFP", None,
    status="deployed", standing=Standing.PRESENT, host=("LVA",), status_told=date(2017, 6, 1),
)  # fmt: skip
_STATUSES = {
    Standing.CONSIDERED: "considered",
    Standing.PLANNED: "decided",
    Standing.PRESENT: "deployed",
    Standing.GONE: "ended",
}


def unit(identifier: str = "latvia", **fields: Any) -> Deployment:
    """A battlegroup that is there, in Latvia, without a figure, unless `fields` say otherwise."""
    if "standing" in fields and "status" not in fields:
        fields["status"] = _STATUSES.get(fields["standing"])
    return replace(_PLAIN, id=identifier, **{"name": f"The {identifier}", "same_as": identifier, **fields})


def group(identifier: str = "whole", **fields: Any) -> Deployment:
    """A group of battlegroups that is there."""
    return unit(identifier, **{"sort": "group", **fields})


def statistic(identifier: str = "sum", **fields: Any) -> Deployment:
    """A source's sum for Latvia."""
    return unit(identifier, **{"sort": "statistic", **fields})


def figure(low: int | None, high: int | None = None, hedge: str | None = None, **fields: Any) -> Figure:
    """A sound figure told of 1 June 2017; exact, where neither an upper bound nor a hedge is given."""
    exact = low if high is None and hedge is None else high
    plain = Figure(low, exact, hedge, "claim", "B2", date(2017, 6, 1), date(2017, 6, 1))
    return replace(plain, **fields)


def contingent(deployment: str, nation: str, number: int | None = None, **fields: Any) -> Contingent:
    """One nation's part in a deployment, of so many if a number is stated."""
    its = None if number is None else figure(number)
    return replace(Contingent(deployment, nation, its, "claim", date(2017, 6, 1)), **fields)


def known(*deployments: Deployment, day: date = DAY, titles: dict[str, str] | None = None) -> Known:
    """What is known, with these deployments."""
    return Known(day, {one.id: one for one in deployments}, NewestFirst(), {}, titles or {})
