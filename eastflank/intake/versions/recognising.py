"""Whether the record holds a text already, or one that differs from it by some passages."""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from dataclasses import dataclass
from functools import lru_cache

from eastflank.intake.article.folding import folded
from eastflank.model import Dataset

_DASHES = str.maketrans("—-", "--")
_JOINERS = "\u200c\u200d"
"""Invisible characters that some scripts need: they are a part of the words."""
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_SHINGLE = 4
"""Words in a row that are compared. Two reports of one event share few such rows; a corrected text, most."""
_KEPT = 400
"""Rows of words that are kept of each text, those of the smallest checksums: they estimate what two texts
share (A. Broder, On the resemblance and containment of documents, 1997)."""
ALIKE = 0.3
"""The share of rows of words from which on a text is taken for another version of one that is there."""
_FEWEST = 0.1
"""The share of kept rows in common below which two texts cannot be alike."""
_MOST = 3


@dataclass(frozen=True, slots=True)
class Held:
    """A source whose text is this one, or much like it."""

    source: str
    same: bool
    """Whether it is the same text, but for white space and typography."""
    share: float
    """How much of both texts is the same: from 0 to 1."""


def recognised(text: str, dataset: Dataset) -> tuple[Held, ...]:
    """The sources that hold this text, or one like it: the same first, then those that share most.

    Of several versions of one source it is the newest that counts, unless an earlier one is the very same.
    """
    found = []
    for row in dataset.sources_by_id.values():
        other = dataset.articles.get(row.file or "")
        if other is None:
            continue
        if _sum(other) == _sum(text):
            found.append(Held(row.id, same=True, share=1.0))
        elif row.id not in dataset.corrected_by:
            share = _resemblance(_sketch(text), _sketch(other))
            if share >= ALIKE:
                found.append(Held(row.id, same=False, share=share))
    found.sort(key=lambda one: (not one.same, -one.share, one.source))
    return tuple(found[:1] if found and found[0].same else found[:_MOST])


def plain(text: str) -> str:
    """The text with one kind of quotation marks, dashes and spaces, without invisible characters."""
    unseen = {
        ord(one): None for one in set(text) if unicodedata.category(one) == "Cf" and one not in _JOINERS
    }
    seen = text.translate(unseen) if unseen else text
    return _SPACE.sub(" ", folded(unicodedata.normalize("NFKC", seen)).translate(_DASHES)).strip()


@lru_cache(maxsize=20_000)
def _sum(text: str) -> bytes:
    return hashlib.sha256(plain(text).encode(errors="surrogatepass")).digest()


@lru_cache(maxsize=20_000)
def _sketch(text: str) -> frozenset[int]:
    words = _WORD.findall(plain(text).casefold())
    rows = {
        zlib.crc32(" ".join(words[at : at + _SHINGLE]).encode(errors="surrogatepass"))
        for at in range(max(len(words) - _SHINGLE + 1, 1 if words else 0))
    }
    return frozenset(sorted(rows)[:_KEPT])


def _resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """An estimate of the share of rows of words that stand in both texts among those in either."""
    if len(one & other) < _FEWEST * min(len(one), len(other)) or not one or not other:
        return 0.0  # far from alike: the usual case, told quickly
    smallest = sorted(one | other)[:_KEPT]
    return sum(row in one and row in other for row in smallest) / len(smallest)
