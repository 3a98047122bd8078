"""How much proposals state: what states too little is dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eastflank.intake.article.opinion import Opinion, log_odds
from eastflank.intake.article.proposals import Proposal, ProposalKind, Surety

_STATED: Mapping[str, float] = {
    "hedge": 0.8,
    "status": 0.8,
    "host": 0.5,
    "contributors": 0.5,
    "troops_high": 0.5,
    "starts": 0.3,
    "unit_count": 0.3,
    "contributor_troops": 0.2,
    "ends": 0.2,
}
"""What each stated field adds to the sum."""
_SURE: Mapping[Surety, float] = {Surety.PLAIN: 0.9, Surety.LIKELY: 0.0, Surety.DOUBTFUL: -0.5}
_DEPLOYED = -0.3
"""Troops that are already present are often mentioned without a claim: history, visits, parades."""
_ABOUT = 0.2
"""Added in an article that has several words for forces abroad."""
ENOUGH = 0.7
"""The least sum of a proposal; see `tests/articles/README.md` for how it was chosen."""
_FEW = 2
"""At most so many unsure deployments in a whole article: it is about something else."""
ARTICLE = 5
"""The fewest sentences of a whole article; a shorter text is an excerpt, which the rules read alone."""


_LEAST_SUM = 4.0
_OF_WHAT_IS_STATED, _OF_ITS_WORDS, _OF_THE_ARTICLE = 0.67, 0.48, 0.52
"""With a second opinion: the least sum of a proposal, and what counts in it; from a logistic regression."""
NAMES = frozenset(("lead", "contributors", "host", "place", "troops_low", "troops_high", "unit_count"))
"""A deployment names at least one of these: whose force, where, or how many."""
_AGAINST = 0.05
"""The chance of its words from which a deployment that a clause plainly states stands."""
_FOR = 0.9
"""The chance of its words from which a plain deployment makes up for an article about something else."""
_CLEAR_SUM = 5.1
"""The sum that at least one deployment needs where a whole article has only a few."""


def kept(
    proposals: Sequence[Proposal], *, about: bool, sentences: int, opinion: Opinion | None = None
) -> list[Proposal]:
    """The proposals without the deployments that are doubtful by themselves or by all that the article says.

    `about`: the article is about forces abroad; `sentences`: how many it has. `opinion`: the second opinion;
    None: the rules decide alone.
    """
    least = ENOUGH if opinion is None else _LEAST_SUM
    sums = {id(one): _sum(one, opinion, about=about) for one in proposals}
    stated = [one for one in proposals if not _is_deployment(one) or sums[id(one)] >= least]
    found = [one for one in stated if _is_deployment(one)]
    if opinion is None:
        unsure = all(one.surety is not Surety.PLAIN for one in found)
    else:
        unsure = not any(sums[id(one)] >= _CLEAR_SUM or _is_clear(one, opinion) for one in found)
    if unsure and len(found) <= _FEW and sentences >= ARTICLE:
        return [one for one in stated if not _is_deployment(one)]
    return stated


def _is_clear(one: Proposal, opinion: Opinion) -> bool:
    """Whether a clause plainly states a claim, and the second opinion is clearly for it."""
    return one.surety is Surety.PLAIN and opinion.highest(*one.quote) >= _FOR


def _is_deployment(proposal: Proposal) -> bool:
    return proposal.kind is ProposalKind.DEPLOYMENT


def _sum(proposal: Proposal, opinion: Opinion | None, *, about: bool) -> float:
    """What speaks for a proposal: what it states, and the second opinion on its words and on the article.

    The weights come from logistic regressions over the proposals for `tests/articles/`, rounded.
    """
    stated = _stated(proposal, about=about)
    if opinion is None:
        return stated
    if NAMES.isdisjoint(proposal.fields):
        return 0.0
    chance = opinion.highest(*proposal.quote)
    sum_ = (
        _OF_WHAT_IS_STATED * stated
        + _OF_ITS_WORDS * log_odds(chance)
        + _OF_THE_ARTICLE * log_odds(opinion.of_the_article())
    )
    stands = proposal.surety is Surety.PLAIN and stated >= ENOUGH and chance >= _AGAINST
    return max(sum_, _LEAST_SUM) if stands else sum_


def _stated(proposal: Proposal, *, about: bool) -> float:
    fields = proposal.fields
    stated = sum(weight for name, weight in _STATED.items() if name in fields)
    there = _DEPLOYED if "status" in fields and fields["status"].value == "deployed" else 0.0
    return stated + there + _SURE[proposal.surety] + (_ABOUT if about else 0.0)
