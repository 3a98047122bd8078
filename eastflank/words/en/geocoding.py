"""Texts of `python -m eastflank geocode`."""

from __future__ import annotations

from collections.abc import Iterable

WITHOUT_A_CLAIM = "`check` lists it as a row that nothing uses until a claim names it."
NOTHING_NEAR = "No known name is similar to it."
ELSEWHERE = "Elsewhere:"
NO_COUNTRY = "no country"
BORDER_UNKNOWN = "distance to the border not known"


def no_code(typed: str) -> str:
    """Says that a country has no such code."""
    return f"--country {typed} is not an ISO 3166-1 alpha-3 code, such as EST for Estonia."


def near(names: Iterable[str]) -> str:
    """Names that are similar to an unknown one."""
    return f"Similar names: {', '.join(names)}."


def offline_instead(reason: object) -> str:
    """Says that a service on the internet failed."""
    return f"{reason} What follows was found offline."


def not_known(name: str, country: str) -> str:
    """Says that no place with this name is known; `country` is empty if none was given."""
    return f"No place named “{name}”{_there(country)} is known."


def may_mean(name: str, country: str) -> str:
    """The line over the places."""
    return f"“{name}”{_there(country)} may mean:"


def _there(country: str) -> str:
    return f" in {country}" if country else ""


def place(name: str, country: str, what: str, precision: str, spot: str) -> str:
    """A place that may be meant, with what it is and where."""
    return f"{name}, {country}: {what}, precision {precision}, {spot}"


def because(why: str, agreeing: Iterable[str]) -> str:
    """Why a place may be meant, and which geocoders agree on it."""
    told = " and ".join(agreeing)
    return why + (f"; {told} agree" if told else "")


def more(number: int) -> str:
    """How many places are not listed."""
    return f"and {number} more; name a country."


def no_number(typed: int, places: int) -> str:
    """Says that there is no place of that number."""
    return f"--accept {typed}: there are {places} places to choose from."


def not_written(file: object, reason: object) -> str:
    """Says that the table cannot be written."""
    return f"{file} cannot be written: {reason}."


def kept(table: str, number: str, name: str, lat: str, lon: str) -> str:
    """Says that a place was kept."""
    return f"Kept in {table}: {number} ({name}, {lat}, {lon})."


def looked_up(name: str) -> str:
    """Why a place was added, in `changes.csv`."""
    return f"Looked up as “{name}”."


def id_taken_there(table: str, number: str, name: str) -> str:
    """Says that another place of a database has that id."""
    return (
        f"{table}: the id “{number}” is taken, by {name}. "
        "If that is another place, choose an id with --id; an id is never used again."
    )


def id_taken(table: str, line: int, number: str, name: str) -> str:
    """Says that another place has that id."""
    return (
        f"{table}, line {line}: the id “{number}” is taken, by {name}. "
        "If that is another place, choose an id with --id; an id is never used again."
    )
