"""Laws of wholes and parts: no part is larger than its whole, and no whole is in place before its parts."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eastflank.checks.days import RecordDay, every_day
from eastflank.checks.rows import TableRows
from eastflank.model import Claim, Contingent, Dataset, Deployment, Figure, Finding, Hedged, Standing
from eastflank.record.claim_index import index_of
from eastflank.record.groups import is_word_about, units_of
from eastflank.record.hedges import can_hold
from eastflank.record.statistics import is_inside
from eastflank.words.chosen import findings_on_figures as told

HALF_YEAR = 183
"""Within so many days, figures of a whole and of its parts count as being about the same time."""
_OF_A_WHOLE = ("whole", "unit", "sum")
"""What a claim's figure may count if its contingents are parts of it."""


def a_contingent_is_no_larger_than_its_whole(dataset: Dataset) -> Iterator[Finding]:
    """No contingent is larger than its whole: not in one claim, and not on any day."""
    contributions = TableRows("contributions", dataset.contributions)
    lines, found = functools.cache(contributions.lines), dict[str, str]()
    for claim in _with_contingents(dataset):
        for sent in claim.contributions:
            if sent.stated and not can_hold(claim, [sent]):
                problem = told.part_is_more(sent.nation, sent, claim)
                found.setdefault(f"{claim.id}, {sent.nation}", problem)
    for day in every_day(dataset):
        for one in day.changed:
            for part, theirs in _in_force(one):
                if one.figure and not can_hold(one.figure, [theirs]):
                    problem = told.part_is_more_on(
                        day.day, part.nation, theirs, one.id, one.figure, one.figure.claim
                    )
                    found.setdefault(f"{theirs.claim}, {part.nation}", problem)
    for key, problem in found.items():
        yield contributions.finding(lines()[key], "troops_low", problem, told.LARGER_PART)


def contingents_add_up_to_no_more_than_their_whole(dataset: Dataset) -> Iterator[Finding]:
    """The sound contingents of one half-year add up to no more than their whole."""
    claims = TableRows("claims", dataset.claims)
    lines, found = functools.cache(claims.lines), dict[str, str]()
    for claim in _with_contingents(dataset):
        parts = [sent for sent in claim.contributions if sent.stated]
        if len(parts) > 1 and not can_hold(claim, parts):
            problem = told.parts_add_up_to_more(sum(_least(part) for part in parts), claim)
            found.setdefault(claim.id, problem)
    index = index_of(dataset)
    for day in every_day(dataset):
        for one in day.changed:
            whole = one.figure
            if not one.present or whole is None:
                continue
            parts_of_the_time = {
                part.nation: theirs
                for part, theirs in _in_force(one)
                if not index.by_id[theirs.claim].weak and _days_between(theirs, whole) <= HALF_YEAR
            }
            if len(parts_of_the_time) > 1 and not can_hold(whole, parts_of_the_time.values()):
                listed = [(nation, theirs, theirs.claim) for nation, theirs in parts_of_the_time.items()]
                problem = told.parts_add_up_to_more_on(day.day, one.id, listed, whole)
                found.setdefault(whole.claim, problem)
    for key, problem in found.items():
        yield claims.finding(lines()[key], "troops_high", problem, told.LARGER_PART)


def a_statistic_is_no_smaller_than_its_parts(dataset: Dataset) -> Iterator[Finding]:
    """A statistic is at least as large as each of its parts that was reported in the same half-year."""
    claims, index = TableRows("claims", dataset.claims), index_of(dataset)
    lines, found = functools.cache(claims.lines), dict[str, str]()
    for day in every_day(dataset):
        for one in _statistics_on(day):
            whole = one.figure or one.earlier
            if whole is None or whole.claim in found:
                continue
            for part in _parts_of(one, day):
                theirs = part.figure
                if index.by_id[theirs.claim].weak or _days_between(theirs, whole) > HALF_YEAR:
                    continue
                if not can_hold(whole, [theirs]):
                    found[whole.claim] = told.statistic_is_less(
                        one.id, whole, part.name, theirs, theirs.claim
                    )
                    break
    for key, problem in found.items():
        yield claims.finding(lines()[key], "troops_high", problem, told.LARGER_THAN_STATISTIC)


def a_group_is_no_further_than_its_units(dataset: Dataset) -> Iterator[Finding]:
    """A claim may say that a group is in place only if each unit that it is about was in place."""
    claims, index = TableRows("claims", dataset.claims), index_of(dataset)
    lines = functools.cache(claims.lines)
    days = {day.day: day.known for day in every_day(dataset)}
    groups = dataset.deployments.loc[dataset.deployments["sort"] == "group", "id"]
    for group in groups:
        for claim in index.claims.get(group, ()):
            if claim.standing != Standing.PRESENT:
                continue
            units = [unit for unit in units_of(group, days[claim.known_on]) if is_word_about(claim, unit)]
            there = sum(unit.present for unit in units)
            behind = [f"{unit.id} ({unit.status})" for unit in units if unit.planned and not unit.lapsed]
            if behind and there < (claim.unit_count or len(units)):
                yield claims.finding(
                    lines()[claim.id],
                    "status",
                    *told.units_are_behind(group, claim.status, behind),
                )


def _statistics_on(day: RecordDay) -> list[Deployment]:
    """The statistics known on a day."""
    return [one for one in day.known.values() if one.sort == "statistic"]


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    figure: Figure


def _parts_of(statistic: Deployment, day: RecordDay) -> Iterator[_Part]:
    """What a statistic counts in: units, contingents of its nation in units, and narrower statistics."""
    hosts, nations = set(statistic.host), set(statistic.lead)
    for one in day.known.values():
        if not one.host or not set(one.host) <= hosts:
            continue
        if one.sort == "unit" and one.present:
            if one.figure and not one.announced and is_inside(one, statistic):
                yield _Part(one.id, one.figure)
            for part, theirs in _in_force(one):
                if nations == {part.nation} and not part.announced:
                    yield _Part(told.nation_in(part.nation, one.id), theirs)
        elif one.sort == "statistic" and (one.host, one.lead) != (statistic.host, statistic.lead):
            figure = one.figure or one.earlier
            if figure and (not nations or set(one.lead) == nations):
                yield _Part(one.id, figure)


def _in_force(one: Deployment) -> Iterator[tuple[Contingent, Figure]]:
    """The contingents whose figures are in force, with those figures."""
    for part in one.contingents:
        if part.figure and not part.old:
            yield part, part.figure


def _with_contingents(dataset: Dataset) -> Iterable[Claim]:
    """The claims whose figure is that of a whole, and that list contingents of it."""
    return (
        claim
        for claim in index_of(dataset).by_id.values()
        if claim.stated and claim.counts in _OF_A_WHOLE and claim.contributions
    )


def _days_between(one: Figure, other: Figure) -> int:
    """How many days lie between the periods that two figures may describe; 0 if they overlap."""
    gap = max(one.told_first - other.told_last, other.told_first - one.told_last)
    return max(gap.days, 0)


def _least(figure: Hedged) -> int:
    return figure.low or figure.high or 0
