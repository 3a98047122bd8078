"""Who acts, where, and with which status, in clauses that are not about deployments."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.intake.article.chain_shapes import shape
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.draft import DraftFields, span_of
from eastflank.intake.article.items import Item
from eastflank.intake.article.proposals import ArticleSpan
from eastflank.intake.article.roles import Role, is_capital
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.tables import Tables
from eastflank.intake.article.thread import Thread
from eastflank.intake.article.voices import Saying


class Beside:
    """Parts of a sentence that several kinds of claims need."""

    def __init__(self, parts: SentenceParts, said: Sequence[Saying], thread: Thread, tables: Tables) -> None:
        self._parts = parts
        self._said = said
        self._thread = thread
        self._tables = tables

    def _doers(self, clause: Clause) -> list[Item]:
        parts = self._parts
        return [
            parts.items[at]
            for at in parts.playing(parts.subject(clause), Role.ACTOR, Role.OFFICIAL, Role.FORCE)
        ]

    def _actors(self, clause: Clause) -> list[Item]:
        parts = self._parts
        found = [parts.items[at] for at in parts.playing(parts.subject(clause), Role.ACTOR, Role.OFFICIAL)]
        if not found and parts.has(parts.subject(clause), frozenset(("it", "they"))):
            found = [parts.items[at] for at in parts.playing(range(clause.chain.first), Role.ACTOR)][-1:]
        return found[:1]

    def _status(self, draft: DraftFields, clause: Clause) -> None:
        reported = any(clause.chain.first in saying.covers for saying in self._said)
        status = shape(clause.chain, reported=reported, conditional=False)
        if status:
            draft.put("status", status, [self._words(clause)])

    def _words(self, clause: Clause) -> ArticleSpan:
        items = self._parts.items
        return ArticleSpan(items[clause.chain.first].start, items[clause.chain.stop - 1].stop)

    def _locate(self, draft: DraftFields, where: Sequence[int], *, host: bool = True) -> None:
        parts = self._parts
        found = parts.playing(where, Role.AT)
        if host:
            draft.nations(
                "host",
                [
                    parts.items[at]
                    for at in found
                    if parts.items[at].nation and not is_capital(parts.items[at])
                ],
            )
        for at in found:
            if parts.items[at].place or is_capital(parts.items[at]):
                draft.put("place", parts.items[at].text, [span_of(parts.items[at])])

    def _extent(self, clause: Clause) -> range:
        """A clause with the infinitives that it governs; an infinitive with what governs it."""
        clauses = self._parts.clauses
        at = self._parts.place_of(clause)
        first = clauses[at - 1] if clause.chain.infinitive and at else clause
        last = clause
        for other in clauses[at + 1 :]:
            if not other.chain.infinitive:
                break
            last = other
        start = first.before.start if len(first.before) else first.chain.first
        return range(start, max(last.after.stop, last.chain.stop))

    def _end(self, at: int) -> int:
        items = self._parts.items
        return next(
            (stop for stop in range(at + 1, len(items)) if items[stop].low in (".", ";", "—")), len(items)
        )
