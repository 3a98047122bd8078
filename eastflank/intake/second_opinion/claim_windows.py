"""What the network reads of one claim: its words between two marks, with the words around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.second_opinion.wordpieces import Word

BEFORE, AFTER = 170, 50
"""Pieces of the words before and after a claim."""
_LONGEST = 400
"""Pieces after which a very long claim is cut."""
_BEGIN, _END, _OPENS, _CLOSES = "[CLS]", "[SEP]", "[unused1]", "[unused2]"


class ClaimWindow(NamedTuple):
    """The pieces around one claim."""

    pieces: tuple[int, ...]
    kinds: tuple[int, ...]
    """1 for the pieces of the claim's words, otherwise 0."""
    opens: int
    """The index of the mark before the claim; `closes` of the one after it."""
    closes: int
    places: Mapping[int, range]
    """Which pieces each word has, by its number in the text."""

    def of_the_claim(self) -> NDArray[np.float32]:
        """Two rows of weights of the pieces: the mark before the claim, and the mean of its words."""
        return self._rows([range(self.opens, self.opens + 1), range(self.opens + 1, self.closes)])

    def means(self, groups: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """A row of weights of the pieces for each group of words: their mean."""
        found = ([self.places[word] for word in group] for group in groups)
        return self._rows([range(places[0].start, places[-1].stop) for places in found])

    def _rows(self, ranges: Sequence[range]) -> NDArray[np.float32]:
        rows = np.zeros((len(ranges), len(self.pieces)), dtype=np.float32)
        for row, pieces in zip(rows, ranges, strict=True):
            row[pieces.start : pieces.stop] = 1 / max(len(pieces), 1)
        return rows


class ClaimWindows:
    """Makes the windows of one text."""

    def __init__(self, words: Sequence[Word], title: Sequence[int], vocabulary: Mapping[str, int]) -> None:
        """Take the words of the text and the pieces of its title."""
        self._words = words
        self._title = title
        self._marks = [vocabulary[mark] for mark in (_BEGIN, _END, _OPENS, _CLOSES)]
        self._starts = [word.start for word in words]
        self._stops = [word.stop for word in words]

    def words_in(self, start: int, stop: int) -> range:
        """The numbers of the words between two code points."""
        return range(bisect_right(self._stops, start), bisect_left(self._starts, stop))

    def span_of(self, word: int) -> ArticleSpan:
        """The code points of a word, by its number."""
        return ArticleSpan(self._starts[word], self._stops[word])

    def around(self, start: int, stop: int, before: int = BEFORE, after: int = AFTER) -> ClaimWindow | None:
        """The window of the claim between two code points; None if it has no words."""
        claim = self.words_in(start, stop)
        if not claim:
            return None
        first = claim.start - _fitting((self._words[at] for at in reversed(range(claim.start))), before)
        last = claim.stop + _fitting(self._words[claim.stop :], after)
        begin, end, opens, closes = self._marks
        pieces = [begin, *(self._title if first else ()), end]
        kinds = [0] * len(pieces)
        places: dict[int, range] = {}
        opened = closed = 0
        for at in range(first, last):
            if at == claim.start:
                opened = len(pieces)
                pieces.append(opens)
                kinds.append(0)
            places[at] = range(len(pieces), len(pieces) + len(self._words[at].pieces))
            pieces += self._words[at].pieces
            kinds += [int(at in claim)] * len(self._words[at].pieces)
            long = len(pieces) > _LONGEST
            if at == claim.stop - 1 or (long and at in claim):
                closed = len(pieces)
                pieces.append(closes)
                kinds.append(0)
            if long:
                break
        pieces.append(end)
        kinds.append(0)
        return ClaimWindow(tuple(pieces), tuple(kinds), opened, closed, places)


def _fitting(words: Iterable[Word], room: int) -> int:
    """How many of the words fit, from the first one on."""
    count = 0
    for word in words:
        room -= len(word.pieces)
        if room < 0:
            break
        count += 1
    return count
