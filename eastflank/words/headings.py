"""The headings of columns, defined by each language."""

from __future__ import annotations

from typing import NamedTuple


class Heading(NamedTuple):
    """The words of one column."""

    text: str
    """Its heading."""
    means: str = ""
    """Its contents, in a sentence."""
    short: str = ""
    """Its heading on the page, with less room; empty: the same."""
    help: str = ""
    """Its tooltip on the page; empty: its contents."""
