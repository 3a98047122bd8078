"""The map's key: where a deployment has its words when the map has no room for them beside its symbol."""

from __future__ import annotations

from eastflank.scene.drawn import Mark
from eastflank.words import en as words

HEADINGS = tuple(words.KEY_HEADINGS.values())
"""Over the rows of the key, in their order; a group is known by its number in it, from 0."""
COUNTRIES = list(words.KEY_HEADINGS).index("total")
"""The group of what is said of whole countries."""


def group(mark: Mark) -> int:
    """The number of the group in which a mark has its row."""
    gone = mark.change is not None and mark.change.form == "gone"
    kind = "gone" if gone else mark.kind
    kinds = list(words.KEY_HEADINGS)
    return kinds.index(kind) if kind in kinds else kinds.index("")
