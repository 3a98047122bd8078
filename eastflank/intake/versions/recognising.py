"""Whether the record already holds a text, or one that differs from it in some passages."""

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
"""Invisible characters that some scripts need: they are part of the words."""
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_SHINGLE = 4
"""How many consecutive words are compared. Two reports of one event share few such rows; a corrected text,
most."""
_KEPT = 400
"""Rows of words that are kept of each text, those of the smallest checksums: they estimate what two texts
share (A. Broder, On the resemblance and containment of documents, 1997)."""
ALIKE = 0.3
"""A text with at least this share of common rows of words is another version of a held text."""
_FEWEST = 0.1
"""With a smaller share of kept rows in common two texts cannot be similar."""
_MOST = 3


@dataclass(frozen=True, slots=True)
class Held:
    """A source whose text is this one, or similar to it."""

    source: str
    same: bool
    """Whether it is the same text, except for white space and typography."""
    share: float
    """How much of both texts is the same: from 0 to 1."""


def recognised(text: str, dataset: Dataset) -> tuple[Held, ...]:
    """The sources that hold this text, or a similar one: the same first, then those that share most.

    If a source has several versions, the newest counts, unless an earlier one is exactly the same.
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
    """An estimate of the share of rows of words that are in both texts, among those in either."""
    if len(one & other) < _FEWEST * min(len(one), len(other)) or not one or not other:
        return 0.0  # not similar: a quick check for the usual case
    smallest = sorted(one | other)[:_KEPT]
    return sum(row in one and row in other for row in smallest) / len(smallest)
