"""Turns clauses about forces into drafts of deployment claims; the rule depends on the verb."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.draft import DraftFields, span_of
from eastflank.intake.article.forces import Force, force_in
from eastflank.intake.article.growing import LEVELS, Growing
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.roles import Role
from eastflank.intake.article.senders import calls_a_contributor
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.thread import Thread
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.verb_places import DETERMINERS, SUBJECTS
from eastflank.intake.article.word_sets import word_set

_MOVES_AS_A_NUMBER = word_set(
    "go come climb jump soar surge fall drop sink shoot dwindle mushroom swell shrink move rise grow "
    "creep edge hover"
)
_KEEPING = word_set("keep maintain retain")
_CLOSE = 2
_HANDED = word_set("command lead leadership battlegroup it mission")
_TAKEN = word_set("command lead leadership battlegroup mission brigade force")
_EACH = frozenset(("each", "per"))
_WAITING = word_set("standby alert readiness stand-by")
"""Nouns after “on” for troops at home, such as alert."""


class Teller(Growing):
    """Reads what the clauses of one sentence say about forces."""

    def __init__(self, parts: SentenceParts, thread: Thread) -> None:
        super().__init__(parts, thread)
        self._rules: Mapping[Tells, Callable[[Clause, str | None], Iterator[DraftFields]]] = {
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

    def drafts(self, clause: Clause, status: str | None) -> list[DraftFields]:
        """The deployments that a clause is about."""
        if self._parts.has(clause.after, _WAITING) or self._asks_how_many(clause):
            return []
        if clause.chain.negated and status is None:
            return []
        if clause.chain.verb.tells is Tells.LEAVE and clause.chain.negated and clause.chain.past:
            return []  # “43 of them did not come home”
        if clause.chain.verb.tells is Tells.DECIDE and self._is_to_leave(clause):
            return []
        chain = clause.chain
        if chain.verb.tells in (Tells.OTHER, Tells.DECIDE) and self._out_of(clause):
            gone = "ended" if chain.past or chain.perfect else "leaving"
            ordered = chain.verb.lemma == "order"
            return list(self._leave(clause, "leaving" if ordered else gone))
        rule = self._rules.get(chain.verb.tells)
        near = range(chain.stop, min(chain.stop + 4, len(self._parts.items)))
        levels = self._parts.has(self._parts.subject(clause), LEVELS)
        if (
            chain.verb.lemma in _MOVES_AS_A_NUMBER
            and levels
            and any(self._parts.items[at].figure for at in near)
        ):
            rule = self._count
        found = list(rule(clause, status)) if rule else []
        found = found or list(self._presence(clause, status))
        found = [one for draft in found for one in self._respectively(draft)]
        for draft in found:
            if clause.chain.verb.tells in (Tells.BE, Tells.HAVE, Tells.GO) and not clause.chain.past:
                draft.marks.add("lasts")
            if status_of(draft) is None and status:
                chain = clause.chain
                words = ArticleSpan(
                    self._parts.items[chain.first].start, self._parts.items[chain.stop - 1].stop
                )
                draft.put("status", status, [words])
            if not len(draft.extent):
                draft.extent = self._extent(clause)
        return found

    def _is_to_leave(self, clause: Clause) -> bool:
        """“Ordered 9,500 soldiers to be withdrawn”: read with the verb that follows."""
        at = self._parts.place_of(clause) + 1
        following = self._parts.clauses[at].chain if at < len(self._parts.clauses) else None
        leaves = following is not None and following.verb.tells is Tells.LEAVE
        return leaves and following is not None and following.infinitive and following.passive

    def _respectively(self, draft: DraftFields) -> list[DraftFields]:
        """As many leads as hosts, and “respectively”: one draft for each pair; otherwise the draft itself."""
        parts = self._parts
        lead, host = draft.fields.get("lead"), draft.fields.get("host")
        said = any(item.low == "respectively" for item in parts.items)
        if not said or not lead or not host or not 1 < len(lead.spans) == len(host.spans):
            return [draft]
        at = {item.start: item for item in parts.items if item.nation}
        found = []
        for one, other in zip(sorted(lead.spans), sorted(host.spans), strict=True):
            pair = DraftFields(draft.kind)
            pair.nations("lead", [at[one.start]])
            pair.nations("host", [at[other.start]])
            for name, field in draft.fields.items():
                pair.put(name, field.value, field.spans, field.origin)
            pair.extent = draft.extent
            found.append(pair)
        return found

    def _be(self, clause: Clause, status: str | None) -> Iterator[DraftFields]:
        parts, subject = self._parts, self._parts.subject(clause)
        if any(parts.low(at) == "there" for at in clause.before):
            force = force_in(parts, clause.after)
            place = bool(self._parts.playing([*clause.after, *clause.before], Role.AT))
            unit = (
                place
                and (self._thread.told or self._thread.about)
                and force is not None
                and force.figure is None
            )
            if force and (force.strong or self._owners(clause.after) or self._bare(force) or unit):
                where = [*clause.after, *clause.before]
                if self._bare(force) and not self._parts.playing(where, Role.AT):
                    yield from self._there(force)
                elif self._locates(where, clause):
                    yield from self._placed(clause, force, self._owners(clause.after), where)
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
        owners = self._owners(subject)
        if force and owners and self._is_of_them(subject):
            return
        if force and (force.strong or owners or self._thread.told) and self._stands_somewhere(clause):
            yield from self._placed(clause, force, owners, [*clause.after, *clause.before, *subject])
        elif owners and (
            self._none_takes_part(force, status) or (force is None and self._stands_somewhere(clause))
        ):
            yield from self._placed(clause, None, owners, [*clause.after, *clause.before])

    def _none_takes_part(self, force: Force | None, status: str | None) -> bool:
        """“No American soldier will be part of it”."""
        return status == "denied" and force is not None and force.strong and self._thread.told

    def _there(self, force: Force) -> Iterator[DraftFields]:
        """“Today there are about 3,300”: in the place that the sentence before named."""
        draft = DraftFields()
        draft.leans = True
        self._there_again(draft)
        self._size(draft, force, ())
        yield draft

    def _have(self, clause: Clause, _: str | None) -> Iterator[DraftFields]:
        force = force_in(self._parts, clause.after)
        subject = self._parts.subject(clause)
        if clause.chain.passive and force_in(self._parts, subject):
            yield from self._send(clause, None)
            return
        if force is None:
            return
        unit = self._unit_in(subject) or self._parts.has(subject, _EACH)
        if unit and not self._parts.playing(subject, Role.ACTOR):
            yield from self._count(clause, None)
            return
        where = [*clause.after, *clause.before]
        if force.strong or force.figure is not None or (force.units is not None and self._thread.told):
            senders = self._actors(clause) or self._owners(clause.after)
            keeps = self._bare(force) and clause.chain.verb.lemma == "keep"
            near = self._parts.sentence.paragraph - self._thread.last_in <= _CLOSE
            keeps = keeps or (clause.chain.verb.lemma in _KEEPING and near and force.strong and bool(senders))
            if self._locates(where, clause) or keeps or self._joined(clause.after, senders):
                yield from self._placed(clause, force, senders, where)

    def _lead(self, clause: Clause, _: str | None) -> Iterator[DraftFields]:
        parts = self._parts
        if clause.chain.passive:
            leaders = [parts.items[at] for at in parts.playing(clause.after, Role.BY, Role.LEAD)]
            if leaders and self._unit_in(parts.subject(clause)):
                yield self._led(clause, leaders)
            return
        acting = self._actors(clause)
        it = self._thread.multinational and self._parts.low(clause.chain.stop) == "it"
        which = bool(self._related(clause)) and self._unit_in(self._related(clause))
        if not acting and self._acts_for_us(clause) and self._unit_in(clause.after):
            if self._locates([*clause.after, *clause.before], clause):
                yield self._led(clause, [])
            return
        if acting and (self._unit_in(clause.after) or self._leads_somewhere(clause) or it or which):
            yield from self._leading(clause, acting)

    def _host(self, clause: Clause, _: str | None) -> Iterator[DraftFields]:
        force = force_in(self._parts, clause.after)
        hosts = self._actors(clause)
        capacity = clause.chain.modal in ("can", "could")  # “it can house 1,200 soldiers”
        if force is None or capacity or not (force.strong or self._owners(clause.after)):
            return
        ours = self._acts_for_us(clause) and force.figure is not None
        town = self._town_that_hosts(clause) if not hosts else None
        if not hosts and not ours and town is None:
            return
        draft = DraftFields()
        if town is not None:
            draft.put("place", self._parts.items[town].text, [span_of(self._parts.items[town])])
        draft.of_a_force = True
        draft.nations("host", hosts)
        owners = self._owners(clause.after)
        draft.nations("lead", owners)
        self._size(draft, force, ())
        yield draft

    def _other(self, clause: Clause, _: str | None) -> Iterator[DraftFields]:
        """“Takes over the lead”, “takes part in the mission”, “gave the green light for 3,000 men”."""
        parts, lemma = self._parts, clause.chain.verb.lemma
        first = parts.low(clause.chain.stop)
        if lemma == "take" and first in ("over", "command", "charge", "the"):
            taken = parts.has(clause.after, _TAKEN)
            leaders = self._actors(clause)
            if taken and leaders:
                yield from self._leading(clause, leaders)
        elif lemma in ("hand", "pass", "turn", "cede"):
            yield from self._handed(clause)
        elif lemma == "set" and first in ("off", "out"):
            force = force_in(parts, parts.subject(clause))
            owners = self._owners(parts.subject(clause))
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
            clause.after,
            frozenset(
                ("light", "go-ahead", "approval", "consent", "assent", "nod", "blessing", "permission")
            ),
        ):
            force = force_in(parts, clause.after)
            if force and force.strong:
                for draft in self._decided(clause, force, None):
                    draft.put("status", "decided", [self._span_from(clause.chain.first, clause.chain.stop)])
                    yield draft

    def _handed(self, clause: Clause) -> Iterator[DraftFields]:
        """“Hands it to Italy in May”, “will hand over command to Spain”: who leads then."""
        parts = self._parts
        new = [
            at
            for at in clause.after
            if parts.low(at - 1) == "to" and parts.items[at].nation and parts.roles[at] is not Role.FORCE
        ]
        lead = parts.has(clause.after, _HANDED)
        if new and lead and (self._thread.told or self._thread.multinational):
            draft = DraftFields()
            draft.nations("lead", [parts.items[new[0]]])
            yield draft

    def _town_that_hosts(self, clause: Clause) -> int | None:
        """“Łask will host an MQ-9 squadron”: only a name before the verb."""
        parts, subject = self._parts, self._parts.subject(clause)
        named = [at for at in subject if parts.items[at].place]
        if len(named) == 1:
            return named[0]
        alone = len(subject) == 1 and parts.items[subject[0]].is_capital and parts.items[subject[0]].is_word
        known = self._thread.told or self._thread.about
        return subject[0] if alone and known and parts.low(subject[0]) not in SUBJECTS | DETERMINERS else None

    def _acts_for_us(self, clause: Clause) -> bool:
        """Whether the speaker's own country acts: “we now host 9,000 soldiers”."""
        return self._parts.has(self._parts.subject(clause), frozenset(("we",)))

    def _operational(self, clause: Clause) -> Iterator[DraftFields]:
        """“The Canadian-led battlegroup became fully operational”."""
        subject = self._parts.subject(clause)
        owners = self._owners(subject)
        if owners and self._unit_in(subject):
            yield self._led(clause, owners)


def status_of(draft: DraftFields) -> str | None:
    """The status of a draft; None if it has none yet."""
    field = draft.fields.get("status")
    return field.value if field else None
