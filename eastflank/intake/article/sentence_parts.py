"""A sentence with its items, roles and clauses, read once for all rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from eastflank.intake.article.clauses import Clause, Subject, clauses_of
from eastflank.intake.article.items import Item, items_of
from eastflank.intake.article.nations import Nations
from eastflank.intake.article.places import Places
from eastflank.intake.article.roles import Role, roles_of
from eastflank.intake.article.sentences import Sentence


@dataclass(frozen=True, slots=True)
class SentenceParts:
    """A sentence split into its parts. Ranges and indices are those of `items`."""

    sentence: Sentence
    items: Sequence[Item]
    roles: Sequence[Role | None]
    clauses: Sequence[Clause]
    lows: Sequence[str]
    """The words in lower case."""

    def playing(self, where: Iterable[int], *wanted: Role) -> list[int]:
        """The indices there whose role is one of these."""
        return [at for at in where if self.roles[at] in wanted]

    def place_of(self, clause: Clause) -> int:
        """The number of a clause, or of a part of it, among the sentence's."""
        return next(at for at, one in enumerate(self.clauses) if one.chain is clause.chain)

    def low(self, at: int) -> str:
        """The word at an index in lower case; empty outside the sentence."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def has(self, where: Iterable[int], words: frozenset[str]) -> bool:
        """Whether one of the words is at that index."""
        if isinstance(where, range):  # the usual case, called about a hundred times for each sentence
            return not words.isdisjoint(self.lows[where.start : where.stop])
        return not words.isdisjoint([self.lows[at] for at in where])

    def subject(self, clause: Clause) -> range:
        """The range of a clause's subject: before its verb, or in the clause that shares it."""
        if clause.kind in (Subject.OWN, Subject.WHOSE) or not len(clause.antecedent):
            return clause.before
        return clause.antecedent


def parts(text: str, sentence: Sentence, start: int, nations: Nations, places: Places) -> SentenceParts:
    """The sentence of a folded text from `start` on: after its dateline."""
    found = items_of(text, start, sentence.stop, nations, places)
    return SentenceParts(sentence, found, roles_of(found), clauses_of(found), [item.low for item in found])


def words_of(text: str, found: Sequence[Item]) -> str:
    """The article's words from the first of these items to the last."""
    return text[found[0].start : found[-1].stop] if found else ""


def each_index(ranges: Iterable[range]) -> Iterator[int]:
    """All indices of several ranges, in their order."""
    for one in ranges:
        yield from one
