"""Whether a text is in English, the one language that the rules know."""

from __future__ import annotations

import re

from eastflank.intake.article.word_sets import word_set

_COMMON = word_set(
    "the of to and in a is that for on it with as was by are be at from this have has will said "
    "not an its their"
)
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 20_000
"""How many characters are looked at."""
_FEWEST = 30
"""A text with fewer words is too short to tell."""
_SHARE = 0.12
"""The least share of common words in English prose; news has about 0.35, other languages less than 0.08."""


def reads_like_english(text: str) -> bool:
    """Whether it has enough of the commonest English words; True for a text too short to tell."""
    words = [found[0].lower() for found in _WORD.finditer(text[:_LOOKED_AT])]
    if len(words) < _FEWEST:
        return True
    return sum(word in _COMMON for word in words) >= _SHARE * len(words)
