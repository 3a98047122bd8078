"""Who sends whom where, and who leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.draft import DraftFields, span_of
from eastflank.intake.article.forces import Force, force_in
from eastflank.intake.article.items import Item
from eastflank.intake.article.lists import Lists
from eastflank.intake.article.senders import denies_a_force
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.thread import NamedEntity, Thread
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.word_sets import word_set

_CONTRIBUTE = word_set(
    "contribute provide supply add second furnish lend augment reinforce join participate support"
)
_UNITS_OF_SEVERAL = word_set("battlegroup battlegroups multinational nato-led eu-led un-led")


class Placing(Lists):
    """Sets who sends a clause's forces, who leads them and where they are."""

    def __init__(self, parts: SentenceParts, thread: Thread) -> None:
        super().__init__(parts, thread)
        self._mission = parts.sentence.paragraph - thread.mission_in <= 1 or (
            any(item.low in lexicon.UN_LIKE for item in parts.items)
            and not any(clause.chain.verb.tells is Tells.LEAD for clause in parts.clauses)
        )
        """Whether the text nearby has a mission to which every nation only contributes."""
        self._mission_here = parts.sentence.paragraph == thread.mission_in
        """Whether the paragraph has mentioned it."""

    def _placed(
        self,
        clause: Clause,
        force: Force | None,
        senders: Sequence[Item | NamedEntity],
        where: Iterable[int],
        *,
        joined: bool = False,
    ) -> Iterator[DraftFields]:
        """Who sends whom where; a list of several pairs is several drafts."""
        where = list(where)
        shared = self._shares(clause) or self._respective(clause, senders)
        if shared:
            draft = DraftFields()
            draft.contingents(shared)
            draft.put("counts", "contingent", [span_of(self._parts.items[clause.chain.first])])
            self._locate(draft, where, clause)
            yield draft
            return
        groups = self._groups(clause, force, senders)
        if groups:
            yield from groups
            return
        draft = DraftFields()
        self._locate(draft, where, clause)
        somewhere = "host" in draft.fields or "place" in draft.fields
        joined = joined or self._joined(where, senders) or clause.chain.verb.lemma in _CONTRIBUTE
        denied = clause.chain.negated or denies_a_force(self._parts, clause)
        joined = (
            joined
            or (self._mission and not denied)
            or self._at_the_unit_of_another(draft, senders)
            or (self._several_nations(clause) and (not somewhere or self._beside(draft, senders)))
            or len({self._code(one) for one in senders}) > 1
        )
        self._who(draft, senders, force, clause, joined=joined)
        if joined:
            draft.nations("lead", self._leads_among(where, senders))
        yield draft

    def _at_the_unit_of_another(self, draft: DraftFields, senders: Sequence[Item | NamedEntity]) -> bool:
        """Whether the article says that another nation leads in that place, or that a mission is there."""
        own = {self._code(one) for one in senders}
        for name in ("host", "place"):
            field = draft.fields.get(name)
            spot = field.value.lower() if field else ""
            if spot in self._thread.missions or self._thread.led.get(spot, "") not in ("", *own):
                return bool(own)
        return False

    def _several_nations(self, clause: Clause) -> bool:
        """Whether a unit of several nations was mentioned, before or in this sentence."""
        earlier = range(clause.chain.first)
        return self._thread.multinational or self._parts.has(earlier, _UNITS_OF_SEVERAL)

    def _beside(self, draft: DraftFields, senders: Sequence[Item | NamedEntity]) -> bool:
        """“The French have about 300 here”: beside the nation that leads in that place."""
        lead = self._thread.last.get("lead")
        own = {self._code(one) for one in senders}
        return draft.leans and lead is not None and not own & set(lead.value.split(";"))

    def _leading(self, clause: Clause, leaders: Sequence[Item | NamedEntity]) -> Iterator[DraftFields]:
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

    def _led(self, clause: Clause, leaders: Sequence[Item | NamedEntity]) -> DraftFields:
        draft = DraftFields()
        draft.nations("lead", leaders)
        draft.leans = any(isinstance(one, NamedEntity) for one in leaders)
        self._locate(draft, [*clause.after, *clause.before, *self._related(clause)], clause)
        force = force_in(self._parts, clause.after)
        draft.of_a_force = force is not None
        if force:
            if force.figure is not None and (figure := self._figure(force.figure)):
                draft.troops(figure, "whole", self._noun_span(force))
            if force.units is not None:
                self._units(draft, force.units)
        return draft
