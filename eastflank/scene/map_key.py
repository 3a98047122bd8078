"""The map's key: where a deployment has its words when the map has no room for them beside its symbol.

A group of its rows is known by its number in the headings of a scene, from 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eastflank.model import Kind
from eastflank.scene.drawn import Mark
from eastflank.words.chosen import values as words

_OTHERS, _COUNTRIES, _GONE = -3, -2, -1
"""The places of the last groups, from the end of the headings."""


def headings(kinds: Iterable[Kind]) -> tuple[str, ...]:
    """What stands over the rows of the key, in their order: those of kinds, then those of every map."""
    own = dict.fromkeys(kind.heading for kind in kinds if kind.heading)
    return (*own, *words.KEY_HEADINGS)


def countries(headings: Sequence[str]) -> int:
    """The group of what is said of whole countries."""
    return len(headings) + _COUNTRIES


def group(mark: Mark, headings: Sequence[str]) -> int:
    """The number of the group in which a mark has its row."""
    if mark.gone:
        return len(headings) + _GONE
    own = headings[:_OTHERS]
    return own.index(mark.section) if mark.section in own else len(own)
