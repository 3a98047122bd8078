"""Proposals of one sentence that tell of one force: “has a battalion there, and it will remain”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eastflank.intake.article.proposals import ArticleSpan, Proposal, ProposalKind
from eastflank.intake.article.sharing import senders

_SAME = ("host", "place", "starts", "ends", "speaker", "said_on")
_FIGURES = frozenset(("troops_low", "troops_high", "contributor_troops", "unit_count"))


def without_repeats(found: Sequence[Proposal], sentence_of: Sequence[int]) -> list[Proposal]:
    """The proposals, where two neighbours of one sentence that contradict in nothing are one.

    `sentence_of` says in which sentence each proposal is. Only forces that are there now are taken together:
    two pledges are more often two claims.
    """
    kept: list[Proposal] = []
    last = -1
    for one, sentence in zip(found, sentence_of, strict=True):
        if kept and sentence == last and _tell_of_one_force(kept[-1], one):
            kept[-1] = _together(kept[-1], one)
        else:
            kept.append(one)
        last = sentence
    return kept


def _tell_of_one_force(one: Proposal, other: Proposal) -> bool:
    if {one.kind, other.kind} != {ProposalKind.DEPLOYMENT}:
        return False
    statuses = {each.fields["status"].value if "status" in each.fields else "" for each in (one, other)}
    agree = all(
        one.fields[name].value == other.fields[name].value
        for name in _SAME
        if name in one.fields and name in other.fields
    )
    who = not senders(one) or not senders(other) or senders(one) == senders(other)
    counted = _FIGURES & set(one.fields) and _FIGURES & set(other.fields)
    return statuses == {"deployed"} and agree and who and not counted


def _together(one: Proposal, other: Proposal) -> Proposal:
    """The fuller of both, with the words of both: a field from the other clause is wrong too often."""
    fuller = max(one, other, key=lambda each: len(each.fields))
    quote = ArticleSpan(min(one.quote.start, other.quote.start), max(one.quote.stop, other.quote.stop))
    return replace(fuller, quote=quote)
