"""What a part of a link may be: values of the record, and other words for them."""

from __future__ import annotations

import difflib
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
    by_case: Mapping[str, frozenset[str]]
    """Values by their own small-letter form; also values that the record does not have."""
    by_word: Mapping[str, frozenset[str]]
    """Values by every folded word for them."""

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
    """The vocabulary of allowed and known values, with other words for them."""
    by_case: dict[str, set[str]] = {}
    by_word: dict[str, set[str]] = {}
    has = dict.fromkeys(allowed)
    for value, others in {**dict.fromkeys(has, ()), **(known or {})}.items():
        by_case.setdefault(value.casefold(), set()).add(value)
        for word in (value, *others):
            if folded := fold(word):
                by_word.setdefault(folded, set()).add(value)
    return Vocabulary(
        has, *({word: frozenset(one) for word, one in each.items()} for each in (by_case, by_word))
    )
