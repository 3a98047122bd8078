"""Measures texts in the widest of the common typefaces, so that they fit in any of them.

A slide names a typeface but does not contain it. If it is missing, a program uses another: Arial or one with
its widths, Calibri or Carlito, DejaVu Sans, Noto Sans. The advances below are the largest of these for each
letter, in thousandths of its size, upright or slanted.
"""

from __future__ import annotations

import itertools
import unicodedata
from dataclasses import dataclass

from eastflank.render.picture import typeface
from eastflank.render.picture.lettering import Letters

_FIRST, _LAST = " ", "~"
"""The letter of the first advance; the others follow in the order of Unicode."""
_SIGNS = "“”‘’–—·…≤≥−×Δ≈±°€§"
"""Further characters, whose advances come last."""
_NORMAL = (
    "318 401 460 838 637 951 780 275 391 391 551 838 318 361 318 388 637 637 637 637 637 637 637 637 637 "
    "637 337 337 838 838 838 557 1016 685 687 723 771 667 611 778 752 339 500 667 558 907 760 788 667 788 "
    "723 667 611 732 685 989 686 667 686 391 387 391 838 557 500 613 635 550 635 616 353 635 634 278 278 "
    "580 278 975 634 612 635 635 413 521 393 634 592 818 592 592 525 637 551 637 838 519 519 318 318 557 "
    "1000 334 1000 838 838 838 838 685 838 838 500 637 557"
)
_BOLD = (
    "349 457 521 838 696 1002 873 307 458 458 545 838 380 416 380 435 696 696 696 696 696 696 696 696 696 "
    "696 400 400 838 838 838 611 1000 774 763 734 831 684 684 821 837 389 557 775 638 996 837 851 733 851 "
    "771 721 683 813 774 1104 771 725 726 458 430 458 838 557 500 675 716 593 716 679 436 716 712 343 343 "
    "666 343 1042 712 688 716 716 494 596 479 712 652 924 646 652 583 712 551 712 838 658 658 380 380 557 "
    "1000 380 1000 838 838 838 838 774 838 838 500 696 557"
)
_LIGHTEST_BOLD = 600
_OTHERS = 1.35
"""The factor by which any other character is assumed to be wider than in the shipped typeface."""


def _advances(listed: str) -> dict[str, int]:
    letters = [*map(chr, range(ord(_FIRST), ord(_LAST) + 1)), *_SIGNS]
    return dict(zip(letters, map(int, listed.split()), strict=True))


_ADVANCES = {False: _advances(_NORMAL), True: _advances(_BOLD)}


@dataclass(frozen=True, slots=True)
class WideLetters(Letters):
    """The style of a text that must fit in any common typeface."""

    def width(self, words: str) -> float:
        """The most width of `words`, in pixels."""
        known = _ADVANCES[self.weight >= _LIGHTEST_BOLD]
        whole = 0.0
        for letter in words:
            advance = known.get(letter) or known.get(unicodedata.normalize("NFD", letter)[:1])
            if advance is None:
                whole += _OTHERS * typeface.width(letter, self.size, self.weight)
            else:
                whole += advance * self.size / 1000
        return whole

    def shortened(self, words: str, most: float) -> str:
        """`words`, cut with an ellipsis to at most `most` pixels."""
        if self.width(words) <= most:
            return words
        lengths = itertools.accumulate(map(self.width, words))
        room = most - self.width("…")
        kept = sum(length <= room for length in lengths)
        return f"{words[:kept].rstrip()}…"

    def wrapped(self, words: str, most: float) -> tuple[str, ...]:
        """`words` in lines at most `most` pixels wide; a longer word is broken."""
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
        """`words`, cut with an ellipsis to `count` lines of `most` pixels."""
        lines = self.wrapped(words, most)
        if len(lines) <= count:
            return typeface.in_one_line(words)
        last = self.shortened(f"{lines[count - 1]} {lines[count]}", most)
        last = last if last.endswith("…") else self.shortened(f"{last}…", most)
        return " ".join([*lines[: count - 1], last])
