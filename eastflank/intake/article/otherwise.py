"""Forces whose verb no rule knows: read if the clause names their nation or figure, and their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.deployments import Teller
from eastflank.intake.article.draft import DraftFields
from eastflank.intake.article.items import Item
from eastflank.intake.article.mentions import Mention, is_definite, mentions_in
from eastflank.intake.article.roles import Role, is_capital
from eastflank.intake.article.thread import NamedEntity
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.word_sets import word_set

OF_OTHER_MATTERS = word_set(
    "kill wound injure die lose fall attack strike hit fire shoot fight seize capture arrest detain beat "
    "ambush bomb shell storm free rescue bury honour honor remember commemorate celebrate mark parade "
    "visit thank greet praise congratulate address tell condemn criticise criticize accuse blame sue "
    "buy sell deliver donate pay cost produce manufacture build lay own equip arm train teach exercise "
    "practise practice rehearse simulate compete play win vote protest demand face need require threaten "
    "deter defend protect help use make show accompany escort observe watch monitor see find know believe "
    "think read write allow enable repel push drive outnumber test clear search infect fear meet describe "
    "compare recall recruit drill race salute award decorate reward inspect brief question interview "
    "photograph film admire miss blow destroy damage bear suffer survive surrender clash invade raid "
    "march hand cede pass lower raise target besiege surround defeat save treat evacuate feed supply "
    "teach instruct advise mentor"
)
"""Verbs whose clause is about soldiers, but not about where they are."""
_OF_A_SUBJECT = word_set(
    "train exercise fight help protect defend build clear use observe monitor watch advise instruct mentor "
    "escort teach treat evacuate feed bear drive practise rehearse drill deter"
)
"""Those of these verbs for what soldiers themselves do where they are."""
_HELPING = word_set(
    "support assist join reinforce augment back aid complement relieve replace succeed command lead head "
    "strengthen bolster complete consist comprise include"
)
"""Verbs before another nation's force."""
_ANY = word_set("any every no such other enough")
_THEM = word_set("them those these which whom us")
_SETTING_OUT = word_set("leave depart set sail head board embark pack start fly travel bind take move")
_QUARTERED = word_set("live stay remain camp encamp bivouac quarter billet house lodge base station barrack")
_BOUND = word_set("bound headed heading destined")
_WAITING = word_set("standby stand-by alert readiness")
_HOMEWARD = frozenset(("home", "homeward"))
_NEVER = (Tells.SAY, Tells.MEET, Tells.MEASURE)


class Otherwise(Teller):
    """Reads forces in clauses whose verb has no rule."""

    def otherwise(
        self, clause: Clause, status: str | None, told: Sequence[DraftFields]
    ) -> Iterator[DraftFields]:
        """The forces of a clause, each with its nation or figure, if the clause says where they are or go."""
        parts, chain = self._parts, clause.chain
        if chain.verb.tells in _NEVER or self._asks_how_many(clause) or (chain.infinitive and status is None):
            return
        if self._thread.exercise_in == parts.sentence.paragraph or self._waits(clause):
            return
        told, here = list(told), len(told)
        for where in (parts.subject(clause), clause.after):
            after, lemma = where is clause.after, chain.verb.lemma
            if lemma in OF_OTHER_MATTERS and (after or chain.passive or lemma not in _OF_A_SUBJECT):
                continue
            for mention in mentions_in(parts, where):
                if self._is_told(mention, told) or self._is_of_no_count(clause, mention, after=after):
                    continue
                if len(told) > here and mention.force.figure is None:
                    continue  # “…, supported by troops from Croatia”: read with the first force
                if len(told) > here and self._sizes(told[-1], mention):
                    continue
                draft = self._of_mention(
                    clause, mention, status, active=after and not chain.passive, beside=len(told) > here
                )
                if draft:
                    if len(told) > here:
                        draft.extent = mention.where
                    told.append(draft)
                    yield draft

    def _waits(self, clause: Clause) -> bool:
        """“Are on standby in Colchester”."""
        parts = self._parts
        return any(
            parts.low(at) in _WAITING and parts.low(at - 1) in ("on", "at", "high", "to")
            for at in clause.after
        )

    def _sizes(self, draft: DraftFields, mention: Mention) -> bool:
        """“A French battalion has pitched its tents at Cincu, 500 strong”: how many that force has."""
        figure = self._figure(mention.force.figure)
        at = mention.force.figure or 0
        strong = "strong" in (self._parts.low(at + 1), self._parts.low(at + 2))
        if figure is None or not strong or mention.owners(self._parts) or "troops_high" in draft.fields:
            return False
        draft.troops(figure, "whole", self._noun_span(mention.force))
        return True

    def _is_of_no_count(self, clause: Clause, mention: Mention, *, after: bool) -> bool:
        """A force that is part of one that was read, or that is named only in general."""
        parts, tells = self._parts, clause.chain.verb.tells
        figure = mention.force.figure
        if figure is not None:
            low = {parts.low(figure + 1), parts.low(figure + 2)}
            return "of" in low and bool(low & _THEM)
        general = parts.has(mention.where, _ANY)
        if tells is Tells.DECIDE and not clause.chain.passive and not after:
            return True
        return general or tells is Tells.COUNT or (after and clause.chain.verb.lemma in _HELPING)

    def _of_mention(
        self, clause: Clause, mention: Mention, status: str | None, *, active: bool, beside: bool
    ) -> DraftFields | None:
        parts, chain, force = self._parts, clause.chain, mention.force
        senders: list[Item | NamedEntity] = [parts.items[at] for at in mention.owners(parts)]
        owned = bool(senders)
        named: list[Item | NamedEntity] = [
            parts.items[at] for at in parts.playing(parts.subject(clause), Role.ACTOR)
        ]
        before = [one for one in named if self._span(one).stop <= parts.items[mention.where.start].start]
        before = before or [one for one in named if mention.where.start <= parts.subject(clause).start]
        senders = senders or (self._actors(clause) if active else named if chain.passive else before)
        near = [*clause.after, *clause.before]
        goes = self._goes_or_stands(near) or self._is_bound_for(clause)
        joins = parts.has([*near, *mention.where], lexicon.MULTINATIONAL)
        if chain.verb.tells is Tells.BE and not goes:
            return None
        if not (force.strong or (senders and force.figure is not None and (owned or goes))):
            return None
        if not (senders or force.figure is not None or is_definite(parts, mention)):
            return None
        again = self._thread.last_in == parts.sentence.paragraph
        stands = owned and force.strong and force.figure is not None and self._is_quartered(clause)
        known = (again and (force.figure is not None or owned)) or (joins and senders) or stands
        if not (goes or known):
            return None
        draft = self._draft_of(clause, mention, senders, near, beside=beside and owned)
        if not senders and not named:
            self.again(draft, "lead", "contributors")
        if not goes:
            self.again(draft, "host", "place")
        if not self._tells_status(clause, status):
            return draft if goes or again else None
        if stands:
            draft.marks.add("stands")
        home = parts.has(near, _HOMEWARD) or bool(parts.playing(clause.after, Role.FROM))
        gone = home and status in ("deployed", "pledged", "arriving") and not self._has_a_goal(clause)
        over = "ended" if chain.past else "leaving"
        if parts.low(mention.where.stop) in _BOUND and mention.where.start >= chain.stop:
            draft.put("status", "arriving", [self._span_from(mention.where.stop, mention.where.stop + 1)])
        draft.put("status", over if gone else status or "", [self._span_from(chain.first, chain.stop)])
        return draft

    def _draft_of(
        self,
        clause: Clause,
        mention: Mention,
        senders: Sequence[Item | NamedEntity],
        near: Sequence[int],
        *,
        beside: bool,
    ) -> DraftFields:
        """One force of a clause, with its own place if it has one, otherwise with the clause's place."""
        parts = self._parts
        own = [at for at in parts.playing(mention.where, Role.AT) if at > mention.where.start]
        draft = DraftFields()
        self._locate(draft, own or near, clause)
        if pairs := self._respective(clause, senders):
            draft.contingents(pairs)
            return draft
        somewhere = "host" in draft.fields or "place" in draft.fields
        joined = beside or self._joined([*near, *mention.where], senders)
        joined = joined or (self._mission_here and not clause.chain.negated)
        joined = joined or (self._thread.multinational and not somewhere) or len(senders) > 1
        joined = joined or self._at_the_unit_of_another(draft, senders)
        self._who(draft, senders, mention.force, clause, joined=joined)
        if joined:
            draft.nations("lead", self._leads_among(near, senders))
        return draft

    def _tells_status(self, clause: Clause, status: str | None) -> bool:
        """Whether mood and tense show a status: an unknown verb in the past tense does not."""
        chain = clause.chain
        plain_past = chain.past and not (chain.perfect or chain.passive or chain.progressive)
        unknown = chain.verb.tells in (Tells.OTHER, Tells.DECIDE)
        return status is not None and not (plain_past and unknown and not chain.ahead)

    def lean_on(self, draft: DraftFields) -> None:
        """Take a claim of this sentence as the last one, for the clauses after it."""
        self._thread.last, self._thread.last_in = dict(draft.fields), self._parts.sentence.paragraph

    def again(self, draft: DraftFields, *names: str) -> None:
        """Fields of the last claim of this paragraph, or of the paragraph before."""
        if self._parts.sentence.paragraph - self._thread.last_in > 1:
            return
        for name in names:
            if name in self._thread.last and not any(one in draft.fields for one in names):
                field = self._thread.last[name]
                draft.put(name, field.value, field.spans, field.origin)
                draft.leans = True
                if name == "contributors":
                    draft.give()

    def _goes_or_stands(self, near: Sequence[int]) -> bool:
        """Whether the clause names a place that is not only where somebody spoke."""
        found = self._parts.playing(near, Role.AT)
        return bool(found) or any(self._is_here(at) for at in near)

    def _is_bound_for(self, clause: Clause) -> bool:
        """“Boarded a plane for Port-au-Prince”: a town, or a country after a verb of leaving."""
        parts = self._parts
        return any(
            parts.items[at].place or is_capital(parts.items[at]) or clause.chain.verb.lemma in _SETTING_OUT
            for at in parts.playing(clause.after, Role.FOR)
        )

    def _is_quartered(self, clause: Clause) -> bool:
        """“900 American soldiers live behind the fence now”: soldiers abroad, whatever the place."""
        lives = clause.chain.verb.lemma in _QUARTERED and not (clause.chain.past and not clause.chain.passive)
        where = clause.before.start and self._parts.low(clause.before.start - 1) == "where"
        return lives and not where and not self._thread.at_home

    def _has_a_goal(self, clause: Clause) -> bool:
        return bool(self._parts.playing(clause.after, Role.AT))

    def _is_told(self, mention: Mention, told: Sequence[DraftFields]) -> bool:
        items, force = self._parts.items, mention.force
        at = (
            force.figure
            if force.figure is not None
            else force.noun
            if force.noun is not None
            else force.units
        )
        if at is None:
            return False
        spans = [span for draft in told for field in draft.fields.values() for span in field.spans]
        inside = any(items[at].start <= span.start and span.stop <= items[at].stop for span in spans)
        return inside or (force.figure is None and any(at in draft.extent for draft in told))
