"""Texts under the map: the tabs, and their contents."""

from __future__ import annotations

from datetime import date

from eastflank.words.en.dates_in_words import day
from eastflank.words.en.figures import counted
from eastflank.words.en.lists import capitalised

HEADING = "Table and other views"
TABLE, TIMELINE, MATRIX = "Table", "Timeline", "Nation × host"
CHANGED, DISAGREEMENTS, NOT_DRAWN = "What changed", "Disagreements", "Not drawn"
"""The tabs, in their order."""

CHOOSE_A_ROW = "Choose a row to see the strength of its deployment over time."
ALL_DRAWN = "Everything in this view is on the map."
WHAT, ID, TEXT, WHY_NOT_DRAWN = "What", "Id", "Text", "Why it is not on the map"
"""The columns of what is not drawn."""

SENTENCES, AS_TABLE = "Sentences", "Table"
SHOWN_AS = "Shown as"
DEPLOYMENT, BEFORE, AFTER, CLAIMS = "Deployment", "Before", "After", "Claims"
KINDS = {
    "new": "first mentioned",
    "became": "turned out",
    "ended": "status",
    "status": "status",
    "lead": "lead",
    "host": "host",
    "base": "base",
    "strength": "strength",
    "contributors": "contributors",
    "contingent": "contingent",
    "planned": "planned",
}
"""The subject of a change, by its kind."""
SWITCH_ON_CHANGES = (
    "Switch on “Show changes since” over these tabs, and choose the day to compare with: what changed stands "
    "here in sentences and on the map."
)


def working_out(days: int) -> str:
    """Says that the record is being computed for so many days."""
    return f"Working out {counted(days, 'day')} …"


def nothing_changed(earlier: date, later: date) -> str:
    """Says that two days are alike."""
    return (
        f"Nothing changed in this view between {day(earlier)} and {day(later)}. "
        "Compare with an earlier day to see more."
    )


def changes(number: int, deployments: int, earlier: date, later: date) -> str:
    """How much changed: “Five changes in three deployments between 8 July 2016 and 28 June 2022.”."""
    return (
        f"{capitalised(counted(number, 'change'))} in {counted(deployments, 'deployment')} "
        f"between {day(earlier)} and {day(later)}."
    )


def comes_after(since: date, shown: date) -> str:
    """Why nothing is compared."""
    return (
        f"{day(since)} comes after the day shown, {day(shown)}. "
        "Choose an earlier day to compare with, or a later one to show."
    )


def show_evidence(deployment: str) -> str:
    """The effect of clicking a deployment's name."""
    return f"{deployment}: show its evidence"


def show_claim(claim: str, said: str) -> str:
    """The effect of clicking a claim's number; `said` is who says it and when."""
    return f"{claim}, {said}: show this claim"
