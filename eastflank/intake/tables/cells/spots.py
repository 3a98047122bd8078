"""Coordinates as people write them in cells: degrees, and degrees with minutes and seconds."""

from __future__ import annotations

import math
import re

from eastflank.intake.tables.cells.problems import Wrong, wrong
from eastflank.intake.tables.cells.sheets import Cell
from eastflank.intake.tables.cells.unstated import UNSTATED

_DECIMAL = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{1,15})?")
_PARTS = re.compile(
    r"(?P<before>[NSEWO])?\s*(?P<degrees>\d{1,3}(?:[.,]\d+)?)\s*°?\s*"
    r"(?:(?P<minutes>\d{1,2}(?:[.,]\d+)?)\s*['’′m]?\s*)?"
    r"(?:(?P<seconds>\d{1,2}(?:[.,]\d+)?)\s*(?:\"|”|″|''|s)?\s*)?(?P<after>[NSEWO])?",
    re.IGNORECASE,
)
_HALF_TURN = 180


def degrees(cell: Cell) -> float | Wrong | None:
    """Degrees north or east, WGS 84; None if nothing is stated; or why the value is not valid."""
    if cell is None:
        return None
    if isinstance(cell, int | float):
        return _bounded(float(cell))
    if not isinstance(cell, str):
        return wrong("not degrees")
    text = cell.strip().replace("−", "-")
    if text.casefold() in UNSTATED:
        return None
    if _DECIMAL.fullmatch(text):
        return _bounded(float(text.replace(",", ".")))
    match = _PARTS.fullmatch(text)
    if match is None or not (match["before"] or match["after"] or "°" in text):
        return wrong("not degrees")
    whole, minutes, seconds = (
        float((match[part] or "0").replace(",", ".")) for part in ("degrees", "minutes", "seconds")
    )
    if minutes >= 60 or seconds >= 60:  # noqa: PLR2004
        return wrong("not degrees")
    side = (match["before"] or match["after"] or "N").upper()
    return _bounded((whole + minutes / 60 + seconds / 3600) * (-1 if side in "SW" else 1))


def _bounded(number: float) -> float | Wrong:
    return number if math.isfinite(number) and abs(number) <= _HALF_TURN else wrong("not degrees")
