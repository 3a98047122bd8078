"""Texts on the page's map besides the scene: its buttons, and names of its parts."""

from __future__ import annotations

from typing import NamedTuple


class Button(NamedTuple):
    """The label of a button, and its tooltip."""

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
