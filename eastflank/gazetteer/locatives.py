"""Names of places as sentences have them, “in Rukloje”, “w Orzyszu”: the forms that a list may have."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from eastflank.reading.folding import fold

_ENDINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "LTU": (
        *(("iuose", "iai"), ("uose", "ai"), ("iuje", "ius"), ("uje", "us"), ("oje", "a"), ("eje", "e")),
        *(("yje", "ys"), ("yje", "is"), ("ose", "os"), ("ese", "es"), ("e", "as")),
    ),
    "LVA": (("os", "i"), ("pili", "pils"), ("i", "is"), ("a", "s")),
    "EST": (("al", ""), ("as", ""), ("es", ""), ("is", ""), ("us", ""), ("l", ""), ("s", "")),
    "POL": (
        *(("ach", "e"), ("ach", "i"), ("ach", "y"), ("cu", "iec"), ("ce", "ka"), ("im", "ie"), ("ym", "e")),
        *(("ej", "a"), ("iu", ""), ("ie", ""), ("ie", "o"), ("ie", "a"), ("u", ""), ("u", "o")),
    ),
}
"""How a name ends where something is in it, and how it is listed, by country, both folded."""
_BEFORE: Mapping[str, tuple[str, ...]] = {"POL": ("w ", "we ")}
_SHORTEST = 3
"""The least letters before an ending."""
_MOST_WORDS = 2


def nominatives(words: str, country: str) -> tuple[str, ...]:
    """The forms that may be meant, folded, the name itself not among them; empty for other countries.

    Of two words each may end in its own way: “Bemowie Piskim” is “Bemowo Piskie”.
    """
    plain = fold(words)
    for small in _BEFORE.get(country, ()):
        plain = plain.removeprefix(small)
    parts = plain.split()
    if country not in _ENDINGS or not 1 <= len(parts) <= _MOST_WORDS or any(map(str.isdigit, plain)):
        return ()
    each = [(part, *_of_word(part, country)) for part in parts]
    made = (" ".join(forms) for forms in itertools.product(*each))
    return tuple(one for one in dict.fromkeys(made) if one != fold(words))


def _of_word(word: str, country: str) -> list[str]:
    return [
        word.removesuffix(ending) + listed
        for ending, listed in _ENDINGS[country]
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST
    ]
