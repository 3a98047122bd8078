"""One proposal for each claim that the second opinion finds in the text, if enough speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eastflank.intake.article.doubt import is_deployment, stated
from eastflank.intake.article.opinion import LikelyClaim, Opinion, log_odds
from eastflank.intake.article.proposals import ArticleSpan, Proposal, Surety

_OF_WHAT_IS_STATED, _IF_PLAIN, _OF_ITS_WORDS, _OF_THE_ARTICLE = 0.94, -0.41, 0.71, 1.15
"""What counts in the sum of a proposal; from a logistic regression, see `tests/articles/README.md`.

What is plain counts in what is stated as well, and too much there: the second weight takes some of it back.
"""
LEAST_SUM = 7.3
"""The least sum of a proposal."""
_CLEAR_SUM = 8.1
"""The sum that at least one proposal needs where a whole article has only a few."""
_FEW = 2
_SHARED = 0.5
"""The share of the shorter of two quotes, in characters, from which both are about the same words."""


def of_the_claims(proposals: Sequence[Proposal], opinion: Opinion, *, about: bool) -> list[Proposal]:
    """The proposals, where the deployments are those of the likely claims; each has the words of its claim.

    `about`: the article is about forces abroad.
    """
    article = _OF_THE_ARTICLE * log_odds(opinion.of_the_article())
    found, clear = [], False
    for one, claim in _of_each_claim([one for one in proposals if is_deployment(one)], opinion.claims()):
        sum_ = article + _sum(one, claim, about=about)
        clear = clear or sum_ >= _CLEAR_SUM
        found += [_quoting(one, claim)] if sum_ >= LEAST_SUM else []
    others = [one for one in proposals if not is_deployment(one)]
    return sorted([*others, *(found if clear or len(found) > _FEW else ())], key=lambda one: one.quote)


def share_words(one: ArticleSpan, other: ArticleSpan) -> bool:
    """Whether two quotes are about the same words."""
    shorter = min(one.stop - one.start, other.stop - other.start)
    return _common(one, other) >= max(_SHARED * shorter, 1)


def _of_each_claim(
    found: Sequence[Proposal], claims: Sequence[LikelyClaim]
) -> Iterator[tuple[Proposal, LikelyClaim]]:
    """Each claim that a proposal is about, with the proposal that states most; each proposal once."""
    of: dict[LikelyClaim, list[Proposal]] = {}
    for one in found:
        nearest = max(claims, key=lambda claim: _common(one.quote, claim.span), default=None)
        if nearest and share_words(one.quote, nearest.span):
            of.setdefault(nearest, []).append(one)
    for claim, each in of.items():
        yield max(each, key=lambda one: stated(one, about=False)), claim


def _sum(one: Proposal, claim: LikelyClaim, *, about: bool) -> float:
    return (
        _OF_WHAT_IS_STATED * stated(one, about=about)
        + (_IF_PLAIN if one.surety is Surety.PLAIN else 0.0)
        + _OF_ITS_WORDS * log_odds(claim.clearest)
    )


def _quoting(one: Proposal, claim: LikelyClaim) -> Proposal:
    """The proposal with the words of the claim beside its own."""
    span = claim.span
    return replace(one, quote=ArticleSpan(min(one.quote.start, span.start), max(one.quote.stop, span.stop)))


def _common(one: ArticleSpan, other: ArticleSpan) -> int:
    return max(min(one.stop, other.stop) - max(one.start, other.start), 0)
