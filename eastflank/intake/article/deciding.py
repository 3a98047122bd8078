"""What is decided, agreed or allowed."""

from __future__ import annotations

from collections.abc import Iterator

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.draft import DraftFields
from eastflank.intake.article.forces import Force, force_in
from eastflank.intake.article.moving import Moving
from eastflank.intake.article.roles import Role
from eastflank.intake.article.word_sets import word_set

_NEAR_BY = 2
_GIVING = word_set("pledge promise offer commit volunteer")
_BODIES = (lexicon.UNITS - word_set("battery batteries")) | word_set(
    "presence force mission staff staffs cell cells hub hubs outpost post"
)
"""Nouns for soldiers' facilities that are set up somewhere."""
_STRENGTHENING = word_set(
    "enhance strengthen increase bolster boost reinforce expand maintain deepen extend continue "
    "sustain upgrade "
    "step raise double augment adapt transition scale"
)
_MILITARY = word_set("forward military troop rotational allied nato persistent ground army naval air combat")
_BODY = lexicon.STRONG_UNITS | {"presence", "force"}
_ALLIED = word_set("foreign allied nato alliance")
_MATTERS = lexicon.NOMINALS | frozenset(lexicon.NOUN_SHAPES)
_JOINING = word_set("join share contribution contributions")


class Deciding(Moving):
    """Reads clauses about forces that are decided, agreed or allowed."""

    def _decide(self, clause: Clause, status: str | None) -> Iterator[DraftFields]:
        parts, chain = self._parts, clause.chain
        if chain.passive and chain.verb.lemma in ("commit", "order", "plan"):
            yield from self._send(clause, status)
            return
        if (
            chain.verb.lemma
            in ("look", "rule", "call", "back", "ask", "need", "require", "drop", "urge", "request")
            and not chain.passive
        ):
            return
        if chain.verb.lemma == "continue" and not chain.controls and not chain.passive:
            yield from self._goes_on(clause)
            return
        nominal = next((at for at in clause.after if parts.low(at) in lexicon.NOMINALS), None)
        subject = parts.subject(clause)
        if chain.passive:
            yield from self._decided_of(clause, subject, status)
            return
        force = force_in(parts, clause.after)
        if force is None and (offered := self._offers_itself(clause, status)):
            yield offered
            return
        if force is None and (denied := self._denies(clause, status)):
            yield denied
            return
        if force is None or not (
            force.figure is not None
            or nominal
            or force.strong
            or self._bare(force)
            or self._owners(clause.after)
            or (self._thread.told and self._actors(clause) and chain.verb.lemma in _GIVING)
        ):
            return
        if nominal is None and not self._gives(clause, force):
            return
        if nominal and parts.low(nominal) in lexicon.LEAVING_NOMINALS and not self._own_force(clause):
            return
        if nominal and parts.low(nominal) in lexicon.LEAVING_NOMINALS:
            yield from self._leave(clause, "leaving" if status in ("agreed", "decided", "pledged") else None)
            return
        yield from self._decided(clause, force, nominal)

    def _establish(self, clause: Clause, _: str | None) -> Iterator[DraftFields]:
        """“Have decided to establish a presence in Estonia”."""
        parts = self._parts
        subject = parts.subject(clause)
        more = any(one.figure and one.figure.increment for one in (parts.items[at] for at in subject))
        if clause.chain.passive and (parts.has(subject, _BODIES) or more):
            if self._locates([*clause.after, *clause.before], clause):
                force = force_in(parts, subject)
                owners = self._owners(subject) or self._possessors(clause, force)
                yield from self._placed(clause, force, owners, [*clause.after, *clause.before])
            return
        body = parts.has(clause.after, _BODY)
        hosts = [at for at in parts.playing(clause.after, Role.AT) if parts.items[at].nation]
        if clause.chain.verb.lemma in ("establish", "create") and body and hosts:
            force = force_in(parts, clause.after)
            for draft in self._placed(clause, force, self._actors(clause), clause.after):
                draft.marks.add("established")
                yield draft

    def _presence(self, clause: Clause, status: str | None) -> Iterator[DraftFields]:
        """“Have agreed to enhance our forward presence in the east”: decided, though no force is named."""
        parts, chain = self._parts, clause.chain
        named = next((at for at in clause.after if parts.low(at) == "presence"), None)
        if chain.passive or named is None or chain.verb.lemma not in _STRENGTHENING or status is None:
            return
        military = any(
            parts.low(at) in _MILITARY or parts.items[at].nation for at in range(max(named - 4, 0), named)
        )
        if not (military and chain.ahead and self._locates(clause.after, clause)):
            return
        draft = DraftFields()
        draft.marks.add("established")
        draft.nations("lead", self._actors(clause))
        self._locate(draft, clause.after, clause)
        if "lead" in draft.fields and draft.fields["lead"].value.count(";"):
            return
        yield draft

    def _decided(self, clause: Clause, force: Force, nominal: int | None) -> Iterator[DraftFields]:
        parts = self._parts
        where = [*clause.after, *clause.before, *self._continued(clause)]
        actors = self._actors(clause)
        foreign = parts.has(clause.after, _ALLIED)
        draft = DraftFields()
        draft.of_a_force = force.strong
        self._locate(draft, where, clause)
        owners = self._owners(clause.after)
        entering = nominal is not None and parts.low(nominal) in ("entry", "stationing", "presence", "basing")
        if (
            entering
            and owners
            and actors
            and "host" not in draft.fields
            and self._code(owners[0]) != self._code(actors[0])
        ):
            draft.nations("host", actors)
            draft.nations("lead", owners)
            self._size(draft, force, ())
            yield draft
            return
        if foreign or (
            nominal
            and clause.chain.verb.lemma in ("allow", "permit", "approve")
            and "host" not in draft.fields
            and not owners
        ):
            draft.nations("host", actors)
            self._size(draft, force, ())
            yield draft
            return
        senders = owners or actors
        joined = self._joined(where, senders) or parts.has(clause.after, _JOINING) or len(senders) > 1
        somewhere = "host" in draft.fields or "place" in draft.fields
        joined = joined or (self._thread.multinational and not somewhere)
        self._who(draft, senders, force, clause, joined=joined)
        known = self._thread.told or self._thread.multinational
        talked_of = force.strong and force.figure is not None and known
        if senders or somewhere or talked_of:
            yield draft

    def _continued(self, clause: Clause) -> list[int]:
        """What follows in “ordered 3,000 soldiers to deploy to Poland”."""
        clauses = self._parts.clauses
        at = self._parts.place_of(clause) + 1
        after = clauses[at] if at < len(clauses) and clauses[at].chain.infinitive else None
        return list(after.after) if after else []

    def _goes_on(self, clause: Clause) -> Iterator[DraftFields]:
        """“In Niger, the support mission continues with a ceiling of 500”."""
        parts, subject = self._parts, self._parts.subject(clause)
        near = [*clause.after, *clause.before]
        if not parts.has(subject, lexicon.MISSIONS) or not self._locates(near, clause):
            return
        draft = DraftFields()
        self._locate(draft, near, clause)
        draft.nations("lead", self._owners(subject))
        at = next((at for at in clause.after if parts.items[at].figure), None)
        figure = self._figure(at)
        if at is not None and figure and self._sizes_it(at):
            draft.troops(
                self._capped(figure, clause.after),
                "whole",
                self._noun_span(Force(at, None, None, strong=True)),
            )
        draft.of_a_force = True
        yield draft

    def _sizes_it(self, at: int) -> bool:
        before = {self._parts.low(place) for place in range(at - 4, at)}
        return bool(before & {"ceiling", "limit", "cap", "strength", "maximum"})

    def _offers_itself(self, clause: Clause, status: str | None) -> DraftFields | None:
        """“South Africa and Malawi have volunteered”: for the force that was just mentioned."""
        parts = self._parts
        near = parts.sentence.paragraph - self._thread.last_in <= _NEAR_BY
        actors = parts.playing(parts.subject(clause), Role.ACTOR)
        alone = len([at for at in clause.after if parts.items[at].is_word]) == 0
        if not (near and actors and alone and clause.chain.verb.lemma in _GIVING and status):
            return None
        draft = DraftFields()
        draft.contingents([(self._code(one), self._span(one), None) for one in self._actors(clause)])
        draft.leans = True
        return draft

    def _denies(self, clause: Clause, status: str | None) -> DraftFields | None:
        """“Washington was not seeking permanent basing”."""
        parts = self._parts
        nominal = any(parts.low(at) in lexicon.NOMINALS for at in clause.after)
        actors = parts.playing(parts.subject(clause), Role.ACTOR)
        known = self._thread.told or self._thread.about
        if not (clause.chain.negated and status == "denied" and nominal and len(actors) == 1 and known):
            return None
        draft = DraftFields()
        draft.nations("lead", self._actors(clause))
        self._locate(draft, clause.after, clause)
        return draft

    def _none_of(self, at: int) -> bool:
        """“No deployment”, “no stationing of troops”."""
        return self._parts.low(at) in lexicon.NOMINALS and self._parts.low(at - 1) == "no"

    def _decided_of(self, clause: Clause, subject: range, status: str | None) -> Iterator[DraftFields]:
        """“A plan to base a brigade in Poland has been dropped”, “the deployment of … was approved”."""
        parts = self._parts
        force = force_in(parts, subject)
        if force is None and any(self._none_of(at) for at in subject):
            draft = DraftFields()
            self._locate(draft, [*subject, *clause.after, *clause.before], clause)
            draft.nations("lead", self._owners(subject))
            draft.put("status", "denied", [self._span_from(clause.chain.first, clause.chain.stop)])
            if {"lead", "host", "place"} & set(draft.fields) or self._thread.here:
                yield draft
            return
        matter = parts.has(subject, _MATTERS)
        if force is None or not force.strong or not matter or status is None:
            return
        draft = DraftFields()
        self._locate(draft, subject, clause)
        draft.nations("lead", self._owners(subject))
        self._size(draft, force, ())
        if "host" in draft.fields or "place" in draft.fields:
            yield draft
