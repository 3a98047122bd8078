"""The turns of a transcript: whose words a paragraph holds by the line before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eastflank.intake.article.sentences import Sentence
from eastflank.intake.article.voices import Voice, asks, of_line, speakers_line

_LONGEST = 120
"""Characters of the longest speaker's line."""
_FEWEST = 2
"""Speakers' lines that make an article a transcript."""


class Turn(NamedTuple):
    """Whose words a paragraph holds."""

    voice: Voice | None
    asks: bool
    """Whether somebody only asks there: a question claims nothing."""
    after: int
    """Where the words begin, past the line."""


def turns(plain: str, found: Sequence[Sentence]) -> dict[int, Turn]:
    """The turn of each paragraph; empty where the article is no transcript."""
    opened: dict[int, Turn] = {}
    seen: set[int] = set()
    for sentence in found:
        if sentence.paragraph in seen:
            continue
        seen.add(sentence.paragraph)
        line = speakers_line(plain, sentence.start, sentence.start + _LONGEST)
        if line:
            asking = asks(line[1])
            voice = None if asking else of_line(line[1], line.start(1), plain)
            opened[sentence.paragraph] = Turn(voice, asking, line.end())
    if len(opened) < _FEWEST:
        return {}
    result: dict[int, Turn] = {}
    now: Turn | None = None
    for paragraph in range(found[-1].paragraph + 1):
        now = opened.get(paragraph, now._replace(after=0) if now else None)
        if now:
            result[paragraph] = now
    return result
