"""English for names of countries: which country a name means, and notes on the name."""

from __future__ import annotations

IN_THE_CAUCASUS = "The country in the Caucasus."
GEORGIA_OF_THE_STATES = "Georgia (United States)"
NEIGHBOURS_ARE_STATES = "Its neighbours in the column are US states."
WHICH_GEORGIA = "Is this the country Georgia, or the state of the United States?"


def several(name: str) -> str:
    """Says that a name means several countries."""
    return f"“{name}” may mean several countries. Which one is meant?"


def was_over(state: str, first: str, last: str) -> str:
    """Says that a state did not exist on the day; its years."""
    return f"“{state}” was a state from {first} to {last}. Which country is meant?"


def came_after(country: str, state: str) -> str:
    """Why the name of a former state means a country."""
    return f"{country} came after “{state}”."


def also_called(country: str, name: str) -> str:
    """Why a name means a country."""
    return f"{country} is also called {name}."


def was_a_state(state: str, first: str, last: str) -> str:
    """When a state existed."""
    return f"“{state}” was a state from {first} to {last}."


def former_code(code: str, country: str, until: str) -> str:
    """Says that a code is an older one; `until` is a year, or empty."""
    return f"“{code}” is a former code of {country}{_until(until)}."


def former_name(name: str, country: str, until: str) -> str:
    """Says that a name is an older one."""
    return f"“{name}” is a former name of {country}{_until(until)}."


def sports_code(code: str, country: str) -> str:
    """Says that a code is one used in sport."""
    return f"“{code}” is the code of {country} in sport, not in ISO 3166."


def read_as_number(number: str, country: str) -> str:
    """Says that digits were read as a country's number."""
    return f"{number} was read as the ISO 3166 number of {country}."


def _until(year: str) -> str:
    return f", until {year}" if year else ""
