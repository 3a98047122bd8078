"""Hosts and senders that the article names outside a claim's own sentence.

A careful reader carries the country from the heading, from the paragraph's opening or from a town's name to
the sentences below. This module does the same: each field gets the characters that name the country, wherever
they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from eastflank.intake.article.homes import headings_of, home_of
from eastflank.intake.article.leading import Leaders
from eastflank.intake.article.namings import Naming, Namings, as_field, main_sender, missions_of, units_of
from eastflank.intake.article.proposals import ArticleSpan, Proposal, ProposalKind, ReadField
from eastflank.intake.article.sentences import Sentence
from eastflank.intake.article.sharing import (
    WHO,
    senders,
    with_fields,
    with_its_share,
)
from eastflank.intake.article.tables import Tables
from eastflank.intake.article.thread import Thread

_FAR = 6
"""A place applies to claims at most this many lines below it, including empty lines."""
_BACK_TO = re.compile(r"\b(?:to|for) (?:the )?$")
_GOES_ON = re.compile(
    r"\W*(?:They|Their|Another|A further|The (?:soldiers|troops|paratroopers|battalion|company|unit|brigade|"
    r"contingent|force|rest|last|others|advance|main))\b"
)
"""How a sentence begins that goes on about the force of the paragraph before."""
_NEXT = 2
"""How many lines further the next paragraph is at most, with the empty line between."""
_OF_ALL = re.compile(
    r"(?i)\b(?:foreign (?:soldiers|troops|units|forces)|from (?:the )?[\w-]+ (?:nations|countries)|"
    r"altogether|all in all|adds up|total strength|strength of (?:the force|[A-Z]{4,})|under nato command)\b"
)
"""Words for the whole of a force of several nations."""
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
_OVER = ("leaving", "ended")


class Elsewhere:
    """Completes the proposals of one article."""

    def __init__(
        self,
        named: Sequence[Naming],
        thread: Thread,
        sentences: Sequence[Sentence],
        plain: str,
        tables: Tables,
    ) -> None:
        bodies = list(tables.bodies.named_in(plain))
        self._named = Namings(named, units_of(bodies))
        self._sentences = sentences
        self._starts = [one.start for one in sentences]
        self._plain = plain
        self._adversaries = tables.adversaries
        self._home = home_of(named, bodies, plain, tables.nations)
        self._headings = headings_of(plain, tables.nations)
        self._topics = {one.paragraph: one for one in reversed(named) if one.fronts}
        self._leaders = Leaders(self._named, missions_of(bodies), thread, plain, tables.places)

    def completed(self, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
        """The proposals, each completed with what the article states elsewhere."""
        proposals = list(proposals)
        hosts = {
            code for one in proposals if "host" in one.fields for code in one.fields["host"].value.split(";")
        }
        self._main = main_sender(self._named.sending(0, len(self._plain), frozenset()), frozenset(hosts))
        before: Proposal | None = None
        last = -1
        for proposal in proposals:
            if proposal.kind is not ProposalKind.DEPLOYMENT:
                yield proposal
                continue
            sentence = self.sentence_of(proposal)
            one = self._hosted(self._without_home(proposal), sentence.paragraph)
            same = sentence.paragraph == last or (before is not None and self._goes_on(before, sentence))
            if WHO.isdisjoint(one.fields):
                one = self._sent(one, sentence, before if same else None)
            one = self._of_one_nation(one, sentence)
            likely = [as_field(nation) for nation in (self._home, self._main) if nation]
            one = self._leaders.settled(_without_a_place_before(one, sentence), sentence, likely)
            one = one if self._counts_what_is_joined(one) else with_its_share(one)
            if self._is_of_an_adversary(one):
                one = replace(one, kind=ProposalKind.ADVERSARY)
            else:
                before, last = one, sentence.paragraph
            yield one

    def _of_one_nation(self, one: Proposal, sentence: Sentence) -> Proposal:
        """The proposal without a sender from an earlier sentence if it tells of all nations together."""
        who = WHO & set(one.fields)
        carried = all(span.start < sentence.start for name in who for span in one.fields[name].spans)
        of_all = _OF_ALL.search(self._plain, sentence.start, one.quote.stop)
        if not carried or not of_all or self._speaks_of_home(one, sentence):
            return one
        without = (*WHO, "contributor_troops")
        return with_fields(one, {name: field for name, field in one.fields.items() if name not in without})

    def sentence_of(self, one: Proposal) -> Sentence:
        """The sentence in which a proposal begins."""
        return self._sentences[max(bisect_right(self._starts, one.quote.start) - 1, 0)]

    def _counts_what_is_joined(self, one: Proposal) -> bool:
        """“Takes part in the 4,000-strong brigade”: the figure is the brigade's, not the nation's share."""
        high = one.fields.get("troops_high")
        if high is None or not high.spans:
            return False
        start, stop = high.spans[0]
        before, after = self._plain[:start].rstrip(), self._plain[stop:]
        return before.endswith(" the") and after.startswith(("-strong", " strong"))

    # Where

    def _without_home(self, one: Proposal) -> Proposal:
        """The proposal without the place to which a force returns: “will go back to Zaragoza”."""
        if not _is_over(one):
            return one
        fields = {
            name: field
            for name, field in one.fields.items()
            if name not in ("place", "host") or not all(self._is_a_goal(span) for span in field.spans)
        }
        return with_fields(one, fields)

    def _is_a_goal(self, span: ArticleSpan) -> bool:
        return bool(_BACK_TO.search(self._plain[max(span.start - 12, 0) : span.start]))

    def _hosted(self, one: Proposal, paragraph: int) -> Proposal:
        if "host" in one.fields:
            return one
        place = one.fields.get("place")
        found = self._of_place(place) if place else self._of_scene(one, paragraph)
        if found is None or found in senders(one) or not (span := self._words_for(found, one.quote)):
            return one
        return with_fields(one, {**one.fields, "host": ReadField(found, (span,))})

    def _of_place(self, place: ReadField) -> str | None:
        """The country in which the place lies, of those that the article names."""
        codes = {
            code
            for span in place.spans
            for one in self._named.within(span.start, span.start + 1)
            for code in one.codes & self._named.countries
        }
        return next(iter(codes)) if len(codes) == 1 else None

    def _of_scene(self, one: Proposal, paragraph: int) -> str | None:
        """The last country that the text named as a location before the claim; None if it was several."""
        until = one.quote.start if _is_over(one) else one.quote.stop
        for naming in self._named.back_from(until):
            if paragraph - naming.paragraph > _FAR:
                return None
            if naming.located and self._named.codes(naming):
                sentence = self._sentences[bisect_right(self._starts, naming.sentence) - 1]
                beside = self._named.within(sentence.start, sentence.stop)
                codes = {code for other in beside if other.located for code in self._named.codes(other)}
                return next(iter(codes)) if len(codes) == 1 else None
        return None

    def _words_for(self, code: str, quote: ArticleSpan) -> ArticleSpan | None:
        """The characters that name the country: the last name of it before the claim, or the first after."""
        spans = [one.span for one in self._named.of(code)]
        at = bisect_right([span.stop for span in spans], quote.start)
        return spans[max(at - 1, 0)] if spans else None

    # Who

    def _sent(self, one: Proposal, sentence: Sentence, before: Proposal | None) -> Proposal:
        """The proposal with its sender from elsewhere, if the claim's own words name none."""
        host = frozenset(one.fields["host"].value.split(";")) if "host" in one.fields else frozenset()
        beside = self._named.sending(sentence.start, one.quote.stop, host)
        if beside:
            return self._by(one, beside[-1]) if len({other.codes for other in beside}) == 1 else one
        above = [other for other in self._headings if other.span.stop < sentence.start]
        home = above[-1] if above else self._home
        if self._speaks_of_home(one, sentence) and home and not home.codes & host:
            return self._by(one, home)
        if (left := self._town_left(one, sentence, host)) and not _is_over(one):
            return self._by(one, left)
        named = {
            code
            for other in self._named.within(sentence.start, one.quote.stop)
            for code in self._named.codes(other)
        }
        if before is not None and named <= host | senders(before) and not WHO.isdisjoint(before.fields):
            found = {name: before.fields[name] for name in WHO & set(before.fields)}
            return one if host & senders(before) else with_fields(one, {**found, **one.fields})
        if named <= host and (told := self._of_paragraph(sentence, host)):
            return self._by(one, told)
        topic = self._topics.get(sentence.paragraph) or self._home
        if topic and host and not topic.codes & host:
            return self._by(one, topic)
        return self._by(one, self._main) if self._main and not self._main.codes & host else one

    def _town_left(self, one: Proposal, sentence: Sentence, host: frozenset[str]) -> Naming | None:
        """The country of the town from which they come, if the article names it: “jets from Zaragoza”."""
        towns = [
            town._replace(codes=self._named.codes(town))
            for town in self._named.within(sentence.start, one.quote.stop)
            if town.leaves and not self._plain.startswith(" to ", town.span.stop)
        ]
        codes = {town.codes for town in towns}
        known = len(codes) == 1 and len(towns[0].codes) == 1 and not towns[0].codes & host
        return towns[0] if known else None

    def _of_paragraph(self, sentence: Sentence, host: frozenset[str]) -> Naming | None:
        """The nation that alone sends in the paragraph so far: “The Danes sang. About 90 will stay”."""
        opened = self._plain.rfind("\n", 0, sentence.start) + 1
        sending = [other for other in self._named.sending(opened, sentence.start, host) if not other.is_place]
        return sending[-1] if len({other.codes for other in sending}) == 1 else None

    def _speaks_of_home(self, one: Proposal, sentence: Sentence) -> bool:
        """“We have 350 soldiers there”, “a battalion of ours”."""
        return bool(_FIRST_PERSON.search(self._plain, sentence.start, one.quote.stop))

    def _goes_on(self, before: Proposal, sentence: Sentence) -> bool:
        """Whether it continues the claim of the paragraph before, and no other nation has sent since."""
        near = sentence.paragraph - self.sentence_of(before).paragraph <= _NEXT
        others = self._named.sending(before.quote.stop, sentence.start, senders(before))
        return near and not others and _GOES_ON.match(self._plain, sentence.start) is not None

    def _by(self, one: Proposal, sender: Naming) -> Proposal:
        if sender.codes & self._adversaries or sender.span.start >= self.sentence_of(one).stop:
            return one  # a nation that is named only below is too seldom the sender
        return with_fields(one, {**one.fields, "lead": as_field(sender)})

    def _is_of_an_adversary(self, one: Proposal) -> bool:
        """Whether the force is in an adversary's country and no sender is named."""
        host = one.fields.get("host")
        return host is not None and host.value in self._adversaries and not senders(one)


def _without_a_place_before(one: Proposal, sentence: Sentence) -> Proposal:
    """The proposal without a place from an earlier sentence: a country lasts, a town changes too often."""
    place = one.fields.get("place")
    if place is None or any(span.start >= sentence.start for span in place.spans):
        return one
    return with_fields(one, {name: field for name, field in one.fields.items() if name != "place"})


def _is_over(one: Proposal) -> bool:
    status = one.fields.get("status")
    return status is not None and status.value in _OVER
