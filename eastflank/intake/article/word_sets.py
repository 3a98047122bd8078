"""Word lists written in one string, as a set or a tuple: so the rules' lists are easy to read."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def word_row(text: str) -> tuple[str, ...]:
    """The words of a text in their order."""
    return tuple(text.split())
