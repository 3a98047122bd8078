"""Numbers in digits and words: “1,200”, “1.5 million”, “a hundred and thirty-two”, “half a dozen”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from eastflank.intake.article.word_sets import word_row

_SMALL = word_row(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = word_row("twenty thirty forty fifty sixty seventy eighty ninety")
SPELLED = {word: value for value, word in enumerate(_SMALL)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
"""The words for numbers below a hundred, with their values."""
MULTIPLES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
"""The words that multiply a number before them."""
_GO_ON = frozenset((100, 1_000))
"""Multiples after which smaller words may follow: “a hundred and thirty-two”."""
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,12}(?:\.\d+)?")
_YEARS = range(1900, 2101)
_MOST = 10_000_000
"""More persons than any army has; a larger number counts something else."""
_SCORE = 20


class TextNumber(NamedTuple):
    """A number and the indices of its words."""

    value: int
    start: int
    stop: int
    plain_year: bool = False
    """Whether it may be a year: four digits without a comma."""


def number_at(words: Sequence[str], at: int) -> TextNumber | None:
    """The number whose words begin here; None if there is none. Words are lower case."""
    word = _word(words, at)
    if tuple(words[at : at + 3]) == ("half", "a", "dozen"):
        return TextNumber(6, at, at + 3)
    if tuple(words[at : at + 3]) == ("a", "score", "of"):
        return TextNumber(_SCORE, at, at + 2)
    if word in ("a", "an") and _word(words, at + 1) in MULTIPLES:
        return _with_the_rest(words, _times(words, 1, at, at + 1))
    if _DIGITS.fullmatch(word):
        value = float(word.replace(",", ""))
        year = word.isdecimal() and int(word) in _YEARS
        return _times(words, value, at, at + 1, plain_year=year)
    if word in SPELLED:
        return _with_the_rest(words, _below_a_hundred(words, at))
    return None


def _below_a_hundred(words: Sequence[str], at: int) -> TextNumber | None:
    value, stop = SPELLED[words[at]], at + 1
    joined = stop + (_word(words, stop) == "-")
    if value >= _SCORE and SPELLED.get(_word(words, joined), _SCORE) < 10:
        value, stop = value + SPELLED[words[joined]], joined + 1
    return _times(words, value, at, stop)


def _with_the_rest(words: Sequence[str], found: TextNumber | None) -> TextNumber | None:
    """“A hundred and thirty-two”, “two thousand five hundred”: the smaller words after a multiple."""
    last = MULTIPLES.get(_word(words, found.stop - 1)) if found else None
    if found is None or last not in _GO_ON:
        return found
    begin = found.stop + (_word(words, found.stop) == "and")
    rest = number_at(words, begin) if _word(words, begin) in SPELLED else None
    if rest is None or rest.value >= last:
        return found
    return found._replace(value=found.value + rest.value, stop=rest.stop)


def _times(
    words: Sequence[str], value: float, start: int, stop: int, *, plain_year: bool = False
) -> TextNumber | None:
    while _word(words, stop + (_word(words, stop) == "-")) in MULTIPLES:
        stop += _word(words, stop) == "-"
        value, stop, plain_year = value * MULTIPLES[words[stop]], stop + 1, False
    if value != int(value) or not 0 < value <= _MOST:
        return None
    return TextNumber(int(value), start, stop, plain_year)


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""
