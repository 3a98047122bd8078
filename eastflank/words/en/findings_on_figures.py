"""English for what is wrong with figures: strengths, hedges, sums, wholes and their parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from eastflank.model import Hedged
from eastflank.words.en.dates_in_words import day as in_days
from eastflank.words.en.figures import figure as in_figures
from eastflank.words.en.figures import number
from eastflank.words.en.lists import listed

LOW_ABOVE_HIGH = ("{troops_low:,} is more than {troops_high:,} in troops_high.", "Swap or correct them.")
COUNTS_NOT_SAID = (
    "The claim has a figure but does not say what it counts.",
    "Say whole, unit, contingent or sum.",
)
COUNTS_NOTHING = ("“{counts}” counts nothing: there is no figure.", "Empty it.")
NOBODY_BUT_NOT_OVER = (
    "0 means that nobody is there, but the status is not that it is over.",
    "Empty the cell if the number is not known: it is never 0. If nobody is there any more, correct the status. Or answer why it is 0.",
)
HEDGES_NOTHING = ("“{hedge}” stands before no figure.", "Empty it.")
UP_TO_NOTHING = ("“up to” gives an upper figure, but there is none.", "Move the figure here.")
AT_LEAST_NOTHING = ("“{hedge}” gives a lower figure, but there is none.", "Move the figure here.")
LARGER_PART = (
    "Correct the one or the other, or enter what is newer: a complete list, or that the nation left."
)
LARGER_THAN_STATISTIC = "Correct the one or the other, or what the statistic counts: its host and its nation."


def is_no_sum(column: str) -> tuple[str, str]:
    """Says that a figure in a column is not what the contributions add up to."""
    return (
        f"{{{column}}} is not what the claim's contributions add up to: {{added}}.",
        "Correct the sum, or the contributions. An unstated contingent leaves the higher figure empty.",
    )


def not_in_the_quote(figure: int, quote: str) -> tuple[str, str]:
    """Says that a figure is not in the quote."""
    return (
        f"{figure:,} is not in the quote “{quote}”.",
        "Correct the figure, or let the claim's note name it and say where it comes from.",
    )


def in_no_cell(figures: Sequence[str]) -> tuple[str, str]:
    """Says that a text has figures (given in its words) that no cell has."""
    return (
        f"It speaks of {', '.join(dict.fromkeys(figures))} persons, who are in no cell.",
        "Enter a nation’s part as a contribution, and others as a claim of its own. Or answer why it needs no cell.",
    )


def part_is_more(nation: str, part: Hedged, whole: Hedged) -> str:
    """Says that a contingent of a claim is more than its whole."""
    return f"{nation}, {in_figures(part)}, is more than the whole, {in_figures(whole)}."


def part_is_more_on(
    shown: date, nation: str, part: Hedged, deployment: str, whole: Hedged, claim: str
) -> str:
    """Says that a contingent is more than its whole on a day; `claim` states the whole."""
    return (
        f"On {in_days(shown)} {nation}, {in_figures(part)}, is more than the "
        f"whole of {deployment}, {in_figures(whole)} ({claim})."
    )


def parts_add_up_to_more(least: int, whole: Hedged) -> str:
    """Says that the contingents of a claim add up to more than their whole."""
    return f"Its contingents add up to {number(least)}, more than the whole, {in_figures(whole)}."


def parts_add_up_to_more_on(
    shown: date, deployment: str, parts: Iterable[tuple[str, Hedged, str]], whole: Hedged
) -> str:
    """Says that contingents add up to more than their whole on a day: nations, figures and claims of `parts`."""
    told = listed(f"{nation} {in_figures(theirs)} ({claim})" for nation, theirs, claim in parts)
    return (
        f"On {in_days(shown)} the contingents of {deployment}, {told}, add up to more than the "
        f"whole, {in_figures(whole)}."
    )


def statistic_is_less(statistic: str, whole: Hedged, part: str, theirs: Hedged, claim: str) -> str:
    """Says that a statistic is less than a part of it."""
    return (
        f"{statistic}, {in_figures(whole)}, counts in {part}, {in_figures(theirs)} "
        f"({claim}), which is more, in the same half-year."
    )


def nation_in(nation: str, deployment: str) -> str:
    """A nation's contingent as a part of a statistic."""
    return f"{nation} in {deployment}"


def units_are_behind(group: str, status: str | None, behind: Sequence[str]) -> tuple[str, str]:
    """Says that a group is said to be more advanced than its units."""
    return (
        f"It has {group} {status}, but not all of its units were there by then: {listed(behind)}.",
        (
            "Give it the status of the unit that is least far, or name in host or unit_count of "
            "which units it speaks."
        ),
    )
