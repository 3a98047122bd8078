"""The law of figures: a number in a quoted claim is a number in its quote."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from eastflank.audit.rows import Rows, evidence
from eastflank.model import Dataset, Finding

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ADDED: Mapping[str, int] = {word: value for value, word in enumerate(_SMALL)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_TIMES: Mapping[str, int] = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}

_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?"
_WORD = "|".join((*_ADDED, *_TIMES))
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:{_DIGITS}|(?:{_WORD})\b)(?:(?:[\s-]+and)?[\s-]+(?:{_WORD})\b)*", re.IGNORECASE
)
_PART = re.compile(rf"{_DIGITS}|{_WORD}", re.IGNORECASE)


def figures_are_in_the_quote(dataset: Dataset) -> Iterator[Finding]:
    """Each figure of a quoted claim stands in its quote, in digits or words, or the note accounts for it."""
    stated = evidence(dataset)
    claims, contributions = Rows("claims", dataset.claims), Rows("contributions", dataset.contributions)
    for rows, claim, columns in (
        (claims, "id", ("troops_low", "troops_high", "unit_count")),
        (contributions, "claim", ("troops_low", "troops_high")),
    ):
        ids = rows.frame[claim]
        quotes, notes = ids.map(stated["quote"]), ids.map(stated["note"])
        for column in columns:
            lines = rows.frame.index[rows.frame[column].notna() & quotes.notna()]
            cells = zip(lines, rows.frame.loc[lines, column], quotes[lines], notes[lines], strict=True)
            for line, figure, quote, note in cells:
                if int(figure) not in numbers_in(quote) | numbers_in(note):
                    yield rows.finding(
                        line,
                        column,
                        f"{figure:,} is not in the quote “{quote}”.",
                        "Correct the figure, or let the claim's note name it and say where it comes from.",
                    )


@functools.lru_cache(maxsize=4096)
def numbers_in(text: str) -> frozenset[int]:
    """The whole numbers that an English text states: `800-1,000` states 800 and 1000, `four-thousand` 4000.

    Ordinals (`fourth`) and articles (`a battalion`) state none.
    """
    return frozenset(number for match in _NUMBER.finditer(text) if (number := _value(match[0])) is not None)


def _value(words: str) -> int | None:
    """The value of one spelled number such as `4.5 thousand` or `two hundred and five`; None: not whole."""
    total = current = 0.0
    for part in _PART.findall(words.lower()):
        if part in _ADDED:
            current += _ADDED[part]
        elif part == "hundred":
            current = (current or 1) * 100
        elif part in _TIMES:
            total, current = total + (current or 1) * _TIMES[part], 0.0
        else:
            current += float(re.sub(r"[,\u00a0\u202f]", "", part))
    whole = total + current
    return int(whole) if whole.is_integer() else None
