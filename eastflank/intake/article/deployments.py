"""Clauses about forces → drafts of deployment claims; the rules by what a verb tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause, Subject
from eastflank.intake.article.counting import Counted, counted
from eastflank.intake.article.draft import Draft, span_of
from eastflank.intake.article.figures import Figure
from eastflank.intake.article.items import Item
from eastflank.intake.article.lexicon import Tells
from eastflank.intake.article.nations import Form
from eastflank.intake.article.proposals import Span
from eastflank.intake.article.roles import Role, is_capital, noun_after
from eastflank.intake.article.sentence_parts import Parts
from eastflank.intake.article.thread import Named, Thread

_CONTRIBUTE = frozenset(
    "contribute provide supply add second furnish lend augment reinforce join participate support".split()
)
_PRONOUNS = frozenset("it they he she we its their".split())
_EACH = frozenset(("each", "per"))
_HERE = frozenset(("there", "here"))
_THE_UNIT = lexicon.UNITS | lexicon.MISSIONS | {"one", "troops", "forces"}
_NO_UNIT_AFTER = frozenset("commander commanders chief headquarters flag on".split())
_WAITING = frozenset("standby alert readiness stand-by".split())
"""What troops are put on at home."""
_AROUND = frozenset("country peninsula region kingdom republic".split())
_STRONG = lexicon.PERSONS - lexicon.WEAK_PERSONS
_SINGLE = frozenset(("a", "an", "one"))


class Force(NamedTuple):
    """The soldiers or units of which a clause tells."""

    figure: int | None
    """The index of the figure that counts persons."""
    units: int | None
    """The index of what counts units: a figure, or “a”."""
    noun: int | None
    """The index of the noun."""
    strong: bool
    """Whether the noun alone says that they are soldiers."""


def force_in(parts: Parts, where: Iterable[int]) -> Force | None:
    """The first force told of in these items; None where there is none."""
    figure = units = noun = None
    strong = False
    for at in where:
        item = parts.items[at]
        if item.figure and figure is None:
            sort, named = counted(parts.items, at)
            if sort is Counted.UNITS and units is None:
                units, noun, strong = at, named, strong or parts.low(named) in lexicon.STRONG_UNITS
            elif sort in (Counted.PERSONS, Counted.WEAK, Counted.BARE):
                figure = at
                noun = named if named != at else noun
                strong = strong or sort is Counted.PERSONS
        elif noun is None and _is_force(parts, at):
            noun = at
            strong = strong or item.low in _STRONG | lexicon.STRONG_UNITS
            units = units if units is not None else _one(parts, at)
    if figure is None and noun is None and units is None:
        return None
    return Force(figure, units, noun, strong)


def _is_force(parts: Parts, at: int) -> bool:
    low = parts.low(at)
    if low in lexicon.UNITS:
        return parts.low(at + 1) not in _NO_UNIT_AFTER and not (
            low in ("headquarters", "unit") and parts.low(at + 1) == "on"
        )
    return low in lexicon.PERSONS and not _in_a_name(parts, at)


def _in_a_name(parts: Parts, at: int) -> bool:
    """“Armed Forces”, “Air Force”, “Task Force”: a service, no force that stands somewhere."""
    before = parts.low(at - 1)
    return before in ("armed", "air", "task", "police", "staff", "general") or parts.low(at + 1) in (
        "minister", "ministers", "chief", "leaders", "commander",
    )  # fmt: skip


def _one(parts: Parts, noun: int) -> int | None:
    """The index of “a” before a unit and its adjectives; None where the unit is not said to be one."""
    if parts.low(noun) not in lexicon.UNITS or parts.low(noun).endswith("s"):
        return None
    at = noun - 1
    while at >= 0 and (parts.items[at].nation or parts.items[at].is_word or parts.low(at) == "-"):
        if parts.low(at) in _SINGLE:
            return at
        if parts.low(at) in lexicon.LOCATING | lexicon.COMING_FROM or parts.low(at) in (
            "the",
            "its",
            "their",
            "that",
        ):
            return None
        at -= 1
    return None


class Teller:
    """Tells what the clauses of one sentence say of forces."""

    def __init__(self, parts: Parts, thread: Thread) -> None:
        self._parts = parts
        self._thread = thread
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
        }

    def drafts(self, clause: Clause, status: str | None) -> list[Draft]:
        """The deployments that a clause tells of."""
        if self._parts.has(clause.after, _WAITING) or self._asks_how_many(clause):
            return []
        rule = self._rules.get(clause.chain.verb.tells)
        found = list(rule(clause, status)) if rule else []
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

    def listed(self, clause: Clause, told: Sequence[Draft]) -> list[Draft]:
        """What is listed after a colon: “in three countries: 1,000 in Mali, 1,200 in Chad and 300 in Niger”."""
        parts = self._parts
        colon = next((at for at in range(clause.chain.stop, len(parts.items)) if parts.low(at) == ":"), None)
        if colon is None or not told:
            return []
        segments = self._segments(range(colon + 1, len(parts.items)))
        senders = [parts.items[at] for at in parts.playing(clause.before, Role.FORCE, Role.ACTOR)]
        if len(segments) > 1 and all(one.figure for one in segments[:2]):
            usable = [one for one in segments if one.figure is not None and one.hosts]
            found = [self._of_segment(clause, one, senders, None, at + 1) for at, one in enumerate(usable)]
            for draft in found:
                status = told[-1].fields.get("status")
                if status:
                    draft.put("status", status.value, status.spans)
            return found
        return []

    def in_passing(self, clauses: Sequence[Clause]) -> Iterator[Draft]:
        """A force named with its place under another verb: “Ireland's 340 soldiers near Tyre have spent weeks …”."""
        parts = self._parts
        found = self._of_a_nominal(clauses) or self._led_by()
        if found:
            yield found
            return
        for at, item in enumerate(parts.items):
            sort, noun = counted(parts.items, at) if item.figure else (Counted.OTHER, at)
            if sort is not Counted.PERSONS or parts.low(noun + 1) not in ("in", "at", "near"):
                continue
            force = Force(at, None, noun, strong=True)
            owners = self._owners(range(max(at - 3, 0), noun + 1), force)
            where = [
                place
                for place in range(noun + 2, min(noun + 5, len(parts.items)))
                if parts.roles[place] is Role.AT
            ]
            past = any(one.chain.past and not one.chain.perfect for one in clauses)
            if owners and where and not past:
                draft = Draft()
                self._locate_at(draft, where[:1])
                self._who(
                    draft, owners, force, clauses[0], self._mission or self._thread.multinational
                )
                draft.put("status", "deployed", [span_of(parts.items[noun + 1])])
                draft.extent = range(max(at - 3, 0), where[0] + 1)
                yield draft

    def in_a_list(self) -> Iterator[Draft]:
        """A line of a fact sheet: “Bulgaria: framework nation Italy; contributing nations Albania and Greece”."""
        parts = self._parts
        every = range(len(parts.items))
        lead = self._after_words(("framework", "nation"), ("framework", "nations"), ("lead", "nation"))
        others = self._after_words(
            ("contributing", "nations"),
            ("contributing", "nation"),
            ("contributors",),
            ("contributing", "countries"),
        )
        if not lead and not others:
            return
        draft = Draft()
        first = next((at for at in every if parts.items[at].nation), None)
        if first is not None and parts.low(first + 1) == ":":
            draft.nations("host", [parts.items[first]])
        draft.nations("lead", lead)
        draft.contingents([(self._code(one), self._span(one), None) for one in others])
        force = force_in(parts, [at for at in every if parts.items[at].figure] + list(every))
        if force and force.figure is not None and (figure := self._figure(force.figure)):
            draft.troops(figure, "whole", self._noun_span(force, ()))
        self._name_place(draft, parts.playing(every, Role.AT))
        draft.extent = every
        yield draft

    def _after_words(self, *forms: tuple[str, ...]) -> list[Item]:
        """The nations listed after one of these forms, up to a semicolon or a full stop."""
        parts = self._parts
        for at in range(len(parts.items)):
            for words in forms:
                if tuple(item.low for item in parts.items[at : at + len(words)]) == words:
                    return list(self._listed_from(at + len(words)))
        return []

    def _listed_from(self, at: int) -> Iterator[Item]:
        parts = self._parts
        while at < len(parts.items) and (
            parts.items[at].nation
            or parts.low(at) in (":", ",", "and", "is", "are", "the", "include", "(", "—")
        ):
            if parts.items[at].nation:
                yield parts.items[at]
            at += 1

    def _led_by(self) -> Draft | None:
        """“The pledged forces led by Canada and Germany”: leads without a verb of their own."""
        parts = self._parts
        for at in range(1, len(parts.items) - 2):
            noun = parts.low(at - 1) in lexicon.PERSONS | lexicon.UNITS | lexicon.MISSIONS
            if noun and parts.low(at) == "led" and parts.low(at + 1) == "by":
                leaders = [
                    parts.items[place] for place in parts.playing(range(at + 2, len(parts.items)), Role.LEAD)
                ]
                if leaders:
                    draft = Draft()
                    draft.nations("lead", leaders)
                    verb = lexicon.VERBS.get(parts.low(at - 2))
                    status = lexicon.SHAPES.get(verb.lemma, "") if verb else ""
                    draft.put("status", status, [span_of(parts.items[at - 2])])
                    draft.marks.add("nominal")
                    draft.extent = range(len(parts.items))
                    return draft
        return None

    def _of_a_nominal(self, clauses: Sequence[Clause]) -> Draft | None:
        """“Welcomed the stationing of a German brigade in Lithuania”."""
        parts = self._parts
        for at in range(len(parts.items) - 2):
            if parts.low(at) in lexicon.NOMINALS and parts.low(at + 1) == "of":
                stop = min(at + 14, len(parts.items))
                force = force_in(parts, range(at + 2, stop))
                verb = next((one.chain for one in clauses if at in one.after or at in one.before), None)
                if force and force.strong and verb:
                    draft = Draft()
                    self._locate_at(draft, parts.playing(range(at + 2, stop), Role.AT))
                    owners = self._owners(range(max(at - 3, 0), stop), force)
                    self._who(draft, owners, force, clauses[0], joined=False)
                    status = lexicon.SHAPES.get(verb.verb.lemma, "")
                    if parts.low(at) in lexicon.LEAVING_NOMINALS:
                        status = "leaving"
                    if not status and parts.low(at) == "presence":
                        draft.put("status", "deployed", [span_of(parts.items[at])])
                    draft.put("status", status, [self._span_from(verb.first, verb.stop)])
                    draft.marks.add("nominal")
                    draft.extent = range(at, stop)
                    return draft
        return None

    # What a verb tells

    def _send(self, clause: Clause, status: str | None) -> Iterator[Draft]:
        chain = clause.chain
        subject = self._parts.subject(clause)
        if self._out_of(clause):
            yield from self._leave(clause, None if status in ("considered", "offered") else "leaving")
            return
        if chain.passive or chain.reduced:
            force = force_in(self._parts, subject)
            if force:
                senders = self._owners([*subject, *self._by(clause)], force)
                yield from self._placed(clause, force, senders, [*clause.after, *self._front(clause)])
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
            if force and (force.strong or self._owners(subject, force) or self._thread.told):
                senders = self._owners(subject, force)
                yield from self._placed(clause, force, senders, [*clause.after, *self._front(clause)])
        elif clause.chain.verb.lemma in _CONTRIBUTE:
            yield from self._join(clause, None)

    def _go(self, clause: Clause, _: str | None) -> Iterator[Draft]:
        subject = self._parts.subject(clause)
        force = force_in(self._parts, subject)
        owners = self._owners(subject, force)
        if self._has_an_object(clause):
            return
        if parts_contribute(self._parts, clause):
            yield from self._contributor(clause)
            return
        if clause.chain.verb.lemma == "follow":
            yield from self._join(clause, None)
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
            yield from self._placed(clause, force, owners, [*clause.after, *self._beside(subject)])
        elif force is None or force.strong or owners or self._leans_on_force(subject):
            where = [*clause.after, *self._front(clause), *self._beside(subject)]
            if self._locates(where, clause) or (
                owners and clause.chain.verb.lemma in ("arrive", "serve", "embark")
            ):
                yield from self._placed(clause, force, owners, where)

    def _be(self, clause: Clause, _: str | None) -> Iterator[Draft]:
        parts, subject = self._parts, self._parts.subject(clause)
        if any(parts.low(at) == "there" for at in clause.before):
            force = force_in(parts, clause.after)
            if force and (force.strong or self._owners(clause.after, force) or self._bare(force)):
                where = [*clause.after, *self._front(clause)]
                if self._bare(force) and not self._parts.playing(where, Role.AT):
                    yield from self._there(clause, force)
                elif self._locates(where, clause):
                    yield from self._placed(clause, force, self._owners(clause.after, force), where)
            return
        if self._is_operational(clause):
            yield from self._operational(clause)
            return
        if parts_contribute(parts, clause):
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
        if (
            force
            and (force.strong or owners or self._leans_on_force(subject))
            and self._stands_somewhere(clause)
        ):
            yield from self._placed(
                clause, force, owners, [*clause.after, *self._front(clause), *self._beside(subject)]
            )
        elif force is None and owners and self._stands_somewhere(clause):
            yield from self._placed(clause, None, owners, [*clause.after, *self._front(clause)])

    def _there(self, clause: Clause, force: Force) -> Iterator[Draft]:
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
        where = [*clause.after, *self._front(clause)]
        if force.strong or force.figure is not None:
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
        leaders = self._actors(clause)
        it = self._thread.multinational and self._parts.low(clause.chain.stop) == "it"
        which = bool(self._related(clause)) and self._unit_in(self._related(clause))
        if leaders and (self._unit_in(clause.after) or self._leads_somewhere(clause) or it or which):
            yield from self._leading(clause, leaders)

    def _host(self, clause: Clause, _: str | None) -> Iterator[Draft]:
        force = force_in(self._parts, clause.after)
        hosts = self._actors(clause)
        if force is None or not hosts or not (force.strong or self._owners(clause.after, force)):
            return
        draft = Draft()
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
            clause.chain.verb.tells is Tells.OTHER and self._thread.multinational
        )
        if not joining or not (mission or figure or told):
            return
        draft = Draft()
        draft.contingents([(self._code(one), self._span(one), figure) for one in joining])
        draft.nations(
            "lead", [one for one in partners if self._code(one) not in {self._code(own) for own in joining}]
        )
        self._locate(draft, [*clause.after, *self._front(clause)], clause)
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
        if leaders or "host" in draft.fields:
            self._who(
                draft, leaders, force, clause, bool(self._thread.multinational and "host" not in draft.fields)
            )
            yield draft

    def _count(self, clause: Clause, _: str | None) -> Iterator[Draft]:
        parts, subject = self._parts, self._parts.subject(clause)
        force = force_in(parts, clause.after)
        if force is None or force.figure is None:
            return
        figure = self._figure(force.figure)
        each = parts.has(subject, _EACH)
        level = parts.has(
            [*subject, *clause.after], frozenset("number strength ceiling presence contingent limit".split())
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
        self._locate(draft, [*subject, *clause.after, *self._front(clause)], clause)
        if each:
            at = next(at for at in subject if parts.low(at) in _EACH)
            draft.troops(figure, "unit", [span_of(parts.items[at])])
        elif parts.low(self._before_figure(force.figure)) == "by":
            draft.troops(figure, "increment", [span_of(parts.items[self._before_figure(force.figure)])])
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
            nominal or force.strong or self._bare(force) or self._owners(clause.after, force)
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

    def _other(self, clause: Clause, _: str | None) -> Iterator[Draft]:
        """“Takes over the lead”, “takes part in the battlegroup”, “gave the green light for 3,000 soldiers”."""
        parts, lemma = self._parts, clause.chain.verb.lemma
        first = parts.low(clause.chain.stop)
        if lemma == "take" and first in ("over", "command", "charge", "the"):
            taken = parts.has(
                clause.after, frozenset("command lead leadership battlegroup mission brigade force".split())
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

    def _own_force(self, clause: Clause, force: Force) -> bool:
        """Whether it is said whose force it is: “its troops”, “American troops”."""
        parts = self._parts
        return bool(self._owners(clause.after, force)) or parts.has(
            clause.after, frozenset(("its", "their", "his", "our"))
        )

    # Parts of a draft

    def _placed(
        self, clause: Clause, force: Force | None, senders: Sequence[Item | Named], where: Iterable[int]
    ) -> Iterator[Draft]:
        """Who sends whom where; a list of several pairs is several drafts."""
        where = list(where)
        groups = self._groups(clause, force, senders)
        if groups:
            yield from groups
            return
        draft = Draft()
        self._locate(draft, where, clause)
        somewhere = "host" in draft.fields or "place" in draft.fields
        joined = self._joined(where, senders) or clause.chain.verb.lemma in _CONTRIBUTE
        denied = clause.chain.negated or parts_deny(self._parts, clause)
        joined = (
            joined
            or (self._mission and not denied)
            or (self._thread.multinational and not somewhere)
            or len({self._code(one) for one in senders}) > 1
        )
        self._who(draft, senders, force, clause, joined)
        if joined:
            draft.nations("lead", self._leads_among(where, senders))
        yield draft

    def _who(
        self,
        draft: Draft,
        senders: Sequence[Item | Named],
        force: Force | None,
        clause: Clause,
        joined: bool,  # noqa: FBT001, PLR0913
    ) -> None:
        figure = self._figure(force.figure) if force and force.figure is not None else None
        unit_size = bool(force and figure and self._sizes_a_unit(force, clause))
        several = len({self._code(one) for one in senders}) > 1
        if joined and senders:
            share = None if unit_size or several else figure
            draft.contingents([(self._code(one), self._span(one), share) for one in senders])
            self._increment(draft, share)
        else:
            draft.nations("lead", senders)
        draft.leans = draft.leans or any(isinstance(one, Named) for one in senders)
        if force:
            draft.of_a_force = force.noun is not None
            self._size(draft, force, senders if joined and not (unit_size or several) else (), unit=unit_size)

    def _size(
        self, draft: Draft, force: Force, shared: Sequence[Item | Named], *, unit: bool = False
    ) -> None:
        figure = self._figure(force.figure) if force.figure is not None else None
        if unit and (
            noun := next(
                (
                    at
                    for at in range(len(self._parts.items))
                    if self._parts.low(at) in ("unit", "battalion", "battlegroup", "brigade", "company")
                ),
                None,
            )
        ):
            draft.put("unit_count", "1", [span_of(self._parts.items[noun])])
        if figure and not shared:
            draft.troops(figure, "unit" if unit else "whole", self._noun_span(force, ()))
        if force.units is not None:
            self._units(draft, force.units)

    def _units(self, draft: Draft, at: int) -> None:
        item = self._parts.items[at]
        if item.figure and item.figure.low == item.figure.high and item.figure.low:
            draft.put("unit_count", str(item.figure.low), [Span(*item.figure.numbers[0])])
        elif item.low in _SINGLE:
            draft.put("unit_count", "1", [span_of(item)])

    def _increment(self, draft: Draft, figure: Figure | None) -> None:
        if figure and figure.increment:
            draft.put("counts", "increment", [Span(*figure.increment)])

    def _groups(self, clause: Clause, force: Force | None, senders: Sequence[Item | Named]) -> list[Draft]:
        segments = self._segments(clause.after)
        if len(segments) < 2:  # noqa: PLR2004 - a list
            return []
        first = segments[0]
        if first.nation is None and len(senders) == 1:
            segments[0] = first._replace(nation=senders[0])
        if all(one.nation and one.figure for one in segments) and not any(one.hosts for one in segments):
            draft = Draft()
            draft.contingents(
                [
                    (self._code(one.nation), self._span(one.nation), self._figure(one.figure))
                    for one in segments
                    if one.nation
                ]
            )
            draft.extent = self._extent(clause)
            return [draft]
        if all(one.hosts and (one.figure or one.nation) for one in segments):
            return [self._of_segment(clause, one, senders, force, at) for at, one in enumerate(segments)]
        return []

    def _of_segment(
        self,
        clause: Clause,
        segment: _Segment,
        senders: Sequence[Item | Named],
        force: Force | None,
        number: int,
    ) -> Draft:
        draft = Draft()
        owners = [segment.nation] if segment.nation else list(senders)
        figure = self._figure(segment.figure)
        draft.nations("host", [self._parts.items[at] for at in segment.hosts if self._parts.items[at].nation])
        self._name_place(draft, segment.hosts)
        if clause.chain.verb.lemma in _CONTRIBUTE and owners:
            draft.contingents([(self._code(one), self._span(one), figure) for one in owners])
        else:
            draft.nations("lead", owners)
            if figure:
                draft.troops(
                    figure,
                    "whole",
                    (self._noun_span(force, ()) if force else []) or [Span(*figure.numbers[0])],
                )
        begin = self._extent(clause).start if number == 0 else segment.start
        draft.extent = range(begin, max(segment.hosts[-1], segment.start) + 1)
        return draft

    def _segments(self, where: range) -> list[_Segment]:
        """The members of a list after the verb, each with its nation, figure and hosts."""
        parts = self._parts
        found = [_Segment(where.start)]
        for at in where:
            item, role = parts.items[at], parts.roles[at]
            now = found[-1]
            opens = parts.low(at - 1) in (",", "and", "of", "as", "the") and (
                now.figure is not None or now.hosts
            )
            if item.nation and role is Role.ACTOR:
                if opens:
                    found.append(_Segment(at, nation=item))
                elif now.nation is None and not now.figure:
                    found[-1] = now._replace(nation=item)
            elif item.figure and counted(parts.items, at)[0] in (Counted.PERSONS, Counted.BARE):
                if now.figure is not None and (opens or now.hosts):
                    found.append(_Segment(at, figure=at))
                elif now.figure is None:
                    found[-1] = now._replace(figure=at)
            elif parts.low(at) in ("rest", "remainder", "others") and now.hosts:
                found.append(_Segment(at))
            elif role in (Role.AT, Role.FOR):
                found[-1] = now._replace(hosts=(*now.hosts, at))
        return found

    def _decided(self, clause: Clause, force: Force, nominal: int | None) -> Iterator[Draft]:
        parts = self._parts
        where = [*clause.after, *self._front(clause), *self._continued(clause)]
        actors = self._actors(clause)
        foreign = parts.has(clause.after, frozenset("foreign allied nato alliance".split()))
        draft = Draft()
        self._locate(draft, where, clause)
        owners = self._owners(clause.after, force)
        entering = nominal is not None and parts.low(nominal) in ("entry", "stationing", "presence", "basing")
        if entering and owners and actors and "host" not in draft.fields and self._code(owners[0]) != self._code(actors[0]):
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
        self._who(draft, senders, force, clause, joined or (self._thread.multinational and not somewhere))
        if senders or somewhere:
            yield draft

    def _continued(self, clause: Clause) -> list[int]:
        """What follows in “ordered 3,000 soldiers to deploy to Poland”."""
        clauses = self._parts.clauses
        at = clauses.index(clause) + 1
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
        self._locate(draft, [*clause.after, *self._front(clause), *self._related(clause)], clause)
        force = force_in(self._parts, clause.after)
        if force:
            if force.figure is not None and (figure := self._figure(force.figure)):
                draft.troops(figure, "whole", self._noun_span(force, ()))
            if force.units is not None:
                self._units(draft, force.units)
        return draft

    # Who, where and how many

    def _actors(self, clause: Clause) -> list[Item | Named]:
        """The nations that act: named before the verb, or meant by a pronoun there."""
        parts = self._parts
        subject = parts.subject(clause)
        found: list[Item | Named] = [parts.items[at] for at in parts.playing(subject, Role.ACTOR)]
        found = found or [
            parts.items[at] for at in parts.playing(subject, Role.OFFICIAL) if self._governs(at)
        ]
        if not found and not force_in(parts, subject):
            found = [parts.items[at] for at in parts.playing(subject, Role.FORCE)]
        if clause.chain.passive and not found:
            found = [parts.items[at] for at in parts.playing(clause.after, Role.BY)]
        if not found and clause.chain.infinitive:
            found = self._of_the_noun(clause)
        if not found and clause.kind is Subject.WHOSE:
            found = [parts.items[at] for at in clause.antecedent if parts.items[at].nation][-1:]
        if not found and (any(parts.low(at) in _PRONOUNS for at in subject) or not len(subject)):
            found = list(self._meant(clause))
        return found

    def _of_the_noun(self, clause: Clause) -> list[Item | Named]:
        """“The decision of Germany to station a brigade”, “a commitment by France to send …”."""
        parts, first = self._parts, clause.chain.first
        noun = next((at for at in range(first - 1, max(first - 7, -1), -1) if parts.low(at) in lexicon.NOUN_SHAPES), None)
        if noun is None:
            return []
        near = [at for at in range(max(noun - 3, 0), first) if parts.items[at].nation]
        owned = [at for at in near if at > noun and parts.low(at - 1) in ("of", "by", "from")]
        owned = owned or [at for at in near if at < noun and parts.roles[at] in (Role.OTHER, Role.OFFICIAL)]
        return [parts.items[at] for at in owned]

    def _meant(self, clause: Clause) -> Sequence[Item | Named]:
        """The nations that “it” or “they” mean: those who acted before in the sentence, then in the article."""
        parts = self._parts
        pronouns = {parts.low(at) for at in parts.subject(clause)}
        for at in range(clause.chain.first - 1, -1, -1):
            earlier = parts.items[at]
            if (
                parts.roles[at] in (Role.ACTOR, Role.OFFICIAL)
                and earlier.nation
                and not _is_plain_place(earlier)
            ):
                return [earlier]
        if pronouns & {"it", "its"} and parts.low(0) in _PRONOUNS:
            return self._thread.who
        return ()

    def _governs(self, at: int) -> bool:
        """Whether “the German parliament” or “Canadian leaders” act for their nation."""
        noun = noun_after(self._parts.items, at + 1 + (self._parts.low(at + 1) in ("'s", "'")))
        return noun is not None and self._parts.low(noun) in lexicon.SPEECH_TITLES and self._parts.low(noun) not in (
            "official", "officials", "source", "sources", "general", "colonel", "spokesman", "spokeswoman", "officer", "officers",
        )  # fmt: skip

    def _owners(self, where: Iterable[int], force: Force | None) -> list[Item | Named]:
        """Whose force it is."""
        parts = self._parts
        found: list[Item | Named] = [parts.items[at] for at in parts.playing(where, Role.FORCE, Role.LEAD)]
        if found or force is None:
            return found
        return found

    def _by(self, clause: Clause) -> list[int]:
        return []

    def _front(self, clause: Clause) -> list[int]:
        """What stands before the subject or in it: “In Mali, …”, “the Americans in Orzysz”."""
        return list(clause.before)

    def _beside(self, subject: range) -> list[int]:
        return list(subject)

    def _related(self, clause: Clause) -> list[int]:
        """What “which” stands for in “the battlegroup at Rukla, which Germany has led”."""
        start = clause.before.start
        if not start or self._parts.low(start - 1) not in ("which", "that", "whom"):
            return []
        begin = start - 1
        while begin > 0 and self._parts.low(begin - 1) not in (";", ":", ".", "—") and start - begin < 16:
            begin -= 1
        return list(range(begin, start - 1))

    def _has_an_object(self, clause: Clause) -> bool:
        """“Train Ukrainians at Libavá”: what they do to others, not where they are."""
        first = clause.chain.stop
        item = self._parts.items[first] if first < len(self._parts.items) else None
        transitive = clause.chain.verb.lemma in ("train", "patrol", "work", "cross", "head", "operate")
        return (
            transitive
            and item is not None
            and (bool(item.nation) or item.low in ("the", "a", "an", "up", "its", "their"))
        )

    def _locates(self, where: Iterable[int], clause: Clause) -> bool:
        parts = self._parts
        where = list(where)
        if any(self._is_a_direction(at) for at in where):
            return True
        if parts.playing(where, Role.AT) or any(self._is_here(at) for at in where):
            return True
        return clause.chain.verb.lemma in ("reach", "enter") and bool(parts.playing(where, Role.ACTOR))

    def _asks_how_many(self, clause: Clause) -> bool:
        parts = self._parts
        return any(parts.low(at) == "how" and parts.low(at + 1) == "many" for at in clause.before)

    def _is_a_direction(self, at: int) -> bool:
        """“In the north-east”: somewhere, though no place is named."""
        parts = self._parts
        side = parts.low(at).split("-")[0] in ("north", "south", "east", "west")
        return side and parts.low(at - 1) == "the" and parts.low(at - 2) in ("in", "to")

    def _is_here(self, at: int) -> bool:
        """“There”, “here”, “in the country”."""
        parts = self._parts
        around = (
            parts.low(at) in _AROUND
            and parts.low(at - 1) == "the"
            and parts.low(at - 2) in ("in", "on", "to")
        )
        return parts.low(at) in _HERE or around

    def _locate(self, draft: Draft, where: Iterable[int], clause: Clause) -> None:
        parts = self._parts
        where = list(where)
        found = parts.playing(where, Role.AT)
        goal = parts.playing(clause.after, Role.AT)
        if goal and clause.chain.verb.tells is Tells.SEND:
            found = goal
        if clause.chain.verb.lemma in ("reach", "enter"):
            found += [at for at in parts.playing(clause.after, Role.ACTOR) if at <= clause.chain.stop + 1]
        if not found:
            found = parts.playing(clause.after, Role.FOR)
        if not found and clause.before.start and parts.low(clause.before.start - 1) == "where":
            found = parts.playing(range(max(clause.before.start - 8, 0), clause.before.start), Role.AT)[-1:]
        found = sorted(set(found))
        draft.located = bool(found) or any(self._is_a_direction(at) for at in where)
        hosts = [
            parts.items[at] for at in found if parts.items[at].nation and not is_capital(parts.items[at])
        ]
        draft.nations("host", hosts)
        self._name_place(draft, found)
        here = next(
            (at for at in where if self._is_here(at) and parts.low(at + 1) not in lexicon.HELPS), None
        )
        if not hosts and "place" not in draft.fields and here is not None:
            if earlier := parts.playing(range(here), Role.AT):
                self._locate_at(draft, earlier[-1:])
                return
            draft.located = True
            self._there_again(draft)

    def _there_again(self, draft: Draft) -> None:
        """What “there” means, where the sentence before names one country or one place alone."""
        hosts = [one for one in self._thread.where if not one.is_place]
        places = [one for one in self._thread.where if one.is_place]
        if len({one.value for one in hosts}) == 1:
            draft.nations("host", hosts)
        elif len(places) == 1 and not hosts:
            draft.put("place", places[0].value, [places[0].span])
        draft.leans = True

    def _locate_at(self, draft: Draft, found: Iterable[int]) -> None:
        found = list(found)
        draft.nations(
            "host",
            [
                self._parts.items[at]
                for at in found
                if self._parts.items[at].nation and not is_capital(self._parts.items[at])
            ],
        )
        self._name_place(draft, found)

    def _name_place(self, draft: Draft, found: Iterable[int]) -> None:
        for at in found:
            item = self._parts.items[at]
            if (item.place or is_capital(item)) and "or" not in (
                self._parts.low(at + 1),
                self._parts.low(at - 1),
            ):
                draft.put("place", item.text, [span_of(item)])

    def _joined(self, where: Iterable[int], senders: Sequence[Item | Named]) -> bool:
        """Whether they go to a unit of others: “to the British-led battlegroup”, “to the UN mission”."""
        parts = self._parts
        own = {self._code(one) for one in senders}
        where = list(where)
        led = [at for at in parts.playing(where, Role.LEAD) if self._code(parts.items[at]) not in own]
        return bool(led) or any(
            parts.low(at) in lexicon.MULTINATIONAL
            and any(parts.low(before) in ("to", "in", "into", "part", "with") for before in range(max(at - 5, 0), at))
            for at in where
        )

    def _leads_among(self, where: Iterable[int], senders: Sequence[Item | Named]) -> list[Item]:
        own = {self._code(one) for one in senders}
        found = [self._parts.items[at] for at in self._parts.playing(where, Role.LEAD)]
        return [item for item in found if self._code(item) not in own]

    def _unit_in(self, where: Iterable[int]) -> bool:
        parts = self._parts
        return any(
            (
                parts.low(at) in _THE_UNIT
                and parts.low(at + 1) not in _NO_UNIT_AFTER
                and not _in_a_name(parts, at)
            )
            for at in where
        )

    def _leads_somewhere(self, clause: Clause) -> bool:
        after = clause.after
        return (
            len(after) > 1
            and bool(self._parts.playing(after, Role.AT))
            and self._parts.low(after.start) == "in"
        )

    def _says_framework(self, where: Iterable[int]) -> bool:
        parts = self._parts
        return any(
            parts.low(at) in ("framework", "lead") and parts.low(at + 1) in ("nation", "country")
            for at in where
        )

    def _contributor(self, clause: Clause) -> Iterator[Draft]:
        """“Indonesia, with 1,230 soldiers, is the largest contributor”."""
        actors = [one for one in self._actors(clause) if isinstance(one, Item)]
        force = force_in(self._parts, [*clause.before, *clause.after])
        if len(actors) == 1 and force and force.figure is not None:
            draft = Draft()
            draft.contingents([(self._code(actors[0]), self._span(actors[0]), self._figure(force.figure))])
            yield draft

    def _is_operational(self, clause: Clause) -> bool:
        return self._parts.has(clause.after, frozenset(("operational", "combat-ready", "activated")))

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

    def _stands_somewhere(self, clause: Clause) -> bool:
        """Whether a place follows the verb at once: “are in Mali”, “are already on the ground”."""
        parts = self._parts
        near = range(clause.chain.stop, min(clause.chain.stop + 6, clause.after.stop))
        ground = any(parts.low(at) == "on" and parts.low(at + 2) == "ground" for at in near)
        place = any(parts.low(at) == "in" and parts.low(at + 1) == "place" for at in near)
        first = parts.low(clause.chain.stop)
        located = any(self._is_here(at) for at in near) or first in (
            "in",
            "at",
            "near",
            "there",
            "here",
            "now",
            "currently",
            "on",
            "already",
            "also",
            "across",
        ) and (bool(parts.playing(near, Role.AT)) or parts.has(near, _HERE))
        way = any(parts.low(at) == "way" and parts.low(at + 1) in ("to", "there") for at in near)
        return ground or place or located or way

    def _is_of_them(self, subject: Iterable[int]) -> bool:
        return self._parts.has(subject, frozenset(("them", "those")))

    def _leans_on_force(self, subject: Iterable[int]) -> bool:
        return self._thread.told

    def _bare(self, force: Force) -> bool:
        return force.figure is not None and force.noun is None and (self._thread.told or self._thread.forces)

    def _gives(self, clause: Clause, force: Force) -> bool:
        """Whether the verb itself gives soldiers: “has promised 2,000 men”, “ordered 3,000 troops to Poland”."""
        lemma = clause.chain.verb.lemma
        near = force.figure if force.figure is not None else force.noun
        close = near is not None and near <= clause.chain.stop + 5
        if lemma in ("extend", "prolong", "renew"):
            return force.strong and bool(self._parts.playing(clause.after, Role.AT))
        return close and lemma in (
            "promise", "pledge", "offer", "order", "commit", "volunteer", "propose", "consider", "mull", "plan",
            "approve", "authorise", "authorize", "think", "contemplate", "weigh", "discuss",
        )  # fmt: skip

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

    def _out_of(self, clause: Clause) -> bool:
        """“Will move 12,000 troops out of Germany”, “is bringing its soldiers home”."""
        parts = self._parts
        out = any(parts.low(at) == "out" and parts.low(at + 1) == "of" for at in clause.after)
        home = parts.has(clause.after, frozenset(("home",))) and clause.chain.verb.lemma in (
            "bring",
            "send",
            "fly",
            "pull",
        )
        return out or home

    def _goes_to(self, at: int) -> bool:
        """Whether it is where they go rather than what they leave: “from Taji to Jordan”."""
        parts = self._parts
        before = at - 1
        while before > 0 and parts.low(before) in ("the", ",", "and"):
            before -= 1
        return parts.low(before) in ("to", "into", "towards")

    def _own_figure(self, clause: Clause, force: Force | None) -> Figure | None:
        """“Will follow with 130 more troops”, “plans to join with 152 soldiers”."""
        if force is None or force.figure is None:
            own = force_in(self._parts, self._parts.subject(clause))
            return self._figure(own.figure) if own and own.figure is not None else None
        return (
            self._figure(force.figure)
            if self._parts.low(force.figure - 1) in ("with", "by", "contribute")
            else None
        )

    def _sizes_a_unit(self, force: Force, clause: Clause) -> bool:
        """“The 800-1,000 troops needed for the unit”, “500 per battalion”: the size of one unit."""
        parts = self._parts
        figure = force.figure or 0
        for at in range(figure + 1, min(figure + 7, clause.after.stop, len(parts.items))):
            if parts.low(at) in _EACH:
                return True
            if (
                parts.low(at) == "for"
                and parts.low(at + 1) in ("the", "each", "its")
                and parts.low(at + 2) in lexicon.UNITS
            ):
                return True
        return False

    def _figure(self, at: int | None) -> Figure | None:
        return self._parts.items[at].figure if at is not None else None

    def _capped(self, figure: Figure, where: Iterable[int]) -> Figure:
        """A ceiling has no lower figure: “raise the ceiling to 1,000”."""
        at = next((at for at in where if self._parts.low(at) in ("ceiling", "limit", "cap")), None)
        if at is None or figure.hedge:
            return figure
        item = self._parts.items[at]
        return figure._replace(low=None, hedge="up to", hedged=(item.start, item.stop))

    def _before_figure(self, at: int) -> int:
        return at - 1

    def _noun_span(self, force: Force, subject: Iterable[int]) -> list[Span]:
        at = (
            force.noun
            if force.noun is not None
            else next((at for at in subject if self._parts.low(at) in _THE_UNIT), force.figure)
        )
        return [span_of(self._parts.items[at])] if at is not None else []

    def _span_from(self, start: int, stop: int) -> Span:
        return Span(self._parts.items[start].start, self._parts.items[stop - 1].stop)

    def _code(self, one: Item | Named | None) -> str:
        if isinstance(one, Named):
            return one.value
        return one.nation.code if one and one.nation else ""

    def _span(self, one: Item | Named | None) -> Span:
        if isinstance(one, Named):
            return one.span
        return span_of(one) if one else Span(0, 0)

    def _extent(self, clause: Clause) -> range:
        start = clause.before.start if len(clause.before) else clause.chain.first
        if clause.kind is not Subject.OWN and len(clause.antecedent):
            start = min(start, clause.antecedent.start) if clause.kind is Subject.SHARED else start
        return range(start, max(clause.after.stop, clause.chain.stop))


class _Segment(NamedTuple):
    start: int
    nation: Item | Named | None = None
    figure: int | None = None
    hosts: tuple[int, ...] = ()


def status_of(draft: Draft) -> str | None:
    """The status of a draft; None where it has none yet."""
    field = draft.fields.get("status")
    return field.value if field else None


def _is_plain_place(item: Item) -> bool:
    return item.nation is not None and Form.PEOPLE in item.nation.forms and len(item.nation.forms) == 1


def parts_deny(parts: Parts, clause: Clause) -> bool:
    """Whether “no” stands before the force: “no American troops will be stationed”."""
    return any(parts.low(at) == "no" for at in parts.subject(clause))


def parts_contribute(parts: Parts, clause: Clause) -> bool:
    """Whether somebody is called a contributor."""
    return parts.has(clause.after, frozenset(("contributor", "contributors")))
