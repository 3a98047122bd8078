"""Texts measured in the widest of the common typefaces: whatever a program draws them in, they have room.

A slide names a typeface and does not hold it. Where it is missing, a program takes another: Arial or one of
its measures, Calibri or Carlito, DejaVu Sans. The advances below are the largest of the three for each
letter, in thousandths of its size.
"""

from __future__ import annotations

import itertools
import unicodedata
from dataclasses import dataclass

from eastflank.render.picture import typeface
from eastflank.render.picture.lettering import Letters

_FIRST = " "
"""The letter of the first advance; the others follow in the order of Unicode, up to “~”."""
_NORMAL = (
    "318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 386 636 636 636 636 636 636 636 636 636 "
    "636 337 337 838 838 838 556 1015 684 686 722 770 667 611 778 752 295 500 667 557 863 748 787 667 787 "
    "722 667 611 732 684 989 685 667 685 390 386 390 838 556 500 613 635 550 635 615 352 635 634 278 278 "
    "579 278 974 634 612 635 635 411 521 392 634 592 818 592 592 525 636 460 636 838"
)
_BOLD = (
    "348 456 521 838 696 1002 872 306 457 457 523 838 380 415 380 430 696 696 696 696 696 696 696 696 696 "
    "696 400 400 838 838 838 611 1000 774 762 734 830 683 683 821 837 372 556 775 637 995 837 850 733 850 "
    "770 720 682 812 774 1103 771 724 725 457 430 457 838 556 500 675 716 593 716 678 435 716 712 343 343 "
    "665 343 1042 712 687 716 716 493 595 478 712 652 924 645 652 582 712 475 712 838"
)
_LIGHTEST_BOLD = 600
_OTHERS = 1.35
"""How much wider than in the shipped typeface any other sign is taken to be."""


def _advances(listed: str) -> dict[str, int]:
    return {chr(ord(_FIRST) + place): int(told) for place, told in enumerate(listed.split())}


_ADVANCES = {False: _advances(_NORMAL), True: _advances(_BOLD)}


@dataclass(frozen=True, slots=True)
class WideLetters(Letters):
    """The look of a text that must find room in any common typeface."""

    def width(self, words: str) -> float:
        """How wide `words` may become, in pixels."""
        known = _ADVANCES[self.weight >= _LIGHTEST_BOLD]
        whole = 0.0
        for letter in words:
            advance = known.get(letter) or known.get(unicodedata.normalize("NFKD", letter)[:1])
            if advance is None:
                whole += _OTHERS * typeface.width(letter, self.size, self.weight)
            else:
                whole += advance * self.size / 1000
        return whole

    def shortened(self, words: str, most: float) -> str:
        """`words`, or as many of them as are at most `most` pixels wide with an ellipsis."""
        if self.width(words) <= most:
            return words
        lengths = itertools.accumulate(map(self.width, words))
        room = most - self.width("…")
        kept = sum(length <= room for length in lengths)
        return f"{words[:kept].rstrip()}…"

    def wrapped(self, words: str, most: float) -> tuple[str, ...]:
        """`words` in lines at most `most` pixels wide; a word that is wider by itself is broken."""
        lines: list[str] = []
        for word in typeface.in_one_line(words).split(" "):
            if lines and self.width(f"{lines[-1]} {word}") <= most:
                lines[-1] = f"{lines[-1]} {word}"
                continue
            rest = word
            while rest and self.width(rest) > most:
                kept = max(1, sum(length <= most for length in itertools.accumulate(map(self.width, rest))))
                lines.append(rest[:kept])
                rest = rest[kept:]
            lines += [rest] if rest else []
        return tuple(lines)

    def in_lines(self, words: str, most: float, count: int) -> str:
        """`words`, or as many of them as stand in `count` lines `most` pixels wide, with an ellipsis."""
        lines = self.wrapped(words, most)
        if len(lines) <= count:
            return typeface.in_one_line(words)
        last = self.shortened(f"{lines[count - 1]} {lines[count]}", most)
        last = last if last.endswith("…") else self.shortened(f"{last}…", most)
        return " ".join([*lines[: count - 1], last])
