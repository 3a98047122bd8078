"""How much proposals state: what states too little is dropped where the rules decide alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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


NAMES = frozenset(("lead", "contributors", "host", "place", "troops_low", "troops_high", "unit_count"))
"""A deployment names at least one of these: whose force, where, or how many."""


def kept(proposals: Sequence[Proposal], *, about: bool, sentences: int) -> list[Proposal]:
    """The proposals without the deployments that are doubtful by themselves or by all that the article says.

    `about`: the article is about forces abroad; `sentences`: how many it has.
    """
    said = [one for one in proposals if not is_deployment(one) or stated(one, about=about) >= ENOUGH]
    found = [one for one in said if is_deployment(one)]
    unsure = all(one.surety is not Surety.PLAIN for one in found)
    if unsure and len(found) <= _FEW and sentences >= ARTICLE:
        return [one for one in said if not is_deployment(one)]
    return said


def is_deployment(proposal: Proposal) -> bool:
    """Whether it is a claim about a deployment."""
    return proposal.kind is ProposalKind.DEPLOYMENT


def names_something(proposal: Proposal) -> bool:
    """Whether a deployment says whose force it is, where, or how many; a claim of another kind may not."""
    told = {*proposal.fields, *proposal.doubted}
    return not is_deployment(proposal) or not NAMES.isdisjoint(told)


def stated(proposal: Proposal, *, about: bool) -> float:
    """How much a proposal states.

    The weights come from a logistic regression over the proposals for `tests/articles/`, rounded.
    """
    fields = proposal.fields
    told = sum(weight for name, weight in _STATED.items() if name in fields)
    there = _DEPLOYED if "status" in fields and fields["status"].value == "deployed" else 0.0
    return told + there + _SURE[proposal.surety] + (_ABOUT if about else 0.0)
