"""The differences between two versions of a text: by paragraph, and by word in a changed paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, NamedTuple

from eastflank.intake.versions.recognising import plain

How = Literal["same", "changed", "removed", "added"]
_EMPTY_LINES = re.compile(r"(?:\r?\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)\s*")
_LINES = re.compile(r"[\r\n]\s*")
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_ALIKE = 0.4
"""A removed and an added paragraph with at least this share of common words are one changed paragraph."""
_LONGEST = 1_500
"""Single words are compared only in paragraphs with at most so many words."""
_MANY = 1_000
"""With at least so many paragraphs, very frequent ones are ignored."""
_MOST_PAIRS = 2_500
"""The most pairs of paragraphs of a replaced part that are compared."""


class TextSpan(NamedTuple):
    """Characters of a text, from and up to."""

    start: int
    stop: int


class Piece(NamedTuple):
    """Words of a changed paragraph."""

    how: Literal["same", "removed", "added"]
    text: str


def parted(pieces: Sequence[Piece], at: TextSpan) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of one text before, in and after the characters `at`; a piece that crosses an end is cut."""
    found: tuple[list[Piece], ...] = ([], [], [])
    start = 0
    for how, text in pieces:
        cuts = [0, *(min(max(edge - start, 0), len(text)) for edge in at), len(text)]
        for own, first, last in zip(found, cuts, cuts[1:], strict=False):
            if last > first:
                own.append(Piece(how, text[first:last]))
        start += len(text)
    return tuple(map(tuple, found))


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """A paragraph of both versions, or of one."""

    how: How
    old: TextSpan | None
    new: TextSpan | None
    pieces: tuple[Piece, ...] = ()
    """The words of a changed paragraph."""


@lru_cache(maxsize=8)
def paragraphs(text: str) -> tuple[TextSpan, ...]:
    """The paragraphs of a text: separated by empty lines, or by line ends if it has no empty lines."""
    gap = _EMPTY_LINES if _EMPTY_LINES.search(text.strip()) else _LINES
    found, start = [], 0
    for end in [*gap.finditer(text), None]:
        stop = end.start() if end else len(text)
        piece = text[start:stop]
        if inner := piece.strip():
            begins = start + len(piece) - len(piece.lstrip())
            found.append(TextSpan(begins, begins + len(inner)))
        start = end.end() if end else stop
    return tuple(found)


@lru_cache(maxsize=4)
def changes_between(old: str, new: str) -> tuple[ParagraphChange, ...]:
    """The paragraphs of both texts in their order; paragraphs that differ only in typography are the same."""
    ours, theirs = paragraphs(old), paragraphs(new)
    before, after = [plain(old[slice(*one)]) for one in ours], [plain(new[slice(*one)]) for one in theirs]
    # With very many paragraphs, frequent ones are ignored: otherwise each is compared with each.
    matcher = SequenceMatcher(None, before, after, autojunk=len(after) > _MANY)
    found: list[ParagraphChange] = []
    for how, first, last, begins, ends in matcher.get_opcodes():
        if how == "equal":
            pairs = zip(ours[first:last], theirs[begins:ends], strict=True)
            found += [ParagraphChange("same", one, other) for one, other in pairs]
        else:
            found += _replaced(old, new, ours[first:last], theirs[begins:ends])
    return tuple(found)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Two versions of a passage, word by word."""
    ours, theirs = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(ours), len(theirs)) > _LONGEST:
        return Piece("removed", old), Piece("added", new)
    found: list[Piece] = []
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for how, first, last, begins, ends in matcher.get_opcodes():
        if how == "equal":
            found.append(Piece("same", "".join(theirs[begins:ends])))
            continue
        if last > first:
            found.append(Piece("removed", "".join(ours[first:last])))
        if ends > begins:
            found.append(Piece("added", "".join(theirs[begins:ends])))
    return tuple(found)


def likeness(old: str, new: str) -> float:
    """The share of words that two passages have in common, whatever their order: from 0 to 1."""
    ours, theirs = _words(old), _words(new)
    return len(ours & theirs) / (len(ours | theirs) or 1)


def found_again(passage: str, text: str) -> float:
    """The share of the words of a passage that a text has too, whatever their order: from 0 to 1."""
    ours = _words(passage)
    return len(ours & _words(text)) / (len(ours) or 1)


def _words(text: str) -> set[str]:
    return set(_WORDS.findall(plain(text).casefold())) - {" "}


def _replaced(
    old: str, new: str, ours: Sequence[TextSpan], theirs: Sequence[TextSpan]
) -> Iterator[ParagraphChange]:
    """A replaced part: similar paragraphs are matched as one changed paragraph."""
    partners: dict[int, int] = {}
    after = 0
    if len(ours) * len(theirs) <= _MOST_PAIRS:
        for number, one in enumerate(ours):
            told = [
                (likeness(old[slice(*one)], new[slice(*theirs[place])]), -place)
                for place in range(after, len(theirs))
            ]
            if told and (best := max(told))[0] >= _ALIKE:
                partners[number] = -best[1]
                after = partners[number] + 1
    at = 0
    for number, one in enumerate(ours):
        partner = partners.get(number)
        if partner is None:
            yield ParagraphChange("removed", one, None)
            continue
        yield from (ParagraphChange("added", None, other) for other in theirs[at:partner])
        other = theirs[partner]
        yield ParagraphChange("changed", one, other, pieces(old[slice(*one)], new[slice(*other)]))
        at = partner + 1
    yield from (ParagraphChange("added", None, other) for other in theirs[at:])
