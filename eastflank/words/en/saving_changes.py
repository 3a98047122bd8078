"""Texts of the page *Add data* about saving a change, or why it failed."""

from __future__ import annotations

from datetime import date

from eastflank.words.en.dates_in_words import day

REASON = "Reason for the change"
REASON_HELP = "It is recorded in changes.csv with the day and your name."
NO_REASON = f"Say why in the field “{REASON}”, so that a later reader can follow the change."
SAVE = "Save"
CANCEL = "Cancel"
ONLY_JUDGEMENT = "Not saved yet: the checks have findings that need your judgement."
HOW_TO_ANSWER = (
    "Correct what you entered, or say for each point why it may be accepted. The answers are saved with the change, "
    "as decisions, and a newer claim on the matter asks again."
)
WHY_IT_STANDS = "Why it may be accepted"
SAVE_WITH_ANSWERS = "Save with these answers"
CHANGED_MEANWHILE = (
    "Somebody else changed this claim while you wrote. Choose below, for each field, which version stays."
)
GO_ON, DISCARD = "Go on with it", "Discard it"
STILL_WRONG = "Not saved:"
NOBODY_REVIEWS = "Only a reviewer may set a claim to reviewed."
CONFLICT = (
    "Somebody changed the record while you wrote. Your entries are still here: look at what is there now, "
    "then save again."
)


def unsaved(claim: str, quote: str = "") -> str:
    """A claim that was left unsaved, in this visit or an earlier one. `quote` is how its quote begins."""
    said = f" (“{quote}”)" if quote else ""
    return f"You left a claim unsaved: {claim or 'one without an id'}{said}."


def answer_goes(decision: str) -> str:
    """An answer that matches no finding once the change is saved."""
    return f"The answer {decision} is removed with this change."


def saved(claim: str) -> str:
    """A claim that is saved."""
    return f"{claim} is saved."


def retracted(claim: str) -> str:
    """A claim that is retracted."""
    return f"{claim} is retracted. It stays in the table with its reason."


def not_written(why: str) -> str:
    """A change that cannot be written to the disk."""
    return f"The change could not be written ({why}). Nothing was changed: fix that, then save again."


def on_the_map(shown: date) -> str:
    """The link to the map after something was saved."""
    return f"See it on the map, as known on {day(shown)}"


FIELD_EMPTY = "The field is empty. Fill it in."


def field_empty(label: str) -> str:
    """Says which field of a form is empty."""
    return f"The field “{label}” is empty. Fill it in."


_ROWS = {
    "sources": "Source",
    "claims": "Claim",
    "claim_spans": "Words of claim",
    "contributions": "Contingent in claim",
    "deployments": "Deployment",
    "memberships": "Membership",
    "places": "Place",
    "nations": "Nation",
    "programmes": "Programme",
    "decisions": "Decision",
    "proposals": "Proposal",
}


def kind_of_row(table: str) -> str:
    """What a row of a table is, for readers: `claim_spans` is “Words of claim”."""
    return _ROWS.get(table, table)


def row(table: str, name: str, *, quoted: bool) -> str:
    """A row of a table by its name, in quotation marks, or by its id; empty: the row is not known."""
    kind = kind_of_row(table)
    return f"{kind} “{name}”" if quoted else f"{kind} {name}".rstrip()
