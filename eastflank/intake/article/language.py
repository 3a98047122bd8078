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
"""Characters that are looked at."""
_FEWEST = 30
"""Words below which a text is too short to tell."""
_SHARE = 0.12
"""Of common words in English prose; news has some 0.35, other languages with Latin letters under 0.08."""


def reads_like_english(text: str) -> bool:
    """Whether enough of the commonest English words stand in it; True for a text too short to tell."""
    words = [found[0].lower() for found in _WORD.finditer(text[:_LOOKED_AT])]
    if len(words) < _FEWEST:
        return True
    return sum(word in _COMMON for word in words) >= _SHARE * len(words)
