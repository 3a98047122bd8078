"""Colours, dashes and sizes. Colours are sRGB hex; sizes are CSS pixels.

Lead nations' colours were chosen to stay apart for readers with red-green and blue-yellow
deficiency, and are never the only carrier: the nation's name stands on its arc.
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


LIGHT = Palette(
    sea="#d7e3ea", land="#eae7e0", member="#faf8f3", border="#a9b4b9", ink="#14242e", secondary="#5c6b73",
    line="#dfe4e6", card="#ffffff", present="#8fb4d3", planned="#cfdfec", mark="#ffe9a8",
)  # fmt: skip
DARK = Palette(
    sea="#0f1b26", land="#1c2833", member="#263747", border="#3f5568", ink="#e8eef2", secondary="#9fb0bb",
    line="#33465a", card="#16232f", present="#3f74a3", planned="#2a475f", mark="#6b5510",
)  # fmt: skip
PALETTES: Mapping[str, Palette] = {"light": LIGHT, "dark": DARK}

_LEADS: Mapping[str, tuple[str, str]] = {  # nation: on light, on dark
    "USA": ("#274b8f", "#8fb0f0"),
    "GBR": ("#b5432a", "#f09079"),
    "CAN": ("#8a2f6b", "#e08cc3"),
    "DEU": ("#3a5f1f", "#9ccb78"),
    "FRA": ("#1f7a8c", "#6fcbdc"),
    "ITA": ("#7a5c00", "#d9b84a"),
    "ROU": ("#5d3fa6", "#b59cf0"),
    "CZE": ("#9c4a00", "#f0a860"),
    "ESP": ("#a6234f", "#f58aac"),
    "HUN": ("#2f6f5e", "#7fd0ba"),
    "BGR": ("#4d4d4d", "#c0c0c0"),
}
_OTHER_LEAD = ("#3c5360", "#a9bdc9")

DASHES: Mapping[Standing, str] = {
    Standing.CONSIDERED: "1 6",
    Standing.PLANNED: "8 6",
    Standing.PRESENT: "",
}
"""SVG dash patterns of an arc or an outline, by standing."""


def lead_colour(nation: str | None, theme: str) -> str:
    """The colour of a lead nation on a theme; one neutral colour for nations without their own."""
    light, dark = _LEADS.get(nation or "", _OTHER_LEAD)
    return dark if theme == "dark" else light
