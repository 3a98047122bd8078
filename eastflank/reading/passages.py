"""The position of a quote in its article, and the sentences around it."""

from __future__ import annotations

import functools
import itertools
import re
from typing import NamedTuple

_END = re.compile(r"[.!?]+[\"”’')\]]*(?=\s)|\n")
_NO_END = re.compile(
    r"(?:^|[^\w.])(?:(?:[A-Z]\.)*[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|St|No|vs|etc"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.$"
)
"""An abbreviation, after which a sentence continues: “U.S. officials”, “Gen. Scaparrotti”."""

_LONGEST = 16
"""How many letters before a full stop are looked at; more than an abbreviation has."""


class Passage(NamedTuple):
    """A piece of an article in three parts that follow each other without gaps."""

    before: str
    """From the beginning of the sentence before the one in which the quote begins."""
    quote: str
    after: str
    """To the end of the sentence after the one in which it ends."""


def passage_of(quote: str, prefix: str, article: str) -> Passage | None:
    """The quote with the sentence before and the one after; None if it is not in the article.

    `prefix` is the text directly before it, if it occurs more than once.
    """
    found = article.find(prefix + quote)
    if found < 0 or not quote:
        return None
    start = found + len(prefix)
    stop = start + len(quote)
    spans = _sentences(article)
    first = max((at for at, (begins, _) in enumerate(spans) if begins <= start), default=0)
    last = max((at for at, (begins, _) in enumerate(spans) if begins < stop), default=0)
    begins = spans[max(first - 1, 0)][0]
    ends = spans[min(last + 1, len(spans) - 1)][1]
    return Passage(article[min(begins, start) : start], quote, article[stop : max(ends, stop)])


@functools.lru_cache(maxsize=16)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence begins and ends, without the spaces around it."""
    ends = [
        match.end()
        for match in _END.finditer(text)
        if not _NO_END.search(text, max(match.end() - _LONGEST, 0), match.end())
    ]
    pieces = itertools.pairwise(sorted({0, *ends, len(text)}))
    spans = ((start, stop, text[start:stop]) for start, stop in pieces)
    return tuple(
        (start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
        for start, _, piece in spans
        if piece.strip()
    ) or ((0, len(text)),)
