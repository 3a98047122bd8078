"""English for two days side by side, and for the table that compares their totals."""

from __future__ import annotations

from datetime import date

from eastflank.model import Kind
from eastflank.words.en import values as words
from eastflank.words.en.figures import counted

TOGGLE = "Side by side"
TOGGLE_HELP = "Both days as two maps with one legend, and what differs between them"
HEADING = "Both days compared"
LEGEND_HEADING = "Status on each map’s day"
WHAT, DIFFERENCE = "What is added up", "Difference"
NOT_COMPARABLE = "not comparable"
NONE = "none known"
NOT_REPORTED = f"{NOT_COMPARABLE}: one was not reported for two years"
SAME = "the same figure"
NO_CHANGE = "no change"
NO_CHANGES = "Nothing changed between the two days."
NOTHING_ADDED_UP = "Nothing is added up on either day."
WHEN_COMPARED = (
    "Persons are compared only where both figures are exact, no older than eighteen months, found rather "
    "than announced or planned, and of all the units counted."
)
REASONS = {
    "none": "none known on one of the days",
    "neither": "no figure on either day",
    "not stated": "no figure on one of the days",
    "hedged": "a figure is not exact",
    "partial": "a figure does not speak for all units",
    "announced": "a figure is only as announced",
    "planned": "a figure is only planned",
    "old": "a figure is old",
}
"""Why two figures are not compared, by the reason's name in `view.totals_difference`."""


def title(earlier: date, later: date) -> str:
    """The heading over both maps, each of which has its own title."""
    return f"{words.day(earlier)} and {words.day(later)}, side by side"


def of_units(kind: Kind) -> str:
    """The row that counts the units of one kind."""
    return f"{words.capitalised(words.unit_kind(kind, 2))} there"


def of_persons(kind: Kind, *, all_nations: bool) -> str:
    """The row that adds up the persons in the units of one kind."""
    told = f"Persons in {words.unit_kind(kind, 2)}"
    return f"{told}, all nations" if all_nations else told


def of_nation(nation: str, where: str) -> str:
    """The row of one nation's own people in a deployment."""
    return f"{nation} in {where}"


def difference(persons: int) -> str:
    """A difference of whole numbers: “+4”, “−1,200”; “no change” for zero."""
    if not persons:
        return NO_CHANGE
    return f"{'+' if persons > 0 else '−'}{words.number(abs(persons))}"


def not_compared(reason: str) -> str:
    """Says that there is no difference, and why."""
    return f"{NOT_COMPARABLE}: {REASONS[reason]}"


def line(what: str, earlier: str, later: str, difference: str, days: tuple[str, str]) -> str:
    """A row as a line: “Battlegroups there: 4 on 1 February 2022, 8 on 28 June 2022; +4”."""
    return f"{what}: {earlier} on {days[0]}, {later} on {days[1]}; {difference}"


def more_in_the_table(count: int) -> str:
    """How many rows do not fit in a map's key."""
    return f"and {counted(count, 'more', 'more')} in the view’s table"


def changes_between(earlier: date, later: date) -> str:
    """The heading over the list of what changed."""
    return f"What changed from {words.day(earlier)} to {words.day(later)}"
