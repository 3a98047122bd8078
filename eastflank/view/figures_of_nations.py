"""Figures for the people of the chosen nations, deployment by deployment."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from eastflank.model import Figure
from eastflank.record.account import OLD
from eastflank.record.as_of import Known
from eastflank.record.claim_index import months_later


@dataclass(frozen=True, slots=True)
class NationFigure:
    """A figure for one nation's people: in a unit, in a whole group, or in a country."""

    nation: str
    deployment: str
    figure: Figure | None
    """None: it takes part, but no figure is in force."""
    of: str
    """What it is a figure of: `group`, `statistic` or `unit`."""
    told_on: date
    """The first day described by the claim that says it takes part."""
    planned: bool = False
    announced: bool = False
    old: bool = False
    joining: bool = False
    """The deployment is there, and the nation is only to join it."""


def nation_figures(nations: Iterable[str], known: Known) -> tuple[NationFigure, ...]:
    """Figures for the nations' own people on the day of `known`: a view of nations begins with these.

    First come sums for a nation (over several units, or in a country), then its contingents in single units;
    present before planned, larger first. They are never added: the sums include the contingents.
    """
    return tuple(itertools.chain.from_iterable(known.once(_of_one, nation) for nation in sorted({*nations})))


def _of_one(known: Known, nation: str) -> Sequence[NationFigure]:
    """Those of one nation, in their order."""
    return sorted([*_figures_of(nation, known), *_joining(nation, known)], key=_place_of_figure)


def _figures_of(nation: str, known: Known) -> Iterable[NationFigure]:
    day = known.day
    for one in known.taking_part.get(nation, ()):
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
            # The people of a national unit are its nation's, even if no list says so.
            figure = None if one.part_of or one.contingents else one.figure
            yield NationFigure(nation, one.id, figure, one.sort, told, planned=not one.present, old=one.old)


def _joining(nation: str, known: Known) -> Iterable[NationFigure]:
    """The units that are there, and that the nation is only to join."""
    for one in known.taking_part.get(nation, ()):
        for plan in one.plans:
            if plan.field == "contingent" and nation in plan.value and not one.lapsed:
                yield NationFigure(nation, one.id, None, one.sort, plan.told_on, planned=True, joining=True)


def _place_of_figure(one: NationFigure) -> tuple[int, bool, bool, int, str]:
    order = ("group", "statistic", "unit").index(one.of)
    size = (one.figure.low or one.figure.high or 0) if one.figure else -1
    return order, one.planned, one.old, -size, one.deployment
