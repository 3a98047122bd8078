"""JSON in which each key of an object stands once: of two values, one would be lost without a word."""

from __future__ import annotations

from collections.abc import Sequence


class KeyTwice(Exception):  # noqa: N818 - it says what is there
    """The key that an object has twice."""


def once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """An object from its keys and values, for `object_pairs_hook` of `json.loads`. Raises KeyTwice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise KeyTwice(next(key for key in keys if keys.count(key) > 1))
    return found
