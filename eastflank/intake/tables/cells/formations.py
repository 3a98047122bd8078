"""Cells that name a formation, such as “Tank company”."""

from __future__ import annotations

import functools
import re

from eastflank.intake.tables.cells.sheets import Cell
from eastflank.reading.folding import fold

_LONGEST = 80
"""Characters of a name; a longer text is a sentence."""
_WORD = re.compile(
    r"\b(?:battle ?groups?|battalions?|bns?|brigades?|bdes?|company|companies|coys?|battery|batteries|"
    r"squadrons?|sqns?|platoons?|regiments?|divisions?|corps|detachments?|task forces?|headquarters|hq|"
    r"teams?|elements?|command|bataillone?|kompanien?|batterien?|staffeln?|kommando|bataillons?|compagnies?|"
    r"escadrons?|batalion|kompania|bateria|brygada|eskadra|батальон|бригада|рота|батарея|эскадрилья|полк)\b"
)


def is_named(cell: Cell) -> bool:
    """Whether a cell reads like the name of a unit."""
    return isinstance(cell, str) and len(cell) <= _LONGEST and _is_named(cell)


@functools.lru_cache(maxsize=4_096)
def _is_named(text: str) -> bool:
    return bool(_WORD.search(fold(text)))
