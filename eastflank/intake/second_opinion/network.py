"""The shipped networks, and what they say of a text. They run on this machine alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from eastflank.intake.article.opinion import ClaimOpinion
from eastflank.intake.article.proposals import CandidateName, Proposal
from eastflank.intake.second_opinion.chances import Chances
from eastflank.intake.second_opinion.claim_network import opinion_of
from eastflank.intake.second_opinion.claim_windows import ClaimWindows
from eastflank.intake.second_opinion.sessions import session, vocabulary
from eastflank.intake.second_opinion.windows import Window, title_of, windows_of
from eastflank.intake.second_opinion.wordpieces import Word, words_of

LONGEST = 100_000
"""Characters of the longest text that is read; about twenty seconds."""
_BEGIN, _END = "[CLS]", "[SEP]"


class TextOpinion:
    """The opinion on one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        known = vocabulary()
        words = list(words_of(text, known))
        title = title_of(text, words)
        values = np.zeros(len(words))
        for window in windows_of(text, words):
            values[window.own : window.own_stop] = _read(words, window, title)
        starts, stops = (np.array([word[at] for word in words], dtype=np.int64) for at in (0, 1))
        self.chances = Chances(starts, stops, values)
        self._windows = ClaimWindows(words, title, known)

    def highest(self, start: int, stop: int) -> float:
        """The highest chance of the words between two code points; 0 if there are none."""
        return self.chances.highest(start, stop)

    def of_the_article(self) -> float:
        """The mean of the clearest words."""
        return self.chances.of_the_article()

    def of_the_claim(self, proposal: Proposal, candidates: Sequence[CandidateName]) -> ClaimOpinion | None:
        """The opinion on the fields of a proposal; None if its quote has no words."""
        return opinion_of(proposal, candidates, self._windows, self._text)


def _read(words: list[Word], window: Window, title: tuple[int, ...]) -> list[float]:
    """The chances of a window's own words, each by its first piece."""
    known = vocabulary()
    pieces = [known[_BEGIN], *title, known[_END]]
    before = len(pieces)
    places = []
    for word in words[window.first : window.stop]:
        places.append(len(pieces))
        pieces += word.pieces
    pieces.append(known[_END])
    given = {
        "ids": np.array([pieces], dtype=np.int64),
        "mask": np.ones((1, len(pieces)), dtype=np.int64),
        "types": np.array([[0] * before + [1] * (len(pieces) - before)], dtype=np.int64),
    }
    (chances,) = session("network.onnx").run(["chances"], given)
    own = places[window.own - window.first : window.own_stop - window.first]
    return [float(chances[0, place]) for place in own]


@lru_cache(maxsize=8)
def opinion_on(text: str) -> TextOpinion | None:
    """What the shipped networks say of a text; kept for the texts asked about last.

    None if the text is longer than `LONGEST`.
    """
    return TextOpinion(text) if len(text) <= LONGEST else None
