"""All colours, as sRGB hex, and the dashes of standings: for Python, style sheets and Streamlit's theme.

A style sheet names a colour as `var(--ef-NAME)`; `page_sheet` says which colours these are. Those of lead
nations come from the dataset (`model.Theatre`).
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
    """Background of the figures and nations in a quote."""
    seaname: str
    capital: str
    """Colour of the names of seas and of capitals."""


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
"""Colours of symbols, which are the same in every theme."""
PALETTES: Mapping[str, Palette] = {"light": LIGHT, "dark": DARK}

DASHES: Mapping[Standing, str] = {
    Standing.CONSIDERED: "1 6",
    Standing.PLANNED: "8 6",
    Standing.PRESENT: "",
}
"""SVG dash patterns of an arc or an outline, by standing."""

OUTLINE = "#b9c3c8"
"""Border of a picture's card for what is there: less conspicuous than the dashes of what is planned."""
TABLE_HEAD, TABLE_STRIPE = "#e9eef1", "#f6f8f8"
"""Background of the headings of a workbook's table, and of every other row of a slide's table."""
CHOICE_SEA, CHOICE_LAND, CHOICE_BORDER, CHOICE_MARK = "#eef3f6", "#ffffff", "#8a979e", "#1f4e79"
"""Colours of the small map for choosing one of several places."""

THEME: Mapping[str, Mapping[str, str]] = {
    "light": {
        "primaryColor": LIGHT.ink,
        "backgroundColor": LIGHT.card,
        "secondaryBackgroundColor": "#f4f6f7",
        "textColor": LIGHT.ink,
        "grayTextColor": LIGHT.secondary,
        "linkColor": "#274b8f",
        "borderColor": LIGHT.line,
    },
    "light.sidebar": {"backgroundColor": "#f8f9f9", "secondaryBackgroundColor": LIGHT.card},
    "dark": {
        "primaryColor": "#c9d6dd",
        "backgroundColor": "#131e26",
        "secondaryBackgroundColor": DARK.land,
        "textColor": "#e6ebee",
        "grayTextColor": "#a3b1b9",
        "linkColor": "#9db8ea",
        "borderColor": "#33434f",
    },
    "dark.sidebar": {"backgroundColor": "#0f1920", "secondaryBackgroundColor": DARK.land},
}
"""Streamlit's theme. Streamlit reads it from `.streamlit/config.toml` before any of this runs; a test
compares both."""

_PAGE: Mapping[str, str] = {
    "print-ink": LIGHT.ink,
    "print-line": LIGHT.line,
    "quote": "#8aa0ad",  # the bar at a quote
    "chosen": LIGHT.ink,
    "passage-lit": "#ffe08a",
    "deployment-lit": "#bcd6ea",
    "current": "#e8b400",
    "lit": "#ffd54a",
    "lit-ink": LIGHT.ink,
    "draft": "#e2b400",
    "draft-line": "#b07d00",
    "asked": "#b07800",
    "refused": "#a3210f",
    "objection": "#c8281a",
    "added": "#1f7a3d",
    "imported": "#14606e",
    "notice": "#fff4d6",
    "notice-line": "#8a6a12",
    "notice-ink": LIGHT.ink,
    "link": "#1d4f7a",
    "row": "#eef4f8",
    "difference": "#fbf5e0",
    "target": "#fff7dc",
}
"""Further colours of the page and of the exported web page, besides the map, in both themes."""
_PAGE_BY_THEME: Mapping[str, Mapping[str, str]] = {
    "light": {
        "passage": "#fff3cc", "passage-line": "#e2c25a",
        "deployment": "#dce9f3", "deployment-line": "#6d9cc2",
    },
    "dark": {
        "passage": "#4d4015", "passage-line": "#a88b2a",
        "deployment": "#1f3d57", "deployment-line": "#4f86b3",
    },
}  # fmt: skip


def page_sheet(theme: str) -> str:
    """The colours of a page as custom properties of CSS; `theme` is `light` or `dark`."""
    palette = PALETTES[theme]
    colours = {
        "ink": palette.ink,
        "secondary": palette.secondary,
        "line": palette.line,
        "mark": palette.mark,
        "paper": THEME[theme]["backgroundColor"],
        **_PAGE,
        **_PAGE_BY_THEME[theme],
    }
    return ":root { " + " ".join(f"--ef-{name}: {colour};" for name, colour in colours.items()) + " }\n"
