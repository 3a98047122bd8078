"""The sentence over a map: what is shown of what was asked for, as known when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from eastflank.model import Deployment
from eastflank.record.as_of import Known
from eastflank.view.totals import Count, counts_of
from eastflank.words.chosen import datasets
from eastflank.words.chosen import values as words

_ONE: Mapping[str, str] = MappingProxyType({})
"""The titles of several datasets where there is only one."""
_MOST = 3
"""Groups of what is not there yet that a title names; more would not be read."""


def title_of(
    deployments: Iterable[Deployment],
    phrases: Sequence[str],
    known: Known,
    titles: Mapping[str, str] = _ONE,
) -> str:
    """“Eight battlegroups and one brigade in Latvia or Estonia, as known on 28 June 2022”.

    “In Latvia: one battlegroup; one brigade arriving, as known on 15 July 2023”. `phrases` are the filters
    in words. `titles` are those of several datasets that are laid over each other, by name: each is told by
    itself, “In two datasets: eight battlegroups in Eastflank; one brigade in Mine, as known on …”.
    """
    shown = list(deployments)
    if titles:
        told = ", ".join([*phrases, datasets.in_several(len(titles))])
        parts = [f"{_of_one(name, shown, known)} in {title}" for name, title in titles.items()]
        return f"{words.capitalised(told)}: {'; '.join(parts)}, as known on {words.day(known.day)}"
    counts = counts_of(shown, known)
    what = in_words(counts) if counts else _nothing_current(shown)
    # After a list the filters would seem to belong to its last part alone.
    apart = phrases and ";" in what
    subject = f"{', '.join(phrases)}: {what}" if apart else " ".join([what, *phrases])
    return f"{words.capitalised(subject)}, as known on {words.day(known.day)}"


def _of_one(name: str, shown: Sequence[Deployment], known: Known) -> str:
    """What one of several datasets has: what is there and what is to come, in one list."""
    own = [one for one in shown if one.dataset == name]
    counts = counts_of(own, known)
    there, others = _parts(counts)
    return words.listed([*there, *others]) if counts else _nothing_current(own)


def without_day(title: str, day: date) -> str:
    """The title where its day stands beside it."""
    return title.removesuffix(f", as known on {words.day(day)}")


def _nothing_current(deployments: Sequence[Deployment]) -> str:
    """What a title begins with where nothing counts: that there is nothing, or only what is old or over."""
    silent = [one for one in deployments if one.sort == "unit" and one.present and one.silent]
    kinds = dict.fromkeys(one.kind for one in silent)
    if silent:
        number = [words.units(kind, sum(one.kind == kind for one in silent)) for kind in kinds]
        return f"{words.listed(number)} not reported for two years"
    over = sum(one.over for one in deployments)
    if over and over == len(deployments):
        return f"nothing current, {words.counted(over, 'deployment')} over"
    return "no deployment"


def in_words(counts: Sequence[Count]) -> str:
    """How many units there are: what is there by kind, then what is to come, by kind and status."""
    there, others = _parts(counts)
    if there and others:
        return f"{words.listed(there)}; {words.listed(others)}"
    return words.listed(there or others)


def _parts(counts: Sequence[Count]) -> tuple[list[str], list[str]]:
    """What is there, and what is to come."""
    there = [words.units(one.kind, one.number) for one in counts if one.status == "deployed"]
    to_come = [one for one in counts if one.status != "deployed"]
    others = [f"{words.units(one.kind, one.number)} {words.status(one.status)}" for one in to_come]
    if len(others) > _MOST:
        rest = sum(one.number for one in to_come[_MOST:])
        kinds = {one.kind for one in to_come[_MOST:]}
        named = words.units(kinds.pop(), rest) if len(kinds) == 1 else words.counted(rest, "other unit")
        others = [*others[:_MOST], f"{named} planned or considered"]
    return there, others


def age_notes(deployments: Iterable[Deployment], day: date, newest: date | None) -> tuple[str, ...]:
    """What must stand beside the title: what was last reported when, and up to when evidence reaches."""
    silent = sorted(
        (one.last_word.year, one.name)
        for one in deployments
        if one.sort == "unit" and one.present and one.silent and one.last_word and not one.counted_with
    )
    notes = [f"last reported in {year}: {name}" for year, name in silent[:_MOST]]
    if len(silent) > len(notes):
        notes.append(
            f"{words.counted(len(silent) - len(notes), 'more deployment')} not reported for two years"
        )
    if newest is not None and newest < day:
        notes.append(f"newest evidence: {words.day(newest)}")
    return tuple(notes)
