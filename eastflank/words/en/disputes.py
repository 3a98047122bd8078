"""English for disagreements: their subjects, and why one of the values is followed."""

from __future__ import annotations

NEITHER_COUNTS = "Neither counts any more."
SPANS_BOTH = "No rule prefers one of them, so the figure shown covers them all."
SUBJECTS = {
    "strength": "strength",
    "contingent": "contingent",
    "place": "base",
    "lead": "lead",
    "host": "host",
    "status": "status",
    "starts": "begin",
}
"""What sources disagree about, by the name of the field."""


def contingent_of(nation: str) -> str:
    """Whose contingent it is: “contingent of Canada”."""
    return f"contingent of {nation}"


def overtaken_by(claim: str) -> str:
    """Says that a claim of a later day replaces them all."""
    return f"Overtaken by {claim}, which tells of a later day."


def decided_for(claim: str) -> str:
    """Says that a curator decided."""
    return f"A curator decided for {claim}."


def later_status(claim: str) -> str:
    """Says that of two statuses the later one counts."""
    return f"The later word counts: {claim}."


def newest(claim: str) -> str:
    """Says that the newest claim counts."""
    return f"The newest claim counts: {claim}."


def further_status(claim: str) -> str:
    """Says that of claims of one day the more advanced status counts."""
    return f"Of claims of one day, the one with the more advanced status: {claim}."


def more_reliable(claim: str) -> str:
    """Says that of claims of one day the more reliable source counts."""
    return f"Of claims of one day, the one of the more reliable source: {claim}."


def more_credible(claim: str) -> str:
    """Says that of claims of one day the more credible claim counts."""
    return f"Of claims of one day, the more credible one: {claim}."


def last_by_id(claim: str) -> str:
    """Says that of equal claims of one day the last by its id counts."""
    return f"Of equal claims of one day, the last by id: {claim}."
