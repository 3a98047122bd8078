"""Texts of the briefing view, and of parts that are only on paper."""

from __future__ import annotations

from eastflank.words.en.figures import counted

NO_CLAIM = "No claim fits this view"
IN_THEIR_WORDS = "In their words"
TOTALS, DEPLOYMENTS, SOURCES = "Totals", "Deployments", "Sources"
EVIDENCE = "Evidence, newest first"
NOTHING_TO_ADD_UP = "Nothing to add up."
NO_SOURCE = "No source speaks of this view."


def rests_on(others: int) -> str:
    """How many more sources there are than those named; empty for none."""
    return f"The view rests on {counted(others, 'further source')}." if others else ""


def counts_and_credit(counts: str, credit: str, version: str) -> str:
    """The last line of a briefing: what is shown, whose map it is, which edition of the data."""
    return f"{counts}. {credit}. Data version {version}."


def cited(about: str, states: str) -> str:
    """What an unquoted source says."""
    return f"{about}: {states}"


def version(number: str) -> str:
    """The version of the data, for a sheet of paper."""
    return f"Data version {number}."
