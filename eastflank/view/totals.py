"""The totals of a view's deployments: units by kind, and nothing else.

A group is a heading and a statistic is another source's sum: neither is added. Kinds are never added to each
other, because a brigade may include a battlegroup. What is only planned is in no total.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from eastflank.grades import is_weak
from eastflank.model import Deployment, Figure, Kind, Standing
from eastflank.record.as_of import Known
from eastflank.record.groups import units_of
from eastflank.record.sums import Added, added, is_ceiling


@dataclass(frozen=True, slots=True)
class InParts:
    """Contingents of units that state no figure of the whole. They are in no total: there may be others."""

    sum: Added
    contingents: int
    units: int


@dataclass(frozen=True, slots=True)
class Total:
    """The strength of all units of one kind that are there."""

    kind: Kind
    units: int
    """How many units of the kind are there."""
    stating: int
    """How many of them the figure covers."""
    low: int | None
    """Fewest persons, ceilings left out; None: none is stated, or only ceilings are."""
    high: int | None
    """Most persons, ceilings included; None: no upper bound, or none is stated."""
    hedge: str | None
    """As in `Added`."""
    ceilings: int
    """How many of the figures are only ceilings."""
    years: tuple[int, int] | None
    """The first and the last year of the figures, if the first is before the year shown."""
    old: int
    """How many of the figures are older than eighteen months."""
    old_sum: Added
    """What these state together."""
    announced: int
    """How many of the figures were announced before the unit was in place."""
    ceiling: int = 0
    """How many persons are only ceilings, as in `Added`."""
    group: str = ""
    """The id of the group whose figure this is, if it is not a sum."""
    beside: Added | None = None
    """The figure of units outside that group that is added to it. None: the figure is only the group's."""
    parts: Total | None = None
    """If the figure is a group's: the sum of its units."""
    overlaps: bool = False
    """Whether people may be counted here and in another kind: a brigade over a battlegroup."""
    weak: int = 0
    """How many units have a figure with a low grade, which is left out."""
    in_parts: InParts | None = None
    """What stands beside the figure; None if no unit states only contingents."""
    outside: int = 0
    """How many of the units are outside the map."""
    dataset: str = ""
    """Its dataset, if there are several; units of two datasets are never added."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many units of one kind have the same standing."""

    kind: Kind
    standing: Standing
    status: str
    """Their status; if they have several, the least advanced one."""
    number: int


def counted(deployments: Iterable[Deployment], known: Known) -> list[Deployment]:
    """The units that count: each once, even if it has two names, and none inside another.

    Ended units are not counted, and neither are plans or units without a report for two years, unless their
    group was reported: such a unit is named beside the title.
    """
    shown = list(deployments)
    ids = {one.id for one in shown}
    found: dict[str, Deployment] = {}
    for one in shown:
        if one.sort != "unit" or one.over or one.standing is None or not _is_current(one, known):
            continue
        if one.counted_with in ids:
            continue
        name = one.same_as or one.id
        before = found.get(name)
        if before is None or (one.standing, one.id == name) > (before.standing, before.id == name):
            found[name] = one
    return list(found.values())


def _is_current(one: Deployment, known: Known) -> bool:
    """Whether a unit, or the group that it belongs to, was reported within two years."""
    if not one.silent:
        return True
    group = known.deployments.get(one.part_of)
    return bool(one.present and group and group.present and not group.silent)


def counts_of(deployments: Iterable[Deployment], known: Known) -> tuple[Count, ...]:
    """How many units there are by kind and standing, present ones first.

    Units that are known only through their group count as the number that the group states.
    """
    shown = list(deployments)
    numbers: dict[tuple[Kind, Standing, str], int] = {}
    for one in counted(shown, known):
        key = (one.kind, one.standing or Standing.CONSIDERED, one.status or "")
        numbers[key] = numbers.get(key, 0) + 1
    for one in shown:
        if one.sort == "group" and one.missing and one.standing is not None and not one.over:
            key = (one.kind, one.standing, one.status or "")
            numbers[key] = numbers.get(key, 0) + one.missing
    present: dict[Kind, int] = {}
    others: list[Count] = []
    for (kind, standing, status), number in numbers.items():
        if standing == Standing.PRESENT and status != "leaving":
            present[kind] = present.get(kind, 0) + number
        else:
            others.append(Count(kind, standing, status, number))
    there = [Count(kind, Standing.PRESENT, "deployed", number) for kind, number in present.items()]
    return tuple(sorted([*there, *others], key=_place_of_count))


def _place_of_count(count: Count) -> tuple[int, int, str, str]:
    return -int(count.standing), *count.kind.order, count.status


def totals_of(
    deployments: Iterable[Deployment], known: Known, outside: Collection[str] = ()
) -> tuple[Total, ...]:
    """The totals of the deployments that are there on the day of `known`, by kind, in each dataset.

    A group's figure is the total until each of its units has a newer one, or eighteen months have passed;
    after that the sum of its units is the total. Never both in one sum. `outside` are the ids of those that
    the map does not show: they are counted, and the total says how many they are.
    """
    shown = list(deployments)
    if known.titles:
        return tuple(
            replace(total, dataset=name)
            for name in known.titles
            for total in _totals([one for one in shown if one.dataset == name], known, outside)
        )
    return _totals(shown, known, outside)


def _totals(shown: Sequence[Deployment], known: Known, outside: Collection[str]) -> tuple[Total, ...]:
    there = [one for one in counted(shown, known) if one.present]
    unknown = [one for one in shown if one.sort == "group" and one.missing and one.present]
    kinds = sorted({one.kind for one in (*there, *unknown)}, key=lambda kind: kind.order)
    beyond = Counter(one.kind for one in there if one.id in outside)
    return tuple(
        replace(
            _total(
                kind,
                [one for one in there if one.kind == kind],
                [one for one in unknown if one.kind == kind],
                known,
            ),
            outside=beyond[kind],
        )
        for kind in kinds
    )


def _total(kind: Kind, units: Sequence[Deployment], groups: Sequence[Deployment], known: Known) -> Total:
    number = len(units) + sum(group.missing for group in groups)
    ids = {one.id for one in units}
    speaking = _speaking_groups(ids, kind, known)
    inside = {unit.id for group in speaking for unit in units_of(group.id, known.deployments)}
    alone = _sum(kind, units, known, number)
    overlaps = any(one.under in known.deployments for one in units) or any(
        known.deployments[part].present and not known.deployments[part].kind.inside
        for one in units
        for part in one.parts
    )
    if not speaking:
        return replace(alone, overlaps=overlaps)
    figures = [group.figure for group in speaking if group.figure]
    rest = [one for one in units if one.id not in inside]
    own = _sum(kind, rest, known, len(rest))
    figures += [one.figure for one in rest if _adds(one) and one.figure]
    merged = added(figures)
    spoken = sum(group.unit_count or len(units_of(group.id, known.deployments)) for group in speaking)
    return Total(
        kind=kind,
        units=number,
        stating=min(number, spoken + own.stating),
        low=merged.low,
        high=merged.high,
        hedge=merged.hedge,
        ceiling=merged.ceiling,
        ceilings=sum(map(is_ceiling, figures)),
        years=_years(figures, known.day),
        old=own.old,
        old_sum=own.old_sum,
        announced=own.announced,
        group=speaking[0].id,
        beside=added(figures[1:]) if len(figures) > 1 else None,
        parts=alone,
        overlaps=overlaps,
        in_parts=own.in_parts,
    )


def _speaking_groups(units: set[str], kind: Kind, known: Known) -> list[Deployment]:
    """The groups whose figure is used as the total of their units, none inside another; the largest first."""
    groups = []
    for one in known.deployments.values():
        if one.sort != "group" or one.kind != kind or not one.present or not _adds(one) or one.figure is None:
            continue
        members = units_of(one.id, known.deployments)
        theirs = {unit.id for unit in members if unit.present}
        if not theirs or not theirs <= units:
            continue
        told = one.figure.told_last
        renewed = all(
            unit.figure and _adds(unit) and unit.figure.told_last >= told for unit in members if unit.present
        )
        if not renewed:
            groups.append((len(theirs), one.id, one, theirs))
    found: list[Deployment] = []
    taken: set[str] = set()
    for _, _, group, theirs in sorted(groups, key=lambda item: (-item[0], item[1])):
        if taken.isdisjoint(theirs):
            found.append(group)
            taken |= theirs
    return found


def _adds(one: Deployment) -> bool:
    """Whether a deployment's figure may be in a total: not if it is weak or overtaken."""
    if one.figure is None or any(field == "strength" for field, _ in one.overtaken):
        return False
    return not is_weak(one.figure.grade)


def _sum(kind: Kind, units: Sequence[Deployment], known: Known, number: int) -> Total:
    stating = [one for one in units if _adds(one) and one.figure]
    figures = [one.figure for one in stating if one.figure]
    summed = added(figures)
    old = [one.figure for one in stating if one.old and one.figure]
    return Total(
        kind=kind,
        units=number,
        stating=len(stating),
        low=summed.low,
        high=summed.high,
        hedge=summed.hedge,
        ceiling=summed.ceiling,
        ceilings=sum(map(is_ceiling, figures)),
        years=_years(figures, known.day),
        old=len(old),
        old_sum=added(old),
        announced=sum(one.announced for one in stating),
        weak=sum(one.figure is not None and is_weak(one.figure.grade) for one in units),
        in_parts=_in_parts(units),
    )


def _in_parts(units: Iterable[Deployment]) -> InParts | None:
    found = [
        [
            part.figure
            for part in one.parts_alone
            if part.figure and not part.overtaken and not is_weak(part.figure.grade)
        ]
        for one in units
    ]
    figures = [figure for parts in found for figure in parts]
    return InParts(added(figures), len(figures), sum(map(bool, found))) if figures else None


def _years(figures: Sequence[Figure], day: date) -> tuple[int, int] | None:
    years = {figure.told_first.year for figure in figures}
    return (min(years), max(years)) if years and min(years) < day.year else None
