"""A passage of an article, chosen by its characters, as the quote of a claim."""

from __future__ import annotations

from typing import NamedTuple

from eastflank.words.chosen import passage_choice as words


class Quotation(NamedTuple):
    """A quote, and where it stands in its article, counted in code points from 0."""

    quote: str
    prefix: str
    """The characters directly before it that make it unique; empty if it occurs only once."""
    start: int
    stop: int
    """The character after the last."""


class Unquotable(ValueError):  # noqa: N818 - it is what the curator is told
    """A passage that cannot be a quote: what is wrong with it, and what to do."""


def quotation_of(text: str, start: int, stop: int) -> Quotation:
    """The passage from `start` up to `stop` of an article as a quote, without white space around it.

    Raises Unquotable if nothing is left, if the passage contains a line end of two characters (CR LF), which
    no table can hold, or if the text before it does not make it unique.
    """
    start, stop = max(min(start, stop), 0), min(max(start, stop), len(text))
    passage = text[start:stop]
    start += len(passage) - len(passage.lstrip())
    quote = passage.strip()
    if not quote:
        raise Unquotable(words.NOTHING_CHOSEN)
    if "\r" in quote:
        raise Unquotable(words.OVER_A_LINE_END)
    return Quotation(quote, _prefix(text, quote, start), start, start + len(quote))


def _prefix(text: str, quote: str, start: int) -> str:
    """The shortest text before the quote that makes it unique."""
    if _once(text, quote):
        return ""
    # A longer text never occurs more often, so a binary search finds the shortest.
    low, high = 1, start
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _once(text, text[start - middle : start] + quote) else (middle + 1, high)
    prefix = text[start - low : start] if start else ""
    if not prefix or "\r" in prefix or not _once(text, prefix + quote):
        raise Unquotable(words.STANDS_TWICE)
    return prefix


def _once(text: str, part: str) -> bool:
    first = text.find(part)
    return first >= 0 and text.find(part, first + 1) < 0


def place(text: str, quote: str, prefix: str) -> tuple[int, int] | None:
    """The position of a quote in its article: from the first character up to the end; None if not found."""
    found = text.find(prefix + quote)
    if found < 0 or not quote:
        return None
    start = found + len(prefix)
    return start, start + len(quote)
