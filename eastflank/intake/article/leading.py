"""Whether a nation leads a force or contributes to it, by what the article says about the unit there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.bodies import Body, BodyKind
from eastflank.intake.article.namings import Naming, Namings, as_field
from eastflank.intake.article.places import Places
from eastflank.intake.article.proposals import Proposal, ReadField
from eastflank.intake.article.sentences import Sentence
from eastflank.intake.article.sharing import (
    WHO,
    as_contributor,
    as_lead,
    senders,
    with_fields,
    with_its_share,
)
from eastflank.intake.article.thread import Thread
from eastflank.intake.article.word_sets import word_set

_OFTEN = 2
"""Words for an organisation in the head of an article: the article is then about its missions."""
_CODE = 3
_HEAD = 1_000
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_BEFORE = 80
"""Characters of a sentence before a claim that count as its own words."""
_JOINS = lexicon.MULTINATIONAL | word_set(
    "contribute contributes contributed contributing contribution contributions contributor join joins "
    "joined "
    "joining share part battle mission partners allies coalition eu un european"
)
_SHARES = word_set("contingent contingents company platoon detachment")
_LEADS = word_set("lead leads led leading command commands commanded framework")
_ORGANISATION = re.compile(
    r"\b(?:UN|U\.N\.|United Nations|EU|European Union|African Union|AU|OSCE|ECOWAS|Security Council|"
    r"Secretary-General|peacekeep\w+|[Bb]lue [Hh]elmets?|UNIFIL|MINUSMA|KFOR|UNDOF|EUFOR|EUTM|UNMISS|"
    r"UNFICYP)\b"
)
_UNIT_OF = re.compile(
    r"(?i)(?: ?- ?(?:led|run))? (?:multinational )?(?:battle ?group|group|brigade|task force|division|scheme)"
)
_OWN_UNIT = re.compile(r"\b(?:its|her|their) (?:own )?(?:[a-z-]+ )?(?:battle ?group|brigade)\b")
_INSIDE = re.compile(r"\b(?:with|in|within|into|inside|join|joins|joined|alongside|under|to) (?:the )?$")
_WITH_THEM = re.compile(r"\b(?:under|join|joining|joins|joined|embedded with|attached to|stays? with) $")
_THE_PEOPLE = re.compile(r"the [A-Z]\w+(?! ?[\w'-])|the [A-Z]\w+(?= (?:in|at|near|there)\b)")
"""“The Americans”, and no “the American company”."""
_ORDERS_OF = re.compile(r"(?:'s?)? (?:command|orders|leadership|lead)\b")
_UNDER = re.compile(r"\bunder (?:the )?$")


class Leaders:
    """Sets the nations of the proposals of one article as leads or contributors."""

    def __init__(
        self,
        named: Namings,
        missions: Sequence[Body],
        thread: Thread,
        plain: str,
        places: Places,
    ) -> None:
        self._named = named
        self._mission_names = [one for one in missions if one.kind is BodyKind.MISSION]
        self._operations = [one for one in missions if one.kind is BodyKind.OPERATION]
        self._plain = plain
        self._led = {self._country(spot, places): leads for spot, leads in thread.led.items()}
        self._missions = {self._country(spot, places) for spot in thread.missions}
        often = len(_ORGANISATION.findall(plain, 0, _HEAD)) >= _OFTEN
        self._of_organisation = often and not self._led

    def settled(self, one: Proposal, sentence: Sentence, others: Sequence[ReadField]) -> Proposal:
        """The proposal with its nation as lead or contributor, by what the article says about the unit there.

        `others` are the senders to which the claim may belong if it names the leader of their unit alone, the
        likeliest one first.
        """
        host, who = one.fields.get("host"), senders(one)
        if len(who) != 1 or set(one.fields) >= WHO:
            return one
        (nation,) = who
        if leader := self._leader_of_its_unit(one):
            return self._in_the_unit_of(leader, one, sentence, others)
        if host is None:
            return as_contributor(one) if self._of_organisation and "lead" in one.fields else one
        leads = self._led.get(host.value)
        start = max(sentence.start, one.quote.start - _BEFORE)
        words = frozenset(_WORD.findall(self._plain[start : sentence.stop].lower()))
        if "bilateral" in words:
            return as_lead(one) if "contributors" in one.fields else one
        mission = self._in_a_mission(one, host.value, sentence)
        if self._its_own(nation, one, sentence):
            return as_lead(one) if "contributors" in one.fields else one
        if "contributors" in one.fields:
            apart = leads is None and not mission and words.isdisjoint(_JOINS | _SHARES)
            return as_lead(one) if leads == nation or apart else one
        told_before = one.fields["lead"].spans[0].stop <= one.quote.start
        joins = (told_before or leads is not None) and not words.isdisjoint(_JOINS)
        joins = joins or mission
        return as_contributor(one) if joins and leads != nation and words.isdisjoint(_LEADS) else one

    def _its_own(self, nation: str, one: Proposal, sentence: Sentence) -> bool:
        """“Operation Sangaris”, “will add 350 to its battlegroup”: a force that the nation itself leads."""
        if _OWN_UNIT.search(self._plain, one.quote.start, one.quote.stop):
            return True
        return any(
            one.code == nation and sentence.start <= one.span.start < sentence.stop
            for one in self._operations
        )

    def _in_a_mission(self, one: Proposal, host: str, sentence: Sentence) -> bool:
        """Whether it is a mission of several nations: “KFOR”; who stays away joins none that is named."""
        if self._of_organisation or host in self._missions:
            return True
        status = one.fields.get("status")
        return not (status and status.value == "denied") and any(
            other.code == host and other.span.start < sentence.stop for other in self._mission_names
        )

    def _leader_of_its_unit(self, one: Proposal) -> Naming | None:
        """The nation in “with the British battlegroup”, “under Canadian command” or “to join the Danes”."""
        for other in self._named.within(*one.quote):
            before = self._plain[max(other.span.start - 20, 0) : other.span.start]
            inside = _UNIT_OF.match(self._plain, other.span.stop) and _INSIDE.search(before)
            under = _ORDERS_OF.match(self._plain, other.span.stop) and _UNDER.search(before)
            people = _THE_PEOPLE.match(self._plain, other.span.start) and _WITH_THEM.search(before)
            if len(other.codes) == 1 and (inside or under or people):
                return other
        return None

    def _in_the_unit_of(
        self, leader: Naming, one: Proposal, sentence: Sentence, others: Sequence[ReadField]
    ) -> Proposal:
        """The proposal with that leader; its sender contributes, and the strength is the sender's share."""
        if not leader.codes <= senders(one):
            sent = as_contributor(one) if "lead" in one.fields else one
            return with_fields(sent, {**sent.fields, "lead": as_field(leader)})
        host = one.fields.get("host")
        if "lead" not in one.fields:
            return one
        without = leader.codes | (frozenset(host.value.split(";")) if host else frozenset())
        beside = self._named.sending(sentence.start, one.quote.stop, without)
        possible = [*map(as_field, beside[-1:]), *others]
        sender = next((other for other in possible if without.isdisjoint(other.value.split(";"))), None)
        if sender is None:
            return one
        return with_its_share(with_fields(one, {**one.fields, "contributors": sender}))

    def _country(self, spot: str, places: Places) -> str:
        if len(spot) == _CODE and spot.upper() in self._named.countries:
            return spot.upper()
        codes = places.countries(spot) & self._named.countries
        return next(iter(codes)) if len(codes) == 1 else ""
