"""Where a quotation holds the figures and nations of its claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_UNITS = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
          "seventeen eighteen nineteen").split()  # fmt: skip
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def spellings(figure: int) -> tuple[str, ...]:
    """The ways in which an article may write a whole number: `4000`, `4,000`, `four-thousand` …"""
    digits = (str(figure), f"{figure:,}")
    word = _in_words(figure)
    return (*dict.fromkeys(digits), *dict.fromkeys((word, word.replace(" ", "-"))))


def spans(quote: str, figures: Iterable[int], names: Iterable[str]) -> list[tuple[int, int]]:
    """Start and end of every figure and name in the quote, in order, none overlapping another."""
    wanted = [spelling for figure in figures for spelling in spellings(figure)] + list(names)
    if not wanted:
        return []
    # Longest first, so that “the United States” is not cut short by “United”.
    longest = sorted(set(wanted), key=len, reverse=True)
    pattern = "|".join(rf"(?<![\w]){re.escape(text)}(?!\w)" for text in longest)
    return [match.span() for match in re.finditer(pattern, quote)]


def marked(quote: str, figures: Sequence[int], names: Sequence[str]) -> list[tuple[str, bool]]:
    """The quote cut into pieces, each with whether it is a figure or a nation; they add up to it."""
    pieces, end = [], 0
    for start, stop in spans(quote, figures, names):
        pieces += [(quote[end:start], False), (quote[start:stop], True)]
        end = stop
    return [(text, mark) for text, mark in [*pieces, (quote[end:], False)] if text]


def _in_words(figure: int) -> str:
    if figure < len(_UNITS):
        return _UNITS[figure]
    if figure < 100:
        tens, rest = divmod(figure, 10)
        return _TENS[tens] + (f"-{_UNITS[rest]}" if rest else "")
    for size, word in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if figure >= size:
            many, rest = divmod(figure, size)
            return f"{_in_words(many)} {word}" + (f" {_in_words(rest)}" if rest else "")
    raise AssertionError(figure)
