"""Words written in one string, as a set or a row: how the rules' lists of words are kept readable."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def word_row(text: str) -> tuple[str, ...]:
    """The words of a text in their order."""
    return tuple(text.split())
