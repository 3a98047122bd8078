"""The soldiers and units that a clause is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from eastflank.intake.article import lexicon
from eastflank.intake.article.counting import Counted, counted
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.word_sets import word_set

_NO_UNIT_AFTER = word_set("commander commanders chief headquarters flag on")
_STRONG = lexicon.SURE_PERSONS
_ONCE = word_set("once formerly originally initially previously")
"""Words before a figure that is no longer true."""
_NO_COUNT = word_set("element team group")
_SINGLE_UNITS = lexicon.UNITS & word_set(
    "battalion brigade company squadron regiment detachment platoon battery unit"
)
"""Nouns that are not countable units."""
_KNOWN_UNITS = word_set("battalion brigade company squadron platoon battery")
"""Units that “the” before them makes one: “the battalion”."""
_PART_OF = lexicon.COMING_FROM | {"half"}
_DEFINITE = frozenset(("the", "its", "their", "our"))
_SINGLE = frozenset(("a", "an", "one"))
_STRONG_NOUNS = _STRONG | lexicon.STRONG_UNITS
_BEFORE_ANOTHER = lexicon.LOCATING | lexicon.COMING_FROM


class Force(NamedTuple):
    """The soldiers or units that a clause is about."""

    figure: int | None
    """The index of the figure that counts persons."""
    units: int | None
    """The index of the number of units: a figure, or “a”."""
    noun: int | None
    """The index of the noun."""
    strong: bool
    """Whether the noun alone says that they are soldiers."""


def force_in(parts: SentenceParts, where: Iterable[int]) -> Force | None:
    """The first force in these items; None if there is none."""
    figure = units = noun = None
    strong = False
    for at in where:
        item = parts.items[at]
        if item.figure and figure is None and parts.low(at - 1) not in _ONCE:
            sort, named = counted(parts.items, at)
            if sort is Counted.UNITS and units is None:
                strong = strong or parts.low(named) in lexicon.STRONG_UNITS or named < at
                units, noun = at, named
            elif sort in (Counted.PERSONS, Counted.WEAK, Counted.BARE):
                figure = at
                noun = named if named != at else noun
                strong = strong or sort is Counted.PERSONS
        elif noun is None and _is_force(parts, at):
            noun = at
            strong = strong or item.low in _STRONG_NOUNS or parts.low(at - 1) in lexicon.OF_AN_ARMY
            units = units if units is not None else _one(parts, at)
    if figure is None and noun is None and units is None:
        return None
    return Force(figure, units, noun, strong)


def _is_force(parts: SentenceParts, at: int) -> bool:
    low = parts.low(at)
    if low in lexicon.UNITS and parts.low(at - 1) in lexicon.NO_SOLDIERS:
        return False
    if low in lexicon.UNITS:
        return parts.low(at + 1) not in _NO_UNIT_AFTER and not (
            low in ("headquarters", "unit") and parts.low(at + 1) == "on"
        )
    if low in lexicon.PERSONS and parts.low(at + 1) in _SINGLE_UNITS:
        return False  # “an infantry company” is a company
    civil = parts.low(at - 1) in lexicon.NO_SOLDIERS
    return low in lexicon.PERSONS and not in_a_name(parts, at) and not (civil and low in lexicon.WEAK_PERSONS)


def in_a_name(parts: SentenceParts, at: int) -> bool:
    """“Armed Forces”, “Air Force”, “Task Force”: an organisation, not a force in some place."""
    before = parts.low(at - 1)
    return before in ("armed", "air", "task", "police", "staff", "general") or parts.low(at + 1) in (
        "minister", "ministers", "chief", "leaders", "commander",
    )  # fmt: skip


def _one(parts: SentenceParts, noun: int) -> int | None:
    """The index that shows a single unit: “a” before it and its adjectives, or “the”; None if none does."""
    if parts.low(noun) not in lexicon.UNITS or parts.low(noun).endswith("s") or parts.low(noun) in _NO_COUNT:
        return None
    at = noun - 1
    while at >= 0 and (parts.items[at].nation or parts.items[at].is_word or parts.low(at) in ("-", "'s")):
        if parts.low(at) in _SINGLE:
            return at
        if parts.low(at) in _DEFINITE or parts.low(at) == "'s" or parts.low(at).startswith("the "):
            known = parts.low(noun) in _KNOWN_UNITS and parts.low(at - 1) not in _PART_OF
            return noun if known else None
        if parts.low(at) in _BEFORE_ANOTHER or parts.low(at) == "that":
            return None
        at -= 1
    return None
