"""A clause as one frame, whatever its verb: who acts, which force, what its verb may mean, and where."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain as chained

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.forces import Force, force_in
from eastflank.intake.article.predicates import classes_of
from eastflank.intake.article.roles import Role
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.thread import Thread
from eastflank.intake.article.word_sets import word_set

_PRONOUNS = word_set("they it we he those these that who which them most some others many all half")
_DEFINITE = word_set("the its their this that these those our")
_HERE = word_set("there here")
_SHORT = 6
"""The most items of a subject that is a pronoun with few other words."""
NEAR = 2
"""The most lines since the paragraph that mentioned a force, including an empty line between them."""


@dataclass(frozen=True, slots=True)
class ClauseFrame:
    """What the clause model knows about a clause."""

    clause: Clause
    subject: range
    acting: Force | None
    """The force in the subject."""
    object: Force | None
    """The force after the verb."""
    classes: tuple[str, ...]
    """What its verb may mean: see `predicates`."""
    located: bool
    """Whether a country, a place, “there” or “here” says where."""
    anaphoric: bool
    """Whether the subject refers to a force that was mentioned before."""


def frame_of(parts: SentenceParts, clause: Clause, thread: Thread) -> ClauseFrame:
    """The frame of a clause."""
    subject = parts.subject(clause)
    acting, after = force_in(parts, subject), force_in(parts, clause.after)
    inside = (clause.before, clause.after)
    at = any(parts.roles[place] is Role.AT for place in chained(*inside))
    near = parts.sentence.paragraph - thread.last_in <= NEAR
    return ClauseFrame(
        clause,
        subject,
        acting,
        after,
        classes_of(clause.chain.verb.lemma),
        at or any(parts.has(one, _HERE) for one in inside),
        near and (is_pronoun(parts, subject) or is_definite_force(parts, acting)),
    )


def is_pronoun(parts: SentenceParts, subject: range) -> bool:
    """Whether a subject is “they”, “it” and the like, with few other words."""
    first = next(
        (at for at in subject if parts.items[at].is_word and parts.low(at) not in lexicon.ADVERBS), None
    )
    return first is not None and parts.low(first) in _PRONOUNS and len(subject) <= _SHORT


def is_definite_force(parts: SentenceParts, force: Force | None) -> bool:
    """Whether a force is “the contingent” or “their soldiers”, without a figure."""
    if force is None or force.figure is not None or force.noun is None:
        return False
    return parts.has(range(max(force.noun - 3, 0), force.noun), _DEFINITE)
