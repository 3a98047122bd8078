"""Who sends, goes, joins and leaves."""

from __future__ import annotations

from collections.abc import Iterator

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.draft import DraftFields
from eastflank.intake.article.forces import Force, force_in
from eastflank.intake.article.joining import Joining
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.roles import Role, is_capital
from eastflank.intake.article.senders import calls_a_contributor
from eastflank.intake.article.word_sets import word_set

_CONTRIBUTE = word_set(
    "contribute provide supply add second furnish lend augment reinforce join participate support"
)
_FOREIGN = word_set("foreign allied")
_LEFT = lexicon.MISSIONS | {"part", "contingent"}
_TOURS = word_set("tour stint rotation deployment")
_AWAY = word_set("gone out home")
_HERE = frozenset(("there", "here"))


class Moving(Joining):
    """Reads clauses about forces that move."""

    def _send(self, clause: Clause, status: str | None) -> Iterator[DraftFields]:
        chain = clause.chain
        subject = self._parts.subject(clause)
        if self._out_of(clause):
            gone = "ended" if chain.past or chain.perfect else "leaving"
            yield from self._leave(clause, None if status in ("considered", "offered") else gone)
            return
        under = [
            at for at in self._parts.playing(clause.after, Role.LEAD) if self._parts.low(at - 1) == "under"
        ]
        if (
            chain.passive
            and under
            and self._unit_in(subject)
            and chain.verb.lemma in ("place", "put", "bring")
        ):
            draft = self._led(clause, [self._parts.items[at] for at in under])
            self._locate(draft, [*clause.after, *clause.before], clause)
            yield draft
            return
        if chain.passive or chain.reduced:
            force = force_in(self._parts, subject)
            if force:
                senders = self._owners(subject) or self._deciders(clause) or self._announcers(clause)
                yield from self._placed(clause, force, senders, [*clause.after, *clause.before])
            return
        force = force_in(self._parts, clause.after)
        if force is None:
            yield from self._intransitive(clause, subject)
            return
        if force.noun is None and not force.strong and self._parts.has(clause.after, lexicon.ARMS):
            return  # “lends four vessels, with seven more on call”
        senders = self._actors(clause) or self._owners(clause.after)
        if hosted := self._is_foreign(clause, force):
            yield hosted
            return
        goal = self._parts.playing(clause.after, Role.AT, Role.FOR)
        towns = [at for at in self._parts.playing(clause.before, Role.AT) if self._parts.items[at].place]
        yield from self._placed(clause, force, senders, clause.after if goal else [*clause.after, *towns])

    def _is_foreign(self, clause: Clause, force: Force) -> DraftFields | None:
        """“Had no plans to base foreign troops on its soil”: the one that acts is the host."""
        noun = force.noun if force.noun is not None else clause.after.start
        near = range(max(noun - 3, clause.after.start), noun)
        if not self._parts.has(near, _FOREIGN):
            return None
        draft = DraftFields()
        draft.of_a_force = True
        draft.marks.add("established")
        draft.nations("host", self._actors(clause))
        self._locate(draft, clause.after, clause)
        self._size(draft, force, ())
        return draft

    def _intransitive(self, clause: Clause, subject: range) -> Iterator[DraftFields]:
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
            if force and moves and (force.strong or self._owners(subject) or self._thread.told):
                senders = self._owners(subject)
                yield from self._placed(clause, force, senders, [*clause.after, *clause.before])
        elif clause.chain.verb.lemma in _CONTRIBUTE:
            yield from self._join(clause, None)

    def _go(self, clause: Clause, _: str | None) -> Iterator[DraftFields]:
        subject = self._parts.subject(clause)
        force = force_in(self._parts, subject)
        owners = self._owners(subject) or self._possessors(clause, force)
        owners = owners or (self._announcers(clause) if force else [])
        if self._has_an_object(clause):
            return
        if self._rolls_out(clause) and (force or owners):
            over = "ended" if clause.chain.past or clause.chain.perfect else "leaving"
            yield from self._leave(clause, over)
            return
        if self._the_rest(clause):
            for draft in self._placed(clause, force, [], [*clause.after, *clause.before]):
                draft.marks.add("rest")
                yield draft
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
                yield from self._placed(clause, inner, self._owners(clause.after), clause.after)
            return
        if (
            force
            and force.figure is not None
            and (self._thread.told or self._parts.has(subject, lexicon.UN_LIKE))
            and clause.chain.verb.lemma in ("stay", "remain")
        ):
            yield from self._placed(clause, force, owners, [*clause.after, *subject])
        elif force is None or force.strong or owners or self._thread.told:
            where = [*clause.after, *clause.before, *subject]
            sized = force is not None and force.figure is not None and self._thread.about
            known = owners or (force is not None and force.strong and (self._thread.told or sized))
            if self._locates(where, clause) or (
                known and clause.chain.verb.lemma in ("arrive", "serve", "embark", "come", "land")
            ):
                yield from self._placed(clause, force, owners, where)

    def _leave(self, clause: Clause, status: str | None) -> Iterator[DraftFields]:
        parts, chain = self._parts, clause.chain
        subject = parts.subject(clause)
        passive = chain.passive or chain.reduced
        own = force_in(parts, subject)
        named = own is not None and (own.strong or bool(self._owners(subject)))
        force = own if passive or named else force_in(parts, clause.after)
        if (goals := self._left_for(clause)) and own is not None:
            yield from self._setting_out(clause, own, goals)
            return
        if self._the_rest(clause) and status:
            draft = DraftFields()
            self._locate_at(draft, parts.playing(clause.after, Role.FROM))
            draft.put("status", status, [self._span_from(chain.first, chain.stop)])
            draft.marks.add("rest")
            yield draft
            return
        if not self._leaves(clause, force, own):
            return
        leaders = self._owners(subject) if passive or own else self._actors(clause)
        if chain.verb.lemma == "expel":
            leaders = self._owners(clause.after)
        leaders = leaders or self._owners([*subject, *clause.after])
        draft = DraftFields()
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
                "status",
                status,
                [ArticleSpan(parts.items[chain.first].start, parts.items[chain.stop - 1].stop)],
            )
        over = parts.has(subject, lexicon.UN_LIKE) and any(parts.items[at].when for at in clause.after)
        if over and chain.verb.lemma in ("end", "close", "expire") and not leaders:
            draft.marks.add("established")
            yield draft
            return
        homeward = chain.verb.lemma == "withdraw" and own is not None and self._thread.told
        strong = own is not None and (own.strong or (homeward and own.figure is not None))
        if leaders or "host" in draft.fields or (("place" in draft.fields or homeward) and strong):
            joined = self._thread.multinational and "host" not in draft.fields
            self._who(draft, leaders, force, clause, joined=joined)
            yield draft

    def _rolls_out(self, clause: Clause) -> bool:
        """“Rolled out of Camp Bastion”: they leave, unless a destination is named."""
        parts, stop = self._parts, clause.chain.stop
        out = parts.low(stop) == "out" and parts.low(stop + 1) == "of"
        return (
            out
            and bool(parts.playing(clause.after, Role.FROM))
            and not parts.playing(clause.after, Role.AT)
            and not parts.has(clause.after, frozenset(("bound",)))
        )

    def _left_for(self, clause: Clause) -> list[int]:
        """“Left Istres for Romania”, “will depart for Mali”: where they go."""
        parts = self._parts
        if clause.chain.verb.lemma not in ("leave", "depart"):
            return []
        found = [at for at in clause.after if parts.low(at) == "for"]
        near = range(found[0] + 1, min(found[0] + 4, len(parts.items))) if found else range(0)
        return parts.playing(near, Role.FOR, Role.AT)

    def _setting_out(self, clause: Clause, force: Force, goals: list[int]) -> Iterator[DraftFields]:
        chain, subject = clause.chain, self._parts.subject(clause)
        owners = self._owners(subject)
        if not (force.strong or owners):
            return
        draft = DraftFields()
        self._locate_at(draft, goals)
        joined = self._joined(clause.after, owners) or self._mission
        self._who(draft, owners, force, clause, joined=joined)
        status = "pledged" if chain.ahead else "arriving"
        draft.put("status", status, [self._span_from(chain.first, chain.stop)])
        yield draft

    def _leaves(self, clause: Clause, force: Force | None, own: Force | None) -> bool:
        """Whether soldiers leave, or a mission ends."""
        parts, lemma = self._parts, clause.chain.verb.lemma
        mission = parts.has([*parts.subject(clause), *clause.after], _LEFT)
        if clause.chain.verb.lemma == "leave" and own is None and parts.low(clause.chain.stop - 1) in _AWAY:
            people = parts.playing(parts.subject(clause), Role.FORCE)
            return bool(people) and (self._thread.told or self._thread.forces)
        if lemma == "close" and parts.has(parts.subject(clause), lexicon.UN_LIKE):
            return True
        if lemma == "end":
            return mission or parts.has(parts.subject(clause), _TOURS)
        if lemma == "return":
            return bool(own and own.strong) and parts.has(clause.after, frozenset(("home",)))
        if lemma in ("close", "remove", "evacuate"):
            return bool(force and force.strong) and bool(parts.playing(clause.after, Role.FROM))
        ours = own is not None and (own.strong or bool(self._owners(parts.subject(clause))))
        if lemma == "leave" and force is not None and not ours:
            return bool(parts.playing(clause.after, Role.FROM))
        bare = own is not None and self._bare(own) and lemma == "withdraw"
        named = bool(self._owners([*parts.subject(clause), *clause.after]))
        owned = bare or named or self._thread.multinational
        return mission or bool(force and (force.strong or owned))
