"""Forces whose verb no rule knows: told where nation or figure, and place, stand in the verb's clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.deployments import Teller
from eastflank.intake.article.draft import Draft
from eastflank.intake.article.forces import Force, force_in
from eastflank.intake.article.roles import Role
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.word_sets import word_set

_OF_OTHER_MATTERS = word_set(
    "kill wound injure die lose fall attack strike hit fire shoot fight seize capture arrest detain beat "
    "ambush bomb shell storm free rescue bury honour honor remember commemorate celebrate mark parade "
    "visit thank greet praise congratulate address tell condemn criticise criticize accuse blame sue "
    "buy sell deliver donate pay cost produce manufacture build lay own equip arm train teach exercise "
    "practise practice rehearse simulate compete play win vote protest demand face need require threaten "
    "deter defend protect help use make show accompany escort observe watch monitor see find know believe "
    "think read write allow enable repel push drive outnumber test clear search infect fear"
)
"""Verbs whose clause is about soldiers, but not about where they stand."""
_OF_A_SUBJECT = word_set("train exercise fight help protect defend build clear use observe monitor watch")
"""Of these, what soldiers themselves do where they stand."""
_HOMEWARD = frozenset(("home", "homeward"))


class Otherwise(Teller):
    """Tells of forces in clauses of which no rule for their verb tells."""

    def otherwise(self, clause: Clause, status: str | None, told: Sequence[Draft]) -> Iterator[Draft]:
        """A force with its nation or figure, in a clause that says where it is or goes."""
        parts, chain = self._parts, clause.chain
        subject = parts.subject(clause)
        if status is None or chain.verb.tells in (Tells.SAY, Tells.MEET, Tells.DECIDE, Tells.MEASURE):
            return
        if self._asks_how_many(clause) or (chain.infinitive and not chain.controls):
            return
        for where in (clause.after, subject):
            force = force_in(parts, where)
            if force is None or not force.strong or self._is_told(force, told):
                continue
            active = where is clause.after and not chain.passive
            if chain.verb.lemma in _OF_OTHER_MATTERS and (active or chain.verb.lemma not in _OF_A_SUBJECT):
                continue
            owners = self._owners(where, force) or (self._actors(clause) if active else [])
            near = [*clause.after, *clause.before]
            if not (owners or force.figure is not None) or not self._goes_or_stands(near):
                continue
            home = parts.has(near, _HOMEWARD) or bool(parts.playing(clause.after, Role.FROM))
            joined = self._thread.multinational
            for draft in self._placed(clause, force, owners, [*near, *subject], joined=joined):
                if home and status in ("deployed", "pledged", "arriving") and not self._has_a_goal(clause):
                    draft.put(
                        "status",
                        "ended" if chain.past else "leaving",
                        [self._span_from(chain.first, chain.stop)],
                    )
                yield draft
            return

    def _goes_or_stands(self, near: Sequence[int]) -> bool:
        """Whether a place is named in the clause that is more than where somebody speaks of it."""
        found = self._parts.playing(near, Role.AT)
        return bool(found) or any(self._is_here(at) for at in near)

    def _has_a_goal(self, clause: Clause) -> bool:
        return bool(self._parts.playing(clause.after, Role.AT))

    def _is_told(self, force: Force, told: Sequence[Draft]) -> bool:
        items = self._parts.items
        at = force.figure if force.figure is not None else force.noun
        if at is None:
            return False
        spans = [span for draft in told for field in draft.fields.values() for span in field.spans]
        inside = any(items[at].start <= span.start and span.stop <= items[at].stop for span in spans)
        return inside or (force.figure is None and any(at in draft.extent for draft in told))
