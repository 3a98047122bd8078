"""The shipped typeface: where its files are, and how wide a text is in it.

Widths are sums of the letters' advances. Kerning draws letters closer, so a text is never drawn wider.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path

from fontTools.ttLib import TTFont

FAMILY = "Source Sans 3"
FOLDER = Path(__file__).parents[1] / "fonts"
FILES: Mapping[tuple[int, bool], Path] = {  # weight, italic
    (400, False): FOLDER / "SourceSans3-Regular.ttf",
    (600, False): FOLDER / "SourceSans3-Semibold.ttf",
    (700, False): FOLDER / "SourceSans3-Bold.ttf",
    (400, True): FOLDER / "SourceSans3-It.ttf",
}
_SPACES = re.compile("[ \\t\\n\\r]+")
"""Where a line may be broken: not at spaces that hold words together."""


@functools.cache
def _advances(weight: int, italic: bool) -> Mapping[int, float]:  # noqa: FBT001 - a face's own two halves
    """Width of each letter by its code point, in sizes."""
    with TTFont(FILES[weight, italic], lazy=True) as font:
        widths, unit = font["hmtx"].metrics, font["head"].unitsPerEm
        return {letter: widths[glyph][0] / unit for letter, glyph in font.getBestCmap().items()}


def width(words: str, size: float, weight: int = 400, *, italic: bool = False) -> float:
    """How many pixels wide `words` are at `size`. A letter that the face does not have counts as its widest.

    Raises KeyError for a face that is not shipped.
    """
    advances = _advances(weight, italic)
    return size * sum(advances.get(ord(letter), 1.0) for letter in words)


def shortened(words: str, most: float, size: float, weight: int = 400, *, italic: bool = False) -> str:
    """`words` if they are at most `most` pixels wide; else as many of them as fit before an ellipsis."""
    if width(words, size, weight, italic=italic) <= most:
        return words
    kept = words
    while kept and width(f"{kept}…", size, weight, italic=italic) > most:
        kept = kept[:-1].rstrip()
    return f"{kept}…"


def in_one_line(words: str) -> str:
    """`words` with one space wherever a line may be broken."""
    return " ".join(filter(None, _SPACES.split(words)))


def wrapped(
    words: str, most: float, size: float, weight: int = 400, *, italic: bool = False
) -> tuple[str, ...]:
    """`words` broken between words into lines at most `most` pixels wide; a longer word is broken inside."""
    lines: list[str] = []
    line = ""
    for word in filter(None, _SPACES.split(words)):
        longer = f"{line} {word}" if line else word
        if width(longer, size, weight, italic=italic) <= most:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, most, size, weight, italic)
        lines += full
    return (*lines, line) if line else tuple(lines)


def _pieces(word: str, most: float, size: float, weight: int, italic: bool) -> list[str]:  # noqa: FBT001
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, weight, italic=italic) > most:
            pieces.append("")
        pieces[-1] += letter
    return pieces
