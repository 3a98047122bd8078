"""The shipped networks, and what they say of a text. They run on this machine alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from eastflank.intake.article.opinion import ClaimOpinion, LikelyClaim, Told
from eastflank.intake.article.proposals import ArticleSpan, CandidateName, Proposal
from eastflank.intake.second_opinion.chances import Chances
from eastflank.intake.second_opinion.claim_network import opinion_of
from eastflank.intake.second_opinion.claim_windows import ClaimWindows
from eastflank.intake.second_opinion.sessions import session, vocabulary
from eastflank.intake.second_opinion.windows import Window, begins_a_line, title_of, windows_of
from eastflank.intake.second_opinion.wordpieces import Word, words_of

LONGEST = 100_000
"""Characters of the longest text that is read; up to a minute."""
_BEGIN, _END = "[CLS]", "[SEP]"
_BETWEEN = frozenset(" ,;:—–-\u00a0")
"""Marks between clauses."""


class TextOpinion:
    """The opinion on one text."""

    def __init__(self, text: str) -> None:
        known = vocabulary()
        self._text = text
        self._words = list(words_of(text, known))
        self._title = title_of(text, self._words)
        self._windows = ClaimWindows(self._words, self._title, known)
        self._weighed: Chances | None = None

    def weigh(self, told: Told) -> None:
        """Ask the network about all words. `told` is called with how many windows it has read, and all."""
        if self._weighed is None:
            self._weighed = self._ask(told)

    @property
    def chances(self) -> Chances:
        """What the network says of the words; it is asked if it was not yet."""
        weighed = self._weighed
        if weighed is None:
            weighed = self._weighed = self._ask(lambda _done, _all: None)
        return weighed

    def _ask(self, told: Told) -> Chances:
        text, words = self._text, self._words
        chances = np.zeros((len(words), 2))
        windows = list(windows_of(text, words))
        for number, window in enumerate(windows):
            told(number, len(windows))
            chances[window.own : window.own_stop] = _read(words, window, self._title)
        starts, stops = (np.array([word[at] for word in words], dtype=np.int64) for at in (0, 1))
        opens_line = np.array([begins_a_line(text, words, at) for at in range(len(words))], dtype=np.bool_)
        return Chances(starts, stops, chances.sum(axis=1), chances[:, 0], opens_line)

    def claims(self) -> Sequence[LikelyClaim]:
        """The claims in the text, in its order."""
        return self._claims

    @cached_property
    def _claims(self) -> tuple[LikelyClaim, ...]:
        return tuple(one._replace(span=_trimmed(self._text, one.span)) for one in self.chances.claims())

    def highest(self, start: int, stop: int) -> float:
        """The highest chance of the words between two code points; 0 if there are none."""
        return self.chances.highest(start, stop)

    def of_the_article(self) -> float:
        """The mean of the clearest words."""
        return self.chances.of_the_article()

    def of_the_claim(self, proposal: Proposal, candidates: Sequence[CandidateName]) -> ClaimOpinion | None:
        """The opinion on the fields of a proposal; None if its quote has no words."""
        return opinion_of(proposal, candidates, self._windows, self._text)


def _trimmed(text: str, span: ArticleSpan) -> ArticleSpan:
    """The span without the marks between clauses at its ends."""
    start, stop = span
    while start < stop and text[start] in _BETWEEN:
        start += 1
    while start < stop and text[stop - 1] in _BETWEEN:
        stop -= 1
    return ArticleSpan(start, stop) if start < stop else span


def _read(words: list[Word], window: Window, title: tuple[int, ...]) -> NDArray[np.float32]:
    """The chances that each of a window's own words begins a claim, and that it goes on with one."""
    known = vocabulary()
    pieces = [known[_BEGIN], *title, known[_END]]
    places = []
    for word in words[window.first : window.stop]:
        places.append(len(pieces))
        pieces += word.pieces
    pieces.append(known[_END])
    given = {
        "ids": np.array([pieces], dtype=np.int64),
        "mask": np.ones((1, len(pieces)), dtype=np.int64),
    }
    (chances,) = session("network.onnx").run(["chances"], given)
    own = places[window.own - window.first : window.own_stop - window.first]
    said: NDArray[np.float32] = chances[0, own]
    return said


@lru_cache(maxsize=8)
def opinion_on(text: str) -> TextOpinion | None:
    """What the shipped networks say of a text; kept for the texts asked about last.

    None if the text is longer than `LONGEST`.
    """
    return TextOpinion(text) if len(text) <= LONGEST else None
