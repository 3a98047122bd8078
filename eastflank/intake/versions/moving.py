"""The position of a passage of a text in its corrected version, or none."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.intake.versions.difference import ParagraphChange, TextSpan, found_again, likeness, paragraphs

_ENOUGH = 0.6
"""A paragraph with a smaller share of a passage's words only has usual words in common with it."""


def moved(old: str, new: str, at: TextSpan, changes: Sequence[ParagraphChange]) -> TextSpan | None:
    """Where the very characters of a passage stand in the new text; None: they do not, or in several places.

    A passage that stands once in each text has one place. One that stands several times in either is
    followed through its paragraph: it must stand there as often as before. Similar passages are never used.
    `changes` are `difference(old, new)`.
    """
    passage = old[slice(*at)]
    there = _all(new, passage)
    if not passage or not there:
        return None
    if len(there) == 1 and len(_all(old, passage)) == 1:
        return TextSpan(there[0], there[0] + len(passage))
    for change in changes:
        if change.old is None or change.new is None or not change.old.start <= at.start < change.old.stop:
            continue
        before = [one for one in _all(old, passage) if change.old.start <= one < change.old.stop]
        after = [one for one in there if change.new.start <= one < change.new.stop]
        if len(before) == len(after):
            start = after[before.index(at.start)]
            return TextSpan(start, start + len(passage))
    return None


def nearest(passage: str, text: str) -> TextSpan | None:
    """The paragraph of a text that has most words of a passage; None if each has too few of them."""
    told = [
        (found_again(passage, text[slice(*one)]), likeness(passage, text[slice(*one)]), -one.start, one)
        for one in paragraphs(text)
    ]
    best = max(told, default=None)
    return best[3] if best and best[0] >= _ENOUGH else None


def paragraph_of(text: str, at: int) -> TextSpan:
    """The paragraph that contains a character; if it is between two, the whole text."""
    return next((one for one in paragraphs(text) if one.start <= at < one.stop), TextSpan(0, len(text)))


def _all(text: str, part: str) -> list[int]:
    """Every position where a part of a text begins, including overlaps."""
    found, at = [], text.find(part) if part else -1
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)
    return found
