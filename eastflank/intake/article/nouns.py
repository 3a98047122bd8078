"""The noun that goes with the name of a nation."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.intake.article import lexicon
from eastflank.intake.article.craft import CRAFT
from eastflank.intake.article.items import Item
from eastflank.intake.article.word_sets import word_set

_ENDS_A_NOUN = (
    lexicon.LOCATING
    | lexicon.COMING_FROM
    | word_set("and or but with who which that whose , ; : ( ) — . \" ' than as")
)


_FORCE_NOUNS = (
    lexicon.PERSONS
    | lexicon.UNITS
    | lexicon.MISSIONS
    | CRAFT
    | word_set("contribution share part participation army navy military air-force half rotation detachment")
)


_NOUNS = _FORCE_NOUNS | lexicon.SPEECH_TITLES


def noun_after(items: Sequence[Item], at: int) -> int | None:
    """The index of the noun that is at this index or follows it after adjectives; None if there is none."""
    last = None
    for place in range(at, min(at + 7, len(items))):
        item = items[place]
        if item.low in _NOUNS:
            last = place
            if place + 1 < len(items) and items[place + 1].low in _NOUNS:
                continue
            return place
        if item.low in _ENDS_A_NOUN or item.low in lexicon.MODALS or item.low in lexicon.HELPS or item.when:
            break
        if item.low in lexicon.VERBS and item.low not in lexicon.ALSO_NOUNS and not item.low.endswith("ed"):
            break
    return last
