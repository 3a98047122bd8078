"""Totals and nations' figures in words, once for page, terminal and every product."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eastflank.record.as_of import Known
from eastflank.view.figures_of_nations import NationFigure
from eastflank.view.selection import View
from eastflank.view.totals import Total
from eastflank.words.chosen import datasets
from eastflank.words.chosen import values as words


def figure_of(total: Total) -> str:
    """What is added up, in words: “about 2,100”; “not stated” where no figure is.

    “stated only with a low grade” where all figures that are stated have a low grade.
    """
    if total.weak and not total.stating:
        return words.OF_A_LOW_GRADE
    return words.strength(total.low, total.high, total.hedge)


def years_of(total: Total) -> str:
    """The years of which the figures tell: “2022–2024”; empty where all are of the year shown."""
    return "–".join(map(str, dict.fromkeys(total.years or ())))


def explained(total: Total, known: Known) -> str:
    """What a total's figure speaks for: “in seven of eight battlegroups; figures of 2022–2024”."""
    whole = words.units(total.kind, total.units) + datasets.of_one(known.titles.get(total.dataset, ""))
    if total.group:
        group = known.deployments[total.group]
        of = f"said of “{group.name}” together"
        if total.beside:
            rest = words.strength(total.beside.low, total.beside.high, total.beside.hedge)
            of = f"{words.figure(group.figure)} {of}, and {rest} beside them"
        parts = [f"in {whole}, {of}"]
    elif 0 < total.stating < total.units:
        parts = [f"in {words.counted(total.stating, 'of', 'of')} {whole}"]
    else:
        parts = [f"in {whole}"]
    return "; ".join([*parts, *_reservations(total)])


def _reservations(total: Total) -> Iterator[str]:
    """What a reader must know of a total before repeating it."""
    alone = total.parts
    if alone and 0 < alone.stating < total.units:
        figure = words.strength(alone.low, alone.high, alone.hedge)
        yield f"by themselves {figure} in {words.counted(alone.stating, 'of them', 'of them')}"
    if total.years:
        yield f"figures of {years_of(total)}"
    if total.ceilings and total.low is not None:
        yield f"{words.counted(total.ceilings, 'states', 'state')} only a ceiling"
    if total.announced:
        yield f"{words.counted(total.announced, 'figure')} as announced"
    if total.old and total.old < total.stating:
        yield f"{words.number(total.old_persons)} of it older than eighteen months"
    elif total.old:
        yield "all of it older than eighteen months"
    if total.overlaps:
        yield "may overlap with units of another kind"


def total_sentence(total: Total, known: Known) -> str:
    """A total in a sentence: “9,641 persons in eight battlegroups”."""
    figure = figure_of(total)
    if figure in (words.NOT_STATED, words.OF_A_LOW_GRADE):
        return f"strength {figure} {explained(total, known)}"
    return f"{words.persons(figure)} {explained(total, known)}"


def brief(view: View) -> str:
    """All totals in a line: “9,641 in eight battlegroups · strength of one brigade not stated”.

    In a nation's view they are of all nations, which it says.
    """
    parts = ["all nations in these units"] if view.nations and view.totals else []
    for total in view.totals:
        where = datasets.of_one(view.known.titles.get(total.dataset, ""))
        figure, whole = figure_of(total), words.units(total.kind, total.units) + where
        if figure in (words.NOT_STATED, words.OF_A_LOW_GRADE):
            parts.append(f"strength of {whole} {figure}")
            continue
        year = f" ({years_of(total)})" if total.years else ""
        few = words.counted(total.stating, "of", "of") + " " if total.stating < total.units else ""
        parts.append(f"{figure}{year} in {few}{whole}")
    return " · ".join(parts)


def nation_lines(view: View, names: Mapping[str, str]) -> tuple[str, ...]:
    """What is stated of the people of the nations asked for, each figure in a line of its own."""
    found: dict[tuple[str, str, str], str] = {}
    for one in view.nations:
        unit = view.known.deployments[one.deployment]
        # Of a unit that goes by two names, the one of which more is known is enough.
        key = (one.nation, one.of, unit.same_as if one.figure is None else unit.id)
        found.setdefault(key, _nation_line(one, view, names))
    return tuple(found.values())


def _nation_line(one: NationFigure, view: View, names: Mapping[str, str]) -> str:
    nation = names.get(one.nation, one.nation)
    where = view.known.deployments[one.deployment].name
    if one.figure is None:
        told = f", last reported in {one.told_on.year}" if one.old else ""
        if one.planned:
            status = words.status(view.known.deployments[one.deployment].status)
            return f"{nation}: {where}, {status}{told}; no current figure"
        return f"{nation} takes part in {where}{told}; no current figure"
    figure = words.dated(one.figure, view.day)
    if one.of == "statistic":
        return f"{figure}: {where} (a source’s own count)"
    if one.old:
        year = one.figure.told_first.year
        silent = f", last reported in {one.told_on.year}" if view.day.year - one.told_on.year > 1 else ""
        announced = ", as announced" if one.announced else ""
        figure = f"{words.figure(one.figure)} in {year}{announced}"
        return f"{nation} in {where}: no current figure; {figure}{silent}"
    planned = "planned: " if one.planned else ""
    announced = ", as announced" if one.announced else ""
    return f"{nation} in {where}: {planned}{figure}{announced}"
