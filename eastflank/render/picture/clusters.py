"""A line as clusters: each a letter with the marks on it, and the font that has it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from eastflank.render.picture import faces
from eastflank.render.picture.faces import Family

_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_SPACES = {"\t", "\n", "\r"}
_INVISIBLE = {"\u034f", "\u115f", "\u1160", "\u3164", "\uffa0"}
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x180B, 0x1810))


class Cluster(NamedTuple):
    """A letter with the marks on it, or letters joined to one emoji."""

    words: str
    family: Family | None
    """None: the main typeface, or no font."""


def clusters_of(words: str) -> Iterator[Cluster]:
    """The clusters of a line, in the order in which they are read."""
    own, others = faces.advances(400, italic=False), faces.fallbacks().families
    for letters in with_their_marks(words):
        needed = {ord(letter) for letter in letters if not needs_no_glyph(letter)}
        if needed <= own.keys():
            yield Cluster(letters, None)
            continue
        whole = next((family for family in others if needed <= family.letters), None)
        if whole:
            yield Cluster(letters, whole)
            continue
        for letter in letters:  # no font has them all: each letter separately
            have = (family for family in others if ord(letter) in family.letters)
            yield Cluster(letter, None if ord(letter) in own else next(have, None))


def missing_letters(words: str) -> tuple[str, ...]:
    """The characters of `words` that no font draws, each once, in their order."""
    known = [faces.advances(400, italic=False), *(family.letters for family in faces.fallbacks().families)]
    return tuple(
        letter
        for letter in dict.fromkeys(words)
        if not (needs_no_glyph(letter) or any(ord(letter) in letters for letters in known))
    )


def needs_no_glyph(letter: str) -> bool:
    """Spaces, and characters that only say how others are drawn (Default_Ignorable_Code_Point, UAX 44)."""
    return (
        letter in _SPACES
        or letter in _INVISIBLE
        or unicodedata.category(letter) == "Zs"
        or (unicodedata.category(letter) == "Cf" and unicodedata.bidirectional(letter) != "AN")
        or any(ord(letter) in selectors for selectors in _SELECTORS)
    )


def with_their_marks(words: str) -> Iterator[str]:
    """The words in parts that cannot be split: each a letter with its marks."""
    cluster = ""
    for letter in words:
        marks = unicodedata.category(letter) in {"Mn", "Me", "Mc", "Cf"} or ord(letter) in _SKIN_TONES
        if cluster and (marks or cluster.endswith(_JOINER)):
            cluster += letter
            continue
        if cluster:
            yield cluster
        cluster = letter
    if cluster:
        yield cluster
