"""English for a deployment's card on the map, and for the details behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from eastflank.model import Deployment, Kind
from eastflank.words.en.dates_in_words import day, month
from eastflank.words.en.figures import claims, figure, units
from eastflank.words.en.lists import capitalised, nations
from eastflank.words.en.on_a_day import status_on, strength_on
from eastflank.words.en.terms import COUNTS, NOT_STATED

UNPAIRED = "who leads where is not stated"
ALL_ALLIED_TROOPS = "all allied troops"


def some_of(kind: Kind, number: int, name: str) -> str:
    """So many units of a group: “Two brigades of “Forward Land Forces””."""
    return f"{capitalised(units(kind, number))} of “{name}”"


def strength_and_status(strength: str, status: str) -> tuple[str, str, str]:
    """The line of a card whose strength is stated, in three parts: without the middle one it says no status."""
    return strength, f", {status}", ""


def no_strength(status: str) -> str:
    """The line of a card whose strength is not stated."""
    return f"{status}, strength not stated"


def no_host(line: str) -> str:
    """A card whose deployment has no stated host."""
    return f"{line}; host not stated"


def no_base(line: str) -> str:
    """A card whose deployment has a host and no stated place in it."""
    return f"{line}; base not stated"


def near(line: str, place: str) -> str:
    """A card whose deployment has a place that is known only roughly."""
    return f"{line}; at {place}, not exactly placed"


def set_of(hosts: Iterable[str], names: Mapping[str, str]) -> str:
    """The hosts of a set whose units are not paired with them; `UNPAIRED` is the next line."""
    return f"for {nations(hosts, names)} as a set;"


def in_hosts(hosts: Iterable[str], names: Mapping[str, str]) -> str:
    """The hosts of a deployment that stands in several."""
    return f"in {nations(hosts, names)}"


def meant_for(hosts: Iterable[str], names: Mapping[str, str]) -> str:
    """The countries that a deployment is meant for."""
    return f"meant for {nations(hosts, names)}"


def details(
    one: Deployment, place: str, names: Mapping[str, str], plans: Iterable[str], day: date
) -> tuple[str, ...]:
    """Who, where, how many, status and number of claims, one per line; `place` by name, or empty."""
    where = ", ".join(part for part in (place, nations(one.host, names)) if part) or NOT_STATED
    if one.meant_for:
        where += f"; {meant_for(one.meant_for, names)}"
    return (
        one.name,
        f"Lead: {nations(one.lead, names) or NOT_STATED}",
        f"Where: {where}",
        f"Strength: {_strength(one, day)}",
        f"Status: {status_on(one, day)}",
        *(f"Planned: {plan}" for plan in plans),
        capitalised(claims(one.claim_count)),
    )


def _strength(one: Deployment, shown: date) -> str:
    told = strength_on(one, shown)
    if one.figure is None:
        return told
    counts = COUNTS.get(one.counts or "", "") if one.counts not in ("whole", "unit") else ""
    told += f" ({counts})" if counts else ""
    told += f", of {day(one.figure.told_first)}"
    return f"{told}, graded {one.figure.grade}" if one.figure.grade else told


def statistic(one: Deployment, names: Mapping[str, str]) -> str:
    """The sum that a source gives for a country: “all allied troops: 40,000 (March 2022)”."""
    if one.figure is None:
        return ""
    whose = nations(one.lead, names) or ALL_ALLIED_TROOPS
    return f"{whose}: {figure(one.figure)} ({month(one.figure.told_first)})"
