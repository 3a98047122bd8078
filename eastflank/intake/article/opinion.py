"""What a second opinion tells the reader: how likely words belong to a claim about a deployment."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Protocol

_SURE = 0.99
"""A chance counts at most this much, and at least its opposite: no opinion is certain."""


class Opinion(Protocol):
    """The opinion on one article; chances are from 0 to 1."""

    def highest(self, start: int, stop: int) -> float:
        """The highest chance of the words between two code points."""

    def of_the_article(self) -> float:
        """How clearly the article tells of any deployment."""


Adviser = Callable[[str], Opinion | None]
"""Gives the opinion on a text; None if it has none, as on a very long text."""


def log_odds(chance: float) -> float:
    """The logarithm of the odds of a chance, within bounds."""
    bounded = min(max(chance, 1 - _SURE), _SURE)
    return math.log(bounded / (1 - bounded))
