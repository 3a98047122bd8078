"""Texts of the list of changes, and of Undo."""

from __future__ import annotations

LOG = "Changes"
NO_CHANGES = "No change is recorded yet."
LOG_COLUMNS = {
    "changed_on": "Day",
    "who": "Who",
    "table": "What",
    "row": "Which",
    "column": "Field",
    "before": "Before",
    "after": "After",
    "reason": "Reason",
}
UNDO = "Undo"
NAMED = 10
"""The most claims that are named one by one; of more, the others are a number."""
NOTHING_TO_UNDO = "There is nothing to undo."
UNDONE = "The last change is taken back. The log below keeps both."


def undo_of(who: str, reason: str, claims: str = "") -> str:
    """What Undo undoes; `claims` is the list of new claims in words."""
    said = f"Takes back the last change, by {who}. Its reason was: “{reason.rstrip('.')}”."
    return f"{said} A claim is never deleted: {claims} will stay, retracted." if claims else said


def undone_and_retracted(claims: str) -> str:
    """What became of claims that were new."""
    return f"The last change is taken back. A claim is never deleted; retracted now: {claims}."


def undo_lost(why: str) -> str:
    """Why Undo is not offered for a change that was made; `why` is what the system says."""
    return (
        f"The change is made, but it cannot be undone here: the way back could not be stored beside the record ({why}). "
        "The log of changes has every value as it was. Correct that, and the next change can be undone again."
    )


def undoing(reason: str) -> str:
    """The recorded reason for an undone change."""
    return f"Undone: {reason}"
