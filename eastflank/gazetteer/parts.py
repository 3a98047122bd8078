"""Splits a base's name: the place, the kind of base, and the countries that use such words. Pure."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from eastflank.gazetteer.installations import COMPOUNDS, LONGEST, SIGNS, Sign
from eastflank.gazetteer.name_endings import ENDINGS
from eastflank.gazetteer.phrases import UNIT
from eastflank.reading.folding import fold

_BETWEEN = re.compile(
    r"\s*[,;:()\[\]/|«»“”\"]\s*|\s+[-–—]\s+|\s+(?:near|outside|close to|nr\.?)\s+", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th|e|er|eme|o|a|ia|\w)?|[ivx]+|[a-z]")
_SMALL = frozenset(
    [
        "of",
        "the",
        "at",
        "in",
        "on",
        "an",
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "di",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "dei",
        "el",
        "los",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "am",
        "im",
        "bei",
        "zu",
        "von",
        "van",
        "het",
        "and",
        "et",
        "und",
        "e",
        "y",
        "i",
        "og",
        "och",
        "w",
        "we",
        "na",
        "v",
        "ve",
        "u",
        "u.s.",
        "us",
        "no",
        "nr",
        "num",
        "lt",
        "col",
        "gen",
        "general",
        "general.",
        "st.",
        "hm",
        "в",
        "на",
        "у",
        "и",
        "с",
        "под",
    ]
)
_SHORTEST = 3
"""Letters of the shortest place that is searched for within a name."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The contents of a name, or of a part of it between commas."""

    whole: str
    """The text, unchanged."""
    core: str
    """Folded, without the words for its kind, numbers, and small words at its ends; may be empty."""
    longer: str
    """The core with the small words at its ends: “den helder”, “el goloso”."""
    kinds: tuple[str, ...]
    """The kinds of base that its words name, without repetition; empty if it does not look like a base."""
    countries: tuple[str, ...]
    """Alpha-3 of the countries where its words are used; empty: anywhere."""
    languages: tuple[str, ...]

    def nominatives(self) -> tuple[str, ...]:
        """Possible nominative forms of the core: “larisas” in a Greek name is “larisa”."""
        found = []
        for language in self.languages:
            for ending, nominative in ENDINGS.get(language, ()):
                if self.core.endswith(ending) and len(self.core) - len(ending) >= _SHORTEST:
                    found.append(self.core.removesuffix(ending) + nominative)
        return tuple(dict.fromkeys(found))

    def runs(self) -> Iterator[tuple[str, ...]]:
        """Runs of neighbouring words of the core, longest first, grouped by length."""
        words = self.core.split()
        for length in range(len(words) - 1, 0, -1):
            runs = (" ".join(words[at : at + length]) for at in range(len(words) - length, -1, -1))
            if kept := tuple(run for run in runs if len(run) > _SHORTEST and run not in _SMALL):
                yield kept


def segments(name: str) -> tuple[str, ...]:
    """The parts of a name between commas, brackets, dashes and the like: “Rose Barracks”, “Vilseck”."""
    return tuple(filter(fold, _BETWEEN.split(name)))


@functools.lru_cache(maxsize=16_384)
def take_apart(name: str) -> Parts:
    """The parts of a name; the longest words for a kind of base are removed first, at any position.

    The last names are remembered: the shipped ones are taken apart for each dataset that is opened.
    """
    words = fold(name).split()
    signs: list[Sign] = []
    left: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            sign = SIGNS.get(tuple(words[at : at + length]))
            if sign is not None:
                signs.append(sign)
                at += length
                break
        else:
            word = words[at]
            compound = next((sign for ending, sign in COMPOUNDS.items() if word.endswith(ending)), None)
            if compound is None:
                left.append(word)
            else:
                signs.append(compound)
            at += 1
    left = [word for word in left if not _NUMBER.fullmatch(word)]
    longer = " ".join(left)
    while left and left[0] in _SMALL:
        left.pop(0)
    while left and left[-1] in _SMALL:
        left.pop()
    return Parts(
        whole=name,
        core=" ".join(left),
        longer=longer,
        kinds=tuple(dict.fromkeys(sign.kind for sign in signs if sign.kind != UNIT)),
        countries=tuple(dict.fromkeys(code for sign in signs for code in sign.countries)),
        languages=tuple(dict.fromkeys(sign.language for sign in signs)),
    )
