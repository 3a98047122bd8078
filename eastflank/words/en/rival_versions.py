"""Texts of the choice between two versions of a claim."""

from __future__ import annotations

THEIRS, YOURS = "As it is saved now", "As you have it"
HOW_TO_DECIDE = (
    "Somebody else saved this claim while you changed it. A field that only one of you changed is chosen "
    "already. What is not chosen stays readable in the list of changes, if it was saved."
)
TAKE_CHOSEN = "Take what is chosen"
CHOOSE_EACH = "Choose a version of each field."
NOW_SAVE = "The form holds what you chose. Save it, or change it further."
MARKS_OF_FIELDS = "Characters on which fields stand"


def two_versions(claim: str) -> str:
    """The heading over a claim that two people have changed."""
    return f"Two versions of {claim}"


def which_stays(field: str) -> str:
    """The choice between two versions of a field."""
    return f"Which version of “{field}” stays"
