"""French figures in words: “deux cents”, and “une centaine”, which is only about a hundred. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple


class WordedFigure(NamedTuple):
    """A number that is written as words."""

    number: int
    about: bool
    """Whether the word itself says that the number is not exact."""


_ABOUT = {
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1_000,
}
_SMALL = {
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "un": 1,
    "onze": 11,
    "douze": 12,
    "treize": 13,
    "quatorze": 14,
    "quinze": 15,
    "seize": 16,
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
}
_ONE_OF_ABOUT = re.compile(rf"(?:une?|la|d.une?) ({'|'.join(_ABOUT)})(?: d[e’'])?")
_HUNDREDS = 100
_MOST_BEFORE = {"cent": 9, "mille": 999}


def of_text(text: str) -> WordedFigure | None:
    """The number that a text is; None if it is no such text, or a number that would have to be guessed."""
    plain = " ".join(text.casefold().replace("-", " ").split())
    if match := _ONE_OF_ABOUT.fullmatch(plain):
        return WordedFigure(_ABOUT[match[1]], about=True)
    number = _number(plain.split())
    return None if number is None else WordedFigure(number, about=False)


def _number(words: list[str]) -> int | None:
    """“deux mille cinq cents”: parts before “mille” and “cent” multiply, and what follows is added.

    “un” alone may be an article, so it is no figure.
    """
    if not words or words == ["un"]:
        return None
    for scale, name in ((1_000, "mille"), (_HUNDREDS, "cent")):
        at = next((place for place, word in enumerate(words) if word in (name, f"{name}s")), None)
        if at is not None and (name, words[at]) != ("mille", "milles"):
            before, after = _number(words[:at]) if at else 1, _number(words[at + 1 :])
            rest = 0 if at + 1 == len(words) else after
            if before is None or rest is None or before > _MOST_BEFORE[name] or rest >= scale:
                return None
            return before * scale + rest
    match [word for word in words if word != "et"]:
        case [one]:
            return _SMALL.get(one)
        case [tens, one] if _SMALL.get(tens, 0) in range(20, 61) and _SMALL.get(one, 99) < 10:  # noqa: PLR2004
            return _SMALL[tens] + _SMALL[one]
    return None
