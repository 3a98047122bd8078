"""Words at a figure that tell of a change or of a sum: “another 500”, “100 fewer”, “doubling to 2,000”."""

from __future__ import annotations

import re

_MORE = (
    r"more|fewer|less|extra|additional|mehr|weniger|zusätzlich|więcej|mniej|de plus|de moins|"
    r"supplémentaires?|en plus|daugiau|mažiau|больше|меньше|дополнительно"
)
_BEFORE = (
    r"another|an? (?:additional|extra|further)|additional|extra|further|weitere|zusätzlich|kolejn\w+|"
    r"dodatkow\w+|encore|dar|papildomai|ещё|еще|дополнительно|plus|minus"
)
_GROWS = (
    r"doubl\w+|tripl\w+|increas\w+|rais\w+|ris\w+|grow\w*|grew|expand\w*|reduc\w+|cut|down|up(?= from)|"
    r"verdoppel\w+|erhöh\w+|aufgestockt|reduziert|doublé\w*|porté\w*|zwiększ\w+|zmniejsz\w+|"
    r"увелич\w+|сокращ\w+"
)
_CHANGE = re.compile(
    rf"\+\s*\d.*|(?:{_BEFORE})\b.*\d.*|.*\d.*\b(?:{_MORE})|(?:{_GROWS})\b.*\d.*|"
    r".*\d.*\+\s*\d.*|from\s.*\d.*\bto\b.*\d.*|.*\d.*(?:→|=>|->|⇒).*\d.*",
    re.IGNORECASE | re.DOTALL,
)

_LONGEST = 120
"""Characters of such a cell; a longer text is a remark."""


def is_told(text: str) -> bool:
    """Whether the text of a cell tells how a number changes, and not how many are there."""
    return len(text) <= _LONGEST and _CHANGE.fullmatch(text.strip()) is not None
