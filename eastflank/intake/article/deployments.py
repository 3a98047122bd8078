"""Clauses about forces → drafts of deployment claims; the rules by what a verb tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.draft import Draft, span_of
from eastflank.intake.article.forces import Force, force_in
from eastflank.intake.article.items import Item
from eastflank.intake.article.lexicon import Tells
from eastflank.intake.article.lists import Lists
from eastflank.intake.article.proposals import Span
from eastflank.intake.article.roles import Role, is_capital
from eastflank.intake.article.senders import calls_a_contributor, denies_a_force
from eastflank.intake.article.sentence_parts import Parts
from eastflank.intake.article.thread import Named, Thread
from eastflank.intake.article.word_sets import word_set

_CONTRIBUTE = word_set(
    "contribute provide supply add second furnish lend augment reinforce join participate support"
)
_EACH = frozenset(("each", "per"))
_HERE = frozenset(("there", "here"))
_WAITING = word_set("standby alert readiness stand-by")
"""What troops are put on at home."""


class Teller(Lists):
    """Tells what the clauses of one sentence say of forces."""

    def __init__(self, parts: Parts, thread: Thread) -> None:
        super().__init__(parts, thread)
        self._mission = parts.sentence.paragraph - thread.mission_in <= 1
        """Whether a mission is near to which every nation only contributes."""
        self._rules: Mapping[Tells, Callable[[Clause, str | None], Iterator[Draft]]] = {
            Tells.SEND: self._send,
            Tells.GO: self._go,
            Tells.BE: self._be,
            Tells.HAVE: self._have,
            Tells.LEAD: self._lead,
            Tells.HOST: self._host,
            Tells.JOIN: self._join,
            Tells.LEAVE: self._leave,
            Tells.COUNT: self._count,
            Tells.DECIDE: self._decide,
            Tells.OTHER: self._other,
            Tells.MEASURE: self._establish,
        }

    def drafts(self, clause: Clause, status: str | None) -> list[Draft]:
        """The deployments that a clause tells of."""
        if self._parts.has(clause.after, _WAITING) or self._asks_how_many(clause):
            return []
        if clause.chain.negated and status is None:
            return []
        rule = self._rules.get(clause.chain.verb.tells)
        found = list(rule(clause, status)) if rule else []
        found = [one for draft in found for one in self._respectively(draft)]
        for draft in found:
            if clause.chain.verb.tells in (Tells.BE, Tells.HAVE, Tells.GO) and not clause.chain.past:
                draft.marks.add("lasts")
            if status_of(draft) is None and status:
                chain = clause.chain
                words = Span(self._parts.items[chain.first].start, self._parts.items[chain.stop - 1].stop)
                draft.put("status", status, [words])
            if not len(draft.extent):
                draft.extent = self._extent(clause)
        return found

    def _respectively(self, draft: Draft) -> list[Draft]:
        """As many leads as hosts “respectively”: a pair each; otherwise the draft as it is."""
        parts = self._parts
        lead, host = draft.fields.get("lead"), draft.fields.get("host")
        said = any(item.low == "respectively" for item in parts.items)
        if not said or not lead or not host or not 1 < len(lead.spans) == len(host.spans):
            return [draft]
        at = {item.start: item for item in parts.items if item.nation}
        found = []
        for one, other in zip(sorted(lead.spans), sorted(host.spans), strict=True):
            pair = Draft(draft.kind)
            pair.nations("lead", [at[one.start]])
            pair.nations("host", [at[other.start]])
            for name, field in draft.fields.items():
                pair.put(name, field.value, field.spans, field.origin)
            pair.extent = draft.extent
            found.append(pair)
        return found

    def _send(self, clause: Clause, status: str | None) -> Iterator[Draft]:
        chain = clause.chain
        subject = self._parts.subject(clause)
        if self._out_of(clause):
            gone = "ended" if chain.past or chain.perfect else "leaving"
            yield from self._leave(clause, None if status in ("considered", "offered") else gone)
            return
        if chain.passive or chain.reduced:
            force = force_in(self._parts, subject)
            if force:
                senders = self._owners(subject, force)
                yield from self._placed(clause, force, senders, [*clause.after, *clause.before])
            return
        force = force_in(self._parts, clause.after)
        if force is None:
            yield from self._intransitive(clause, subject)
            return
        senders = self._actors(clause) or self._owners(clause.after, force)
        yield from self._placed(clause, force, senders, clause.after)

    def _intransitive(self, clause: Clause, subject: range) -> Iterator[Draft]:
        """“1,700 soldiers will deploy to Poland”, “Denmark will contribute to the battlegroup”."""
        force = force_in(self._parts, subject)
        if clause.chain.verb.lemma in (
            "deploy",
            "move",
            "rotate",
            "redeploy",
            "relocate",
            "transfer",
            "shift",
            "station",
            "base",
        ):
            somewhere = self._locates([*clause.after, *clause.before], clause)
            moves = somewhere or clause.chain.ahead or clause.chain.past
            if force and moves and (force.strong or self._owners(subject, force) or self._thread.told):
                senders = self._owners(subject, force)
                yield from self._placed(clause, force, senders, [*clause.after, *clause.before])
        elif clause.chain.verb.lemma in _CONTRIBUTE:
            yield from self._join(clause, None)

    def _go(self, clause: Clause, _: str | None) -> Iterator[Draft]:
        subject = self._parts.subject(clause)
        force = force_in(self._parts, subject)
        owners = self._owners(subject, force)
        if self._has_an_object(clause):
            return
        if calls_a_contributor(self._parts, clause):
            yield from self._contributor(clause)
            return
        if clause.chain.verb.lemma == "follow":
            yield from self._join(clause, None)
            return
        if self._says_framework(clause.after) and (leaders := self._actors(clause)):
            yield self._led(clause, leaders)
            return
        if force is None and not owners:
            inner = (
                force_in(self._parts, clause.after) if self._parts.low(clause.before.start) in _HERE else None
            )
            if inner and inner.strong:
                yield from self._placed(clause, inner, self._owners(clause.after, inner), clause.after)
            return
        if (
            force
            and force.figure is not None
            and self._thread.told
            and clause.chain.verb.lemma in ("stay", "remain")
        ):
            yield from self._placed(clause, force, owners, [*clause.after, *subject])
        elif force is None or force.strong or owners or self._thread.told:
            where = [*clause.after, *clause.before, *subject]
            if self._locates(where, clause) or (
                owners and clause.chain.verb.lemma in ("arrive", "serve", "embark")
            ):
                yield from self._placed(clause, force, owners, where)

    def _be(self, clause: Clause, _: str | None) -> Iterator[Draft]:
        parts, subject = self._parts, self._parts.subject(clause)
        if any(parts.low(at) == "there" for at in clause.before):
            force = force_in(parts, clause.after)
            if force and (force.strong or self._owners(clause.after, force) or self._bare(force)):
                where = [*clause.after, *clause.before]
                if self._bare(force) and not self._parts.playing(where, Role.AT):
                    yield from self._there(force)
                elif self._locates(where, clause):
                    yield from self._placed(clause, force, self._owners(clause.after, force), where)
            return
        if self._is_operational(clause):
            yield from self._operational(clause)
            return
        if calls_a_contributor(parts, clause):
            yield from self._contributor(clause)
            return
        shared = self._canadian(clause)
        if shared:
            yield shared
            return
        if self._says_framework(clause.after):
            yield self._led(clause, self._actors(clause))
            return
        force = force_in(parts, subject)
        owners = self._owners(subject, force)
        if force and owners and self._is_of_them(subject):
            return
        if force and (force.strong or owners or self._thread.told) and self._stands_somewhere(clause):
            yield from self._placed(clause, force, owners, [*clause.after, *clause.before, *subject])
        elif force is None and owners and self._stands_somewhere(clause):
            yield from self._placed(clause, None, owners, [*clause.after, *clause.before])

    def _there(self, force: Force) -> Iterator[Draft]:
        """“Today there are about 3,300”: where the sentence before has them."""
        draft = Draft()
        draft.leans = True
        self._there_again(draft)
        self._size(draft, force, ())
        yield draft

    def _have(self, clause: Clause, _: str | None) -> Iterator[Draft]:
        force = force_in(self._parts, clause.after)
        subject = self._parts.subject(clause)
        if force is None:
            return
        unit = self._unit_in(subject) or self._parts.has(subject, _EACH)
        if unit and not self._parts.playing(subject, Role.ACTOR):
            yield from self._count(clause, None)
            return
        where = [*clause.after, *clause.before]
        if force.strong or force.figure is not None or (force.units is not None and self._thread.told):
            senders = self._actors(clause) or self._owners(clause.after, force)
            keeps = self._bare(force) and clause.chain.verb.lemma == "keep"
            if self._locates(where, clause) or keeps or self._joined(clause.after, senders):
                yield from self._placed(clause, force, senders, where)

    def _lead(self, clause: Clause, _: str | None) -> Iterator[Draft]:
        parts = self._parts
        if clause.chain.passive:
            leaders = [parts.items[at] for at in parts.playing(clause.after, Role.BY, Role.LEAD)]
            if leaders and self._unit_in(parts.subject(clause)):
                yield self._led(clause, leaders)
            return
        acting = self._actors(clause)
        it = self._thread.multinational and self._parts.low(clause.chain.stop) == "it"
        which = bool(self._related(clause)) and self._unit_in(self._related(clause))
        if acting and (self._unit_in(clause.after) or self._leads_somewhere(clause) or it or which):
            yield from self._leading(clause, acting)

    def _host(self, clause: Clause, _: str | None) -> Iterator[Draft]:
        force = force_in(self._parts, clause.after)
        hosts = self._actors(clause)
        if force is None or not hosts or not (force.strong or self._owners(clause.after, force)):
            return
        draft = Draft()
        draft.of_a_force = True
        draft.nations("host", hosts)
        owners = self._owners(clause.after, force)
        draft.nations("lead", owners)
        self._size(draft, force, ())
        yield draft

    def _join(self, clause: Clause, _: str | None) -> Iterator[Draft]:
        parts = self._parts
        subject = parts.subject(clause)
        joining = self._actors(clause) or self._owners(subject, force_in(parts, subject))
        partners = [parts.items[at] for at in parts.playing(clause.after, Role.LEAD)]
        direct = [
            at for at in parts.playing(clause.after, Role.ACTOR, Role.WITH) if at <= clause.chain.stop + 1
        ]
        if clause.chain.verb.lemma == "join":
            partners = partners or [parts.items[at] for at in direct]
        force = force_in(parts, clause.after)
        figure = self._own_figure(clause, force)
        mission = parts.has(clause.after, lexicon.MISSIONS) or bool(partners)
        if (
            clause.chain.verb.lemma == "follow"
            and not joining
            and (own := force_in(parts, subject))
            and own.strong
            and self._thread.told
        ):
            yield from self._placed(clause, own, [], clause.after)
            return
        told = (clause.chain.verb.lemma == "follow" and self._thread.told) or (
            (clause.chain.verb.tells is Tells.OTHER or clause.chain.verb.lemma == "contribute")
            and self._thread.multinational
            and not parts.has(clause.after, lexicon.ARMS)
        )
        helps = clause.chain.verb.lemma in ("support", "reinforce", "augment")
        if not joining or not (mission or (figure and not helps) or told):
            return
        draft = Draft()
        draft.contingents([(self._code(one), self._span(one), figure) for one in joining])
        draft.nations(
            "lead", [one for one in partners if self._code(one) not in {self._code(own) for own in joining}]
        )
        self._locate(draft, [*clause.after, *clause.before], clause)
        self._increment(draft, figure)
        yield draft

    def _leave(self, clause: Clause, status: str | None) -> Iterator[Draft]:
        parts, chain = self._parts, clause.chain
        subject = parts.subject(clause)
        passive = chain.passive or chain.reduced
        own = force_in(parts, subject)
        force = own if passive or (own and own.strong) else force_in(parts, clause.after)
        if not self._leaves(clause, force, own):
            return
        leaders = self._owners(subject, own) if passive or own else self._actors(clause)
        if chain.verb.lemma == "expel":
            leaders = self._owners(clause.after, force)
        leaders = leaders or self._owners([*subject, *clause.after], force)
        draft = Draft()
        hosts = parts.playing(clause.after, Role.FROM, Role.AT)
        left = [at for at in parts.playing(clause.after, Role.FORCE) if parts.low(at - 1) == "from"]
        hosts += left
        leaders = [one for one in leaders if one not in [parts.items[at] for at in left]]
        if chain.verb.lemma in ("leave", "quit", "exit", "evacuate"):
            hosts += [at for at in parts.playing(clause.after, Role.ACTOR) if at <= chain.stop + 1]
        if chain.verb.lemma == "expel":
            draft.nations("host", self._actors(clause))
        if passive or own:
            hosts += parts.playing(subject, Role.AT)
        away = [at for at in hosts if not self._goes_to(at)]
        draft.nations("host", [parts.items[at] for at in away if not is_capital(parts.items[at])])
        self._name_place(draft, away)
        if not away and any(self._is_here(at) for at in clause.after):
            self._there_again(draft)
        if status:
            draft.put(
                "status", status, [Span(parts.items[chain.first].start, parts.items[chain.stop - 1].stop)]
            )
        if leaders or "host" in draft.fields or ("place" in draft.fields and own and own.strong):
            joined = self._thread.multinational and "host" not in draft.fields
            self._who(draft, leaders, force, clause, joined=joined)
            yield draft

    def _count(self, clause: Clause, _: str | None) -> Iterator[Draft]:
        parts, subject = self._parts, self._parts.subject(clause)
        force = force_in(parts, clause.after)
        if force is None or force.figure is None:
            return
        figure = self._figure(force.figure)
        each = parts.has(subject, _EACH)
        level = parts.has(
            [*subject, *clause.after], word_set("number strength ceiling presence contingent limit")
        )
        unit = self._unit_in(subject)
        pronoun = any(parts.low(at) in ("it", "they", "which") for at in subject) and (
            self._thread.told or self._thread.multinational
        )
        if figure is None or not (each or unit or level or pronoun):
            return
        draft = Draft()
        figure = self._capped(figure, [*subject, *clause.after])
        owners = self._actors(clause) if level and not unit else []
        if owners and (self._mission or parts.has(clause.after, lexicon.UN_LIKE)):
            draft.contingents([(self._code(one), self._span(one), figure) for one in owners[:1]])
            yield draft
            return
        owners = owners or self._owners([*subject, *clause.after], force)
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

    def _decide(self, clause: Clause, status: str | None) -> Iterator[Draft]:
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
        nominal = next((at for at in clause.after if parts.low(at) in lexicon.NOMINALS), None)
        subject = parts.subject(clause)
        if chain.passive:
            yield from self._decided_of(clause, subject, status)
            return
        force = force_in(parts, clause.after)
        if force is None or not (
            force.figure is not None
            or nominal
            or force.strong
            or self._bare(force)
            or self._owners(clause.after, force)
        ):
            return
        if nominal is None and not self._gives(clause, force):
            return
        if nominal and parts.low(nominal) in lexicon.LEAVING_NOMINALS and not self._own_force(clause, force):
            return
        if nominal and parts.low(nominal) in lexicon.LEAVING_NOMINALS:
            yield from self._leave(clause, "leaving" if status in ("agreed", "decided", "pledged") else None)
            return
        yield from self._decided(clause, force, nominal)

    def _establish(self, clause: Clause, _: str | None) -> Iterator[Draft]:
        """“Have decided to establish a presence in Estonia”."""
        parts = self._parts
        body = parts.has(clause.after, lexicon.STRONG_UNITS | {"presence", "force"})
        hosts = [at for at in parts.playing(clause.after, Role.AT) if parts.items[at].nation]
        if clause.chain.verb.lemma in ("establish", "create") and body and hosts:
            force = force_in(parts, clause.after)
            for draft in self._placed(clause, force, self._actors(clause), clause.after):
                draft.marks.add("established")
                yield draft

    def _other(self, clause: Clause, _: str | None) -> Iterator[Draft]:
        """“Takes over the lead”, “takes part in the mission”, “gave the green light for 3,000 men”."""
        parts, lemma = self._parts, clause.chain.verb.lemma
        first = parts.low(clause.chain.stop)
        if lemma == "take" and first in ("over", "command", "charge", "the"):
            taken = parts.has(
                clause.after, word_set("command lead leadership battlegroup mission brigade force")
            )
            leaders = self._actors(clause)
            if taken and leaders:
                yield from self._leading(clause, leaders)
        elif lemma == "set" and first in ("off", "out"):
            force = force_in(parts, parts.subject(clause))
            owners = self._owners(parts.subject(clause), force)
            if owners or (force and force.strong):
                for draft in self._placed(clause, force, owners, clause.after):
                    draft.put(
                        "status", "arriving", [self._span_from(clause.chain.first, clause.chain.stop + 1)]
                    )
                    yield draft
        elif lemma == "become" and self._is_operational(clause):
            yield from self._operational(clause)
        elif lemma == "take" and first == "part":
            yield from self._join(clause, None)
        elif lemma == "give" and parts.has(
            clause.after, frozenset(("light", "go-ahead", "approval", "consent"))
        ):
            force = force_in(parts, clause.after)
            if force and force.strong:
                for draft in self._decided(clause, force, None):
                    draft.put("status", "decided", [self._span_from(clause.chain.first, clause.chain.stop)])
                    yield draft

    def _placed(
        self, clause: Clause, force: Force | None, senders: Sequence[Item | Named], where: Iterable[int]
    ) -> Iterator[Draft]:
        """Who sends whom where; a list of several pairs is several drafts."""
        where = list(where)
        shared = self._shares(clause)
        if shared:
            draft = Draft()
            draft.contingents(shared)
            self._locate(draft, where, clause)
            yield draft
            return
        groups = self._groups(clause, force, senders)
        if groups:
            yield from groups
            return
        draft = Draft()
        self._locate(draft, where, clause)
        somewhere = "host" in draft.fields or "place" in draft.fields
        joined = self._joined(where, senders) or clause.chain.verb.lemma in _CONTRIBUTE
        denied = clause.chain.negated or denies_a_force(self._parts, clause)
        joined = (
            joined
            or (self._mission and not denied)
            or (self._thread.multinational and not somewhere)
            or len({self._code(one) for one in senders}) > 1
        )
        self._who(draft, senders, force, clause, joined=joined)
        if joined:
            draft.nations("lead", self._leads_among(where, senders))
        yield draft

    def _decided(self, clause: Clause, force: Force, nominal: int | None) -> Iterator[Draft]:
        parts = self._parts
        where = [*clause.after, *clause.before, *self._continued(clause)]
        actors = self._actors(clause)
        foreign = parts.has(clause.after, word_set("foreign allied nato alliance"))
        draft = Draft()
        self._locate(draft, where, clause)
        owners = self._owners(clause.after, force)
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
        joined = self._joined(where, senders) or parts.has(clause.after, frozenset(("join",)))
        somewhere = "host" in draft.fields or "place" in draft.fields
        joined = joined or (self._thread.multinational and not somewhere)
        self._who(draft, senders, force, clause, joined=joined)
        if senders or somewhere:
            yield draft

    def _continued(self, clause: Clause) -> list[int]:
        """What follows in “ordered 3,000 soldiers to deploy to Poland”."""
        clauses = self._parts.clauses
        at = self._parts.place_of(clause) + 1
        after = clauses[at] if at < len(clauses) and clauses[at].chain.infinitive else None
        return list(after.after) if after else []

    def _decided_of(self, clause: Clause, subject: range, status: str | None) -> Iterator[Draft]:
        """“A plan to base a brigade in Poland has been dropped”, “the deployment of … was approved”."""
        parts = self._parts
        force = force_in(parts, subject)
        matter = parts.has(subject, lexicon.NOMINALS | frozenset(lexicon.NOUN_SHAPES))
        if force is None or not force.strong or not matter or status is None:
            return
        draft = Draft()
        self._locate(draft, subject, clause)
        draft.nations("lead", self._owners(subject, force))
        self._size(draft, force, ())
        if "host" in draft.fields or "place" in draft.fields:
            yield draft

    def _leading(self, clause: Clause, leaders: Sequence[Item | Named]) -> Iterator[Draft]:
        segments = self._segments(clause.after)
        if (
            len(segments) > 1
            and all(one.hosts for one in segments)
            and all(one.nation for one in segments[1:])
        ):
            segments[0] = segments[0]._replace(nation=leaders[0])
            for number, one in enumerate(segments):
                yield self._of_segment(clause, one, leaders, None, number)
            return
        yield self._led(clause, leaders)

    def _led(self, clause: Clause, leaders: Sequence[Item | Named]) -> Draft:
        draft = Draft()
        draft.nations("lead", leaders)
        draft.leans = any(isinstance(one, Named) for one in leaders)
        self._locate(draft, [*clause.after, *clause.before, *self._related(clause)], clause)
        force = force_in(self._parts, clause.after)
        if force:
            if force.figure is not None and (figure := self._figure(force.figure)):
                draft.troops(figure, "whole", self._noun_span(force))
            if force.units is not None:
                self._units(draft, force.units)
        return draft

    def _contributor(self, clause: Clause) -> Iterator[Draft]:
        """“Indonesia, with 1,230 soldiers, is the largest contributor”."""
        actors = [one for one in self._actors(clause) if isinstance(one, Item)]
        force = force_in(self._parts, [*clause.before, *clause.after])
        if len(actors) == 1 and force and force.figure is not None:
            draft = Draft()
            draft.contingents([(self._code(actors[0]), self._span(actors[0]), self._figure(force.figure))])
            yield draft

    def _operational(self, clause: Clause) -> Iterator[Draft]:
        """“The Canadian-led battlegroup became fully operational”."""
        subject = self._parts.subject(clause)
        owners = self._owners(subject, None)
        if owners and self._unit_in(subject):
            yield self._led(clause, owners)

    def _canadian(self, clause: Clause) -> Draft | None:
        """“Roughly 450 of them are Canadian”."""
        parts = self._parts
        force = force_in(parts, clause.before)
        first = clause.chain.stop
        figure = self._figure(force.figure) if force else None
        nation = parts.items[first].nation if first < len(parts.items) else None
        if figure is None or nation is None or parts.roles[first] is not Role.FORCE:
            return None
        draft = Draft()
        draft.contingents([(nation.code, span_of(parts.items[first]), figure)])
        return draft

    def _leaves(self, clause: Clause, force: Force | None, own: Force | None) -> bool:
        """Whether it is soldiers that leave, or a mission that ends."""
        parts, lemma = self._parts, clause.chain.verb.lemma
        mission = parts.has(
            [*parts.subject(clause), *clause.after], lexicon.MISSIONS | {"part", "contingent"}
        )
        if lemma == "end":
            return mission
        if lemma == "return":
            return bool(own and own.strong) and parts.has(clause.after, frozenset(("home",)))
        if lemma in ("close", "halve", "remove", "evacuate"):
            return bool(force and force.strong) and bool(parts.playing(clause.after, Role.FROM))
        if lemma == "leave" and force is not None and not (own and own.strong):
            return bool(parts.playing(clause.after, Role.FROM))
        owned = (
            bool(self._owners([*parts.subject(clause), *clause.after], force)) or self._thread.multinational
        )
        return mission or bool(force and (force.strong or owned))


def status_of(draft: Draft) -> str | None:
    """The status of a draft; None where it has none yet."""
    field = draft.fields.get("status")
    return field.value if field else None
