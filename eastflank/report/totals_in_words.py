"""Totals and nations' figures in words, once for page, terminal and every product."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from eastflank.record.as_of import Known
from eastflank.record.sums import Added
from eastflank.view.figures_of_nations import NationFigure
from eastflank.view.selection import View
from eastflank.view.totals import Total
from eastflank.words.chosen import datasets, totals
from eastflank.words.chosen import values as words


def figure_of(total: Total) -> str:
    """A sum in words: “about 2,100”; “not stated” if there is no figure.

    “stated only with a low grade” if every stated figure has a low grade.
    """
    if total.weak and not total.stating:
        return words.OF_A_LOW_GRADE
    return words.summed(total.low, total.high, total.hedge, total.ceiling)


def sum_of(sum_: Added) -> str:
    """A sum of figures in words: “about 1,200 and up to 300 more”."""
    return words.summed(sum_.low, sum_.high, sum_.hedge, sum_.ceiling)


def years_of(total: Total) -> str:
    """The years of the figures: “2022–2024”; empty if all are from the year shown."""
    return totals.years(total.years or ())


def _whole(total: Total) -> str:
    """The units of a total: “eight battlegroups (two outside this map)”."""
    return totals.with_those_outside(words.units(total.kind, total.units), total.outside, total.units)


def explained(total: Total, known: Known) -> str:
    """What a total's figure covers: “in seven of eight battlegroups; figures of 2022–2024”."""
    whole = _whole(total) + datasets.of_one(known.titles.get(total.dataset, ""))
    if total.group:
        group = known.deployments[total.group]
        if total.beside:
            rest = sum_of(total.beside)
            where = totals.in_group_and_beside(whole, words.figure(group.figure), group.name, rest)
        else:
            where = totals.in_units_of_group(whole, group.name)
    elif 0 < total.stating < total.units:
        where = totals.in_some_units(total.stating, whole)
    else:
        where = totals.in_units(whole)
    return totals.parts([where, *_reservations(total)])


def _reservations(total: Total) -> Iterator[str]:
    """What a reader must know about a total before repeating it."""
    alone = total.parts
    if alone and 0 < alone.stating < total.units:
        yield totals.by_themselves(figure_of(alone), alone.stating)
    if parts := total.in_parts:
        yield totals.in_contingents(sum_of(parts.sum), parts.contingents, parts.units)
    if total.years:
        yield totals.of_years(years_of(total))
    if total.ceilings and total.low is not None:
        yield totals.ceilings(total.ceilings)
    if total.announced:
        yield totals.announced(total.announced)
    if total.old and total.old < total.stating:
        yield totals.old(sum_of(total.old_sum))
    elif total.old:
        yield totals.ALL_OLD
    if total.overlaps:
        yield totals.MAY_OVERLAP


def total_sentence(total: Total, known: Known) -> str:
    """A total in a sentence: “9,641 persons in eight battlegroups”."""
    figure = figure_of(total)
    if figure in (words.NOT_STATED, words.OF_A_LOW_GRADE):
        return totals.no_total(figure, explained(total, known))
    return totals.total(figure, explained(total, known))


def brief(view: View) -> str:
    """All totals in a line: “9,641 in eight battlegroups · strength of one brigade not stated”."""
    return totals.beside_each_other(in_brief(view))


def in_brief(view: View) -> tuple[str, ...]:
    """All totals in few words. In a nation's view they include all nations; the first total says so."""
    parts = [totals.ALL_NATIONS] if view.nations and view.totals else []
    for total in view.totals:
        where = datasets.of_one(view.known.titles.get(total.dataset, ""))
        figure, whole = figure_of(total), _whole(total) + where
        if figure in (words.NOT_STATED, words.OF_A_LOW_GRADE):
            told = totals.brief_without(whole, figure)
        else:
            told = totals.brief(figure, years_of(total), stating_if_few(total), whole)
        parts.append(with_contingents(told, total))
    return tuple(parts)


def with_contingents(told: str, total: Total) -> str:
    """A total in few words, with what is stated only of contingents: “9,641 (and 750 in one contingent)”."""
    parts = total.in_parts
    return totals.and_in_contingents(told, sum_of(parts.sum), parts.contingents) if parts else told


def stating_if_few(total: Total) -> int | None:
    """How many of the units have a figure; None if all do."""
    return total.stating if total.stating < total.units else None


def nation_lines(view: View, names: Mapping[str, str], most: int | None = None) -> tuple[str, ...]:
    """The figures for the people of the selected nations, one per line; at most so many. None: all."""
    return tuple(_nation_line(one, view, names) for one in own_figures(view)[:most])


def own_figures(view: View) -> Sequence[NationFigure]:
    """The figures of `nation_lines`: if a unit has two names, only the one about which more is known."""
    return view.once(_own_figures)


def _own_figures(view: View) -> Sequence[NationFigure]:
    found: dict[tuple[str, str, str], NationFigure] = {}
    for one in view.nations:
        unit = view.known.deployments[one.deployment]
        key = (one.nation, one.of, unit.same_as if one.figure is None else unit.id)
        found.setdefault(key, one)
    return tuple(found.values())


def _nation_line(one: NationFigure, view: View, names: Mapping[str, str]) -> str:
    nation = names.get(one.nation, one.nation)
    where = view.known.deployments[one.deployment].name
    if one.figure is None:
        if one.joining:
            return totals.is_to_join(nation, where, one.told_on.year)
        silent_since = one.told_on.year if one.old else None
        if one.planned:
            status = words.status(view.known.deployments[one.deployment].status)
            return totals.is_to_take_part(nation, where, status, silent_since)
        return totals.takes_part(nation, where, silent_since)
    if one.of == "statistic":
        return totals.own_count(words.dated(one.figure, view.day), where)
    if one.old:
        figure = totals.old_figure(words.figure(one.figure), one.figure.told_first.year)
        figure = totals.as_announced(figure) if one.announced else figure
        silent_since = one.told_on.year if view.day.year - one.told_on.year > 1 else None
        return totals.no_current_figure(nation, where, figure, silent_since)
    return totals.nation(nation, where, figure_told(one, view.day))


def figure_told(one: NationFigure, day: date) -> str:
    """A nation's figure, marked if planned or announced; “not stated” if there is none."""
    if one.figure is None:
        return words.NOT_STATED
    figure = words.dated(one.figure, day)
    figure = totals.as_announced(figure) if one.announced else figure
    return totals.planned(figure) if one.planned else figure
