"""Lists after a verb: of nations with figures, of figures with hosts, of leads with hosts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.counting import Counted, counted
from eastflank.intake.article.draft import DraftFields, span_of
from eastflank.intake.article.figures import TextFigure
from eastflank.intake.article.forces import Force
from eastflank.intake.article.items import Item
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.roles import Role
from eastflank.intake.article.strengths import Strengths
from eastflank.intake.article.thread import NamedEntity
from eastflank.intake.article.word_sets import word_set

_CONTRIBUTE = word_set(
    "contribute provide supply add second furnish lend augment reinforce join participate support"
)


class Segment(NamedTuple):
    """A member of a list."""

    start: int
    nation: Item | NamedEntity | None = None
    figure: int | None = None
    hosts: tuple[int, ...] = ()
    stop: int = 0
    """The index after its last word; 0 if it ends with its host."""


class Lists(Strengths):
    """Splits the lists in the clauses of one sentence."""

    def _groups(
        self, clause: Clause, force: Force | None, senders: Sequence[Item | NamedEntity]
    ) -> list[DraftFields]:
        segments = self._segments(clause.after)
        if len(segments) < 2:
            return []
        first = segments[0]
        front = tuple(self._parts.playing(clause.before, Role.AT))
        if not first.hosts and front and all(one.hosts for one in segments[1:]):
            segments[0] = first = first._replace(hosts=front)
        if first.nation is None and len(senders) == 1:
            segments[0] = first._replace(nation=senders[0])
        if all(one.nation and one.figure for one in segments) and not any(one.hosts for one in segments):
            draft = DraftFields()
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
            stops = [*(one.start for one in segments[1:]), clause.after.stop]
            ended = [one._replace(stop=stop) for one, stop in zip(segments, stops, strict=True)]
            return [self._of_segment(clause, one, senders, force, at) for at, one in enumerate(ended)]
        return []

    def _shares(self, clause: Clause) -> list[tuple[str, ArticleSpan, TextFigure | None]]:
        """“About 150 British and 120 Romanian soldiers serve there”: the nations with their figures."""
        parts, subject = self._parts, self._parts.subject(clause)
        figures = [at for at in subject if parts.items[at].figure]
        found: list[tuple[str, ArticleSpan, TextFigure | None]] = []
        if len(figures) < 2:
            return []
        for at, end in zip(figures, [*figures[1:], subject.stop], strict=True):
            owner = next(
                (
                    parts.items[place]
                    for place in range(at + 1, min(at + 4, end))
                    if parts.items[place].nation
                ),
                None,
            )
            if owner is None or owner.nation is None:
                return []
            found.append((owner.nation.code, span_of(owner), parts.items[at].figure))
        several = len({code for code, _, _ in found}) > 1
        soldiers = bool(figures) and counted(parts.items, figures[-1])[0] is Counted.PERSONS
        return found if several and soldiers else []

    def _respective(
        self, clause: Clause, senders: Sequence[Item | NamedEntity]
    ) -> list[tuple[str, ArticleSpan, TextFigure | None]]:
        """“Belgium and the Netherlands send 140 and 270 soldiers respectively”: each with its figure."""
        parts = self._parts
        figures = [at for at in clause.after if parts.items[at].figure]
        said = parts.has(clause.after, frozenset(("respectively",)))
        said = said or (len(figures) > 1 and parts.low(figures[0] - 1) == "with")
        if not said or not 1 < len(senders) == len(figures):
            return []
        return [
            (self._code(one), self._span(one), self._figure(at))
            for one, at in zip(senders, figures, strict=True)
        ]

    def _of_segment(
        self,
        clause: Clause,
        segment: Segment,
        senders: Sequence[Item | NamedEntity],
        force: Force | None,
        number: int,
    ) -> DraftFields:
        draft = DraftFields()
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
                    (self._noun_span(force) if force else []) or [ArticleSpan(*figure.numbers[0])],
                )
        begin = self._extent(clause).start if number == 0 else segment.start
        draft.extent = range(begin, segment.stop or max(segment.hosts[-1], segment.start) + 1)
        return draft

    def _opens_a_member(self, at: int) -> bool:
        """“…, and in Romania 60 airmen”: a place before its figure."""
        parts = self._parts
        return parts.low(at - 1) == "in" and parts.low(at - 2) in ("and", ",", "while")

    def _segments(self, where: range) -> list[Segment]:
        """The members of a list after the verb, each with its nation, figure and hosts."""
        parts = self._parts
        found = [Segment(where.start)]
        for at in where:
            item, role = parts.items[at], parts.roles[at]
            now = found[-1]
            opens = parts.low(at - 1) in (",", "and", "of", "as", "the") and (
                now.figure is not None or now.hosts
            )
            if item.nation and role is Role.ACTOR:
                if opens:
                    found.append(Segment(at, nation=item))
                elif now.nation is None and not now.figure:
                    found[-1] = now._replace(nation=item)
            elif item.figure and counted(parts.items, at)[0] in (Counted.PERSONS, Counted.BARE):
                if now.figure is not None and (opens or now.hosts):
                    found.append(Segment(at, figure=at))
                elif now.figure is None:
                    found[-1] = now._replace(figure=at)
            elif parts.low(at) in ("rest", "remainder", "others") and now.hosts:
                found.append(Segment(at))
            elif role is Role.AT and now.figure is not None and self._opens_a_member(at):
                found.append(Segment(at - 1, hosts=(at,)))
            elif role in (Role.AT, Role.FOR):
                found[-1] = now._replace(hosts=(*now.hosts, at))
        return found
