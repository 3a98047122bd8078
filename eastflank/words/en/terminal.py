"""English for `show`: a view as text in a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from eastflank.words.en.dates_in_words import day as day_in_words

SOURCES_DIFFER = "Sources differ:"


def difference(name: str, subject: str, spread: str, rule: str) -> str:
    """What sources differ about, and which of them the map follows."""
    return f"{name}, {subject}: {spread}. {rule}"


def decision(decision: str, reason: str) -> str:
    """What a curator decided, and why."""
    return f"{decision}: {reason}"


def side(value: str, claim: str, grade: str, source: str, day: date) -> str:
    """What one claim says of the matter."""
    return f"{value} [{claim}, {grade}] — {source}, {day_in_words(day)}"


def judged(note: str, rests_on: Iterable[str]) -> str:
    """A curator's judgement, with the claims it is from."""
    return f"{note} (judged from {';'.join(rests_on)})"


def cited(citation: str) -> str:
    """Where a claim stands that is not quoted."""
    return f"{citation} (cited, not quoted)"


def claim(claim: str, grade: str, body: str, said: str) -> str:
    """A claim in a line: “A1-17 [C3] “…” — Ashley Lemire, Associated Press, 14 June 2016”."""
    return f"{claim} [{grade}] {body} — {said}"
