"""Every force that a clause names, each with the words around it that belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from eastflank.intake.article import lexicon
from eastflank.intake.article.counting import Counted, counted
from eastflank.intake.article.forces import Force, force_in
from eastflank.intake.article.roles import Role
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.word_sets import word_set

_DEFINITE = word_set("the its their this that these those")
_FOLLOWS = 4
"""How many items after the noun are searched for “from Norway” or “of France”, which say whose it is."""


class Mention(NamedTuple):
    """A force, and its items: from the end of the force before it to its noun and the name of its nation."""

    force: Force
    where: range

    def owners(self, parts: SentenceParts) -> list[int]:
        """The nations whose force it is: within the mention, the nearest first."""
        return parts.playing(self.where, Role.FORCE, Role.LEAD)


def mentions_in(parts: SentenceParts, where: range) -> Iterator[Mention]:
    """The forces named there, from left to right."""
    begin = at = where.start
    while at < where.stop:
        end = _end(parts, at, where.stop)
        if end is None:
            at += 1
            continue
        force = force_in(parts, range(begin, end))
        if force:
            reach = _reach(parts, end, where.stop)
            yield Mention(force, range(begin, reach))
            begin = end = reach
        at = max(end, at + 1)


def _end(parts: SentenceParts, at: int, stop: int) -> int | None:
    """The index after the noun of a force that begins here; None if none does."""
    item = parts.items[at]
    if item.figure:
        sort, noun = counted(parts.items, at)
        end = noun + 1 if sort is not Counted.OTHER else None
        return _with_soldiers(parts, end, stop) if end else None
    force = force_in(parts, range(at, at + 1))
    return _with_soldiers(parts, at + 1, stop) if force else None


def _with_soldiers(parts: SentenceParts, end: int, stop: int) -> int:
    """“A company of 130”, “a battalion of 500 soldiers”, “soldiers and police”: one force."""
    if end + 1 < stop and parts.low(end) == "of" and parts.items[end + 1].figure:
        sort, noun = counted(parts.items, end + 1)
        return noun + 1 if sort is not Counted.OTHER else end
    if end + 1 < stop and parts.low(end) == "and" and parts.low(end + 1) in lexicon.PERSONS:
        return end + 2
    return end


def _reach(parts: SentenceParts, end: int, stop: int) -> int:
    """The index after “from Norway”, “of the Netherlands” or “led by Canada” that follow the noun."""
    last = end
    for at in range(end, min(end + _FOLLOWS, stop)):
        if parts.roles[at] in (Role.FORCE, Role.LEAD) and parts.low(at - 1) in ("from", "of", "by", "the"):
            last = at + 1
        if parts.items[at].figure or parts.low(at) in (",", ";", "and"):
            break
    return last


def is_definite(parts: SentenceParts, mention: Mention) -> bool:
    """Whether it is a force that the article has named before: “the contingent”, “its troops”."""
    noun = mention.force.noun
    if noun is None or mention.force.figure is not None:
        return False
    return any(parts.low(at) in _DEFINITE for at in range(max(noun - 3, mention.where.start), noun))
