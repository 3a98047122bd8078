"""Texts of the form of a claim."""

from __future__ import annotations

NEW_CLAIM = "New claim"
PASSAGE_FIRST = "Choose a passage in the text: it becomes the quote of a new claim."
NO_PASSAGE = "Press “New claim”: its fields are shown here."
SAY_WHY_IN_NOTE = "Say in the note why it must be so."
CLAIM_ID = "Id"
NO_ID = "The claim has no id."
GIVE_AN_ID = "Give it one."
ANOTHER_ID = "Choose another id; to change that claim, press Edit in the list."
KEEPS_MARKS = "Keep with each field the characters it stands on"
NOT_STATED = "not stated"
CONTRIBUTORS = "Contingents of"
LEFT = "left"
NEW_DEPLOYMENT = "A new deployment …"
NEW_PLACE = "A new place …"
JUDGED_WHEN_SAVED = "This is a matter of judgement: Save asks why it may be accepted."
QUOTE_FIRST = "Choose the words in the text that carry this claim now."
ALL_CHECKED = "The checks find nothing wrong."
LABELS = {
    "kind": "Kind",
    "deployment": "Deployment",
    "status": "Status",
    "lead": "Lead",
    "host": "Host",
    "meant_for": "Meant for (if elsewhere)",
    "place": "Place",
    "troops_low": "Persons, fewest",
    "troops_high": "Persons, most",
    "hedge": "Word before the figure",
    "counts": "The figure counts",
    "unit_count": "Number of units",
    "said_on": "Said on",
    "as_at": "Tells of (if earlier)",
    "starts": "Starts",
    "ends": "Ends",
    "timing_words": "Words for the timing",
    "speaker": "Speaker",
    "speaker_role": "Speaker’s office",
    "contributors_complete": "These contingents are all",
    "credibility": "Credibility",
    "review": "Review",
    "note": "Note",
    "citation": "Where the source says so, in your own words",
    "rests_on": "Inferred from these claims",
    "judged_on": "Judged on",
}
NEW_DEPLOYMENT_LABELS = {
    "id": "Id of the new deployment",
    "name": "Its name",
    "sort": "Sort",
    "kind": "Kind of formation",
    "programme": "Programme",
    "echelon": "Size",
}
GROUPS = {
    "what": "What",
    "where": "Who and where",
    "how many": "How many",
    "when": "When",
    "who": "Who says so",
    "judgement": "Judgement",
}
"""The heading over the fields of the form that belong together."""
A_DAY = "2016-06-14, 2016-06, ../2017"
SORTS = {"unit": "unit", "group": "group", "statistic": "statistic"}
ECHELONS = {
    "team": "team",
    "squad": "squad",
    "section": "section",
    "platoon": "platoon",
    "company": "company",
    "battalion": "battalion",
    "regiment": "regiment",
    "brigade": "brigade",
    "division": "division",
    "corps": "corps",
    "army": "army",
}
HEDGES = {
    "about": "about",
    "up to": "up to",
    "at least": "at least",
    "more than": "more than",
    "just under": "just under",
}
REVIEWS = {"draft": "draft", "reviewed": "reviewed", "disputed": "disputed", "retracted": "retracted"}


def id_is_taken(claim: str) -> str:
    """An id that another claim has."""
    return f"There is a claim {claim} already."


def editing(claim: str) -> str:
    """The heading over the form of a claim that is there."""
    return f"Edit {claim}"


def superseding(claim: str) -> str:
    """The heading of the form of a claim that replaces another."""
    return f"New claim in the place of {claim}"


def characters(start: int, stop: int) -> str:
    """The position of a quote in its article."""
    return f"characters {start:,} to {stop:,}"


def contingent_of(nation: str) -> str:
    """The contingent of a nation, as a field."""
    return f"Contingent of {nation}"


def of_a_contingent(field: str, nation: str) -> str:
    """A field of a contingent."""
    return f"{field}, {nation}"
