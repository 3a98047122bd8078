"""Figures with words beside them, such as “1,600 (surge)”: the figure is read, and the words are kept."""

from __future__ import annotations

import re
from dataclasses import replace

from eastflank.intake.tables.cells import formations
from eastflank.intake.tables.cells.figures import StatedStrength, says_persons, strength
from eastflank.intake.tables.cells.problems import Wrong
from eastflank.intake.tables.cells.sheets import Cell
from eastflank.intake.tables.rows.kinds_of_unit import is_kind
from eastflank.reading.quotes import numbers_in

_BEHIND = re.compile(
    r"(?P<figure>.*?\d.*?)\s*(?:\((?P<round>[^()]+)\)|\[(?P<square>[^\[\]]+)\])\s*", re.DOTALL
)
_BEFORE = re.compile(r"(?:\((?P<round>[^()\d]+)\)|\[(?P<square>[^\[\]\d]+)\])\s*(?P<figure>\d.*)", re.DOTALL)
_A_PART = (
    r"incl\.?|including|inkl\.?|einschl\.?|einschließlich|w tym|y compris|dont|of which|of whom|davon|"
    r"darunter|z czego|z tego|в том числе|из них|iš jų|įskaitant"
)
_BARE = re.compile(
    rf"(?P<figure>.*?\d[^\s,;]*)[\s,;]+(?P<words>(?:{_A_PART}|excl\.?|excluding|ohne|bez|без|plus|planned|"
    r"authori[sz]ed|rotational|surge|geplant|max\.?|planowan\w+|план\w*)(?!\w).*)",
    re.DOTALL | re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\[\s*([^\[\]()]*\d[^\[\]()]*)\]|\(\s*([^\[\]()]*\d[^\[\]()]*)\)")
_INCLUDES = re.compile(rf"(?:{_A_PART})(?!\w)", re.IGNORECASE)
"""Words before a part of the figure: the figure stays what it is."""
_BESIDE = re.compile(r"(?:excl\.?|excluding|ohne|bez|без|plus|without)(?!\w)|\+|&", re.IGNORECASE)
"""Words before what the figure does not have in it."""
_NO_PERSONS = re.compile(
    r"%|\b(?:percent|k|thousands?|tsd|tys|тыс|millions?|mio|mln|hundreds?|dozens?|aircraft|air ?planes?|"
    r"jets?|fighters?|helicopters?|helos?|tanks?|vehicles?|ships?|frigates?|vessels?|guns?|launchers?|"
    r"howitzers?|systems?|drones?|missiles?|units?|typhoons?|eurofighters?|rafales?|gripens?|f ?-?\d\d\w?|"
    r"patriots?|himars|leopards?|abrams|bradleys?|panzer|flugzeuge|fahrzeuge|czołg\w*|samolot\w*|"
    r"śmigłow\w*|самол[её]т\w*|танк\w*|families|family|dependants|civilians?|days?|months?|weeks?|km)\b",
    re.IGNORECASE,
)
"""Words for what is no soldier: the figure before them counts these."""
_SIZED = re.compile(r"[ -](?:size|sized|strength)$", re.IGNORECASE)
"""Words that say how large a unit of that many persons is: “battalion-sized”."""
_DIGITS_OF_PERSONS = 2
"""The least digits of a figure beside such words: “1 (company-sized)” counts companies."""


def stated(cell: Cell) -> StatedStrength | Wrong:
    """The figure of a cell, with the words that stand beside it; or why there is none."""
    found = strength(cell)
    if not isinstance(found, Wrong) or not isinstance(cell, str):
        return found
    text = " ".join(cell.split())
    if whole := _IN_BRACKETS.fullmatch(text):
        return _with(strength(whole[1] or whole[2]), text) or found
    for pattern in (_BEHIND, _BARE, _BEFORE):
        if match := pattern.fullmatch(text):
            parts = match.groupdict()
            words = parts.get("words") or parts.get("round") or parts.get("square") or ""
            if says_persons(words):
                return strength(match["figure"])
            if not _counts_others(words.strip(), match["figure"]):
                return _with(strength(match["figure"].rstrip(" ,;:")), words.strip()) or found
    return found


def _with(found: StatedStrength | Wrong, words: str) -> StatedStrength | None:
    known = isinstance(found, StatedStrength) and (found.low is not None or found.high is not None)
    return replace(found, words=words) if known and isinstance(found, StatedStrength) else None


def _counts_others(words: str, figure: str) -> bool:
    """Whether words say that the figure before them counts units or things, and no persons."""
    if includes(words) or _BESIDE.match(words) or words[:1].isdigit():
        return False
    if _SIZED.search(words) and any(
        len(digits) >= _DIGITS_OF_PERSONS for digits in re.findall(r"\d+", figure)
    ):
        return False
    return is_kind(words) or formations.is_named(words) or _NO_PERSONS.search(words) is not None


def includes(words: str) -> bool:
    """Whether words only name a part of the figure: “incl. brigade staff”."""
    return _INCLUDES.match(words) is not None


def has_a_part(words: str) -> bool:
    """Whether words name a part of the figure with a number: “incl. 50 French”, “of which 150 Danish”."""
    return includes(words) and (any(map(str.isdigit, words)) or bool(numbers_in(words)))


def is_in_brackets(words: str) -> bool:
    """Whether the figure itself is in brackets: “[504]”."""
    return _IN_BRACKETS.fullmatch(words) is not None


def doubt(words: str) -> str:
    """The kind of what is assumed of a figure because of the words beside it; empty: nothing is."""
    if has_a_part(words):
        return "a part of a figure"
    if not words or includes(words):
        return ""
    return "a figure in brackets" if is_in_brackets(words) else "words at a figure"
