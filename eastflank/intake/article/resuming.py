"""Sentences that continue about a force: “the contingent will number 300”, “they came in May”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause, Subject
from eastflank.intake.article.counting import Counted, counted
from eastflank.intake.article.draft import DraftFields
from eastflank.intake.article.forces import in_a_name
from eastflank.intake.article.otherwise import Otherwise
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.roles import Role
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.word_sets import word_set

_PRONOUNS = word_set("they it who which most many others all")
_DEFINITE = word_set("the its their these this that those")
_STAYS = word_set("stay tour stint mandate deployment mission rotation presence assignment number strength")
"""“Its stay is limited to ten weeks”, “their number will rise to 400”."""
_WHOLE = lexicon.MULTINATIONAL | {"it"}
_TELLING = (Tells.GO, Tells.SEND, Tells.LEAVE, Tells.BE, Tells.OTHER, Tells.COUNT, Tells.HAVE)
_FORCES = (
    lexicon.PERSONS
    | lexicon.UNITS
    | word_set(
        "force mission men women people folks guys newcomers arrivals convoys convoy column others "
        "group rotation"
    )
)


class Resuming(Otherwise):
    """Reads a clause about the last claim's force again, if it adds a figure, a day or a place."""

    def resumed(
        self, clause: Clause, status: str | None, told: Sequence[DraftFields]
    ) -> Iterator[DraftFields]:
        """A clause whose subject is a force mentioned before, and that says something new about it."""
        parts, chain = self._parts, clause.chain
        if told or chain.verb.tells not in _TELLING or not self.is_resumed(clause):
            return
        lasting = clause.kind is not Subject.SHARED or status == "deployed"
        if clause.kind is not Subject.OWN and chain.verb.tells is not Tells.LEAVE and lasting:
            return
        if (chain.infinitive and not chain.controls) or self._has_an_object(clause):
            return
        near = [*clause.after, *clause.before]
        dated = any(parts.items[at].when for at in near)
        goes = self._goes_or_stands(near)
        placed = chain.verb.tells is Tells.BE and chain.ahead and self._stands_somewhere(clause) and dated
        moves = chain.verb.tells in (Tells.GO, Tells.SEND) and (not chain.past or chain.passive or dated)
        leaves = (
            chain.verb.tells is Tells.LEAVE and status is not None and not parts.has(clause.after, _OBJECTS)
        )
        stays = parts.has(parts.subject(clause), _STAYS) and dated
        remains = chain.verb.lemma in ("stay", "remain") and chain.ahead
        if not (
            leaves
            or stays
            or placed
            or remains
            or (moves and (dated or goes))
            or (self._is_now(clause) and goes)
        ):
            return
        draft = DraftFields()
        self._locate(draft, near, clause)
        self.again(draft, "lead", "contributors")
        self.again(draft, "host", "place")
        if self._tells_status(clause, status):
            draft.put("status", status or "", [self._span_from(chain.first, chain.stop)])
        draft.of_a_force = True
        yield draft

    def answered(self) -> Iterator[DraftFields]:
        """“Just over 1,200.”: the answer to how many there are."""
        parts = self._parts
        at = next((at for at, item in enumerate(parts.items) if item.figure), None)
        figure = self._figure(at)
        alone = at is not None and counted(parts.items, at)[0] in (Counted.PERSONS, Counted.BARE)
        if at is None or figure is None or not alone or at > 2:
            return
        draft = DraftFields()
        draft.troops(figure, "whole", [ArticleSpan(*figure.numbers[0])] if figure.numbers else [])
        self.again(draft, "lead", "contributors")
        self.again(draft, "host", "place")
        draft.of_a_force = True
        draft.marks.add("stands")
        draft.extent = range(len(parts.items))
        yield draft

    def complete(self, clause: Clause, draft: DraftFields) -> None:
        """Add who and where to a draft about “the brigade” or “it”, if the clause names neither."""
        names = ("lead", "contributors", "host", "place")
        told = any(name in draft.fields for name in names) or draft.located
        if told or clause.kind is not Subject.OWN or not self.is_resumed(clause):
            return
        whole = self._parts.has(self._parts.subject(clause), _WHOLE)
        if not (whole and self._thread.multinational):  # a nation that sent a company does not lead the whole
            self.again(draft, "lead", "contributors")
        self.again(draft, "host", "place")

    def is_resumed(self, clause: Clause) -> bool:
        """Whether the subject is a pronoun or “the contingent”, and the paragraph has mentioned a force."""
        parts, subject = self._parts, self._parts.subject(clause)
        apart = parts.sentence.paragraph - self._thread.last_in
        if apart > _APART or not len(subject):
            return False
        if parts.playing(subject, Role.ACTOR, Role.FORCE, Role.LEAD, Role.OFFICIAL):
            return False
        if any(parts.items[at].figure for at in subject):
            return False
        first = next((at for at in subject if parts.items[at].is_word and not self._opens(at)), None)
        if first is not None and parts.low(first) in _PRONOUNS:
            return len(subject) <= _SHORT and not apart
        named = [at for at in subject if parts.low(at) in _FORCES | _STAYS and not in_a_name(parts, at)]
        return bool(named) and any(parts.low(at) in _DEFINITE for at in range(subject.start, named[0]))

    def _opens(self, at: int) -> bool:
        low = self._parts.low(at)
        return low in ("and", "but", "then", "so", "now", "once") or low in lexicon.ADVERBS

    def _is_now(self, clause: Clause) -> bool:
        return clause.chain.verb.tells is Tells.BE or (clause.chain.passive and not clause.chain.negated)


_OBJECTS = lexicon.ARMS | word_set("question questions room office alliance")
_APART = 2
"""The most lines since the paragraph that mentioned it, including an empty line between them."""
_SHORT = 6
"""The most items of a subject that is a pronoun with few other words."""
