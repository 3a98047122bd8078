"""What is stated of the people of the nations asked for, deployment by deployment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from eastflank.model import Deployment, Figure
from eastflank.record.account import OLD
from eastflank.record.as_of import Known
from eastflank.record.claim_index import months_later


@dataclass(frozen=True, slots=True)
class NationFigure:
    """What is stated of one nation's people: in a unit, in a group together, or in a country."""

    nation: str
    deployment: str
    figure: Figure | None
    """None: it takes part, and no figure is in force."""
    of: str
    """What it is a figure of: `group`, `statistic` or `unit`."""
    told_on: date
    """The first day of which the claim tells by which it takes part."""
    planned: bool = False
    announced: bool = False
    old: bool = False


def nation_figures(nations: Iterable[str], known: Known) -> tuple[NationFigure, ...]:
    """What is stated of nations' own people on the day of `known`: what a view of them begins with.

    First what is added up for a nation (over several units, or in a country), then its contingents in
    single units, what is there before what is planned, the larger first. None of them is added to another:
    the first hold the others.
    """
    found = [
        figure
        for nation in dict.fromkeys(nations)
        for figure in _figures_of(nation, known.deployments, known.day)
    ]
    return tuple(sorted(found, key=_place_of_figure))


def _figures_of(nation: str, deployments: Mapping[str, Deployment], day: date) -> Iterable[NationFigure]:
    for one in deployments.values():
        if one.over or one.lapsed or one.standing is None:
            continue
        if one.sort == "statistic":
            if one.lead == (nation,) and not one.off_map and one.figure:
                yield NationFigure(
                    nation, one.id, one.figure, "statistic", one.figure.told_first, old=one.old
                )
            continue
        for part in one.contingents:
            if part.nation != nation or (one.sort == "group" and part.figure is None):
                continue
            if one.sort == "group" and part.figure and months_later(part.figure.told_first, OLD) < day:
                continue
            yield NationFigure(
                nation,
                one.id,
                part.figure,
                one.sort,
                part.told_on,
                planned=part.planned,
                announced=part.announced,
                old=part.old,
            )
        if (
            nation in one.lead
            and len(one.lead) == 1
            and all(part.nation != nation for part in one.contingents)
        ):
            told = one.status_told or day
            # A national unit is its nation's people, of which no list need say so.
            figure = None if one.part_of or one.contingents else one.figure
            yield NationFigure(nation, one.id, figure, one.sort, told, planned=not one.present, old=one.old)


def _place_of_figure(one: NationFigure) -> tuple[str, int, bool, bool, int, str]:
    order = ("group", "statistic", "unit").index(one.of)
    size = (one.figure.low or one.figure.high or 0) if one.figure else -1
    return one.nation, order, one.planned, one.old, -size, one.deployment
