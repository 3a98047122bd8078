"""Statistics: a source's sum for a country or a nation, and when it is removed from the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from eastflank.model import Deployment, Standing
from eastflank.record.account import OLD
from eastflank.record.claim_index import months_later


def with_statistics(
    known: Mapping[str, Deployment], moves: Mapping[str, date], day: date
) -> dict[str, Deployment]:
    """The deployments, each statistic with the reason why it is no longer on the map, if so.

    It is removed after eighteen months, if a newer figure of one of its parts exceeds it, or if a unit in it
    has come or gone. `moves` gives the first day described by the claim by which a unit came or went.
    """
    units = [one for one in known.values() if one.sort == "unit"]
    gone = {one.id: _why_gone(one, units, moves, day) for one in known.values() if one.sort == "statistic"}
    return {one.id: replace(one, off_map=gone[one.id]) if gone.get(one.id) else one for one in known.values()}


def is_inside(unit: Deployment, statistic: Deployment) -> bool:
    """Whether a unit's people count in a statistic: its hosts include the unit's, and any nation is equal."""
    if not unit.host or not set(unit.host) <= set(statistic.host):
        return False
    if not statistic.lead:
        return True
    own = {part.nation for part in unit.contingents} <= set(unit.lead)
    return unit.lead == statistic.lead and own and not unit.part_of


def _why_gone(
    statistic: Deployment, units: Iterable[Deployment], moves: Mapping[str, date], day: date
) -> str:
    figure = statistic.figure
    if figure is None:
        return ""
    if months_later(figure.told_first, OLD) < day:
        return "old"
    inside = [unit for unit in units if is_inside(unit, statistic)]
    most = figure.high if figure.high is not None else None
    for unit in inside:
        theirs = unit.figure
        if (
            unit.standing == Standing.PRESENT
            and theirs
            and theirs.low is not None
            and most is not None
            and theirs.told_last > figure.told_last
            and theirs.low > most
        ):
            return "exceeded"
    moved = any(unit.id in moves and moves[unit.id] > figure.told_last for unit in inside)
    return "moved" if moved else ""
