"""English for a view as one web page."""

from __future__ import annotations

HISTORY = "History:"
CITED_NOT_QUOTED = "Cited, not quoted:"
STATES_NOTHING = "States nothing that the table holds"
JUDGED = "judged"
CURATORS_NOTE = "Curator’s note"
TOTALS = "Totals"
MAP = "Map"
NO_SCRIPTS = (
    "This program runs no scripts, so there is no map. The table below holds everything that is on it."
)
DEPLOYMENTS = "Deployments"
EVIDENCE = "Evidence"
SHOW_ALL = "Show all"
STRENGTH, STATUS, LEAD, HOST = "strength", "status", "lead", "host"
SOURCES_DIFFER = "Sources differ."
NOTHING_FITS = "No deployment fits. Leave out a filter, or choose a later day."
ABOUT_NONE = "About no deployment"
SOURCES = "Sources"


def overtaken_by(claim: str) -> str:
    """Says that a claim is overtaken by another."""
    return f"overtaken by {claim}."


def read_as(states: str) -> str:
    """The values that the record has from a quote."""
    return f"Read as: {states}."


def map_of(day: str) -> str:
    """The accessible name of a map, if there are two."""
    return f"Map, {day}"


def and_more(number: int) -> str:
    """How many sources there are besides the numbered ones."""
    return f"and {number} more"


def not_drawn(reason: str) -> str:
    """Why the map has no mark for a deployment."""
    return f"Not drawn: {reason}"
