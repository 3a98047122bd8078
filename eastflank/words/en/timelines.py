"""Texts of the timeline of deployments, and of the strength over time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from eastflank.words.en.dates_in_words import day
from eastflank.words.en.lists import capitalised, listed

NO_STATUS = "status not stated"
CLAIMS = "a claim; larger: several of one day"
HINT = "Upper bar: the status, by what was known then. Lower line: the period that is stated."
PERIODS = {
    "sure": "there, by the dates stated",
    "unsure": "start or end somewhere in here",
    "planned": "planned to be there",
    "open": "no end stated",
}
"""The forms of the lower line."""

UNIT = "persons"
WHOLE = "strength stated for the whole, from low to high"
PART = "a contingent"
CLAIM_OF_WHOLE = "a claim that states a strength"
CLAIM_OF_PART = "a claim that states that of a part, or a sum"
"""The legend of the strength over time."""


def became(name: str, now: str) -> str:
    """A deployment that turned out to be another."""
    return f"{name} → {now}"


def status_from(status: str, first: date, last: date | None) -> str:
    """How long a status held: “Deployed from 8 July 2016 to 3 May 2017, as known then”; None: it still holds."""
    until = "on" if last is None else f"to {day(last)}"
    return f"{capitalised(status)} from {day(first)} {until}, as known then"


def status_and_strength(status: str, strength: str) -> str:
    """What is known of a deployment on the day shown; `strength` is empty if none is stated."""
    return f"{status}, {strength}" if strength else status


def on_the_day(shown: str, what: str) -> str:
    """What is known of a deployment on the day shown: “8 July 2016: deployed, 900”."""
    return f"{shown}: {what}"


def stated_period(begins: str, ends: str, claims: Iterable[str]) -> str:
    """When a deployment is there, by its claims."""
    return f"Stated period: begins {begins}; ends {ends} ({', '.join(claims)})"


def claims_of(said: Iterable[str], claims: Iterable[str]) -> str:
    """What claims say that count from one day; `said`: when they were said."""
    return f"{listed(said)}: {'; '.join(claims)}"


def claim(number: str, grade: str, source: str, said: Iterable[str]) -> str:
    """What one claim says: “C0042 [B2] NATO: deployed, about 1,100”."""
    told = ", ".join(part for part in said if part)
    return f"{number}{f' [{grade}]' if grade else ''} {source}" + (f": {told}" if told else "")


def no_strength(shown: date) -> str:
    """Why no strength is drawn."""
    return f"By {day(shown)} no claim states a strength or a contingent of the selected deployment."


def strength_of(name: str) -> str:
    """The heading over the strength of a deployment over time."""
    return f"Strength of {name} over time"


def whole_from(persons: str, first: date, last: date, claims: Iterable[str]) -> str:
    """The stated strength of the whole: “1,100 persons, 8 July 2016 to 3 May 2017 (C0042)”."""
    return f"{persons}, {day(first)} to {day(last)} ({', '.join(claims)})"


def part(nation: str, figure: str) -> str:
    """A contingent: “Canada 455”."""
    return f"{nation} {figure}"


def part_by(nation: str, persons: str, claim: str) -> str:
    """A contingent and its claim: “Canada: 455 persons (C0042)”."""
    return f"{nation}: {persons} ({claim})"


def strength_by(said: str, number: str, grade: str, source: str, persons: str, counts: str) -> str:
    """What a claim says about a strength; `counts` is what it counts, or empty for the whole."""
    of = f" ({counts})" if counts else ""
    return f"{said}, {number}{f' [{grade}]' if grade else ''} {source}: {persons}{of}"


def no_contingent(shown: date) -> str:
    """Says that no nation's part is known."""
    return f"No contingent is known on {day(shown)}."


def adding_up(
    shown: date, total: str, ceilings: Iterable[str], silent: Iterable[str], whole: str, *, fits: bool | None
) -> str:
    """Whether the contingents add up to the strength of the whole.

    `total` is their sum, or empty if none has a figure. `ceilings` are contingents with only an upper bound,
    `silent` the nations without a figure. `fits` is None if it is not known.
    """
    parts = [
        f"Contingents on {day(shown)}: those that state a figure add up to {total}"
        if total
        else f"Contingents on {day(shown)}: none states a figure"
    ]
    if told := listed(ceilings):
        parts.append(f"a ceiling is no strength and is not added: {told}")
    if told := listed(silent):
        parts.append(f"no figure for {told}")
    verdict = {
        True: f"They add up to the strength stated for the whole, {whole}.",
        False: f"They do not add up to the strength stated for the whole, {whole}.",
        None: f"Whether they add up to the whole ({whole}) is not known.",
    }[fits]
    return f"{'; '.join(parts)}. {verdict}"
