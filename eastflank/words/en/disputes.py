"""English for disagreements: their subjects, and why one of the values is followed."""

from __future__ import annotations

FOLLOWED = {
    "neither": "Neither counts any more.",
    "both": "No rule prefers one of them, so the figure shown covers them all.",
    "overtaken": "Overtaken by {claim}, which tells of a later day.",
    "decided": "A curator decided for {claim}.",
    "later status": "The later word counts: {claim}.",
    "newest": "The newest claim counts: {claim}.",
    "further status": "Of claims of one day, the one with the more advanced status: {claim}.",
    "more reliable": "Of claims of one day, the one of the more reliable source: {claim}.",
    "more credible": "Of claims of one day, the more credible one: {claim}.",
    "last by id": "Of equal claims of one day, the last by id: {claim}.",
}
"""Why one of the values is followed, or none; `claim` names the one that is."""
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


def followed(why: str, claim: str) -> str:
    """Why a claim is followed, in a sentence that names it."""
    return FOLLOWED[why].format(claim=claim)
