"""English for a deployment's card on the map, and for the details behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eastflank.model import Deployment, Figure, Kind
from eastflank.words.en.dates_in_words import between, month_of
from eastflank.words.en.figures import claims, figure, units
from eastflank.words.en.lists import capitalised, nations
from eastflank.words.en.terms import COUNTS, NOT_STATED

UNPAIRED = "who leads where is not stated"
ALL_ALLIED_TROOPS = "all allied troops"


def some_of(kind: Kind, number: int, name: str) -> str:
    """So many units of a group: “Two brigades of “Forward Land Forces””."""
    return f"{capitalised(units(kind, number))} of “{name}”"


def strength_and_status(strength: str, status: str) -> tuple[str, str, str]:
    """The line of a card with a stated strength, in three parts: the middle one is the status."""
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


def not_located(line: str, place: str) -> str:
    """A card whose deployment has a place that is known only by its name."""
    return f"{line}; position not known: “{place}”"


def place_by_name(place: str) -> str:
    """A place that is known only by its name, in a card's details."""
    return f"{place} (position not known)"


def is_to_join(nation: str, year: int) -> str:
    """A nation of the filter that does not take part yet, in a card of what is there."""
    return f"{nation} is to join (planned in {year})"


def set_of(hosts: Iterable[str], names: Mapping[str, str]) -> str:
    """The hosts of a set whose units are not paired with them; `UNPAIRED` is the next line."""
    return f"for {nations(hosts, names)} as a set;"


def in_hosts(hosts: Iterable[str], names: Mapping[str, str]) -> str:
    """The hosts of a deployment that is in several."""
    return f"in {nations(hosts, names)}"


def with_those_outside(names: Mapping[str, str], outside: Iterable[str]) -> Mapping[str, str]:
    """The names of countries; those outside the map say so."""
    marked = {code: f"{names.get(code, code)} (outside this map)" for code in outside}
    return {**names, **marked} if marked else names


def meant_for(countries: str) -> str:
    """The countries that a deployment is meant for."""
    return f"meant for {countries}"


def details(
    name: str,
    lead: str,
    place: str,
    host: str,
    countries: str,
    strength: str,
    status: str,
    plans: Iterable[str],
    number_of_claims: int,
) -> tuple[str, ...]:
    """Who, where, how many, status and number of claims, one per line.

    `lead`, `place`, `host` and `countries` (for which it is meant) are empty if not stated.
    """
    where = ", ".join(part for part in (place, host) if part) or NOT_STATED
    if countries:
        where += f"; {meant_for(countries)}"
    return (
        name,
        f"Lead: {lead or NOT_STATED}",
        f"Where: {where}",
        f"Strength: {strength}",
        f"Status: {status}",
        *(f"Planned: {plan}" for plan in plans),
        capitalised(claims(number_of_claims)),
    )


def strength_in_full(strength: str, counts: str | None, stated: Figure | None) -> str:
    """A strength with what it counts, by code, and with the day and grade of its figure, if there is one."""
    if stated is None:
        return strength
    counted = COUNTS.get(counts or "", "") if counts not in ("whole", "unit") else ""
    told = f"{strength} ({counted})" if counted else strength
    told += f", of {between(stated.told_first, stated.told_last)}"
    return f"{told}, graded {stated.grade}" if stated.grade else told


def statistic(one: Deployment, names: Mapping[str, str]) -> str:
    """The sum that a source gives for a country: “all allied troops: 40,000 (March 2022)”."""
    if one.figure is None:
        return ""
    whose = nations(one.lead, names) or ALL_ALLIED_TROOPS
    return f"{whose}: {figure(one.figure)} ({month_of(one.figure.told_first, one.figure.told_last)})"
