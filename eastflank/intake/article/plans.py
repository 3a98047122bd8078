"""Verbs that mean another status than their form says: “leaves 130 in it”, “goes to Romania in May”."""

from __future__ import annotations

from eastflank.intake.article import lexicon
from eastflank.intake.article.chain import Chain
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.forces import force_in
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.word_sets import word_set

_OBJECTS = word_set("them it him her us those these")
_SETTING_OUT = word_set("travel sail depart")
_MOVING = word_set("go fly")
_CAPS = ("up to", "at most")


def status_of_those_left(
    one: SentenceParts, clause: Clause, status: str | None, *, conditional: bool
) -> str | None:
    """The status of those that somebody leaves somewhere, or that will be gone; None for other clauses."""
    if _keeps(one, clause):
        return _kept(clause.chain, conditional=conditional)
    gone = one.low(clause.chain.stop - 1) == "gone"
    return "leaving" if gone and status in ("pledged", "considered") else None


def status_of_a_plan(one: SentenceParts, clause: Clause, status: str | None) -> str | None:
    """The status of a plan in the present tense, or of a limit that was decided; None for other clauses."""
    if status == "deployed" and _sets_out(one, clause.chain):
        return "pledged"
    if status == "considered" and clause.chain.modal == "may" and _is_capped(one, clause):
        return "decided"
    return None


def _keeps(one: SentenceParts, clause: Clause) -> bool:
    """“Some 300 are left”, “agreed to leave them in place”, “leaves 130 soldiers in it”: these stay."""
    chain = clause.chain
    if chain.verb.lemma != "leave":
        return False
    if chain.passive:
        return True
    after = range(chain.stop, min(chain.stop + 3, clause.after.stop))
    counted = any(one.items[at].figure for at in after) and force_in(one, after) is not None
    return one.low(chain.stop) in _OBJECTS or counted


def _kept(chain: Chain, *, conditional: bool) -> str:
    if chain.passive:
        return "pledged" if chain.modal in ("will", "shall", "'ll") else "deployed"
    governed = next((lexicon.SHAPES[lemma] for lemma in chain.controls if lemma in lexicon.SHAPES), None)
    if governed or not (chain.modal or chain.is_to):
        return governed or "deployed"
    return "considered" if conditional or chain.modal not in ("will", "shall", "'ll") else "pledged"


def _sets_out(one: SentenceParts, chain: Chain) -> bool:
    """“One battalion goes to the Baltic states”, “the frigate sails this month”."""
    simple = not (chain.past or chain.perfect or chain.progressive or chain.passive or chain.reduced)
    free = not (chain.infinitive or chain.modal or chain.controls or chain.is_to)
    goes = chain.verb.lemma in _MOVING and one.low(chain.stop) in ("to", "into")
    return simple and free and (goes or chain.verb.lemma in _SETTING_OUT)


def _is_capped(one: SentenceParts, clause: Clause) -> bool:
    """“Up to 120 persons may be sent”, “may have no more than 190”."""
    figures = [
        (at, figure)
        for at in [*one.subject(clause), *clause.after]
        if (figure := one.items[at].figure) is not None
    ]
    return any(
        figure.hedge in _CAPS or [one.low(before) for before in range(at - 3, at)] == ["no", "more", "than"]
        for at, figure in figures
    )
