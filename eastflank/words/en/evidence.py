"""Texts of the evidence on the page: the panel beside the map, each claim, and disagreements of sources."""

from __future__ import annotations

from collections.abc import Iterable

from eastflank.words.en.figures import counted, number
from eastflank.words.en.lists import capitalised, listed

BEGINS = "Figures and evidence"
SKIP_TO_TABLE = "Skip to the table"
SHOW_ALL = "Show all"
NOTHING_FITS = "No claim fits. Remove a filter, or choose a later day."
OWN_PEOPLE = "Their own people"
"""The heading of the figures of the chosen nations."""
WHOLE_UNITS, TOTALS = "Whole units, all nations", "Totals"
NOTHING_TO_ADD_UP = "Nothing to add up."
NEWEST_FIRST = "Evidence, newest first"
SEE_DISAGREEMENTS = "Sources differ about {values} shown: see {tab} below."
"""`values` is the text of `values_that_differ`; `tab` is the name of the tab."""

PERSONS, STRENGTH, STATUS, LEAD, HOST = "persons", "strength", "status", "lead", "host"
"""Under the facts of the selected deployment."""
DIFFER = "Sources differ"
CONTINGENTS = "Contingents:"

READ_AS = "Read as: {facts}."
STATES_NOTHING = "States nothing that the table holds"
JUDGEMENT, JUDGED_FROM = "A curator’s judgement", "{judgement}, from {claims}."
CITED = "Cited, not quoted:"
NOT_IN_ITS_ARTICLE = "The record gives this claim a quote that is not in its article."
JUDGED = "judged"
"""Instead of a grade."""
NOTE = "Curator's note"
COPY_QUOTE, COPY_CITATION = "Copy quote", "Copy citation"
IN_ITS_ARTICLE, SOURCE, ON_THE_MAP = "in its article", "source", "on the map"
"""Where the link of a claim leads."""
NOT_ON_THE_MAP = {
    "draft": "draft: it does not count until a reviewer accepts it",
    "retracted": "retracted: it no longer counts",
}
"""Instead of the link to the map, for a claim that does not count, by its review."""
MISSING = {
    "lead": "lead",
    "host": "host",
    "place": "place",
    "strength": "strength",
    "contributors": "contributors",
    "time": "time",
}
"""What a claim about a deployment may not state."""

NONE_DIFFER = "No two sources differ about what is shown, as far as the record goes."
DISAGREEMENTS = "Disagreements"
OVERTAKEN = "Overtaken by newer claims"
SAME_DAY = "said of the same day"
FOLLOWED = "followed"


def rest(claims: int, age: str) -> str:
    """The label of the collapsed rest of the claims; `age`: `older` than those above, `same` or `mixed`."""
    match age:
        case "older":
            return f"And {counted(claims, 'older claim')}"
        case "same":
            return f"And {counted(claims, 'more claim')} of the same day"
    return f"And {counted(claims, 'more claim')}, of the same day or older"


def not_listed(claims: int, age: str) -> str:
    """How many claims are not listed at all; `age` as in `rest`."""
    which = {"older": "still older claims", "same": "more claims of the same day"}.get(age, "more claims")
    return f"{number(claims)} {which} are not listed here; select a deployment, or see Sources."


def values_that_differ(values: int) -> str:
    """How many values sources give differently."""
    return counted(values, "value")


def at(place: str) -> str:
    """Where the selected deployment is, after its name."""
    return f"at {place}"


def hosts(hosts: str, meant_for: str) -> str:
    """Where a deployment is, and for which country it is meant; `meant_for` is empty if that is the same."""
    return f"{hosts} (meant for {meant_for})" if meant_for else hosts


def status_due(when: str) -> str:
    """The note under the status of a planned deployment."""
    return f"{STATUS}, {when}" if when else STATUS


def by_claim(what: str, claim: str) -> str:
    """A fact and its claim; `claim` is empty if none states it."""
    return f"{what} · {claim}" if claim else what


def planned(plan: str) -> str:
    """Plans beside what is there."""
    return f"Planned: {plan}."


def not_followed(claim: str, field: str) -> str:
    """Says that a weak claim was not followed."""
    return f"Not followed: {claim}, a weak claim on its {field}."


def overtaken_by_what_is_left_out(field: str, claim: str) -> str:
    """Says that filtered-out evidence has overtaken a field."""
    return f"Overtaken: its {field}, by {claim}, which the filter on evidence leaves out."


def contingents(parts: Iterable[str]) -> str:
    """Who takes part with how many."""
    return f"{'; '.join(parts)}."


def history(claim: str) -> str:
    """Says that a claim is overtaken by another."""
    return f"History: overtaken by {claim}."


def not_stated(parts: Iterable[str]) -> str:
    """What a claim does not state."""
    return f"Not stated: {listed(parts)}."


def differing(values: int, overtaken: int) -> str:
    """How many values sources give differently, and how many did."""
    return (
        f"{capitalised(counted(values, 'current value'))} that sources give differently; "
        f"{counted(overtaken, 'more', 'more')} that newer claims have overtaken. The rules are on the Method page."
    )


def earlier_disagreements(disagreements: int) -> str:
    """How many disagreements newer claims have overtaken."""
    return capitalised(counted(disagreements, "earlier disagreement"))


def about(deployment: str, subject: str) -> str:
    """The deployment and the value that sources disagree about."""
    return f"{deployment}: {subject}"


def apart(days: int) -> str:
    """How far apart the days of the claims are."""
    return f"said up to {counted(days, 'day')} apart"


def spread(values: str, days: str) -> str:
    """How far apart the values and their days are."""
    return f"{values}, {days}"


def decision(number: str) -> str:
    """Before the reason that a curator gives."""
    return f"Decision {number}:"
