"""The table of nations against hosts."""

from __future__ import annotations

from eastflank.words.en.figures import counted

MEANS = (
    "Persons as last stated of each contingent; “sends” where no figure is. "
    "Choose a cell to see that nation in that host on the map."
)
ALL = "All nations and hosts"
NO_HOST = "No deployment of this view stands in a single host. Each is listed below, with the reason."
DEPLOYMENT, WHY = "Deployment", "Why it is in no cell"
CORNER = "Nation"
ADD_UP_TO = "Contingents add up to"
STRENGTH_THERE = "Strength of the deployments there"


def left_out(number: int) -> str:
    """How many deployments fit in no cell: “Left out: two deployments, each with its reason”."""
    return f"Left out: {counted(number, 'deployment')}, each with its reason"


def caption(title: str) -> str:
    """The name of the table: `title` is the view's sentence."""
    return f"Nations against hosts. {title}"


def entry(name: str, said: str) -> str:
    """A deployment in a cell, with the nation's part in it."""
    return f"{name}, {said}"


def cell(nation: str, host: str, entries: str) -> str:
    """A cell for screen readers."""
    return f"{nation} in {host}: {entries}"


def all_in(host: str) -> str:
    """The heading of a column, as a button."""
    return f"All in {host}"


def all_with(nation: str) -> str:
    """The heading of a row, as a button."""
    return f"All with {nation}"


def units_without_a_figure(number: int, *, that_counts: bool) -> str:
    """How many units are in no sum; `that_counts`: some of them have a figure, but with a low grade."""
    return f"{counted(number, 'unit')} without a figure{' that counts' if that_counts else ''}"


def in_contingents(number: int) -> str:
    """What a sum of contingents is of, if the whole of their units is not stated."""
    return f"in {counted(number, 'contingent')}, whole not stated"


def contingents_without_a_figure(number: int) -> str:
    """How many contingents are in no sum."""
    return f"{counted(number, 'contingent')} without a figure"
