"""Texts of the page about the view as a whole."""

from __future__ import annotations

from datetime import date

from eastflank.words.en.dates_in_words import day
from eastflank.words.en.figures import counted
from eastflank.words.en.lists import capitalised

NOTHING_FITS = "No deployment fits"
TAKE_BACK = "Remove a filter, or choose a later day"


def go_to(first: date) -> str:
    """The button that leads to the first day on which anything is known."""
    return f"Go to {day(first)}"


def announcement(title: str, on_the_map: int, selected: str) -> str:
    """The announcement of a view for screen readers: its title, how many deployments are drawn, the selected one's name."""
    marks = f"{capitalised(counted(on_the_map, 'deployment'))} on the map."
    chosen = f" Selected: {selected}." if selected else ""
    return f"{title}. {marks}{chosen}"
