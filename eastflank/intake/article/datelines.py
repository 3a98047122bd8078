"""The dateline before an article's first words, and the article's own day as it states it."""

from __future__ import annotations

import re
from datetime import date

from eastflank.intake.article.days import day_at
from eastflank.intake.article.reckoning import resolved

_LONGEST = 120
_DASHED = re.compile(r"[^.!?\"\n]{2,70}?[^\n\"]{0,30}?(?: --? ?| ?— ?|: )")
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\([A-Z][\w ]*\)|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\b"
)
_A_SENTENCE = re.compile(r"\b[a-z]{4,}\b")
"""A word that never occurs in a dateline."""
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|\S")
_HEAD = 1_500
"""How many characters at the beginning are searched for the article's own day."""


def dateline_end(plain: str, start: int, stop: int) -> int:
    """Where a sentence begins, after “WARSAW, May 21 (Agency) — ”; `start` if it has no dateline."""
    found = _DASHED.match(plain, start, min(stop, start + _LONGEST))
    if not found:
        return start
    head = found[0]
    city = head.split(",")[0].split("(")[0].split("—")[0].strip(" -:")
    dated = _DATED.search(head) and head[:1].isupper() and not _A_SENTENCE.search(head)
    if (city.isupper() and len(city) > 2 and not _A_SENTENCE.search(head)) or dated:
        return found.end()
    return start


def own_day(plain: str) -> date | None:
    """The day that an article gives for itself: the first one with its year, near its beginning."""
    for line in plain[:_HEAD].split("\n"):
        words = [found[0].lower() for found in _WORD.finditer(line)]
        for at in range(min(len(words), 40)):
            when = day_at(words, at)
            if when and when.year and when.day and not when.preposition and not when.last_day:
                stated = resolved(when, None, ahead=False)
                return date.fromisoformat(stated) if stated else None
    return None
