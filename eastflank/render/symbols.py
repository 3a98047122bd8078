"""APP-6 symbols as SVG, one for each kind, echelon and standing that a scene can hold."""

from __future__ import annotations

import functools
import re

from milsymbol import Symbol as MilSymbol

from eastflank.model import Standing
from eastflank.scene.composition import Symbol

# APP-6D, 20-digit SIDC: version 10, context reality 0, identity 3 (friend), symbol set 10 (land unit),
# status (0 present, 1 planned), headquarters 0, echelon, entity, sector modifiers.
_ECHELONS = {"company": "15", "battalion": "16", "brigade": "18", "division": "21"}
_MECHANISED_INFANTRY = "121102"
_UNSPECIFIED = "000000"
_HEADQUARTERS = "2"
_MULTINATIONAL = "39"
_FONT = "\"'Source Sans 3'\""  # quoted, for a name with a number in it is none in CSS
_SIZE = 24  # pixels; the frame is about 1.6 times as wide
_GAPS = {Standing.PLANNED: "8,12", Standing.CONSIDERED: "8,4"}
"""By standing, how long a gap is and how long the piece of the frame that stays before the next."""


def sidc(symbol: Symbol) -> str:
    """The symbol identification code (APP-6D / MIL-STD-2525D) of a symbol."""
    status = "0" if symbol.standing == Standing.PRESENT else "1"
    headquarters = _HEADQUARTERS if symbol.kind == "headquarters" else "0"
    echelon = _ECHELONS.get(symbol.echelon or "", "00")
    entity = _MECHANISED_INFANTRY if symbol.kind in ("battlegroup", "brigade") else _UNSPECIFIED
    modifier = _MULTINATIONAL if symbol.multinational else "00"
    return f"100310{status}{headquarters}{echelon}{entity}{modifier}00"


@functools.cache
def svg(symbol: Symbol) -> str:
    """The symbol as an SVG document.

    One that is not there yet has a broken frame: long dashes when planned (as APP-6 draws it), dots when
    only considered.

    milsymbol 0.2.0 draws a planned unit like a present one, so the gaps are laid over the frame here.
    """
    drawn = str(MilSymbol(sidc(symbol), size=_SIZE).as_svg()).replace('"Arial"', _FONT)
    gaps = _GAPS.get(symbol.standing)
    frame = re.search(r'<path d="([^"]+)"', drawn)
    if gaps and frame:
        stroke = f'stroke="#ffffff" stroke-width="5" stroke-dasharray="{gaps}"'
        drawn = drawn.replace("</svg>", f'<path d="{frame.group(1)}" fill="none" {stroke}/></svg>')
    return drawn
