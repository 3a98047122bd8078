"""What a second opinion tells the reader: how likely words belong to a claim, and which names it is about."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from eastflank.intake.article.proposals import ArticleSpan, CandidateName, Proposal

_SURE = 0.99
"""A chance counts at most this much, and at least its opposite: no opinion is certain."""


class Backed(NamedTuple):
    """How much speaks for a value, and the characters that speak for it most."""

    odds: float
    """The logarithm of the odds; above 0: more likely than not."""
    span: ArticleSpan


@dataclass(frozen=True, slots=True)
class ClaimOpinion:
    """The opinion on the fields of one claim."""

    nations: Mapping[str, Mapping[str, Backed]]
    """For `lead`, `contributors` and `host`: each nation that is named around the claim, by its code."""
    places: Mapping[str, Backed]
    """The places that are named there, as the text writes them."""
    statuses: Mapping[str, Backed]
    """Each status; the odds are logarithms of chances that add up to 1."""
    counts: Mapping[str, float]
    """What its figure counts, as logarithms of chances that add up to 1; "" for nothing."""
    words: Mapping[str, float]
    """For each field of the proposal with characters: the logarithm of the odds that they state it."""
    share: float
    """The logarithm of the odds that its figure is the share of a contributor."""


class LikelyClaim(NamedTuple):
    """Words that are likely one claim about a deployment; chances are from 0 to 1."""

    span: ArticleSpan
    words: int
    mean: float
    """The mean chance of its words."""
    clearest: float
    """The mean chance of its five likeliest words."""


Told = Callable[[int, int], None]
"""Is called with how many steps are done, and how many there are."""


class Opinion(Protocol):
    """The opinion on one article; chances are from 0 to 1."""

    def weigh(self, told: Told) -> None:
        """Weigh the words of the text, which takes most of the time; the second time it takes none."""

    def claims(self) -> Sequence[LikelyClaim]:
        """The claims in the text, in its order; no two share a word."""

    def highest(self, start: int, stop: int) -> float:
        """The highest chance of the words between two code points."""

    def of_the_article(self) -> float:
        """How clearly the article tells of any deployment."""

    def of_the_claim(self, proposal: Proposal, candidates: Sequence[CandidateName]) -> ClaimOpinion | None:
        """The opinion on the fields of a proposal; None if its quote has no words."""


Adviser = Callable[[str], Opinion | None]
"""Gives the opinion on a text; None if it has none, as on a very long text."""


def log_odds(chance: float) -> float:
    """The logarithm of the odds of a chance, within bounds."""
    bounded = min(max(chance, 1 - _SURE), _SURE)
    return math.log(bounded / (1 - bounded))
