"""What stands over a column, as each language gives it."""

from __future__ import annotations

from typing import NamedTuple


class Heading(NamedTuple):
    """The words of one column."""

    text: str
    """What stands over it."""
    means: str = ""
    """What it holds, in a sentence."""
    short: str = ""
    """What stands over it on the page, where there is less room; empty: the same."""
    help: str = ""
    """What the page says of it; empty: what it holds."""
