"""Words of a text, cut into the pieces that the network knows (WordPiece; Wu et al. 2016).

The package `tokenizers` does this too, but brings a client of a model hub with it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_TYPOGRAPHY = {**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’`´", "'"), **dict.fromkeys("–—", "-")}
_LONGEST = 60
"""Characters of the longest word that is cut into pieces; a longer one is unknown."""
_INSIDE = "##"
UNKNOWN = "[UNK]"


class Word(NamedTuple):
    """A word or a punctuation mark."""

    start: int
    """In code points of the text; `stop` is the first one after it."""
    stop: int
    pieces: tuple[int, ...]
    """The numbers of its pieces, at least one."""


def words_of(text: str, vocabulary: Mapping[str, int]) -> Iterator[Word]:
    """The words of a text in their order. `vocabulary`: the number of each piece."""
    known: dict[str, tuple[int, ...]] = {}
    for found in _WORD.finditer(text):
        word = found[0]
        if word not in known:
            known[word] = _pieces(word, vocabulary)
        yield Word(found.start(), found.end(), known[word])


def _pieces(word: str, vocabulary: Mapping[str, int]) -> tuple[int, ...]:
    plain = _plain(word)
    pieces: list[int] = []
    start = 0
    while start < len(plain) <= _LONGEST:
        lead = _INSIDE if start else ""
        stop = next(
            (end for end in range(len(plain), start, -1) if lead + plain[start:end] in vocabulary), None
        )
        if stop is None:
            return (vocabulary[UNKNOWN],)
        pieces.append(vocabulary[lead + plain[start:stop]])
        start = stop
    return tuple(pieces) or (vocabulary[UNKNOWN],)


def _plain(word: str) -> str:
    """The word in lower case, without accents and with plain punctuation."""
    apart = unicodedata.normalize("NFD", _TYPOGRAPHY.get(word, word).lower())
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
