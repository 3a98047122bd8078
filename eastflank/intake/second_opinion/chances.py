"""What the network says of each word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_CLEAREST = 20
"""Words by which a whole article is judged."""


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely each word belongs to the words of a claim about a deployment."""

    starts: NDArray[np.int64]
    """The first code point of each word, ascending."""
    stops: NDArray[np.int64]
    values: NDArray[np.float64]
    """From 0 to 1."""

    def highest(self, start: int, stop: int) -> float:
        """The highest chance of the words between two code points; 0 if there are none."""
        first = int(np.searchsorted(self.stops, start, side="right"))
        last = int(np.searchsorted(self.starts, stop, side="left"))
        return float(self.values[first:last].max(initial=0.0))

    def of_the_article(self) -> float:
        """The mean of the clearest words: whether the article tells of any deployment. 0 without words."""
        clearest = np.sort(self.values)[-_CLEAREST:]
        return float(clearest.mean()) if len(clearest) else 0.0
