"""What is not so: a force or a plan that the words before its verb deny, refuse or take back."""

from __future__ import annotations

import itertools
from dataclasses import replace

from eastflank.intake.article import lexicon
from eastflank.intake.article.chain import Chain
from eastflank.intake.article.clauses import NO_CLAUSE, Clause
from eastflank.intake.article.draft import DraftFields
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.word_sets import word_set

_REJECTING = frozenset(("reject", "dismiss", "refute", "rebut", "dispute"))
_REPORTS = word_set(
    "report reports claim claims rumour rumours rumor rumors allegation allegations suggestion suggestions"
)
_DROPPING = frozenset(
    ("withdraw", "drop", "cancel", "scrap", "shelve", "abandon", "retract", "halt", "suspend")
)
_DROPPED = word_set("reversed reverses rescinded ditched froze")
"""Forms of verbs that the reader has no clause for."""
_NEGATIONS = lexicon.NEGATION | {"none", "nobody"}
_PLANS = word_set(
    "offer offers plan plans promise promises pledge pledges decision proposal proposals idea intention"
)
_INTENDED = frozenset(("pledged", "decided", "agreed", "offered", "considered", "deployed", "arriving"))
_THERE = (Tells.BE, Tells.HAVE, Tells.COUNT)
_NOUN = 4
"""How many words before “to send” its noun may stand: “its offer last year to send”."""


def status_turned_down(one: SentenceParts, clause: Clause, status: str | None) -> str | None:
    """The status of what is denied, refused or taken back; None if it is not."""
    chain = clause.chain
    words = [one.low(at) for at in range(chain.first - 1, chain.stop)]
    longer = [one.low(at) for at in range(chain.first - 3, chain.stop)]
    if (
        status == "denied"
        and _adjoin(longer, "no", "longer")
        and chain.verb.tells in _THERE
        and not chain.controls
    ):
        return "ended"
    if status not in _INTENDED:
        return None
    if denial(one, clause) or _adjoin(words, "not", "to") or "against" in words[1:]:
        return "denied"
    if _is_taken_back(one, clause):
        return "withdrawn"
    if status == "decided" and ("whether" in words or _is_asked(chain, words)):
        return "considered"
    return "pledged" if status == "deployed" and _adjoin(words, "yet", "to") else None


def quote_denial(one: SentenceParts, clause: Clause, draft: DraftFields) -> None:
    """Adds “denied” or “no” to the words of a claim that is denied, and to those of its status."""
    status = draft.fields.get("status")
    if clause is NO_CLAUSE or status is None or status.value != "denied":
        return
    saying = denial(one, clause)
    first = saying.chain.first if saying else _negation(one, clause)
    words = ArticleSpan(one.items[first].start, one.items[clause.chain.stop - 1].stop)
    if words.start < status.spans[0].start <= words.stop:
        draft.fields["status"] = replace(status, spans=(words,))
    if saying and len(draft.extent):
        begin = saying.before.start if len(saying.before) else saying.chain.first
        draft.extent = range(min(begin, draft.extent.start), draft.extent.stop)


def denial(one: SentenceParts, clause: Clause) -> Clause | None:
    """“Denied that it had sent 800 soldiers”: the clause before it that denies it; None if there is none."""
    last = _before(one, clause)
    if last is None:
        return None
    verb = last.chain.verb.lemma
    between = range(last.chain.stop, clause.chain.first)
    if not (clause.complement or "that" in map(one.low, between)):
        return None
    untrue = verb == "be" and last.chain.negated and "true" in map(one.low, between)
    denies = verb == "deny" or (verb in _REJECTING and one.has(between, _REPORTS))
    return last if untrue or (denies and not last.chain.negated) else None


def _before(one: SentenceParts, clause: Clause) -> Clause | None:
    """The last clause whose verb ends before this one's begins."""
    found = [other for other in one.clauses if other.chain.stop <= clause.chain.first and other is not clause]
    return found[-1] if found else None


def _negation(one: SentenceParts, clause: Clause) -> int:
    """Where “no” or “neither” stands before the verb; without it, where the verb begins."""
    first = clause.chain.first
    return next((at for at in range(clause.before.start, first) if one.low(at) in _NEGATIONS), first)


def _adjoin(words: list[str], one: str, other: str) -> bool:
    return any(pair == (one, other) for pair in itertools.pairwise(words))


def _is_taken_back(one: SentenceParts, clause: Clause) -> bool:
    """“Withdrew its offer to send”, “has dropped plans to send”."""
    chain, last = clause.chain, _before(one, clause)
    near = range(max(chain.first - _NOUN, 0), chain.first)
    if not (chain.infinitive and one.has(near, _PLANS)):
        return False
    if one.has(near, _DROPPED):
        return True
    if last is None or last.chain.negated:
        return False
    after = range(max(last.chain.stop, near.start), chain.first)
    down = last.chain.verb.lemma == "vote" and one.low(last.chain.stop) == "down"
    return (down or last.chain.verb.lemma in _DROPPING) and one.has(after, _PLANS)


def _is_asked(chain: Chain, words: list[str]) -> bool:
    """“Was asked to send”: a request, and no order."""
    return (
        "asked" in words and bool(chain.controls) and any(word in words for word in ("was", "were", "been"))
    )
