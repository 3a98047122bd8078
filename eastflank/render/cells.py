"""Text in the cells of a spreadsheet."""

from __future__ import annotations

_STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_NEUTRAL = "'"


def neutral(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula: an apostrophe before what would begin one.

    After OWASP's advice on CSV injection: =, +, -, @, their wide forms, a tab and the ends of a line.
    """
    begins = text.lstrip().startswith(_STARTS_A_FORMULA) or text.startswith(("\t", "\r", "\n"))
    return f"{_NEUTRAL}{text}" if begins else text
