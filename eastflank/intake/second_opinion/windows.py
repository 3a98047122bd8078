"""Windows over a text: as many words as the network reads at once, each with words before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eastflank.intake.second_opinion.wordpieces import Word

ROOM = 256
"""Pieces that the network reads at once. It was taught with as many."""
TITLE = 24
"""Pieces of the text's first sentence that stand before each window."""
_MARKS = 3
"""Pieces that mark the beginning, the end of the title and the end."""
_STEP = 0.75
"""After how much of a window the next one begins. With smaller steps it takes longer and is no surer."""
_ENDS = frozenset(".!?")


class Window(NamedTuple):
    """Words `first` up to `stop`, and those of them, `own` up to `own_stop`, for which this window counts."""

    first: int
    stop: int
    own: int
    own_stop: int


def title_of(text: str, words: Sequence[Word]) -> tuple[int, ...]:
    """The pieces of the first sentence, or as many as stand before each window."""
    stop = next((at for at in range(1, len(words)) if begins_a_sentence(text, words, at)), len(words))
    return tuple(piece for word in words[:stop] for piece in word.pieces)[:TITLE]


def windows_of(text: str, words: Sequence[Word]) -> Iterator[Window]:
    """Windows of whole sentences, each beginning about three quarters through the one before.

    Each word counts in one window, in which enough words stand on both sides of it. A sentence that is longer
    than a window is cut.
    """
    room = ROOM - len(title_of(text, words)) - _MARKS
    costs = [len(word.pieces) for word in words]
    starts = [at for at in range(len(words)) if at == 0 or begins_a_sentence(text, words, at)]
    first = own = 0
    while own < len(words):
        stop = _fitting(costs, first, room)
        if stop < len(words):
            stop = max((at for at in starts if own < at <= stop), default=stop)
        following = _next_one(costs, first, stop, starts)
        last = stop >= len(words)
        own_stop = stop if last else max(own + 1, _through(costs, following, stop, 1 / 2))
        yield Window(first, stop, own, own_stop)
        first, own = max(following, first + 1), own_stop


def begins_a_sentence(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a sentence begins with that word: on a new line, or after a full stop and a space."""
    before, word = words[at - 1], words[at]
    between = text[before.stop : word.start]
    return "\n" in between or (text[before.start : before.stop] in _ENDS and bool(between))


def begins_a_line(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether the word at that index is the first one of a line."""
    return at > 0 and "\n" in text[words[at - 1].stop : words[at].start]


def _fitting(costs: Sequence[int], first: int, room: int) -> int:
    """The word after the last one that fits; at least one word."""
    stop = first
    while stop < len(costs) and (costs[stop] <= room or stop == first):
        room -= costs[stop]
        stop += 1
    return stop


def _next_one(costs: Sequence[int], first: int, stop: int, starts: Sequence[int]) -> int:
    """The first sentence that begins in the last part of a window; the word there if none does."""
    at = _through(costs, first, stop, _STEP)
    return next((one for one in starts if at <= one < stop), at)


def _through(costs: Sequence[int], first: int, stop: int, share: float) -> int:
    """The word after that share of the pieces."""
    left, at = sum(costs[first:stop]) * share, first
    while at < stop and left > 0:
        left -= costs[at]
        at += 1
    return at
