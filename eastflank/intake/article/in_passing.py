"""Forces that a sentence names without a verb of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import NO_CLAUSE, Clause
from eastflank.intake.article.counting import Counted, counted
from eastflank.intake.article.draft import DraftFields, span_of
from eastflank.intake.article.forces import Force, force_in
from eastflank.intake.article.items import Item
from eastflank.intake.article.mentions import mentions_in
from eastflank.intake.article.proposals import ReadField
from eastflank.intake.article.roles import Role
from eastflank.intake.article.standing_in import StandingIn
from eastflank.intake.article.word_sets import word_set

_LED = frozenset(("led",))


class SentenceTeller(StandingIn):
    """Also reads lists after a colon, lines of fact sheets, and forces named in passing."""

    def complete(self, clause: Clause, draft: DraftFields) -> None:
        """Also checks for added numbers and increases, which are not totals."""
        super().complete(clause, draft)
        counts = draft.fields.get("counts")
        if clause.chain.verb.lemma == "add" and counts and counts.value in ("whole", "contingent"):
            verb = [self._span_from(clause.chain.first, clause.chain.stop)]
            draft.fields["counts"] = ReadField("increment", tuple(verb))

    def listed(self, clause: Clause, told: Sequence[DraftFields]) -> list[DraftFields]:
        """What is listed after a colon: “in three countries: 1,000 in Mali and 300 in Niger”."""
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

    def in_passing(self, clauses: Sequence[Clause]) -> Iterator[DraftFields]:
        """A force named under another verb: “Ireland's 340 soldiers near Tyre have spent weeks …”."""
        parts = self._parts
        found = self._in_brackets() or self._of_a_nominal(clauses) or self._led_by()
        if found:
            yield found
            return
        for at, item in enumerate(parts.items):
            sort, noun = counted(parts.items, at) if item.figure else (Counted.OTHER, at)
            if sort is not Counted.PERSONS or parts.low(noun + 1) not in ("in", "at", "near"):
                continue
            force = Force(at, None, noun, strong=True)
            owners = self._owners(range(max(at - 3, 0), noun + 1))
            where = [
                place
                for place in range(noun + 2, min(noun + 5, len(parts.items)))
                if parts.roles[place] is Role.AT
            ]
            past = any(one.chain.past and not one.chain.perfect for one in clauses)
            if owners and where and not past:
                draft = DraftFields()
                self._locate_at(draft, where[:1])
                joined = self._mission or self._thread.multinational
                self._who(draft, owners, force, clauses[0], joined=joined)
                draft.put("status", "deployed", [span_of(parts.items[noun + 1])])
                draft.extent = range(max(at - 3, 0), where[0] + 1)
                yield draft

    def in_a_list(self) -> Iterator[DraftFields]:
        """A line of a fact sheet: “Bulgaria: framework nation Italy; contributing nations Albania”."""
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
            yield from self._figures_of_a_line()
            return
        draft = DraftFields()
        first = next((at for at in every if parts.items[at].nation), None)
        if first is not None and parts.low(first + 1) == ":":
            draft.nations("host", [parts.items[first]])
        draft.nations("lead", lead)
        draft.contingents([(self._code(one), self._span(one), None) for one in others])
        force = force_in(parts, [at for at in every if parts.items[at].figure] + list(every))
        if force and force.figure is not None and (figure := self._figure(force.figure)):
            draft.troops(figure, "whole", self._noun_span(force))
        self._name_place(draft, parts.playing(every, Role.AT))
        draft.extent = every
        yield draft

    def _figures_of_a_line(self) -> Iterator[DraftFields]:
        """“Mali: 120 soldiers”, “up to 230 in Latvia and up to 60 in Lithuania”: figures without a verb."""
        parts = self._parts
        if parts.clauses:
            return
        every = range(len(parts.items))
        told = False
        for mention in mentions_in(parts, every):
            owners = [parts.items[at] for at in mention.owners(parts)]
            where = [at for at in parts.playing(every, Role.AT) if at >= mention.where.stop]
            if owners and mention.force.strong and mention.force.figure is not None and where:
                draft = DraftFields()
                self._locate_at(draft, where)
                self._who(draft, owners, mention.force, NO_CLAUSE, joined=False)
                draft.extent = range(mention.where.start, where[-1] + 1)
                told = True
                yield draft
        for one in () if told else self._segments(every):
            sort = counted(parts.items, one.figure)[0] if one.figure is not None else Counted.OTHER
            figure = self._figure(one.figure)
            alone = sort is Counted.PERSONS or (sort is Counted.BARE and bool(one.hosts or self._thread.here))
            known = self._thread.told or self._thread.about
            if figure is None or not (alone and known) or not (one.hosts or self._thread.here):
                continue
            draft = DraftFields()
            self._locate_at(draft, one.hosts)
            draft.troops(figure, "whole", [span_of(parts.items[one.figure or 0])])
            draft.of_a_force = True
            last = max(one.hosts[-1] if one.hosts else 0, one.figure or 0)
            draft.extent = range(one.start, min(last + 2, len(parts.items)))
            yield draft

    def _after_words(self, *forms: tuple[str, ...]) -> list[Item]:
        """The nations listed after one of these forms, up to a semicolon or a full stop."""
        parts = self._parts
        if not parts.has(range(len(parts.items)), frozenset(words[0] for words in forms)):
            return []
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

    def _in_brackets(self) -> DraftFields | None:
        """“The largest contingents come from Argentina (246), Slovakia (239) …”."""
        parts = self._parts
        found = [
            (item.nation.code, span_of(item), parts.items[at + 2].figure)
            for at, item in enumerate(parts.items[:-3])
            if item.nation and parts.low(at + 1) == "(" and parts.items[at + 2].figure
            if parts.low(at + 3) == ")" or parts.low(at + 4) == ")"
        ]
        about = lexicon.SOLDIERS | {"contributors", "contributor"}
        if len(found) < 2 or not (parts.has(range(len(parts.items)), about) or self._mission):
            return None
        draft = DraftFields()
        draft.contingents(found)
        draft.put("counts", "contingent", [found[0][1]])
        draft.put("status", "deployed", [found[0][1]])
        draft.of_a_force = True
        draft.extent = range(len(parts.items))
        return draft

    def raised_to(self, told: Sequence[DraftFields]) -> Iterator[DraftFields]:
        """“…, bringing the total to 3,000”: the total of the force that was mentioned."""
        parts = self._parts
        if not told:
            return
        for at, item in enumerate(parts.items):
            if item.low not in ("bringing", "taking", "raising", "lifting") or parts.low(at - 1) != ",":
                continue
            near = range(at + 1, min(at + 16, len(parts.items)))
            level = parts.has(near, word_set("number total strength presence contingent force size"))
            to = next((one for one in near if parts.low(one - 1) == "to" and parts.items[one].figure), None)
            figure = self._figure(to)
            if level and to is not None and figure:
                draft = DraftFields()
                draft.troops(figure, "sum", [span_of(item)])
                self._locate_at(draft, parts.playing(near, Role.AT))
                own = "host" in draft.fields or "place" in draft.fields
                for name in ("lead", "status") if own else ("lead", "host", "place", "status"):
                    if name in told[-1].fields:
                        draft.put(name, told[-1].fields[name].value, told[-1].fields[name].spans)
                draft.extent = range(at, near.stop)
                yield draft

    def _led_by(self) -> DraftFields | None:
        """“The pledged forces led by Canada and Germany”: leads without a verb of their own."""
        parts = self._parts
        if not parts.has(range(len(parts.items)), _LED):
            return None
        for at in range(1, len(parts.items) - 2):
            noun = parts.low(at - 1) in lexicon.FORCES
            if noun and parts.low(at) == "led" and parts.low(at + 1) == "by":
                leaders = [
                    parts.items[place] for place in parts.playing(range(at + 2, len(parts.items)), Role.LEAD)
                ]
                if leaders:
                    draft = DraftFields()
                    draft.nations("lead", leaders)
                    verb = lexicon.VERBS.get(parts.low(at - 2))
                    status = lexicon.SHAPES.get(verb.lemma, "") if verb else ""
                    draft.put("status", status, [span_of(parts.items[at - 2])])
                    draft.marks.add("nominal")
                    draft.extent = range(len(parts.items))
                    return draft
        return None

    def _of_a_nominal(self, clauses: Sequence[Clause]) -> DraftFields | None:
        """“Welcomed the stationing of a German brigade in Lithuania”."""
        parts = self._parts
        for at in range(len(parts.items) - 2):
            if parts.low(at) in lexicon.NOMINALS and parts.low(at + 1) == "of":
                stop = min(at + 14, len(parts.items))
                force = force_in(parts, range(at + 2, stop))
                verb = next((one.chain for one in clauses if at in one.after or at in one.before), None)
                told = force and (force.figure is not None or parts.low(at) != "rotation")
                if force and told and force.strong and verb:
                    draft = DraftFields()
                    self._locate_at(draft, parts.playing(range(at + 2, stop), Role.AT))
                    owners = self._owners(range(max(at - 3, 0), stop))
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
