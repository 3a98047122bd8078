"""The status that a clause gives: by its verb, its negation, its condition, and what governs it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from eastflank.intake.article import lexicon
from eastflank.intake.article.chain import Chain
from eastflank.intake.article.chain_shapes import shape
from eastflank.intake.article.clauses import Clause, Subject
from eastflank.intake.article.days import When
from eastflank.intake.article.idioms import status_by_idiom
from eastflank.intake.article.plans import status_of_a_plan, status_of_those_left
from eastflank.intake.article.reckoning import resolved
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.turned_down import status_turned_down
from eastflank.intake.article.verb_forms import Tells, Tense
from eastflank.intake.article.voices import Saying
from eastflank.intake.article.word_sets import word_set

_CONDITIONS = frozenset(("if", "unless", "whether"))
_ONES = word_set(
    "first last latest second third only next country nation ally contingent unit troops soldiers battalion "
    "company member state force group forces rotation brigade squadron regiment ones one countries "
    "nations allies"
)
_IN_ORDER = word_set("first last latest second third fourth fifth sixth seventh eighth only next final among")
_WEIGHED = word_set("consideration discussion examination review examined reviewed")
_AWAITED = {"due": "pledged", "scheduled": "pledged", "expected": "pledged", "bound": "pledged"}
"""The status that “is due in Vilnius” gives."""


def status_of_clause(
    one: SentenceParts, clause: Clause, said: Iterable[Saying], today: date | None = None
) -> str | None:
    """The status that a clause gives by its verb, its negation, its condition, and what governs it."""
    status = _status_of_clause(one, clause, said, today)
    return status_turned_down(one, clause, status) or status


def _status_of_clause(
    one: SentenceParts, clause: Clause, said: Iterable[Saying], today: date | None
) -> str | None:
    reported = any(clause.chain.first in saying.covers for saying in said)
    extent = [*clause.before, *clause.after]
    conditional = one.has(extent, _CONDITIONS) or _opened_by_if(one, clause)
    governing = next(
        (other for other in one.clauses if clause.complement and other.chain.stop <= clause.before.start),
        None,
    )
    # “Agreed that the number would go up” means the same as “will”.
    reported = reported or (governing is not None and governing.chain.verb.tells is Tells.DECIDE)
    status = shape(clause.chain, reported=reported, conditional=conditional)
    named = (
        lexicon.NOUN_SHAPES.get(one.low(clause.before.start - 2))
        if one.low(clause.before.start - 1) == "that"
        else None
    )
    if named and status in ("pledged", "considered"):
        return named
    if _shares_helps(clause) and (sharing := _before(one, clause)):
        status = shape(sharing.with_verb(clause.chain.verb), reported=reported, conditional=conditional)
    if left_behind := status_of_those_left(one, clause, status, conditional=conditional):
        return left_behind
    if status in ("decided", "agreed", "pledged") and _to_leave(one, clause):
        return "leaving"
    if status == "deployed" and _on_the_way(one, clause):
        return "arriving"
    if status == "pledged" and governing and governing.chain.verb.tells is Tells.DECIDE:
        governed = lexicon.SHAPES.get(governing.chain.verb.lemma)
        status = governed if governed in ("agreed", "decided", "offered", "denied") else status
    if clause.chain.infinitive:
        governed = _governed(one, clause)
        leaves = clause.chain.verb.tells is Tells.LEAVE and governed in ("decided", "agreed", "pledged")
        return "leaving" if leaves else governed
    return status_by_idiom(one, clause, status) or _by_the_words_beside(one, clause, status, today)


def _by_the_words_beside(
    one: SentenceParts, clause: Clause, status: str | None, today: date | None
) -> str | None:
    """The status of a finite clause by its subject, its days and the words after its verb."""
    if status == "deployed" and clause.chain.verb.tells is Tells.BE:
        status = _awaited(one, clause.chain.stop) or status
    if status == "deployed" and _begins(one, clause):
        return "arriving"
    begins = status == "arriving" and bool(clause.chain.controls) and clause.chain.presently
    if begins and _lies_ahead(one, clause, today):
        return "pledged"
    if status in ("deployed", "pledged", "considered") and _none(one, clause):
        return "denied"
    if status == "deployed" and clause.chain.presently and _lies_ahead(one, clause, today):
        return "pledged"
    if status in ("considered", "pledged") and one.low(0) == "under" and (agreed := _under(one)):
        return agreed
    return status_of_a_plan(one, clause, status) or status


def _awaited(one: SentenceParts, at: int) -> str | None:
    """“Is due in Vilnius”, “is under consideration”: what the words after “be” give."""
    if one.has(range(at, at + 3), _WEIGHED):
        return "considered"
    return _AWAITED.get(one.low(at))


def _under(one: SentenceParts) -> str | None:
    """“Under an accord of 2011, as many as 2,500 may train there”: agreed."""
    stop = next((at for at in range(len(one.items)) if one.low(at) == ","), 0)
    shapes = {lexicon.NOUN_SHAPES.get(one.low(at)) for at in range(stop)}
    return "agreed" if "agreed" in shapes else None


def _shares_helps(clause: Clause) -> bool:
    """“Will deploy a battalion and rotate a company”: the second verb has the auxiliaries of the first."""
    chain = clause.chain
    return clause.kind is Subject.SHARED and chain.verb.tense is Tense.BASE and chain.stop == chain.first + 1


def _before(one: SentenceParts, clause: Clause) -> Chain | None:
    at = one.place_of(clause)
    return one.clauses[at - 1].chain if at else None


def _to_leave(one: SentenceParts, clause: Clause) -> bool:
    """“Ordered 9,500 soldiers to be withdrawn”."""
    at = one.place_of(clause) + 1
    following = one.clauses[at].chain if at < len(one.clauses) else None
    return following is not None and following.infinitive and following.verb.tells is Tells.LEAVE


def _on_the_way(one: SentenceParts, clause: Clause) -> bool:
    near = range(clause.chain.stop, min(clause.chain.stop + 5, len(one.items)))
    return any(
        one.low(at) in ("way", "road")
        and (one.low(at + 1) in ("to", "there", "from") or one.low(at - 2) == "on")
        for at in near
    )


def _opened_by_if(one: SentenceParts, clause: Clause) -> bool:
    first = one.clauses[0]
    return clause is not first and one.low(0) == "if" and first.chain.stop <= clause.chain.first


def _governed(one: SentenceParts, clause: Clause) -> str | None:
    """The status of “to send” from the words around it: “a plan to send … has been dropped”."""
    at = one.place_of(clause)
    noun = _noun_shape(one, clause)
    following = one.clauses[at + 1].chain if at + 1 < len(one.clauses) else None
    if noun and following and following.passive and following.verb.lemma in lexicon.SHAPES:
        return lexicon.SHAPES[following.verb.lemma]
    if noun:
        return noun
    before = one.clauses[at - 1].chain if at else None
    if before and before.verb.tells is Tells.BE and _is_one_who(one, clause):
        return shape(before, reported=False, conditional=False)
    if before and before.verb.tells is Tells.DECIDE and clause.chain.first - before.stop <= 6:
        return lexicon.SHAPES.get(before.verb.lemma)
    return None


def _is_one_who(one: SentenceParts, clause: Clause) -> bool:
    """“Was the first ally to send troops”, “will be the last contingent to serve there”."""
    near = range(max(clause.chain.first - 7, 0), clause.chain.first)
    return one.low(clause.chain.first - 1) in _ONES and one.has(near, _IN_ORDER)


def _noun_shape(one: SentenceParts, clause: Clause) -> str | None:
    for at in range(clause.chain.first - 1, max(clause.chain.first - 14, -1), -1):
        if any(other.chain.first <= at < other.chain.stop for other in one.clauses):
            return None
        if one.low(at) in lexicon.NOUN_SHAPES:
            status = lexicon.NOUN_SHAPES[one.low(at)]
            return "denied" if _without(one, at) and status in ("pledged", "considered") else status
    return None


def _without(one: SentenceParts, at: int) -> bool:
    """“No plans”, “no firm intention”, “without any plan”."""
    return any(one.low(before) in ("no", "without", "any") for before in range(at - 2, at))


def _begins(one: SentenceParts, clause: Clause) -> bool:
    """“The first 120 soldiers reached Tapa”: more are to come."""
    subject = one.subject(clause)
    if clause.chain.verb.lemma == "cross" and not one.has(subject, frozenset(("last",))):
        return True  # “a convoy crossed the border yesterday”: it is on its way
    return clause.chain.verb.tells is Tells.GO and clause.chain.verb.lemma in (
        "arrive", "land", "reach", "come", "enter", "disembark",
    ) and one.has(subject, frozenset(("first",)))  # fmt: skip


def _none(one: SentenceParts, clause: Clause) -> bool:
    """“No American troops will be stationed”, “there are no Czech soldiers in Ukraine”."""
    near = [*one.subject(clause), *clause.after][:8]
    if any(one.low(at) in ("none", "neither", "nobody") for at in [*one.subject(clause), *clause.before]):
        return True
    return any(
        one.low(at) == "no" and any(one.low(after) in lexicon.SOLDIERS for after in range(at, at + 5))
        for at in near
    )


def _lies_ahead(one: SentenceParts, clause: Clause, today: date | None) -> bool:
    chain = clause.chain
    simple = not (chain.perfect or chain.progressive or chain.passive)
    moves = chain.verb.tells in (Tells.SEND, Tells.GO, Tells.OTHER, Tells.LEAD, Tells.COUNT, Tells.JOIN)
    if (
        today
        and simple
        and moves
        and any(_comes(one.items[at].when, today) for at in [*clause.before, *clause.after])
    ):
        return True
    return any(
        item.when
        and item.when.preposition in ("from", "by", "in", "on")
        and _is_ahead(item.when.turn, one, at)
        for at in [*clause.before, *clause.after]
        for item in [one.items[at]]
    )


def _comes(when: When | None, today: date) -> bool:
    """“Takes over in May”, written in December, or “tomorrow”: the present tense means a plan."""
    if when is not None and when.turn == 1 and not when.preposition:
        return True
    if when is not None and when.preposition == "in" and when.season and not (when.turn or when.unit):
        return str(resolved(when, today, ahead=True)) > str(today.year) and when.year is None
    if when is None or when.preposition not in ("in", "on") or not when.month or when.turn is not None:
        return False
    ahead = resolved(when, today, ahead=True)
    later = when.month != today.month or (when.day or 0) > today.day
    return later and bool(ahead) and (when.year is None or str(ahead) > today.isoformat())


def _is_ahead(turn: int | None, one: SentenceParts, at: int) -> bool:
    when = one.items[at].when
    return turn == 1 or (
        when is not None and when.preposition == "from" and bool(when.month) and when.year is None
    )
