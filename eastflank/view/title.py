"""The sentence over a map: what is shown, with which filters, and as known on which day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from eastflank import dates
from eastflank.model import Deployment
from eastflank.record.as_of import Known
from eastflank.view.anchors import hosts_drawn
from eastflank.view.totals import Count, counts_of
from eastflank.words.chosen import lists, view_titles
from eastflank.words.chosen import values as words

_ONE: Mapping[str, str] = MappingProxyType({})
"""No titles: there is only one dataset."""
_MOST = 3
"""The most groups of planned units in a title; nobody would read more."""


def subject_of(
    deployments: Iterable[Deployment],
    phrases: Sequence[str],
    known: Known,
    titles: Mapping[str, str] = _ONE,
    outside: Collection[str] = (),
) -> str:
    """“Eight battlegroups and one brigade in Latvia or Estonia”: the title of a view without its day.

    “In Latvia: one battlegroup; one brigade arriving”. `phrases` are the filters in words. `titles` are those
    of several datasets that are shown together, by name: each is described separately, “In two datasets:
    eight battlegroups in Eastflank; one brigade in Mine”.

    `outside` are the ids of those that the map does not show: “five battlegroups; two more outside this map”.
    """
    shown = list(deployments)
    if titles:
        parts = [(_of_one(name, shown, known, outside), title) for name, title in titles.items()]
        return view_titles.of_datasets(phrases, len(titles), parts)
    drawn, others, more = _apart(shown, known, outside)
    there, to_come = _parts(drawn or others)
    if not there and not to_come:
        return view_titles.subject(_nothing_current(shown, outside), phrases, is_list=False)
    what = view_titles.there_and_to_come(there, to_come)
    if more:
        what = view_titles.and_more_outside(what, more) if drawn else view_titles.all_outside(what)
    return view_titles.subject(what, phrases, is_list=bool((there and to_come) or more))


def _apart(
    shown: Sequence[Deployment], known: Known, outside: Collection[str]
) -> tuple[Sequence[Count], Sequence[Count], int]:
    """The counts of what may be drawn and of what is outside the map, and how many units are outside."""
    if not outside:
        return counts_of(shown, known), (), 0
    everything = sum(one.number for one in counts_of(shown, known))
    inside = counts_of([one for one in shown if one.id not in outside], known)
    more = max(everything - sum(one.number for one in inside), 0)
    return inside, counts_of([one for one in shown if one.id in outside], known), more


def _of_one(name: str, shown: Sequence[Deployment], known: Known, outside: Collection[str]) -> str:
    """The units of one of several datasets: what is there and what is planned, in one list."""
    own = [one for one in shown if one.dataset == name]
    drawn, beyond, more = _apart(own, known, outside)
    there, others = _parts(drawn or beyond)
    if not there and not others:
        return _nothing_current(own, outside)
    if more and drawn:
        return words.listed([*there, *others, view_titles.more_outside(more)])
    what = words.listed([*there, *others])
    return view_titles.all_outside(what) if more else what


def _nothing_current(deployments: Sequence[Deployment], outside: Collection[str]) -> str:
    """The start of a title if nothing counts: there is nothing, or only what is old or over."""
    silent = [one for one in deployments if one.sort == "unit" and one.present and one.silent]
    kinds = dict.fromkeys(one.kind for one in silent)
    if silent:
        number = [words.units(kind, sum(one.kind == kind for one in silent)) for kind in kinds]
        beyond = sum(one.id in outside for one in silent)
        return view_titles.all_silent(number, beyond, len(silent))
    over = sum(one.over for one in deployments)
    if over and over == len(deployments):
        return view_titles.all_over(over)
    return view_titles.NOTHING


def in_words(counts: Sequence[Count]) -> str:
    """How many units there are: those that are there by kind, then planned ones by kind and status."""
    return view_titles.there_and_to_come(*_parts(counts))


def _parts(counts: Sequence[Count]) -> tuple[list[str], list[str]]:
    """What is there, and what is planned."""
    there = [words.units(one.kind, one.number) for one in counts if one.status == "deployed"]
    to_come = [one for one in counts if one.status != "deployed"]
    others = [view_titles.with_status(words.units(one.kind, one.number), one.status) for one in to_come]
    if len(others) > _MOST:
        rest = sum(one.number for one in to_come[_MOST:])
        kinds = {one.kind for one in to_come[_MOST:]}
        named = words.units(kinds.pop(), rest) if len(kinds) == 1 else view_titles.other_units(rest)
        others = [*others[:_MOST], view_titles.rest_to_come(named)]
    return there, others


def outside_note(
    deployments: Iterable[Deployment], outside: Collection[str], names: Mapping[str, str]
) -> tuple[str, ...]:
    """Where the units are that the map does not show, those of most units first; empty if it shows all."""
    where = Counter(
        lists.countries(hosts_drawn(one), names) for one in deployments if one.id in outside and not one.over
    )
    if not where:
        return ()
    counted = sorted(where.items(), key=lambda item: (not item[0], -item[1], item[0]))
    named = [(country, number) for country, number in counted[:_MOST] if country]
    rest = sum(where.values()) - sum(number for _, number in named)
    return (view_titles.outside_this_map(named, rest),)


def age_notes(deployments: Iterable[Deployment], day: date, newest: dates.DaysTold | None) -> tuple[str, ...]:
    """Notes that must be beside the title: old reports, and the day of the newest evidence."""
    silent = sorted(
        (one.last_word.year, one.name)
        for one in deployments
        if one.sort == "unit" and one.present and one.silent and one.last_word and not one.counted_with
    )
    notes = [view_titles.last_reported(year, name) for year, name in silent[:_MOST]]
    if len(silent) > len(notes):
        notes.append(view_titles.more_silent(len(silent) - len(notes)))
    if newest is not None and newest.first < day:
        notes.append(view_titles.newest_evidence(dates.text_of(*newest)))
    return tuple(notes)
