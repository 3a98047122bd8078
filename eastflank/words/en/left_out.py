"""English for what the map or the matrix cannot show, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eastflank.words.en.lists import countries, nations
from eastflank.words.en.terms import status

ABOUT_NO_DEPLOYMENT = {
    "deployment": "It names no deployment that can be identified.",
    "measure": "A measure, not a force at a place.",
    "logistics": "Supply of ships, not a deployment.",
    "adversary": "An adversary's action: where it takes place is not stated, and a target is not a location.",
    "meeting": "A meeting, not a deployment.",
    "statement": "A statement: no deployment is in it.",
}
"""Why a claim about no deployment is not drawn, by its kind."""
NO_STATUS = "No status is stated."
LAPSED_LONG_AGO = "A plan, not reported since long ago."
GROUP_THROUGH_UNITS = "A group, shown through its units; its own figures are in the table."
GROUP_WITHOUT_UNITS = "A group, none of whose units is drawn; its own figures are in the table."
STATISTIC_WITHOUT_FIGURE = "A statistic without a figure."
STATISTIC_OVER_COUNTRIES = "A statistic over several countries: the table holds it."
NO_HOST_NO_PLACE = "No host and no place are stated."

LAPSED = "A plan that was not reported for two years."
NO_HOST = "Its host is not stated."
NOT_A_UNIT = {"group": "A group of several units.", "statistic": "A statistic, not a deployment."}
"""Why the matrix cannot show it, by its sort."""


def is_over(code: str | None) -> str:
    """Says that it is over, by its status."""
    return f"Its status is “{status(code)}”."


def lapsed_since(year: int) -> str:
    """Says that nobody reported a plan for a long time."""
    return f"A plan, not reported since {year}."


def group_silent_since(year: int | None) -> str:
    """Says that nobody reported a group for a long time; None: it is not known since when."""
    since = "long ago" if year is None else str(year)
    return f"A group, not reported since {since}, none of whose units is drawn; its own figures are in the table."


def one_of_group(group: str, code: str | None) -> str:
    """Says that it is shown with its group, since its own host is only as certain as the status `code`."""
    return f"One of “{group}”; where it is to stand was only {status(code)}."


def whole_country(place: str) -> str:
    """Says that a place is a country, which must not be a point."""
    return f"“{place}” is a whole country: its centre would look like a base."


def without_borders(place: str) -> str:
    """Says that a place has no borders on the map."""
    return f"“{place}” has no borders, so no country can be coloured."


def outside_this_map(hosts: Iterable[str], names: Mapping[str, str]) -> str:
    """Says that the map does not show the countries where it is."""
    return f"Outside this map: in {countries(hosts, names)}."


def place_outside_this_map(place: str) -> str:
    """Says that the map does not show the place where it is."""
    return f"Outside this map: at “{place}”."


def counted_with(name: str) -> str:
    """Says that it is part of another deployment."""
    return f"It is counted with “{name}”."


def of_several_hosts(hosts: Iterable[str], names: Mapping[str, str]) -> str:
    """Says that it is not stated which nation goes to which host."""
    return f"A set: who goes where in {nations(hosts, names)} is not stated of it."
