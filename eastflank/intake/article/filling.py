"""What the words beside a force add to a claim: that it is there, or that its figure is only a part."""

from __future__ import annotations

from eastflank.intake.article.clauses import NO_CLAUSE, Clause, Subject
from eastflank.intake.article.draft import DraftFields, span_of
from eastflank.intake.article.proposals import ArticleSpan, ReadField
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.verb_forms import Tells, Tense
from eastflank.intake.article.word_sets import word_set

_PARTS = word_set("contingent contribution share")
_SHARED_UNITS = frozenset(("battlegroup", "battle group", "battle-group"))
_INSIDE = frozenset(("in", "within", "with"))
_NEAR = 4
"""How many words may stand between a preposition and its noun."""
_GROWS = word_set("add raise increase boost reinforce strengthen expand enlarge")


def fill(draft: DraftFields, clause: Clause, parts: SentenceParts) -> None:
    """Add a status, and say what the figure counts, if the clause's other words tell so."""
    if clause is NO_CLAUSE:
        return
    _there_now(draft, clause, parts)
    counts = draft.fields.get("counts")
    if counts is None or counts.value not in ("whole", "contingent"):
        return
    if (at := _added(draft, clause, parts)) is not None:
        draft.fields["counts"] = ReadField("increment", (span_of(parts.items[at]),))
    elif counts.value == "whole" and (at := _part(draft, clause, parts)) is not None:
        draft.fields["counts"] = ReadField("contingent", (span_of(parts.items[at]),))


def _there_now(draft: DraftFields, clause: Clause, parts: SentenceParts) -> None:
    """“What is left is a group of forty”: soldiers of whom the present tense tells something are there."""
    chain = clause.chain
    if chain.ahead or not chain.presently or chain.negated or chain.infinitive or chain.reduced:
        return
    shares = clause.kind is Subject.SHARED and chain.verb.tense is Tense.BASE  # “will command … and have”
    if shares or chain.verb.tells in (Tells.DECIDE, Tells.SAY):
        return
    if draft.of_a_force and "status" not in draft.fields:
        words = (parts.items[chain.first].start, parts.items[chain.stop - 1].stop)
        draft.put("status", "deployed", [ArticleSpan(*words)])


def _part(draft: DraftFields, clause: Clause, parts: SentenceParts) -> int | None:
    """“Our contingent numbers 355”, “800 serve in the battle group”: the word that makes it a part."""
    where: list[int] = [*parts.subject(clause), *clause.after]
    for at in where:
        if parts.low(at) in _PARTS:
            return at
    if not {"lead", "contributors"} & set(draft.fields):
        return None
    for at in clause.after:
        before = {parts.low(one) for one in range(at - _NEAR, at)}
        if parts.low(at) in _SHARED_UNITS and before & _INSIDE:
            return at
    return None


def _added(draft: DraftFields, clause: Clause, parts: SentenceParts) -> int | None:
    """“Will add 130”, “will be raised by 350”: the word that makes the figure an addition."""
    if clause.chain.verb.lemma not in _GROWS:
        return None
    field = draft.fields.get("troops_high") or draft.fields.get("troops_low")
    spans = field.spans if field else ()
    for at in clause.after:
        figure = parts.items[at].figure
        if figure and any(parts.items[at].start <= span.start < parts.items[at].stop for span in spans):
            if parts.low(at - 1) == "by":
                return at - 1
            return clause.chain.stop - 1 if clause.chain.verb.lemma == "add" else None
    return None
