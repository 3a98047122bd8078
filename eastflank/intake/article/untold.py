"""Forces with a place of their own that no rule has read: “visited the 200 Danish soldiers in Estonia”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import NO_CLAUSE, Clause
from eastflank.intake.article.draft import DraftFields
from eastflank.intake.article.in_passing import SentenceTeller
from eastflank.intake.article.items import Item
from eastflank.intake.article.mentions import Mention, mentions_in
from eastflank.intake.article.otherwise import OF_OTHER_MATTERS
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.roles import Role
from eastflank.intake.article.thread import NamedEntity
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.word_sets import word_set

_STANDING = word_set(
    "in at on near across inside within throughout around outside already currently now still there here "
    "stationed based deployed serving posted stationing assigned present garrisoned quartered housed "
    "billeted committed dispatched sent operating working patrolling training guarding on"
)
"""Words after a force that is somewhere."""
_BOUND = word_set("bound headed heading destined earmarked due en embarking leaving departing")
"""Words after a force that is on its way."""
_AWAITED = word_set("due expected scheduled planned planned slated awaited")
_NOT_SENT = word_set("alert standby readiness training course meant reserve home parade ceremony")
"""Words beside a number of soldiers who are not abroad."""
_SHARE = word_set("contribution share")
_PLACED = _STANDING | _BOUND
_FEWEST = 3
"""The least number of soldiers that counts as a force."""
_NEAR = 9
"""How many items after a force are searched for its place."""
_ENDS = word_set(', ; : ( ) — . " who which that whose whom while when as but')
_OTHER_MATTERS = lexicon.EXERCISES | lexicon.CASUALTIES
_FEARS = word_set(
    "against kill killed attack attacked attacking wound wounded ambush ambushed murder murdered"
)
_FEARS_OR_WAITS = _FEARS | word_set("standby stand-by alert")
_ANY = word_set("any every no such other enough fellow")


class Untold(SentenceTeller):
    """Also reads forces in clauses whose verb is about something else."""

    def untold(self, told: Sequence[DraftFields]) -> Iterator[tuple[DraftFields, Clause]]:
        """The forces that were not read yet, each with its nation or figure and its own place."""
        parts = self._parts
        whole = range(len(parts.items))
        paragraph = parts.sentence.paragraph
        if not any(low in lexicon.SOLDIERS for low in parts.lows):
            return
        if self._thread.exercise_in == paragraph or parts.has(whole, _OTHER_MATTERS):
            return
        if parts.has(whole, _FEARS_OR_WAITS) or parts.low(len(parts.items) - 1) == "?":
            return
        told = list(told)
        for mention in mentions_in(parts, whole):
            if self._is_told(mention, told) or parts.has(mention.where, _ANY):
                continue
            if self._sizes_one(mention, told) or self._among_them(mention):
                continue
            draft = self._of_untold(mention)
            if draft:
                told.append(draft)
                yield draft, self._clause_at(mention)

    def _sizes_one(self, mention: Mention, told: Sequence[DraftFields]) -> bool:
        """“The largest contingent remains the 159 commandos”: the size of the force just mentioned."""
        figure = self._figure(mention.force.figure)
        clause = self._clause_at(mention)
        if clause.chain.verb.tells is Tells.COUNT:
            return True
        at = self._head(mention)
        before = self._parts.low((mention.force.figure or 0) - 1)
        if figure is None or mention.owners(self._parts) or before in ("(", "from", "its", "current"):
            return False
        for draft in told:
            if at in draft.extent and not {"troops_low", "troops_high", "contributor_troops"} & set(
                draft.fields
            ):
                draft.troops(
                    figure, "contingent" if self._mission else "whole", self._noun_span(mention.force)
                )
                return True
        return False

    def _among_them(self, mention: Mention) -> bool:
        """“…, among them 150 Britons”: a part of the force that was mentioned."""
        before = range(max(mention.where.start - 6, 0), mention.where.start + 1)
        return any(
            (self._parts.low(at), self._parts.low(at + 1)) in (("among", "them"), ("including", "some"))
            or self._parts.low(at) == "including"
            for at in before
        )

    def _clause_at(self, mention: Mention) -> Clause:
        at = self._head(mention)
        inside = [
            clause
            for clause in self._parts.clauses
            if at in clause.before or at in clause.after or at in clause.antecedent
        ]
        return inside[0] if inside else NO_CLAUSE

    def _head(self, mention: Mention) -> int:
        force = mention.force
        return next(at for at in (force.noun, force.figure, force.units) if at is not None)

    def _of_untold(self, mention: Mention) -> DraftFields | None:
        parts, force = self._parts, mention.force
        head = self._head(mention)
        begin = self._begin(mention)
        owners: list[Item | NamedEntity] = [
            parts.items[at] for at in mention.owners(parts) if at >= begin or at > head
        ]
        if not (force.strong or (owners and force.figure is not None)):
            return None
        if not owners and force.figure is None:
            return None
        first = parts.low(mention.where.stop)
        nominal = self._nominal_before(begin)
        if sized := self._sized(mention, owners):
            return sized
        if first not in _PLACED and nominal is None:
            return None
        stop = self._stop(mention.where.stop)
        reach = range(mention.where.stop, stop)
        bound = first in _BOUND
        goals = parts.playing(reach, Role.AT, *((Role.FOR,) if bound else ()))
        here = [at for at in reach if self._is_here(at)]
        if not goals and not here and (nominal is None or not owners):
            return None
        if not (force.figure is not None or force.units is not None):
            return None
        draft = DraftFields()
        self._locate_at(draft, goals)
        if not goals and here:
            self._locate(draft, reach, self._clause_at(mention))
        whole = range(len(parts.items))
        joined = self._mission or self._joined(reach, owners) or len(owners) > 1
        joined = joined or bool(owners and self._leads_among(whole, owners))
        joined = joined or self._at_the_unit_of_another(draft, owners)
        self._who(draft, owners, force, NO_CLAUSE, joined=joined)
        if joined:
            draft.nations("lead", self._leads_among(whole, owners))
        status, span = self._status_of(mention, begin, bound=bound)
        draft.put("status", status, [span])
        draft.marks.add("nominal")
        draft.extent = range(begin if nominal is None else nominal, stop)
        return draft

    def _sized(self, mention: Mention, owners: Sequence[Item | NamedEntity]) -> DraftFields | None:
        """A number of soldiers in an article about soldiers abroad, whatever the verb."""
        parts, force, clause = self._parts, mention.force, self._clause_at(mention)
        figure = self._figure(force.figure)
        known = self._thread.about or self._thread.told
        if figure is None or not force.strong or not known or (figure.high or figure.low or 0) < _FEWEST:
            return None
        chain = clause.chain
        spoken = chain.verb.tells in (Tells.SAY, Tells.MEET) or chain.verb.lemma in OF_OTHER_MATTERS
        if clause is NO_CLAUSE or spoken or chain.negated or parts.has(clause.after, lexicon.ARMS):
            return None
        near = [*clause.before, *clause.after]
        part = chain.verb.lemma == "take" and parts.low(chain.stop) == "part"
        if force.noun is None or part or (chain.past and chain.perfect) or parts.has(near, _NOT_SENT):
            return None
        draft = DraftFields()
        self._locate(draft, near, clause)
        joined = self._mission or self._joined(near, owners) or self._at_the_unit_of_another(draft, owners)
        joined = joined or any(
            parts.low(at) in _SHARE for at in range(max(self._head(mention) - 4, 0), self._head(mention))
        )
        self._who(draft, owners, force, clause, joined=joined)
        draft.extent = self._extent(clause)
        return draft

    def _nominal_before(self, begin: int) -> int | None:
        """The index of “arrival” in “the arrival of 200 Danish troops”."""
        parts = self._parts
        if parts.low(begin - 1) == "of" and parts.low(begin - 2) in lexicon.NOMINALS:
            return begin - 2
        return None

    def _status_of(self, mention: Mention, begin: int, *, bound: bool) -> tuple[str, ArticleSpan]:
        parts, nominal = self._parts, self._nominal_before(begin)
        words = self._span_from(mention.where.stop, min(mention.where.stop + 1, len(parts.items)))
        if bound:
            return "arriving", words
        clause = self._clause_at(mention)
        near = range(begin, min(mention.where.stop + _NEAR, len(parts.items)))
        awaited = next((at for at in near if parts.low(at) in _AWAITED), None)
        if awaited is not None:
            return "pledged", self._span_from(awaited, awaited + 1)
        if nominal is None:
            return "deployed", words
        words = self._span_from(nominal, nominal + 1)
        if parts.low(nominal) in lexicon.LEAVING_NOMINALS:
            return "leaving", words
        shape = lexicon.SHAPES.get(clause.chain.verb.lemma)
        if shape or clause.chain.ahead:
            return shape or "pledged", self._span_from(clause.chain.first, clause.chain.stop)
        return "deployed", words

    def _begin(self, mention: Mention) -> int:
        """The index where the words for the force begin: its figure, or the words that qualify its noun."""
        parts, head = self._parts, self._head(mention)
        figures = [at for at in (mention.force.figure, mention.force.units) if at is not None]
        at = min([head, *figures])
        while at > mention.where.start and (
            parts.items[at - 1].nation
            or parts.low(at - 1) in ("the", "a", "its", "their", "'s", "some")
            or (at - 1 > mention.where.start and parts.low(at - 1) == "-")
        ):
            at -= 1
        return at

    def _stop(self, start: int) -> int:
        parts = self._parts
        verbs = {clause.chain.first for clause in parts.clauses if not clause.chain.reduced}
        for at in range(start, min(start + _NEAR, len(parts.items))):
            if at > start and (parts.low(at) in _ENDS or at in verbs or parts.items[at].figure):
                return at
        return min(start + _NEAR, len(parts.items))
