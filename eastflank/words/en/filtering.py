"""Texts of the filters beside the map, and of the switch that compares two days."""

from __future__ import annotations

NATION, ALL_NATIONS = "Nation", "All nations"
ROLE = "As"
ROLES = {"any": "any", "lead": "lead", "host": "host", "contributor": "sends"}
HOST, ALL_HOSTS = "Host country", "All hosts"
STATUS, PROGRAMME = "Status", "Programme"
STRENGTH = "Strength, persons"
UNSTATED = "Include those that state no strength"

EVIDENCE = "Evidence that counts"
EVIDENCE_MEANS = "The map does not use what these leave out: it shows only what the rest says."
SOURCE, ALL_SOURCES = "Source", "All sources"
GRADE, ANY_GRADE = "Grade", "Any grade"
GRADE_MEANS = (
    "The Admiralty grade that every claim must have at least: the letter is the source's reliability, the "
    "figure the claim's credibility. Both must reach it; they are never multiplied into a score."
)
KIND = "Kind of claim"
RESET = "Reset all filters"

SHOW_CHANGES = "Show changes since"
SHOW_CHANGES_HELP = "On the map: what is new, what was different, and what is gone since another day"
CHANGES_SINCE = "Changes since"
NOT_COMPARED = "later than the day shown: nothing is compared"


def at_least(grade: str) -> str:
    """A grade as the lowest that counts: “B2 or better”; the best one has no “or better”."""
    return "A1 alone" if grade == "A1" else f"{grade} or better"
