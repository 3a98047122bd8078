"""Statuses that a clause has by an idiom, not by its verb alone: “will not be touched”, “is due back”."""

from __future__ import annotations

from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.word_sets import word_set

_UNTOUCHED = word_set("touch affect budge change alter move")
_LIMITS = word_set("ceiling cap limit")
_CHANGED = word_set("raise increase lift reduce lower cut lengthen")
_OFFERS = word_set("offer offers pledge promise proposal")
_RELIEVED = word_set("relieve replace")
_NOT_TRUE = word_set("devoid no not without")
_NEAR = 4
"""How many words after the verb belong to the idiom."""


def status_by_idiom(one: SentenceParts, clause: Clause, status: str | None) -> str | None:
    """The status that an idiom gives instead of the one that the verb gives; None if there is no idiom."""
    chain = clause.chain
    near = range(chain.stop, min(chain.stop + _NEAR, len(one.items)))
    if status in ("deployed", "pledged", "considered") and _is_untrue(one):
        return "denied"
    if status == "denied" and chain.passive and chain.verb.lemma in _RELIEVED:
        return "leaving"  # “will not be replaced when it goes home”
    if status == "ended" and "ordered" in map(one.low, range(chain.first, chain.stop)):
        return "leaving"  # “were ordered out on Saturday”
    if status == "denied" and chain.verb.lemma in _UNTOUCHED:
        return "deployed"  # “the battalion will not be touched”
    if status == "denied" and _after_all(one, clause):
        return "withdrawn"
    if status in ("ended", "leaving") and chain.verb.lemma == "withdraw" and one.has(near, _OFFERS):
        return "withdrawn"
    raised = chain.passive and not chain.past and not chain.perfect and chain.verb.lemma in _CHANGED
    if status == "deployed" and chain.verb.tells is Tells.COUNT and (raised or _of_a_limit(one, clause)):
        return "decided"
    relieved = chain.passive and chain.verb.lemma in _RELIEVED and "by" not in map(one.low, near)
    return "leaving" if status == "pledged" and (relieved or _is_back(one, clause)) else None


def _is_untrue(one: SentenceParts) -> bool:
    """“Rumours that a battalion is packing are devoid of truth”."""
    truth = [at for at in range(len(one.items)) if one.low(at) == "truth"]
    if any(one.has(range(max(at - 4, 0), at), _NOT_TRUE) for at in truth):
        return True
    return any(
        one.low(at) in ("false", "untrue") and one.low(at - 1) in ("is", "are", "was", "were", "be")
        for at in range(len(one.items))
    )


def _after_all(one: SentenceParts, clause: Clause) -> bool:
    """“Will not take part after all”: it had said that it would."""
    return any(one.low(at) == "after" and one.low(at + 1) == "all" for at in clause.after)


def _of_a_limit(one: SentenceParts, clause: Clause) -> bool:
    """“The ceiling is raised to 390”: a limit is decided, not a force that is there."""
    return one.has([*one.subject(clause), *clause.after], _LIMITS)


def _is_back(one: SentenceParts, clause: Clause) -> bool:
    """“Is due back in August”, “is expected back at Volkel”."""
    first = clause.chain.stop
    return any(
        one.low(at) == "back" and one.low(at - 1) in ("due", "expected", "scheduled")
        for at in range(first, first + 2)
    )
