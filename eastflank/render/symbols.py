"""APP-6 symbols as SVG, one for each kind, echelon and standing in a scene."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from pathlib import Path

from eastflank.model import Standing
from eastflank.scene.drawn import Crowd, Symbol
from eastflank.scene.style import SYMBOL_INK, SYMBOL_PAPER

# APP-6D, 20-digit SIDC: version 10, context reality 0, identity 3 (friend), symbol set 10 (land unit),
# status (0 present, 1 planned), headquarters 0, echelon, entity, sector modifiers.
_ECHELONS = {
    "team": "11", "squad": "12", "section": "13", "platoon": "14", "company": "15", "battalion": "16",
    "regiment": "17", "brigade": "18", "division": "21", "corps": "22", "army": "23",
}  # fmt: skip
_MECHANISED_INFANTRY = "121102"
_UNSPECIFIED = "000000"
_HEADQUARTERS = "2"
_MULTINATIONAL = "39"
_FONT = "\"'Source Sans 3'\""  # quoted, because an unquoted CSS name cannot start a word with a number
SHEET = Path(__file__).parent / "app6" / "symbols.json"
"""Every symbol that a scene can hold, as milsymbol draws it, by its code: see `tests/symbol_sheet.py`."""
_GAPS = {Standing.PLANNED: "8,12", Standing.CONSIDERED: "8,4"}
"""The length of a gap, and of the piece of frame before the next gap, by standing."""


def sidc(symbol: Symbol) -> str:
    """The symbol identification code (APP-6D / MIL-STD-2525D) of a symbol."""
    status = "0" if symbol.standing == Standing.PRESENT else "1"
    headquarters = _HEADQUARTERS if symbol.kind.symbol == "headquarters" else "0"
    echelon = _ECHELONS.get(symbol.echelon or "", "00")
    entity = _MECHANISED_INFANTRY if symbol.kind.symbol == "mechanised" else _UNSPECIFIED
    modifier = _MULTINATIONAL if symbol.multinational else "00"
    return f"100310{status}{headquarters}{echelon}{entity}{modifier}00"


def svg(symbol: Symbol | Crowd) -> str:
    """The symbol of a deployment or of a crowd as an SVG document."""
    return _circle(symbol) if isinstance(symbol, Crowd) else _app6(symbol)


@functools.lru_cache(maxsize=1000)
def _circle(crowd: Crowd) -> str:
    """A circle with the number of units; the more digits, the wider."""
    text = f"{crowd.number:,}"
    size = 20 + 6 * max(len(text), 1)
    middle = size / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 {size} {size}">'
        f'<circle cx="{middle:g}" cy="{middle:g}" r="{middle - 2:g}" fill="{SYMBOL_PAPER}"'
        f' stroke="{SYMBOL_INK}" stroke-width="2.5"/>'
        f'<text x="{middle:g}" y="{middle + 4.5:g}" text-anchor="middle" font-size="13" font-weight="bold"'
        f' font-family={_FONT} fill="black">{text}</text></svg>'
    )


@functools.cache
def _app6(symbol: Symbol) -> str:
    """The symbol as an SVG document.

    A unit that is not there yet has a broken frame: long dashes if planned (as in APP-6), dots if only
    considered. milsymbol 0.2.0 draws a planned unit like a present one, so the gaps are drawn over the frame
    here.
    """
    drawn = _sheet()[sidc(symbol)].replace('"Arial"', _FONT)
    gaps = _GAPS.get(symbol.standing)
    frame = re.search(r'<path d="([^"]+)"', drawn)
    if gaps and frame:
        stroke = f'stroke="{SYMBOL_PAPER}" stroke-width="5" stroke-dasharray="{gaps}"'
        drawn = drawn.replace("</svg>", f'<path d="{frame.group(1)}" fill="none" {stroke}/></svg>')
    return drawn


@functools.cache
def _sheet() -> Mapping[str, str]:
    found: dict[str, str] = json.loads(SHEET.read_text(encoding="utf-8"))
    return found


_STROKES: Mapping[str, tuple[str, ...]] = {  # as in APP-6, above a dot at 12, 22
    "company": ("M12 2V11",),
    "battalion": ("M9 2V11", "M15 2V11"),
    "brigade": ("M8 2L16 11", "M16 2L8 11"),
    "division": ("M3 2L10 11", "M10 2L3 11", "M14 2L21 11", "M21 2L14 11"),
}
_DISC = "M12 15 C15.9 15 19 18.1 19 22 C19 25.9 15.9 29 12 29 C8.1 29 5 25.9 5 22 C5 18.1 8.1 15 12 15 Z"
DOT_SIZE = (12.0, 15.0)
"""Width and height of a deployment's small symbol, in pixels of a screen's map."""


def dot(symbol: Symbol | Crowd) -> str:
    """The symbol for a map that is too small for the full one, as an SVG document; a crowd's is unchanged."""
    return _circle(symbol) if isinstance(symbol, Crowd) else _dot(symbol)


@functools.cache
def _dot(symbol: Symbol) -> str:
    """The symbol for a small map: a dot with the strokes of its echelon, as an SVG document.

    Filled when it is there, empty when it is planned, empty and dotted when it is only considered.
    """
    gap = ' stroke-dasharray="3,3"' if symbol.standing == Standing.CONSIDERED else ""
    fill = SYMBOL_INK if symbol.standing == Standing.PRESENT else SYMBOL_PAPER
    strokes = "".join(
        f'<path d="{path}" fill="none" stroke="{SYMBOL_INK}" stroke-width="2.5"/>'
        for path in _STROKES.get(symbol.echelon or "", ())
    )
    width, height = (f"{side:g}" for side in DOT_SIZE)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 24 30">'
        f'<path d="{_DISC}" fill="{fill}" stroke="{SYMBOL_INK}" stroke-width="3"{gap}/>{strokes}</svg>'
    )
