"""Who joins and contributes."""

from __future__ import annotations

from collections.abc import Iterator

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.draft import DraftFields, span_of
from eastflank.intake.article.forces import force_in
from eastflank.intake.article.items import Item
from eastflank.intake.article.nations import NameForm
from eastflank.intake.article.placing import Placing
from eastflank.intake.article.roles import Role
from eastflank.intake.article.verb_forms import Tells


class Joining(Placing):
    """Reads clauses about nations that take part in another nation's unit."""

    def _join(self, clause: Clause, _: str | None) -> Iterator[DraftFields]:
        parts = self._parts
        subject = parts.subject(clause)
        if clause.chain.passive and parts.low(clause.chain.stop) == "by":
            yield from self._joined_by(clause)
            return
        joining = self._actors(clause) or self._owners(subject)
        partners = [parts.items[at] for at in parts.playing(clause.after, Role.LEAD)]
        direct = [
            at for at in parts.playing(clause.after, Role.ACTOR, Role.WITH) if at <= clause.chain.stop + 1
        ]
        if clause.chain.verb.lemma == "join":
            partners = partners or [parts.items[at] for at in direct]
        force = force_in(parts, clause.after)
        figure = self._own_figure(clause, force)
        it = parts.low(clause.chain.stop) in ("it", "them") and clause.chain.verb.lemma == "join"
        mission = parts.has(clause.after, lexicon.MISSIONS) or bool(partners)
        mission = mission or (it and (self._thread.told or self._thread.multinational or self._thread.about))
        if (
            clause.chain.verb.lemma == "follow"
            and not joining
            and (own := force_in(parts, subject))
            and (own.strong or own.figure is not None)
            and (self._thread.told or (self._thread.about and own.figure is not None))
        ):
            yield from self._placed(clause, own, [], clause.after)
            return
        told = (clause.chain.verb.lemma == "follow" and self._thread.told) or (
            (clause.chain.verb.tells is Tells.OTHER or clause.chain.verb.lemma == "contribute")
            and (self._thread.multinational or (self._thread.told and self._is_part_alone(clause)))
            and not parts.has(clause.after, lexicon.ARMS)
        )
        helps = clause.chain.verb.lemma in ("support", "reinforce", "augment")
        if not joining or not (mission or (figure and not helps) or told):
            return
        draft = DraftFields()
        draft.contingents([(self._code(one), self._span(one), figure) for one in joining])
        draft.nations(
            "lead", [one for one in partners if self._code(one) not in {self._code(own) for own in joining}]
        )
        self._locate(draft, [*clause.after, *clause.before], clause)
        self._increment(draft, figure)
        yield draft

    def _joined_by(self, clause: Clause) -> Iterator[DraftFields]:
        """“They will be joined by 330 French soldiers”."""
        force, owners = force_in(self._parts, clause.after), self._owners(clause.after)
        known = self._thread.told or self._thread.multinational or self._thread.about
        if force and owners and known and (force.strong or force.figure is not None):
            yield from self._placed(clause, force, owners, [*clause.after, *clause.before], joined=True)

    def _is_part_alone(self, clause: Clause) -> bool:
        """“Did not rule out taking part”: in the force that was mentioned before."""
        words = [at for at in clause.after if self._parts.items[at].is_word]
        return len(words) == 1 and self._parts.low(words[0]) == "part"

    def _contributor(self, clause: Clause) -> Iterator[DraftFields]:
        """“Indonesia, with 1,230 soldiers, is the largest contributor”."""
        actors = [one for one in self._actors(clause) if isinstance(one, Item)]
        force = force_in(self._parts, [*clause.before, *clause.after])
        if len(actors) == 1 and force and force.figure is not None:
            draft = DraftFields()
            draft.contingents([(self._code(actors[0]), self._span(actors[0]), self._figure(force.figure))])
            yield draft

    def _canadian(self, clause: Clause) -> DraftFields | None:
        """“Roughly 450 of them are Canadian”."""
        parts = self._parts
        force = force_in(parts, clause.before)
        first = clause.chain.stop
        figure = self._figure(force.figure) if force else None
        nation = parts.items[first].nation if first < len(parts.items) else None
        if figure is None or nation is None or not nation.forms & {NameForm.PEOPLE, NameForm.ADJECTIVE}:
            return None
        alone = parts.low(first + 1) in (".", ",", ";", "", "and") or parts.roles[first] is Role.FORCE
        if not alone:
            return None
        draft = DraftFields()
        draft.contingents([(nation.code, span_of(parts.items[first]), figure)])
        return draft
