"""Texts of the section *A table* about places that a person must choose."""

from __future__ import annotations

from collections.abc import Sequence

ABOUT = (
    "These places are not certain. Choose the one that is meant, and its rows are imported with it. "
    "The numbers are those on the small map. Arrow keys go through the choices."
)
MAP_OF = "Where the candidates lie"
UNKNOWN_ABOUT = "No place of this name is known here."
KEEP_ALL = "Keep all places that are not known by their names, in their countries"
ONLINE = "Look them up online"
GOING_ON = "Go on looking them up online"
STOP = "Stop"
NOBODY_KNOWS = "The online service knows none of them either."


def online_about(number: int) -> str:
    """What looking up online means."""
    places = "one place" if number == 1 else f"{number:,} places"
    return (
        f"For {places} no candidate is known here. OpenStreetMap’s Nominatim can be asked, one a second, "
        f"about {number:,} seconds in all. The names of these places and their countries are sent to it."
    )


def numbered(number: int, said: str) -> str:
    """A candidate with its number on the map."""
    return f"{number}. {said}"


def on_the_map(countries: Sequence[str]) -> str:
    """Below the small map: the country of each number; empty if all are in one country."""
    if len(set(countries)) < 2:  # noqa: PLR2004 - the label over the map names the one country
        return ""
    return "; ".join(f"{number}: {country}" for number, country in enumerate(countries, 1))


def progress(done: int, of: int) -> str:
    """The progress."""
    return f"{done:,} / {of:,} places asked for"


def found(number: int, of: int) -> str:
    """The result."""
    return f"Candidates were found for {number:,} of {of:,} places. They stand among the choices below."
