"""Text in the cells of a spreadsheet."""

from __future__ import annotations

import unicodedata

_STARTS_A_FORMULA = frozenset("=+-@")
_NEUTRAL = "'"


def neutral(text: str) -> str:
    """`text`, made safe for spreadsheets: an apostrophe is put before what would begin a formula.

    After OWASP's advice on CSV injection: =, +, -, @, their wide and small forms, a tab and the ends of a
    line. Invisible characters before it do not matter: a program may ignore them.
    """
    first = next((letter for letter in text if _is_seen(letter)), "")
    begins = unicodedata.normalize("NFKC", first) in _STARTS_A_FORMULA or text.startswith(("\t", "\r", "\n"))
    return f"{_NEUTRAL}{text}" if begins else text


def _is_seen(letter: str) -> bool:
    """Whether it is visible: not a space, a control character or a format character of any width."""
    return not letter.isspace() and unicodedata.category(letter)[0] not in "CZ"
