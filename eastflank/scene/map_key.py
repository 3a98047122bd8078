"""The map's key: it has the words of deployments for which there is no room beside the symbol.

A group of its rows is identified by its index in the headings of a scene, from 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eastflank.model import Kind
from eastflank.scene.drawn import Mark
from eastflank.words.chosen import values as words

_OTHERS, _COUNTRIES, _GONE = -3, -2, -1
"""The indices of the last groups, from the end of the headings."""


def headings(kinds: Iterable[Kind]) -> tuple[str, ...]:
    """The headings of the key's rows, in their order: those of kinds, then those that every map has."""
    own = dict.fromkeys(kind.heading for kind in kinds if kind.heading)
    return (*own, *words.KEY_HEADINGS)


def countries(headings: Sequence[str]) -> int:
    """The group of statistics of whole countries."""
    return len(headings) + _COUNTRIES


def group(mark: Mark, headings: Sequence[str]) -> int:
    """The index of the group that has a mark's row."""
    if mark.gone:
        return len(headings) + _GONE
    own = headings[:_OTHERS]
    return own.index(mark.section) if mark.section in own else len(own)
