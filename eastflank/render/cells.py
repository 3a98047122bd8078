"""Text in the cells of a spreadsheet."""

from __future__ import annotations

import unicodedata

_STARTS_A_FORMULA = frozenset("=+-@")
_NEUTRAL = "'"


def neutral(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula: an apostrophe before what would begin one.

    After OWASP's advice on CSV injection: =, +, -, @, their wide and small forms, a tab and the ends of a
    line. Characters before it that nobody sees change nothing: a program may leave them out.
    """
    first = next((letter for letter in text if _is_seen(letter)), "")
    begins = unicodedata.normalize("NFKC", first) in _STARTS_A_FORMULA or text.startswith(("\t", "\r", "\n"))
    return f"{_NEUTRAL}{text}" if begins else text


def _is_seen(letter: str) -> bool:
    """Whether it is no space, control or format character, of no width or any."""
    return not letter.isspace() and unicodedata.category(letter)[0] not in "CZ"
