"""The sources of a row with little room: it names some of them, and counts the others."""

from __future__ import annotations

from eastflank.report.entries import DeploymentEntry
from eastflank.words.chosen import documents

MOST = 5
"""The most numbers of sources in a row."""


def numbers_of(entry: DeploymentEntry) -> tuple[int, ...]:
    """The numbers of a row's sources: those that give what it shows, otherwise all; at most five."""
    return (entry.carrying or entry.footnotes)[:MOST]


def cited(entry: DeploymentEntry, pattern: str = "[{}]") -> str:
    """The same numbers in words, each in a pattern of `str.format`, and how many more there are."""
    listed = ", ".join(pattern.format(number) for number in numbers_of(entry))
    return documents.numbers_and_more(listed, others_of(entry))


def others_of(entry: DeploymentEntry) -> int:
    """How many sources of a row are not among those numbers."""
    return len(entry.footnotes) - len(numbers_of(entry))
