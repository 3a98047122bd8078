"""Texts of cells: what they may contain, and how a message shows them."""

from __future__ import annotations

import functools
import re

from eastflank.intake.tables.cells.problems import Wrong, wrong
from eastflank.intake.tables.cells.sheets import Cell
from eastflank.intake.tables.cells.unstated import UNSTATED

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ufffd]")
_MARKUP = re.compile(r"<\s*/?\s*[a-z!][^>]*>?", re.IGNORECASE)
_LONGEST = {
    "name": 200,
    "place": 200,
    "note": 20_000,
    "contingents": 20_000,
    "planned": 1_000,
    "source": 20_000,
    "id": 80,
    "kind": 80,
}
MOST_SHOWN = 80
"""How many characters of a value a message repeats."""


def plain(cell: Cell, name: str) -> str | Wrong:
    """The text of a cell, empty if it states nothing; or what is wrong with it."""
    text = " ".join(str(cell).replace("\u00ad", "").split())
    if text.casefold() in UNSTATED:
        return ""
    return _objection(text, name) or text


def _objection(text: str, name: str) -> Wrong | None:
    """What is wrong with a text, whatever its meaning."""
    if _UNSEEN.search(text):
        return wrong("hidden characters")
    if len(text) > _LONGEST.get(name, 200):
        return wrong("too long", most=_LONGEST.get(name, 200))
    if text.startswith(("=", "@")):
        return wrong("a formula")
    if _MARKUP.search(text):
        return wrong("markup")
    return None


def visible(heading: str) -> str:
    """A heading without characters that no text of the record may have."""
    return " ".join(_UNSEEN.sub("", heading.replace("\u00ad", "")).split())


@functools.lru_cache(maxsize=4_096)
def shown(value: str) -> str:
    """A value as a message shows it: one line, and not longer than a line."""
    line = _UNSEEN.sub("\ufffd", " ".join(value.split()))
    return line if len(line) <= MOST_SHOWN else f"{line[:MOST_SHOWN]} …"
