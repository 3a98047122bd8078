"""English for `show`: a view as text in a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from eastflank.words.en.dates_in_words import day as day_in_words

SOURCES_DIFFER = "Sources differ:"
SINCE_HELP = "also print what changed after this day, such as 2016-06-14 (or since= in the query)"
JSON_HELP = "print JSON instead of text"
NOTHING_SHOWN = "Nothing was shown. Correct --view or --since, or leave that part out."
NOTHING = "nothing"
"""Where no change is."""
SECTIONS = {"unit": "Units", "group": "Groups of units, never added to them", "statistic": "Statistics"}
"""By sort of deployment."""
OVER = "Over"
ABOUT_NONE = "About no deployment:"
TOTALS = "Totals of what is there, by kind (kinds are never added to each other):"
TOTALS_OF_ALL_NATIONS = "Whole units, all nations in them, by kind (kinds are never added to each other):"
NO_TOTAL = "none"
NOT_DRAWN = "Not drawn:"


def heading(text: str) -> str:
    """The heading over lines that belong together."""
    return f"{text}:"


def changed_since(day: date) -> str:
    """The heading over what changed since a day."""
    return f"Changed since {day_in_words(day)}:"


def change(sentence: str, claims: Iterable[str]) -> str:
    """A change, with its claims."""
    return f"{sentence} [{', '.join(claims)}]"


def not_drawn(item: str, reason: str) -> str:
    """Deployments without a mark on the map, and why."""
    return f"{item}: {reason}"


def deployment(name: str, identifier: str, status: str) -> str:
    """The first line of a deployment: “Battlegroup Latvia [efp-lva]: deployed”."""
    return f"{name} [{identifier}]: {status}"


def facts(lead: str, host: str, meant_for: str, strength: str) -> str:
    """Its second line; `meant_for` is empty if that is its host."""
    meant = f" · meant for {meant_for}" if meant_for else ""
    return f"lead {lead} · host {host}{meant} · strength {strength}"


def contingents(told: str) -> str:
    """Who takes part with how many."""
    return f"contingents: {told}"


def planned(plan: str) -> str:
    """Plans beside what is there."""
    return f"planned: {plan}"


def overtaken(field: str, claim: str) -> str:
    """Says that filtered-out evidence has overtaken a field."""
    return f"overtaken: its {field} by {claim}, which is left out"


def not_followed(field: str, claim: str) -> str:
    """Says that a weak claim was not followed."""
    return f"not followed: {claim}, a weak claim on its {field}"


def difference(name: str, subject: str, spread: str, rule: str) -> str:
    """What sources disagree about, and which of them the map follows."""
    return f"{name}, {subject}: {spread}. {rule}"


def decision(decision: str, reason: str) -> str:
    """What a curator decided, and why."""
    return f"{decision}: {reason}"


def side(value: str, claim: str, grade: str, source: str, when: str) -> str:
    """What one claim says about the matter."""
    return f"{value} [{claim}, {grade}] — {source}, {when}"


def judged(note: str, rests_on: Iterable[str]) -> str:
    """A curator's judgement, with its claims."""
    return f"{note} (judged from {';'.join(rests_on)})"


def cited(citation: str) -> str:
    """Where an unquoted claim is in its source."""
    return f"{citation} (cited, not quoted)"


def claim(claim: str, grade: str, body: str, said: str) -> str:
    """A claim in a line: “A1-17 [C3] “…” — Ashley Lemire, Associated Press, 14 June 2016”."""
    return f"{claim} [{grade}] {body} — {said}"
