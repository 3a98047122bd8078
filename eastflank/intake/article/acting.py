"""Clauses about a force that is not called soldiers: ships, a nation that stays, “most of them”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.craft import CRAFT, SHIPS
from eastflank.intake.article.draft import DraftFields
from eastflank.intake.article.forces import force_in
from eastflank.intake.article.frames import NEAR
from eastflank.intake.article.framing import Framing
from eastflank.intake.article.items import Item
from eastflank.intake.article.predicates import classes_of
from eastflank.intake.article.roles import Role
from eastflank.intake.article.thread import NamedEntity
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.word_sets import word_set

_OWN = word_set("its their our his")
_SERVING = frozenset(("stays", "comes", "sends", "leaves", "relieves"))
_DUTY = word_set("watch patrol patrols duty guard mission policing care shift")
_GIVEN_AWAY = word_set("buy sell deliver donate order produce purchase hand pay cost gift build lease")
_STAYING = word_set("stay remain leave withdraw exit depart")
_OTHER_THINGS = word_set(
    "room meeting alliance union talks table treaty stage church house office power nato eu party "
    "summit government"
)
_SOME = word_set("most some half many all others none part several rest remainder few")
_OF_FORCES = word_set("bases base troops soldiers forces combat boots garrison")
_LESS = word_set(
    "reduction reductions withdrawal drawdown pullout pull-out deployment reinforcement reinforcements "
    "stationing "
    "cut cuts change changes discussion plan plans decision intention question talk"
)
_OTHERS = word_set(
    "successor successors predecessor predecessors replacement replacements counterpart counterparts "
    "colleagues "
    "compatriots comrades countrymen"
)
_GIFTS = word_set("ukraine kyiv ukrainian ammunition missiles tanks howitzers")
_CLOSE = 6
"""At most this many items from the verb to the ships that it sends."""


class Acting(Framing):
    """Also reads clauses about ships and aircraft, nations that stay or leave, and parts of a force."""

    def acting(
        self, statuses: Sequence[tuple[Clause, str | None]], told: Sequence[DraftFields]
    ) -> Iterator[tuple[DraftFields, Clause]]:
        """The claims of such clauses, if no other rule has read them."""
        parts = self._parts
        if parts.low(len(parts.items) - 1) == "?" or parts.has(range(len(parts.items)), lexicon.EXERCISES):
            return
        taken = {at for draft in told for at in draft.extent}
        for clause, status in statuses:
            if clause.chain.first in taken or any(clause in draft.also for draft in told):
                continue
            for rule in (
                self._craft,
                self._stays_or_leaves,
                self._none_there,
                self._some_of_them,
                self._the_next,
            ):
                draft = rule(clause, status)
                if draft is not None:
                    draft.extent = self._extent(clause)
                    draft.of_a_force = True
                    draft.leans = True
                    draft.marks.add("stands")
                    yield draft, clause
                    break

    @property
    def _near(self) -> bool:
        return self._parts.sentence.paragraph - self._thread.last_in <= NEAR

    @property
    def _known(self) -> bool:
        return self._thread.told or self._thread.about

    def _put_status(self, draft: DraftFields, clause: Clause, status: str | None) -> None:
        if self._tells_status(clause, status):
            draft.put("status", status or "", [self._span_from(clause.chain.first, clause.chain.stop)])

    def _craft_in(self, where: range) -> int | None:
        """The index of ships or aircraft that belong to a nation and do not qualify another noun."""
        parts = self._parts
        for at in where:
            if parts.low(at) not in CRAFT or force_in(parts, range(at + 1, min(at + 2, where.stop))):
                continue
            return at
        return None

    def _craft(self, clause: Clause, status: str | None) -> DraftFields | None:
        """“Belgian F-16s began their watch at Šiauliai”, “Germany will send its frigate Hamburg”."""
        parts, chain = self._parts, clause.chain
        subject, near = parts.subject(clause), [*clause.after, *clause.before]
        if chain.verb.lemma in _GIVEN_AWAY or force_in(parts, subject) or status is None:
            return None
        classes = _SERVING & set(classes_of(chain.verb.lemma))
        acting, given = self._craft_in(subject), self._craft_in(clause.after)
        draft = DraftFields()
        if acting is not None:
            owners = self._owners(subject)
            duty = parts.has(clause.after, _DUTY)
            somewhere = self._locates(near, clause)
            counted = any(parts.items[one].figure for one in subject) and self._thread.about
            if not (owners or counted) or not (duty or (classes and somewhere)):
                return None
            at = acting
        elif given is not None and "sends" in classes and not chain.passive:
            owners = self._actors(clause)
            own = parts.has(range(clause.after.start, given), _OWN) or given - clause.after.start <= _CLOSE
            if not owners or not own or force_in(parts, clause.after) or self._is_a_gift(clause):
                return None
            at = given
        else:
            return None
        self._locate(draft, near, clause)
        self._whose(draft, owners, near)
        if acting is not None and parts.has(clause.after, _DUTY) and not self._tells_status(clause, status):
            draft.put("status", "deployed", [self._span_from(chain.first, chain.stop)])
        if parts.low(at) in SHIPS:
            units = next((one for one in range(at - 1, max(at - 6, -1), -1) if self._counts_one(one)), None)
            if units is not None:
                self._units(draft, units)
        self._put_status(draft, clause, status)
        return draft

    def _counts_one(self, at: int) -> bool:
        return self._parts.items[at].figure is not None or self._parts.low(at) in ("a", "an")

    def _is_a_gift(self, clause: Clause) -> bool:
        """“Will send aircraft to Ukraine”, “give Kyiv its jets”: arms for another army."""
        parts = self._parts
        return parts.has(clause.after, _GIFTS)

    def _whose(self, draft: DraftFields, owners: Sequence[Item | NamedEntity], near: Sequence[int]) -> None:
        if self._mission or self._joined(near, owners) or len({self._code(one) for one in owners}) > 1:
            draft.contingents([(self._code(one), self._span(one), None) for one in owners])
        else:
            draft.nations("lead", owners)

    def _stays_or_leaves(self, clause: Clause, status: str | None) -> DraftFields | None:
        """“Germany intends to stay until May 2024”, “The Poles left in October”."""
        parts, chain = self._parts, clause.chain
        out = chain.verb.tells is Tells.BE and parts.low(chain.stop) in ("out", "gone")
        goes_home = parts.low(chain.stop) in ("home", "out") and chain.verb.lemma in (
            "go",
            "pull",
            "fly",
            "be",
        )
        if not (out or goes_home or chain.verb.lemma in _STAYING) or not self._known or not self._near:
            return None
        subject = parts.subject(clause)
        owners = self._owners(subject) or self._actors(clause)
        codes = {self._code(one) for one in owners}
        if (
            len(codes) != 1
            or force_in(parts, subject)
            or parts.has(clause.after, _OTHER_THINGS | lexicon.ARMS)
        ):
            return None
        dated = any(parts.items[at].when for at in clause.after)
        if not (dated or out or goes_home or self._locates(clause.after, clause)):
            return None
        draft = DraftFields()
        self._locate(draft, [*clause.after, *clause.before], clause)
        self._whose(draft, owners, clause.after)
        self.again(draft, "host")
        leaves = out or goes_home or chain.verb.lemma not in ("stay", "remain")
        if leaves:
            over = "ended" if (chain.past or chain.perfect) else "leaving"
            draft.put("status", over, [self._span_from(chain.first, chain.stop)])
        else:
            stays = "denied" if chain.negated else "considered" if status == "considered" else "deployed"
            draft.put("status", stays, [self._span_from(chain.first, chain.stop)])
        return draft

    def _none_there(self, clause: Clause, _: str | None) -> DraftFields | None:
        """“There will be no American bases in Norway”, “there is no discussion about a reduction”."""
        parts, chain = self._parts, clause.chain
        there = chain.verb.tells is Tells.BE and parts.low(chain.first - 1) == "there"
        if not there or not self._known or parts.low(chain.stop) != "no":
            return None
        reach = range(chain.stop, min(chain.stop + 6, clause.after.stop))
        owners = self._owners(clause.after) or [
            parts.items[at] for at in reach if parts.items[at].nation and parts.roles[at] is Role.OTHER
        ]
        matter = parts.has(reach, _LESS) and self._near
        if not matter and not (parts.has(reach, _OF_FORCES) and owners):
            return None
        draft = DraftFields()
        self._locate(draft, [*clause.after, *clause.before], clause)
        draft.nations("lead", owners)
        self.again(draft, "lead", "contributors")
        self.again(draft, "host")
        draft.put("status", "denied", [self._span_from(chain.first - 1, chain.stop + 1)])
        return draft

    def _some_of_them(self, clause: Clause, status: str | None) -> DraftFields | None:
        """“Most are in Yavoriv”, “the first of them crossed the border”, “it had some 500 members”."""
        parts, chain = self._parts, clause.chain
        subject = parts.subject(clause)
        if not self._near or not len(subject) or status is None or chain.negated:
            return None
        if parts.playing(subject, Role.ACTOR, Role.FORCE, Role.OFFICIAL, Role.LEAD):
            return None
        some = parts.low(subject.start) in _SOME or any(
            parts.low(at) == "of" and parts.low(at + 1) in ("them", "these", "whom") for at in subject
        )
        it = len(subject) <= 2 and parts.low(subject.start) in ("it", "they", "this")
        figure = next((at for at in [*subject, *clause.after] if parts.items[at].figure), None)
        near = [*clause.after, *clause.before]
        draft = DraftFields()
        if some and (
            (chain.verb.tells is Tells.BE and self._stands_somewhere(clause))
            or (chain.verb.tells in (Tells.GO, Tells.LEAVE, Tells.SEND) and self._locates(near, clause))
        ):
            self._locate(draft, near, clause)
        elif it and chain.verb.tells in (Tells.HAVE, Tells.COUNT) and figure is not None:
            force = force_in(parts, clause.after)
            if force is None or force.figure != figure:
                return None
        else:
            return None
        self.again(draft, "lead", "contributors")
        self.again(draft, "host", "place")
        force = force_in(parts, clause.after if it else subject)
        if force is not None and force.figure is not None:
            self._size(draft, force, ())
            if "contributors" in draft.fields and "lead" not in draft.fields:
                draft.give()
        self._put_status(draft, clause, status)
        return draft

    def _the_next(self, clause: Clause, status: str | None) -> DraftFields | None:
        """“Its successor is arriving”, “their Hungarian predecessors flew home”."""
        parts, chain = self._parts, clause.chain
        subject = parts.subject(clause)
        if not parts.has(subject, _OTHERS) or not self._near or status is None:
            return None
        if not _SERVING & set(classes_of(chain.verb.lemma)):
            return None
        owners = [parts.items[at] for at in subject if parts.items[at].nation]
        draft = DraftFields()
        self._locate(draft, [*clause.after, *clause.before], clause)
        if owners:
            self._whose(draft, owners[:1], clause.after)
        else:
            self.again(draft, "lead", "contributors")
        self.again(draft, "host", "place")
        self._put_status(draft, clause, status)
        return draft
