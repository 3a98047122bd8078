"""What a chain of verbs says about a deployment: its status."""

from __future__ import annotations

from eastflank.intake.article import lexicon
from eastflank.intake.article.chain import Chain
from eastflank.intake.article.chains import ARRIVE, MOVING, STAYING, UNDER_WAY
from eastflank.intake.article.verb_forms import Tells

_UNSURE = frozenset(("likely", "able", "unlikely"))
_EXTENDING = frozenset(("extend", "prolong", "renew"))
_UNDER_WAY_WHEN_PROGRESSIVE = ARRIVE | UNDER_WAY | MOVING


def shape(chain: Chain, *, reported: bool, conditional: bool) -> str | None:
    """The status that a chain gives; None if it gives none.

    `reported`: a verb of saying stands before it, so that “would” may stand for “will”; `conditional`: “if”.
    """
    status = _from_helps(chain, reported=reported and not conditional)
    if status == "pledged" and (chain.verb.lemma in STAYING or "continue" in chain.controls):
        status = "deployed"
    if conditional and status in ("pledged", "deployed", None):
        status = "considered"
    if chain.verb.tells is Tells.LEAVE:
        return _leaving(chain, status)
    if chain.negated and (chain.perfect or chain.past) and not (chain.controls or chain.modal):
        return None  # “has never stationed troops there”: this says nothing about the present
    if chain.negated and status == "denied":
        return "considered"  # “has not ruled out sending”
    if chain.negated:
        return "denied" if status in ("pledged", "considered", "deployed", "offered", "agreed") else None
    return status


def _from_helps(chain: Chain, *, reported: bool) -> str | None:
    if chain.modal:
        stays = chain.modal in ("will", "shall", "should", "'ll", "wo") or (
            chain.modal == "would" and reported
        )
        outer = next((lexicon.SHAPES.get(lemma) for lemma in chain.controls), None)
        return outer if stays and outer in ("offered", "considered", "denied") else _modal(stays=stays)
    for lemma in chain.controls:
        if lemma in lexicon.SHAPES:
            return lexicon.SHAPES[lemma]
        if lemma in lexicon.BEFORE_TO:
            open_yet = lemma in _UNSURE or (lemma == "expected" and len(chain.controls) > 1)
            return "considered" if open_yet else "pledged"
    return "pledged" if chain.is_to else _from_verb(chain)


def _modal(*, stays: bool) -> str:
    return "pledged" if stays else "considered"


def _from_verb(chain: Chain) -> str | None:
    verb = chain.verb
    if verb.lemma in _EXTENDING and not chain.progressive and (chain.past or chain.perfect or chain.passive):
        return "decided"
    if verb.lemma == "expect" and chain.passive:
        return "pledged"
    if verb.tells is Tells.DECIDE:
        return lexicon.SHAPES.get(verb.lemma)
    under_way = chain.progressive and (verb.lemma in _UNDER_WAY_WHEN_PROGRESSIVE or chain.passive)
    if under_way or verb.lemma == "embark" or (verb.lemma == "head" and verb.tells is Tells.GO):
        return "arriving"
    if verb.tells in (Tells.SEND, Tells.COUNT) and chain.progressive:
        return "pledged"
    return "deployed"


def _leaving(chain: Chain, status: str | None) -> str | None:
    if chain.negated:
        return "deployed"
    if status == "considered":
        return status
    if status in ("offered", "denied"):
        return None
    if status == "deployed" and not chain.progressive and not chain.controls:
        return "ended" if chain.past or chain.perfect or chain.reduced else "leaving"
    return "leaving"
