"""What a part of a link may be: values of the record, and other words for them."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from eastflank.model import Dataset
from eastflank.reading.folding import fold

_LONGEST = 60
"""The most letters of a text for which similar words are searched; no name is longer."""
_SIMILAR = 0.7
"""How similar a word must be to be suggested, from 0 to 1, as `difflib` measures it."""
_MOST_SUGGESTED = 3


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The possible values of one part of a link, and the words for them."""

    allowed: Collection[str]
    """The values that the record has."""
    known: Mapping[str, Iterable[str]]
    """Other words for values; also for values that the record does not have."""

    @functools.cached_property
    def by_case(self) -> Mapping[str, frozenset[str]]:
        """Values by their own small-letter form."""
        return _values_by((value.casefold(), value) for value in self._values)

    @functools.cached_property
    def by_word(self) -> Mapping[str, frozenset[str]]:
        """Values by every folded word for them."""
        words = (
            (fold(word), value) for value in self._values for word in (value, *self.known.get(value, ()))
        )
        return _values_by(pair for pair in words if pair[0])

    @property
    def _values(self) -> Iterable[str]:
        return dict.fromkeys((*self.allowed, *self.known))

    def meant(self, text: str) -> tuple[str, ...]:
        """The values that a text may mean: empty if it is not known, several if it fits several."""
        if text in self.allowed:
            return (text,)
        found = self.by_case.get(text.casefold()) or self.by_word.get(fold(text), frozenset())
        return tuple(sorted(found))

    def like(self, text: str) -> tuple[str, ...]:
        """Values of the record whose words are similar to a text, the most similar first; at most three."""
        if len(text) > _LONGEST:
            return ()
        near = difflib.get_close_matches(fold(text), self.by_word, n=2 * _MOST_SUGGESTED, cutoff=_SIMILAR)
        values = dict.fromkeys(value for word in near for value in sorted(self.by_word[word]))
        return tuple(value for value in values if value in self.allowed)[:_MOST_SUGGESTED]


def most_persons(dataset: Dataset) -> int:
    """The largest strength in the data, rounded up to a thousand; a thousand if none is stated."""
    return dataset.once(_most_persons)


def _most_persons(dataset: Dataset) -> int:
    most = dataset.claims[["troops_low", "troops_high"]].max().max()
    return 1000 if pd.isna(most) else max(1000, -(-int(most) // 1000) * 1000)


def vocabulary_of(allowed: Iterable[str], known: Mapping[str, Iterable[str]] | None = None) -> Vocabulary:
    """The vocabulary of allowed and known values, with other words for them.

    The words are folded only once a text is not a value itself: a record may have a million claims.
    """
    return Vocabulary(dict.fromkeys(allowed), known or {})


def _values_by(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, value in pairs:
        found.setdefault(word, set()).add(value)
    return {word: frozenset(values) for word, values in found.items()}
