"""Texts of the page's actions: copying, the briefing view, printing, the keyboard, the lost connection."""

from __future__ import annotations

from datetime import date

from eastflank.words.en.dates_in_words import day

ACTIONS = "Take this view with you"
KEYS_TITLE = "Keyboard shortcuts"
LIGHT_THEME, DARK_THEME = "Light theme", "Dark theme"
COPY_LINK = "Copy link"
BRIEF = "Brief"
BRIEF_HELP = "The briefing view: 16:9, without controls (B)"
LEAVE_BRIEF = "Leave the briefing (Esc)"
CLOSE = "Close"

COPY_BY_HAND = "Copy it by hand"
HOW_TO_COPY = (
    "This browser lets no page copy here. The text below is selected: press {keys} ({mac} on a Mac), "
    "then close this."
)
TEXT_TO_COPY = "Text to copy"
COPIED = "Copied"
COPIED_WHAT = {"link": "Link copied", "quote": "Quote copied", "citation": "Citation copied"}
"""Announcements for screen readers, by what was copied."""
BEING_WRITTEN = "The document to print is being written"
DOCUMENT_TO_PRINT = "The document to be printed"

KEYS = (
    (("B",), "the briefing view, and back"),
    (("E",), "the export menu"),
    (("Ctrl", "P"), "print the view as a document"),
    (("Esc",), "close what is open; leave the briefing view; select nothing"),
    (("?",), "this list"),
    (("Tab", "Enter"), "from card to card on the map, and choose one"),
    (("+", "−"), "on the map: zoom"),
    (("←", "↑", "→", "↓"), "on the map: move it"),
    (("←", "→", "Home", "End"), "on the slider: to the day on which a source speaks"),
    (("Space",), "on the slider: play, and pause"),
)
"""The keyboard's shortcuts, each with what it does."""

SKIP_TO = "Skip to"
SKIPS = {
    "actions": "Actions",
    "export": "Download",
    "map": "Map",
    "evidence": "Evidence",
    "table": "Table",
}
"""The skip links at the beginning of the page, by their targets' names in `by_keyboard.js`."""
MAP_NAME = "Map: arrow keys move it, plus and minus zoom"
FILTERS_NAME = "Filters"

AWAY = "The dashboard's server does not answer."
AWAY_MEANS = (
    "Nothing is lost: what you see stays, and your choices are kept. "
    "This page tries again and comes back by itself."
)


def edition(version: str, asof: date | None) -> str:
    """What a citation says of the record: “as known on 8 July 2016, data version 1.2.”; None: no day."""
    known = f"as known on {day(asof)}, data version" if asof else "data version"
    return f"{known} {version}."
