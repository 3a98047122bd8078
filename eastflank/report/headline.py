"""A slide's title: the selected countries, and what is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eastflank.model import Dataset
from eastflank.report.totals_in_words import in_brief
from eastflank.view.figures_of_nations import NationFigure
from eastflank.view.filters import EVERYTHING
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.view.title import in_words
from eastflank.view.totals import Count, counted, counts_of
from eastflank.words.chosen import lists, totals
from eastflank.words.chosen import values as words

_MOST = 2
"""The most figures of a nation, or kinds of planned units, in a title; the others are beside the map."""


def headline_of(view: View, dataset: Dataset, title: str) -> str:
    """“Latvia: more than 1,700 in one battlegroup; one brigade arriving, planned: more than 3,500”.

    If no country is selected, or other filters are too, it is `title`, the sentence over the map, without the
    day, which is under it.
    """
    asked = view.filters
    alone = replace(asked, nation=(), host=(), role=EVERYTHING.role) == EVERYTHING
    counts = counts_of(view.deployments, view.known)
    several = len(view.known.titles) > 1  # units of two datasets are not added up
    if several or not counts or not alone or not (asked.host or asked.nation):
        return view.subject if title == view.title else title
    names = names_by_code(dataset)
    hosts = dict.fromkeys((*asked.host, *(asked.nation if asked.role == "host" else ())))
    nations = () if asked.role == "host" else asked.nation
    places = [lists.either_nation(codes, names) for codes in (nations, hosts) if codes]
    # The strength of a whole unit is not that of one nation in it.
    seen = _of_the_nations(view, counts) if nations else _of_the_units(view, counts)
    return totals.headline(places, seen)


def _of_the_units(view: View, counts: Sequence[Count]) -> str:
    """What is there, with its strength, then what is planned, with the planned strength."""
    to_come = [_planned(count, view) for count in counts if count.status != "deployed"]
    if len(to_come) > _MOST:
        to_come = [in_words([count for count in counts if count.status != "deployed"])]
    seen = totals.after_each_other((*in_brief(view), *to_come)) or in_words(counts)
    units = counted(view.deployments, view.known)
    planned = sum(not one.present and one.id in view.outside for one in units)
    return totals.planned_outside(seen, planned, len(units)) if planned else seen


def _planned(count: Count, view: View) -> str:
    """Units that are not there yet: “one brigade arriving, planned: more than 3,500 (2024)”."""
    said = in_words([count])
    if count.number > 1:
        return said
    units = [
        one
        for one in counted(view.deployments, view.known)
        if (one.kind, one.status) == (count.kind, count.status)
    ]
    figures = [words.dated(one.figure, view.day) for one in units if one.figure and not one.present]
    return totals.to_come(said, figures[0]) if figures else said


def _of_the_nations(view: View, counts: Sequence[Count]) -> str:
    """The figures of one nation's own people, if stated; otherwise the units in which nations take part."""
    if len(view.filters.nation) == 1 and not view.filters.host:
        told = [_figure(one, view) for one in view.nations if one.figure and not (one.old or one.planned)]
        more = [totals.more_figures(len(told) - _MOST)] if len(told) > _MOST else []
        if told:
            return totals.after_each_other([*told[:_MOST], *more])
    outside = sum(one.id in view.outside for one in counted(view.deployments, view.known))
    return totals.with_those_outside(in_words(counts), outside, sum(one.number for one in counts))


def _figure(one: NationFigure, view: View) -> str:
    where = view.known.deployments[one.deployment].name
    where = totals.place_outside(where) if one.deployment in view.outside else where
    figure = words.dated(one.figure, view.day)
    return totals.figure_of(figure, where) if one.of == "statistic" else totals.figure_in(figure, where)
