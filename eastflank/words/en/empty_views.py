"""English for views and maps that show nothing."""

from __future__ import annotations

from datetime import date

from eastflank.words.en.dates_in_words import day
from eastflank.words.en.figures import counted
from eastflank.words.en.lists import capitalised

NO_CLAIM_YET = "The record holds no claim yet."
TO_THE_REVIEW = "Review them on the page Add data"
"""The link to where drafts are accepted."""


def waiting_for_review(number: int) -> str:
    """Says that a record holds drafts alone, which do not count."""
    if number == 1:
        return "One claim waits for review. It is a draft: nothing is on the map until a reviewer accepts it."
    return (
        f"{capitalised(counted(number, 'claim'))} wait for review. They are drafts: nothing is on the map until "
        "a reviewer accepts them."
    )


def all_retracted(number: int) -> str:
    """Says that all claims of a record are retracted."""
    if number == 1:
        return "The only claim of the record is retracted, so nothing counts."
    return f"All {counted(number, 'claim')} of the record are retracted, so nothing counts."


def before_the_first_claim(shown: date, first: date) -> str:
    """Says that the day shown is before the first claim."""
    return f"Nothing had been said by {day(shown)}: the first claim is of {day(first)}."


def nothing_fits(shown: date, others: int) -> str:
    """Says that nothing matches the filters, and how many units there would be without them."""
    return (
        f"No deployment fits on {day(shown)}; {counted(others, 'unit')} would without these filters. "
        "Reset them beside the map, or choose another day."
    )


def all_outside(number: int) -> str:
    """Says that all of a view's deployments are outside the map."""
    if number == 1:
        return "The one deployment of this view is outside this map. It is in the table and in every export."
    return (
        f"The {counted(number, 'deployment')} of this view are outside this map. "
        "They are in the table and in every export."
    )


def nothing_drawn(number: int, *, over: bool) -> str:
    """Says that none of a view's deployments is on the map; `over`: all of them have ended."""
    if number == 1:
        why = "it is over" if over else "the tab Not drawn says why"
        return f"The one deployment of this view is not on the map: {why}. It is in the table."
    why = "all are over" if over else "the tab Not drawn says why"
    return (
        f"None of the {counted(number, 'deployment')} of this view is on the map: {why}. "
        "They are in the table."
    )
