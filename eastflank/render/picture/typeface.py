"""Measures the width of a text, and breaks it into lines.

Widths are sums of the letters' advances. Kerning only moves letters closer, so a text is never drawn wider.
Letters that the typeface lacks have the width of the font that draws them.
"""

from __future__ import annotations

import re

from eastflank.render.picture.runs import runs_of

_SPACES = re.compile("[ \\t\\n\\r]+")
"""Where a line may be broken: not at non-breaking spaces."""


def width(words: str, size: float, weight: int = 400, *, italic: bool = False) -> float:
    """How many pixels wide `words` are at `size`. A letter that no font has counts as the widest.

    Raises KeyError for a weight or slope that is not shipped.
    """
    return size * sum(run.width for run in runs_of(words, weight, italic=italic))


def shortened(words: str, most: float, size: float, weight: int = 400, *, italic: bool = False) -> str:
    """`words` if they are at most `most` pixels wide; otherwise as much as fits before an ellipsis."""
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
    """`words` broken into lines of at most `most` pixels; a word that is longer than a line is split."""
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
