"""Points and commas in the numbers of a column: marks of thousands, marks of a fraction, or in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable

from eastflank.intake.tables.cells.sheets import Cell

_THREE = re.compile(
    r"(?<![\d.,])[1-9]\d{0,2}([.,])\d{3}(?![\d.,]\d|\d|\s*(?:k|thousand|tsd|тыс))", re.IGNORECASE
)
"""One mark before three digits: “1.200”."""
_SEVERAL = re.compile(r"(?<![\d.,])\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+(?!\d)")
_FRACTION = re.compile(r"(?<![\d.,])(?:0([.,])\d+|\d+([.,])(?:\d{1,2}|\d{4,}))(?![.,]?\d)")
_OTHER = {".": ",", ",": "."}


class Grouping:
    """What the cells of a column show of its marks.

    A comma before three digits is a mark of thousands, unless another cell shows that it is not. A point is
    one only if another cell shows that: one with two points, one with a decimal comma, or another number with
    a point before three digits where no number has a comma. A number with a fraction shows what its mark is.
    """

    def __init__(self, cells: Iterable[Cell]) -> None:
        stated = set(cells)
        texts = {cell for cell in stated if isinstance(cell, str)}
        fractions = {one or two for text in texts for one, two in _FRACTION.findall(text)}
        if any(isinstance(cell, float) for cell in stated):
            fractions.add(".")
        thousands = {mark for text in texts for mark in _SEVERAL.findall(text)}
        three = [(match[1], match[0]) for text in texts for match in _THREE.finditer(text)]
        pointed = {number for mark, number in three if mark == "."}
        alike = len(pointed) > 1 and not any(mark == "," for mark, _ in three)
        self._doubtful = {
            mark
            for mark, shown in ((".", alike), (",", True))
            if mark in fractions
            or _OTHER[mark] in thousands
            or not (shown or mark in thousands or _OTHER[mark] in fractions)
        }

    def doubt(self, cell: Cell) -> str:
        """The mark in a cell that is read as one of thousands without being sure; empty if there is none."""
        if not isinstance(cell, str) or not any(mark in cell for mark in self._doubtful):
            return ""
        return next((match[1] for match in _THREE.finditer(cell) if match[1] in self._doubtful), "")
