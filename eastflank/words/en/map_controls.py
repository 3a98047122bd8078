"""What stands on the page's map beside the scene: its buttons, and what its parts are called."""

from __future__ import annotations

from typing import NamedTuple


class Button(NamedTuple):
    """What stands on a button, and what a tooltip says of it."""

    name: str
    title: str


FIT = Button("Fit", "Fit the map to what is shown")
KEY = "Key of the map"
LOCATOR = "Where this map lies"
ZOOM_IN = "Zoom in"
ZOOM_OUT = "Zoom out"


def whole(called: str) -> Button:
    """The button for the whole theatre, by its short name."""
    return Button(f"Whole {called}", f"Show the whole {called}")
