"""What the network says of each word, and the claims that this makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eastflank.intake.article.opinion import LikelyClaim
from eastflank.intake.article.proposals import ArticleSpan

_CLEAREST = 20
"""Words by which a whole article is judged."""
_CLEAREST_OF_A_CLAIM = 5
_INSIDE = 0.3
"""The least chance of a word inside a claim. Which claims count is decided later, by all of their words."""
_BEGINS = 0.5
"""The chance from which a word begins another claim."""
_FEWEST = 3
"""The fewest words of a claim."""


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely each word belongs to a claim about a deployment. All columns are as long as the text."""

    starts: NDArray[np.int64]
    """The first code point of each word, ascending."""
    stops: NDArray[np.int64]
    values: NDArray[np.float64]
    """From 0 to 1."""
    begins: NDArray[np.float64]
    """How likely it is the first word of a claim; at most its value."""
    opens_line: NDArray[np.bool_]
    """Whether it is the first word of a line: no claim goes on over the end of a line."""

    def highest(self, start: int, stop: int) -> float:
        """The highest chance of the words between two code points; 0 if there are none."""
        first = int(np.searchsorted(self.stops, start, side="right"))
        last = int(np.searchsorted(self.starts, stop, side="left"))
        return float(self.values[first:last].max(initial=0.0))

    def of_the_article(self) -> float:
        """The mean of the clearest words: whether the article tells of any deployment. 0 without words."""
        clearest = np.sort(self.values)[-_CLEAREST:]
        return float(clearest.mean()) if len(clearest) else 0.0

    def claims(self) -> Iterator[LikelyClaim]:
        """The runs of likely words; a run ends where another claim or another line begins."""
        inside = self.values > _INSIDE
        fresh = (self.begins > _BEGINS) | self.opens_line
        before = np.concatenate(([False], inside[:-1]))
        firsts = np.flatnonzero(inside & (fresh | ~before))
        for first in firsts:
            after = np.flatnonzero(~inside[first + 1 :] | fresh[first + 1 :])
            stop = first + 1 + (int(after[0]) if len(after) else len(inside) - first - 1)
            if stop - first >= _FEWEST:
                told = self.values[first:stop]
                yield LikelyClaim(
                    ArticleSpan(int(self.starts[first]), int(self.stops[stop - 1])),
                    int(stop - first),
                    float(told.mean()),
                    float(np.sort(told)[-_CLEAREST_OF_A_CLAIM:].mean()),
                )
