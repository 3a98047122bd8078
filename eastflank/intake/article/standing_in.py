"""Forces that relieve others, mandates that are renewed, shares that are given as a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.counting import Counted, counted
from eastflank.intake.article.draft import DraftFields, span_of
from eastflank.intake.article.forces import force_in
from eastflank.intake.article.items import Item
from eastflank.intake.article.resuming import Resuming
from eastflank.intake.article.roles import Role
from eastflank.intake.article.thread import NamedEntity
from eastflank.intake.article.word_sets import word_set

_RELIEVE = word_set("relieve replace succeed supplant")
_COMPRISE = word_set("comprise include consist compose form draw contain unite assemble feature involve")
_COMMAND = word_set("command leadership lead")
_RESTS = word_set("rest lie remain pass go fall stay transfer switch move rotate return")
_CLOSE = 6
_SPOT = word_set("place places spot slot")
_MANDATE = word_set("mandate mission participation deployment involvement operation engagement presence tour")
_PROLONG = word_set("extend prolong renew approve adopt endorse ratify authorise authorize confirm vote back")
_LASTING = word_set("extend prolong renew")
_SHARE = word_set(
    "share contribution contingent part commitment component quota presence deployment detachment"
)
_OF_SEVERAL = lexicon.UN_LIKE | lexicon.MULTINATIONAL - {"mission"}
_AMOUNT = word_set("be number amount total come stand remain reach comprise consist have")
_OWN = word_set("its their our his")
_NO_SOLDIERS = lexicon.ARMS | word_set("contract company firm law text wording equipment vehicles budget")


class StandingIn(Resuming):
    """Reads clauses about reliefs, mandates and shares."""

    def stood_in(
        self, clause: Clause, status: str | None, told: Sequence[DraftFields]
    ) -> Iterator[DraftFields]:
        """What a clause says about these; nothing if a part of it was read already."""
        if (told and not clause.chain.passive) or (clause.chain.infinitive and status is None):
            return
        if self._thread.exercise_in == self._parts.sentence.paragraph:
            return
        found = self._relief(clause, status) or self._command(clause, status)
        if not told:
            found = (
                found
                or self._composed(clause, status)
                or self._mandate(clause, status)
                or self._amount(clause, status)
            )
        if found:
            yield found

    def _relief(self, clause: Clause, status: str | None) -> DraftFields | None:
        """“Will be relieved by Danes next year”, “another company takes their place”: the new force."""
        parts, chain = self._parts, clause.chain
        near = range(chain.stop, min(chain.stop + 4, clause.after.stop))
        place = chain.verb.lemma == "take" and parts.has(near, frozenset(("place",)))
        taken = chain.passive and chain.verb.lemma == "take" and parts.has(parts.subject(clause), _SPOT)
        over = chain.verb.lemma == "take" and parts.low(chain.stop) == "over"
        if not (chain.verb.lemma in _RELIEVE or place or over or taken) or status is None:
            return None
        known = self._thread.told or self._thread.about or self._thread.multinational
        if not known or parts.has(clause.after, _NO_SOLDIERS) or chain.negated:
            return None
        where = clause.after if chain.passive else parts.subject(clause)
        force = force_in(parts, where)
        roles = (Role.BY, Role.FORCE) if chain.passive else (Role.FORCE, Role.LEAD)
        comers: list[Item | NamedEntity] = [parts.items[at] for at in parts.playing(where, *roles)]
        if chain.passive and not comers:
            comers = [parts.items[at] for at in where if parts.items[at].nation and parts.low(at - 1) == "by"]
        if not chain.passive and not force and not comers:
            return None
        if (
            not comers
            and not (force and self._thread.told and not chain.passive)
            and not (force and (force.strong or force.figure is not None or force.units is not None))
        ):
            return None
        draft = DraftFields()
        self._locate(draft, [*clause.after, *clause.before], clause)
        joined = self._mission or self._thread.multinational or self._joined(clause.after, comers)
        self._who(draft, comers, force, clause, joined=joined)
        draft.of_a_force = True
        draft.marks.add("relief")
        now = status == "deployed" and not (chain.past or chain.perfect)
        coming = ("arriving" if chain.progressive else "pledged") if now else status
        draft.put("status", coming, [self._span_from(chain.first, chain.stop)])
        return draft

    def _command(self, clause: Clause, status: str | None) -> DraftFields | None:
        """“Command will rest with Bulgaria”, “the lead passes to Spain in May”."""
        parts, chain = self._parts, clause.chain
        ruled = parts.has(parts.subject(clause), _COMMAND)
        known = self._thread.told or self._thread.multinational or self._thread.about
        if not (ruled and known and status) or chain.negated or chain.verb.lemma not in _RESTS:
            return None
        leaders = [
            parts.items[at]
            for at in clause.after
            if parts.items[at].nation
            and parts.low(at - 1) in ("with", "to")
            and at - clause.after.start < _CLOSE
        ]
        if len(leaders) != 1:
            return None
        draft = DraftFields()
        draft.nations("lead", leaders)
        self._locate(draft, [*parts.subject(clause), *clause.before], clause)
        draft.of_a_force = True
        draft.put("status", status, [self._span_from(chain.first, chain.stop)])
        return draft

    def _composed(self, clause: Clause, status: str | None) -> DraftFields | None:
        """“The unit comprises personnel from Albania, Greece and Montenegro”: who gives people to it."""
        parts, chain = self._parts, clause.chain
        subject = parts.subject(clause)
        up = chain.verb.lemma in _COMPRISE or (chain.verb.lemma == "make" and parts.low(chain.stop) == "up")
        unit = self._unit_in(subject) or (
            self._thread.multinational
            and (not len(subject) or parts.low(subject.start) in ("it", "which", "that"))
        )
        roles = (Role.FORCE, Role.FROM, Role.ACTOR, Role.OTHER, Role.BY)
        nations = [parts.items[at] for at in parts.playing(clause.after, *roles) if parts.items[at].nation]
        if not up or not unit or not nations or chain.negated:
            return None
        if len(nations) == 1 and not force_in(parts, clause.after):
            return None
        if any(parts.items[at].figure for at in clause.after):
            return None
        draft = DraftFields()
        leads = self._leads_among(subject, nations)
        draft.contingents([(self._code(one), span_of(one), None) for one in nations])
        draft.nations("lead", leads)
        self._locate(draft, [*clause.before, *parts.subject(clause)], clause)
        if not {"host", "place"} & set(draft.fields):
            self.again(draft, "host", "place")
        draft.put("status", status or "", [self._span_from(chain.first, chain.stop)])
        return draft

    def _mandate(self, clause: Clause, status: str | None) -> DraftFields | None:
        """“The Bundestag has approved the extension of the mandate for MINUSMA”."""
        parts, chain = self._parts, clause.chain
        lemmas = {chain.verb.lemma, *chain.controls}
        where = parts.subject(clause) if chain.passive else clause.after
        if not lemmas & _PROLONG or not parts.has(where, _MANDATE) or parts.has(where, _NO_SOLDIERS):
            return None
        abroad = self._mission_in(where) or self._locates(where, clause)
        known = self._thread.told or self._thread.about
        named = any(parts.low(at) == "mandate" for at in where)
        dated = any(parts.items[at].when for at in clause.after)
        goes_on = chain.passive and known and dated and bool(lemmas & _LASTING) and not named
        if not abroad and not (known and named) and not goes_on:
            return None
        actors = [one for one in self._actors(clause) if self._code(one).count(";") == 0]
        force = force_in(parts, where)
        owners = self._owners(where) if force else []
        senders = owners or actors
        if not senders and not goes_on and not (force and force.strong and force.figure is not None):
            return None
        draft = DraftFields()
        self._locate(draft, [*where, *clause.after], clause)
        self._who(draft, senders, force, clause, joined=self._mission or self._mission_in(where))
        draft.of_a_force = True
        draft.marks.add("established")
        sized = force is not None and force.figure is not None
        told = "decided" if status in ("decided", "deployed", None) and not sized else status
        draft.put("status", told or "decided", [self._span_from(chain.first, chain.stop)])
        return draft

    def _mission_in(self, where: Sequence[int]) -> bool:
        return self._parts.has(where, _OF_SEVERAL)

    def _amount(self, clause: Clause, status: str | None) -> DraftFields | None:
        """“London's share will be 500”, “our contingent numbers 355”."""
        parts, chain = self._parts, clause.chain
        subject = parts.subject(clause)
        noun = next((at for at in reversed(subject) if parts.low(at) in _SHARE), None)
        first = next((at for at in clause.after if not self._at_or_of(at)), None)
        figure = self._figure(first)
        if chain.verb.lemma not in _AMOUNT or noun is None or figure is None or first is None:
            return None
        owners = [parts.items[at] for at in subject if parts.items[at].nation and at < noun]
        ours = any(parts.low(at) in _OWN for at in subject)
        if len(owners) > 1 or not (owners or (ours and self._thread.told)) or not self._counts_people(first):
            return None
        draft = DraftFields()
        if owners:
            draft.contingents([(self._code(owners[0]), span_of(owners[0]), figure)])
            draft.put("counts", "contingent", [span_of(parts.items[noun])])
            self._increment(draft, figure)
        else:
            draft.troops(figure, "contingent", [span_of(parts.items[noun])])
        draft.of_a_force = True
        self._locate(draft, [*clause.after, *subject], clause)
        draft.put("status", status or "", [self._span_from(chain.first, chain.stop)])
        return draft

    def _at_or_of(self, at: int) -> bool:
        return self._parts.low(at) in ("at", "of", "to")

    def _counts_people(self, at: int) -> bool:
        sort, _ = counted(self._parts.items, at)
        return sort in (Counted.PERSONS, Counted.WEAK) or self._parts.low(at + 1) in (",", ".", "", "and")
