"""How many they are, and what grows or shrinks."""

from __future__ import annotations

from collections.abc import Iterator

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.deciding import Deciding
from eastflank.intake.article.draft import DraftFields, span_of
from eastflank.intake.article.forces import force_in
from eastflank.intake.article.roles import Role
from eastflank.intake.article.word_sets import word_set

LEVELS = word_set(
    "staff footprint commitment contribution deployment share force number numbers strength ceiling "
    "presence contingent limit level levels size footprint total"
)
_EACH = frozenset(("each", "per"))
_OWN = word_set("its their our his")


class Growing(Deciding):
    """Reads clauses about numbers of forces."""

    def _count(self, clause: Clause, _: str | None) -> Iterator[DraftFields]:
        parts, subject = self._parts, self._parts.subject(clause)
        force = force_in(parts, clause.after)
        if force is None or force.figure is None:
            if grown := self._grows(clause):
                yield grown
            return
        figure = self._figure(force.figure)
        each = parts.has(subject, _EACH)
        level = parts.has([*subject, *clause.after], LEVELS)
        unit = self._unit_in(subject)
        pronoun = any(parts.low(at) in ("it", "they", "which") for at in subject) and (
            self._thread.told or self._thread.multinational
        )
        people = bool(parts.playing(subject, Role.FORCE)) and clause.chain.verb.lemma == "number"
        if figure is None or not (each or unit or level or pronoun or people):
            return
        draft = DraftFields()
        draft.of_a_force = force.strong or parts.has([*subject, *clause.after], lexicon.SURE_PERSONS)
        figure = self._capped(figure, [*subject, *clause.after])
        owners = self._actors(clause) if level and not unit else []
        if owners and (self._mission or parts.has(clause.after, lexicon.UN_LIKE)):
            draft.contingents([(self._code(one), self._span(one), figure) for one in owners[:1]])
            yield draft
            return
        owners = owners or self._owners([*subject, *clause.after])
        draft.nations("lead", [parts.items[at] for at in parts.playing(subject, Role.LEAD)] or owners[:1])
        self._locate(draft, [*subject, *clause.after, *clause.before], clause)
        if each:
            at = next(at for at in subject if parts.low(at) in _EACH)
            draft.troops(figure, "unit", [span_of(parts.items[at])])
        elif parts.low(force.figure - 1) == "by":
            draft.troops(figure, "increment", [span_of(parts.items[force.figure - 1])])
        else:
            draft.troops(figure, "whole", self._noun_span(force, subject))
        yield draft

    def _grows(self, clause: Clause) -> DraftFields | None:
        """“Hungary plans to double its contingent”: more or less, without a figure."""
        parts, chain = self._parts, clause.chain
        own = any(parts.low(at) in _OWN and parts.low(at + 1) in LEVELS for at in clause.after)
        actors = self._actors(clause)
        known = self._thread.told or self._thread.multinational or self._thread.about
        if not (own and known and len(actors) == 1 and chain.ahead) or chain.negated:
            return None
        draft = DraftFields()
        joined = self._mission or self._thread.multinational
        self._who(draft, actors, None, clause, joined=joined)
        draft.of_a_force = True
        self._locate(draft, [*clause.after, *clause.before], clause)
        return draft
