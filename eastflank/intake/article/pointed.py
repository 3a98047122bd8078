"""Claims from words that the second opinion points at and no rule has read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eastflank.intake.article.acting import Acting
from eastflank.intake.article.clauses import NO_CLAUSE, Clause
from eastflank.intake.article.draft import FRAMED, POINTED, DraftFields
from eastflank.intake.article.forces import force_in
from eastflank.intake.article.framing import extent_of
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.roles import Role
from eastflank.intake.article.verb_forms import Tells

_SHARED = 0.5
"""The share of the shorter of two ranges from which both are about the same words."""


class Pointing(Acting):
    """Also reads the words of likely claims."""

    def pointed(
        self, statuses: Sequence[tuple[Clause, str | None]], told: Sequence[DraftFields]
    ) -> Iterator[tuple[DraftFields, Clause]]:
        """A draft for each likely claim in the sentence that no draft is about."""
        if self._thread.opinion is None:
            return
        for claim in self._thread.opinion.claims():
            where = self._within(claim.span)
            if not len(where) or any(_are_the_same(where, one.extent) for one in told):
                continue
            if not self._only_says(where):
                yield self._read_from(where, statuses)

    def _within(self, span: ArticleSpan) -> range:
        """The items that lie in a span."""
        items = self._parts.items
        if not items or span.stop <= items[0].start or span.start >= items[-1].stop:
            return range(0)
        found = [at for at, item in enumerate(items) if span.start <= item.start and item.stop <= span.stop]
        return range(found[0], found[-1] + 1) if found else range(0)

    def _only_says(self, where: range) -> bool:
        """“A senior official said”: who says a claim, and not the claim."""
        verbs = [one.chain.verb.tells for one in self._parts.clauses if one.chain.first in where]
        return bool(verbs) and all(one in (Tells.SAY, Tells.MEET) for one in verbs)

    def _read_from(
        self, where: range, statuses: Sequence[tuple[Clause, str | None]]
    ) -> tuple[DraftFields, Clause]:
        """What the words say of a force; the clause is the one that most of them belong to."""
        shared = [(len(_common(extent_of(clause), where)), clause, status) for clause, status in statuses]
        most, clause, status = max(shared, key=lambda one: one[0], default=(0, NO_CLAUSE, None))
        if not most or clause.chain.first not in where:
            clause, status = NO_CLAUSE, None
        draft = self._of_the_words(where, _clipped(clause, where))
        if status and self._tells_status(clause, status):
            draft.put("status", status, [self._span_from(clause.chain.first, clause.chain.stop)])
        draft.marks |= {FRAMED, POINTED}
        draft.leans = True
        draft.extent = where
        return draft, clause if clause is NO_CLAUSE else _clipped(clause, where)

    def _of_the_words(self, where: range, clause: Clause) -> DraftFields:
        force, owners = force_in(self._parts, where), self._owners(where)
        if clause is NO_CLAUSE or clause.chain.verb.tells is Tells.HOST:
            draft = DraftFields()
            self._locate_at(draft, self._parts.playing(where, Role.AT))
            self._who(draft, owners, force, clause, joined=False)
            return draft
        return next(iter(self._placed(clause, force, owners or self._actors(clause), where)), DraftFields())


def _clipped(clause: Clause, where: range) -> Clause:
    """The clause with those of its words that lie there."""
    if clause is NO_CLAUSE:
        return clause
    return replace(clause, before=_common(clause.before, where), after=_common(clause.after, where))


def _common(one: range, other: range) -> range:
    start = max(one.start, other.start)
    return range(start, max(min(one.stop, other.stop), start))


def _are_the_same(one: range, other: range) -> bool:
    shorter = min(len(one), len(other))
    return bool(shorter) and len(_common(one, other)) >= _SHARED * shorter
