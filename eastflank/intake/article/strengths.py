"""How many: a strength, contingents, units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.counting import is_vague, numbers_a_unit
from eastflank.intake.article.draft import DraftFields, span_of
from eastflank.intake.article.figures import TextFigure
from eastflank.intake.article.forces import Force, force_in
from eastflank.intake.article.items import Item
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.roles import Role
from eastflank.intake.article.senders import Senders
from eastflank.intake.article.thread import NamedEntity

_APIECE = frozenset(("each", "apiece"))
_EACH = frozenset(("each", "per"))
_THE_UNIT = lexicon.UNITS | lexicon.MISSIONS | {"one", "troops", "forces"}
_SINGLE = frozenset(("a", "an", "one"))


class Strengths(Senders):
    """Puts figures into the drafts of one sentence's clauses."""

    def _who(
        self,
        draft: DraftFields,
        senders: Sequence[Item | NamedEntity],
        force: Force | None,
        clause: Clause,
        *,
        joined: bool,
    ) -> None:
        figure = self._figure(force.figure) if force and force.figure is not None else None
        unit_size = bool(force and figure and self._sizes_a_unit(force, clause))
        several = len({self._code(one) for one in senders}) > 1
        if joined and not several and {self._code(one) for one in senders} & self._thread.leaders:
            mission = self._parts.sentence.paragraph - self._thread.mission_in <= 1
            leads = self._parts.playing(range(len(self._parts.items)), Role.LEAD)
            joined = mission or any(
                self._code(self._parts.items[at]) != self._code(senders[0]) for at in leads
            )
        if joined and senders:
            each = several and self._parts.has(range(clause.after.stop), _APIECE)
            share = None if unit_size or (several and not each) else figure
            draft.contingents([(self._code(one), self._span(one), share) for one in senders])
            self._increment(draft, share)
        else:
            draft.nations("lead", senders)
        draft.leans = draft.leans or any(isinstance(one, NamedEntity) for one in senders)
        if force:
            draft.of_a_force = force.noun is not None
            given = joined and not unit_size and (not several or "contributor_troops" in draft.fields)
            self._size(draft, force, senders if given else (), unit=unit_size, joined=joined and not senders)

    def _size(
        self,
        draft: DraftFields,
        force: Force,
        shared: Sequence[Item | NamedEntity],
        *,
        unit: bool = False,
        joined: bool = False,
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
            share = joined and self._parts.has(range(len(self._parts.items)), lexicon.MULTINATIONAL)
            share = share or (joined and bool(self._parts.playing(range(len(self._parts.items)), Role.LEAD)))
            near = range(max((force.figure or 0) - 3, 0), (force.noun or force.figure or 0) + 1)
            share = share or self._parts.has(near, frozenset(("contingent", "contribution", "share")))
            counts = "unit" if unit else "contingent" if share else "whole"
            if (total := self._total_near(force.figure or 0)) is not None:
                draft.put("counts", "sum", [span_of(self._parts.items[total])])
            draft.troops(figure, counts, self._noun_span(force))
        if force.units is not None:
            self._units(draft, force.units)

    def _total_near(self, figure: int) -> int | None:
        """“3,000 men and women in all”, “in total 1,100”: the index of the word that says so."""
        near = range(max(figure - 3, 0), min(figure + 8, len(self._parts.items)))
        for at in near:
            low, before = self._parts.low(at), self._parts.low(at - 1)
            if low in ("altogether", "combined") or (low in ("all", "total") and before in ("in", "a", "of")):
                following = self._parts.low(at + 1)
                if following not in ("the", "its", "of") or low == "total":
                    return at
            if low == "told" and before == "all":
                return at
        return None

    def _units(self, draft: DraftFields, at: int) -> None:
        item = self._parts.items[at]
        if numbers_a_unit(self._parts.items, at) or is_vague(self._parts.items, at):
            return
        if item.figure and item.figure.low == item.figure.high and item.figure.low:
            draft.put("unit_count", str(item.figure.low), [ArticleSpan(*item.figure.numbers[0])])
        elif item.low in _SINGLE or item.low in lexicon.UNITS:
            draft.put("unit_count", "1", [span_of(item)])

    def _increment(self, draft: DraftFields, figure: TextFigure | None) -> None:
        if figure and figure.increment:
            draft.put("counts", "increment", [ArticleSpan(*figure.increment)])

    def _figure(self, at: int | None) -> TextFigure | None:
        return self._parts.items[at].figure if at is not None else None

    def _capped(self, figure: TextFigure, where: Iterable[int]) -> TextFigure:
        """A ceiling has no lower figure: “raise the ceiling to 1,000”."""
        at = next((at for at in where if self._parts.low(at) in ("ceiling", "limit", "cap")), None)
        if at is None or figure.hedge:
            return figure
        item = self._parts.items[at]
        return figure._replace(low=None, hedge="up to", hedged=(item.start, item.stop))

    def _noun_span(self, force: Force, subject: Iterable[int] = ()) -> list[ArticleSpan]:
        at = (
            force.noun
            if force.noun is not None
            else next((at for at in subject if self._parts.low(at) in _THE_UNIT), force.figure)
        )
        return [span_of(self._parts.items[at])] if at is not None else []

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

    def _own_figure(self, clause: Clause, force: Force | None) -> TextFigure | None:
        """“Will follow with 130 more troops”, “plans to join with 152 soldiers”."""
        if force is None or force.figure is None:
            own = force_in(self._parts, self._parts.subject(clause))
            return self._figure(own.figure) if own and own.figure is not None else None
        return (
            self._figure(force.figure)
            if self._parts.low(force.figure - 1) in ("with", "by", "contribute")
            else None
        )

    def _bare(self, force: Force) -> bool:
        return force.figure is not None and force.noun is None and (self._thread.told or self._thread.forces)

    def _gives(self, clause: Clause, force: Force) -> bool:
        """Whether the verb itself gives soldiers: “has promised 2,000 men”."""
        lemma = clause.chain.verb.lemma
        near = force.figure if force.figure is not None else force.noun
        close = near is not None and near <= clause.chain.stop + 5
        if lemma in ("extend", "prolong", "renew"):
            return force.strong and bool(self._parts.playing(clause.after, Role.AT))
        return close and lemma in (
            "promise", "pledge", "offer", "order", "commit", "volunteer", "propose", "consider", "mull",
            "plan",
            "approve",
            "signal", "announce", "earmark", "float", "moot", "confirm", "agree", "suggest",
            "clear", "authorise", "authorize", "think", "contemplate", "weigh", "discuss",
        )  # fmt: skip
