"""Figures and nations in an English text, by one rule.

The checks accept as part of a quote exactly what the evidence panel marks in it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

import pandas as pd

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ADDED: Mapping[str, int] = {word: value for value, word in enumerate(_SMALL)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_TIMES: Mapping[str, int] = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}

_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?"
_WORD = "|".join(sorted((*_ADDED, *_TIMES), key=len, reverse=True))  # “sixty” is not “six”
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:(?:{_DIGITS})(?!\w|\.\d)|half a (?:{'|'.join(_TIMES)})\b|(?:{_WORD})\b)"
    rf"(?:(?:[\s-]+and)?[\s-]+(?:{_WORD})\b)*",
    re.IGNORECASE,
)
_PART = re.compile(rf"{_DIGITS}|half|{_WORD}", re.IGNORECASE)


class Number(NamedTuple):
    """A whole number, and where a text states it."""

    value: int
    start: int
    stop: int


@functools.lru_cache(maxsize=4096)
def numbers(text: str) -> tuple[Number, ...]:
    """The whole numbers that an English text states, in order.

    `800-1,000` states 800 and 1000, `four-thousand` 4000, `half a dozen` 6. Ordinals (`fourth`, `4th`) and
    articles (`a battalion`) state none.
    """
    found = ((_value(match[0]), match) for match in _NUMBER.finditer(text))
    return tuple(Number(value, *match.span()) for value, match in found if value is not None)


def numbers_in(text: str) -> frozenset[int]:
    """The values of `numbers`."""
    return frozenset(number.value for number in numbers(text))


def names_of(nations: pd.DataFrame) -> Mapping[str, tuple[str, ...]]:
    """The names of each nation, by code: its name, then those in `also_known_as`."""
    aliases = nations["also_known_as"].fillna("")
    return {
        code: (name, *(alias for alias in others.split(";") if alias))
        for code, name, others in zip(nations["iso3"], nations["name"], aliases, strict=True)
    }


@functools.lru_cache(maxsize=1024)
def whole_words(names: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the names as whole words, in the case they are written in."""
    # Longest first, so that “the United States” is not cut short by “United”. Not \b: “U.S.” ends in no
    # word character.
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in longest)})(?!\w)")


def marked(quote: str, figures: Collection[int], names: Iterable[str]) -> list[tuple[str, bool]]:
    """The quote split into pieces, each with whether it is one of the figures or names."""
    spans = [(number.start, number.stop) for number in numbers(quote) if number.value in figures]
    if wanted := tuple(name for name in names if name):
        spans += [match.span() for match in whole_words(wanted).finditer(quote)]
    pieces, end = [], 0
    for start, stop in sorted(spans):
        if start >= end:
            pieces += [(quote[end:start], False), (quote[start:stop], True)]
            end = stop
    return [(text, mark) for text, mark in [*pieces, (quote[end:], False)] if text]


def _value(words: str) -> int | None:
    """The value of one spelled number such as `4.5 thousand` or `two hundred and five`; None if not whole."""
    total = current = 0.0
    for part in _PART.findall(words.lower()):
        if part in _ADDED:
            current += _ADDED[part]
        elif part == "half":
            current = 0.5
        elif part in ("dozen", "hundred"):
            current = (current or 1) * _TIMES[part]
        elif part in _TIMES:
            total, current = total + (current or 1) * _TIMES[part], 0.0
        else:
            current += float(re.sub(r"[,\u00a0\u202f]", "", part))
    whole = total + current
    return int(whole) if whole.is_integer() else None
