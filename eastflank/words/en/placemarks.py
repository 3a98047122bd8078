"""English for placemarks of map programs."""

from __future__ import annotations

from datetime import date

from eastflank.words.en.dates_in_words import day

CHANGED, NOT_DRAWN, SOURCES = "Changed:", "Not drawn on the map:", "Sources:"


def as_known(first: date, last: date) -> str:
    """Says that a placemark is of the past."""
    return f"As known from {day(first)} to {day(last)}; the place is as known now."


def lead_and_where(status: str, lead: str, where: str) -> str:
    """What is known about a deployment, after its strength."""
    return f"{status}; lead: {lead}; where: {where}"


def sources_differ(told: str) -> str:
    """Says that sources disagree."""
    return f"Sources differ. {told}"
