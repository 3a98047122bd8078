"""Texts of a claim's form about looking up a place."""

from __future__ import annotations

PLACE_NAME = "Look up a place"
PLACE_NAME_HELP = "As the source names it, such as Camp Ādaži. It is looked up here, without the internet."
PLACE_COUNTRY = "In (if known)"
LOOKING_UP = "Looking it up …"
WHICH_PLACE = "Which of these is meant"


def no_place(name: str) -> str:
    """An unknown name."""
    return f"No place named “{name}” is known. Write it as its own country does, or name the town nearby."


def new_place(place: str) -> str:
    """A place that comes with the claim."""
    return f"It is saved with the claim, in places.csv, as {place}."
