"""Colours, dashes and sizes. Colours are sRGB hex; sizes are CSS pixels.

The colours of lead nations come from the dataset (`model.Theatre`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from eastflank.model import Standing


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme."""

    sea: str
    land: str
    member: str
    border: str
    ink: str
    secondary: str
    line: str
    card: str
    present: str
    planned: str
    mark: str
    """Behind the figures and nations in a quote."""
    seaname: str
    capital: str
    """Of the names of seas and of capitals."""


LIGHT = Palette(
    sea="#d7e3ea", land="#eae7e0", member="#faf8f3", border="#a9b4b9", ink="#14242e", secondary="#5c6b73",
    line="#dfe4e6", card="#ffffff", present="#8fb4d3", planned="#cfdfec", mark="#ffe9a8",
    seaname="#5f8399", capital="#44525a",
)  # fmt: skip
DARK = Palette(
    sea="#0f1b26", land="#1c2833", member="#263747", border="#3f5568", ink="#e8eef2", secondary="#9fb0bb",
    line="#33465a", card="#16232f", present="#3f74a3", planned="#2a475f", mark="#6b5510",
    seaname="#6f93ab", capital="#c1c9d0",
)  # fmt: skip
SYMBOL_INK, SYMBOL_PAPER = "#14242e", "#ffffff"
"""Of symbols, which are the same in every theme."""
PALETTES: Mapping[str, Palette] = {"light": LIGHT, "dark": DARK}

DASHES: Mapping[Standing, str] = {
    Standing.CONSIDERED: "1 6",
    Standing.PLANNED: "8 6",
    Standing.PRESENT: "",
}
"""SVG dash patterns of an arc or an outline, by standing."""
