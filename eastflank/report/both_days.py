"""A view's totals on two days, in words: a table of four columns for page, terminal and products."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from eastflank.report.totals_in_words import (
    figure_of,
    figure_told,
    stating_if_few,
    with_contingents,
    years_of,
)
from eastflank.view.comparison import Comparison
from eastflank.view.figures_of_nations import NationFigure
from eastflank.view.totals import Total
from eastflank.view.totals_difference import Difference, TotalPair, nations_of_both, totals_of_both
from eastflank.words.chosen import datasets, totals
from eastflank.words.chosen import side_by_side as told
from eastflank.words.chosen import values as words


class Compared(NamedTuple):
    """A row: one total, or one figure of a nation, on both days."""

    what: str
    earlier: str
    later: str
    difference: str
    """“+4”; or that the two are not comparable, and why."""


def headings(compared: Comparison) -> Compared:
    """The headers of the columns."""
    return Compared(told.WHAT, words.day(compared.since), words.day(compared.view.day), told.DIFFERENCE)


def rows_of(compared: Comparison, names: Mapping[str, str]) -> tuple[Compared, ...]:
    """The rows: first the figures of the selected nations, then the units that are there, by kind."""
    totals = (row for pair in totals_of_both(compared) for row in _totals(pair, compared))
    return (*_nations(compared, names), *totals)


def lines_of(rows: Iterable[Compared], heading: Compared) -> tuple[str, ...]:
    """The rows as lines of text, for use without a table."""
    return tuple(told.line(*row, days=(heading.earlier, heading.later)) for row in rows)


def _nations(compared: Comparison, names: Mapping[str, str]) -> Iterator[Compared]:
    for pair in nations_of_both(compared):
        later, earlier = compared.view.known.deployments, compared.before.known.deployments
        name = (later[pair.deployment] if pair.deployment in later else earlier[pair.deployment]).name
        yield Compared(
            told.of_nation(names.get(pair.nation, pair.nation), name),
            _stated(pair.earlier, compared.since),
            _stated(pair.later, compared.view.day),
            _in_words(pair.persons),
        )


def _stated(one: NationFigure | None, day: date) -> str:
    return figure_told(one, day) if one else words.NOT_STATED


def _totals(pair: TotalPair, compared: Comparison) -> Iterator[Compared]:
    was, is_now = (str(one.units) if one else told.NONE for one in (pair.earlier, pair.later))
    where = datasets.of_one(compared.view.known.titles.get(pair.dataset, ""))
    yield Compared(
        f"{told.of_units(pair.kind)}{where}",
        was,
        is_now,
        told.NOT_REPORTED if pair.units is None else told.difference(pair.units),
    )
    yield Compared(
        f"{told.of_persons(pair.kind, all_nations=bool(compared.view.filters.nation))}{where}",
        _total(pair.earlier),
        _total(pair.later),
        _in_words(pair.persons),
    )


def _total(total: Total | None) -> str:
    """A total as it is in a cell: “about 4,800 (2017–2021), in three of four”."""
    if total is None:
        return told.NONE
    figure = figure_of(total)
    if figure not in (words.NOT_STATED, words.OF_A_LOW_GRADE):
        figure = totals.cell(figure, years_of(total), stating_if_few(total), total.units)
    return with_contingents(figure, total)


def _in_words(difference: Difference) -> str:
    if difference.persons is not None:
        return told.difference(difference.persons)
    return told.SAME if difference.reason == "same" else told.not_compared(difference.reason)
