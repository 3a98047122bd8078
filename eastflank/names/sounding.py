"""Names in Latin letters, and with one spelling for each sound that people spell in several ways."""

from __future__ import annotations

import re
from collections.abc import Sequence

from anyascii import anyascii

from eastflank.reading.folding import fold

_SPELLINGS = (
    ("shch", "s"), ("sch", "s"), ("sh", "s"), ("sz", "s"),
    ("tsch", "c"), ("tch", "c"), ("cz", "c"), ("ch", "c"),
    ("zh", "z"), ("rz", "z"), ("dz", "z"),
    ("kh", "h"), ("gh", "h"),
    ("ts", "c"), ("tz", "c"),
    ("ck", "k"), ("q", "k"), ("ph", "f"), ("th", "t"), ("x", "ks"), ("w", "v"),
    ("oe", "o"), ("ae", "a"), ("ue", "u"),
    ("y", "i"), ("j", "i"), ("ie", "e"), ("ii", "e"), ("ei", "e"), ("oi", "u"), ("iu", "u"), ("ou", "u"),
)  # fmt: skip
"""Applied in this order. Left: how English, German, Polish, Scandinavian and transliterated names write a
sound."""
_DOUBLE = re.compile(r"(\w)\1+")


def latin(name: str) -> str:
    """The name in Latin letters; Latin letters stay unchanged. Source: anyascii (ISC)."""
    if name.isascii():
        return name
    return "".join(anyascii(sign) if sign > "\u024f" and sign.isalpha() else sign for sign in name)


def sounding_of(name: str) -> str:
    """A key that “Grafenwoehr” shares with Grafenwöhr, “Адажи” with Ādaži and “Oerland” with Ørland.

    It is coarser than `fold`: two names with the same key are similar, not equal. May be empty.
    """
    return _respelled(fold(latin(fold(name))))


def soundings_of(folded: Sequence[str]) -> list[str]:
    """`sounding_of` each of these folded names, made of all at once: a gazetteer has tens of thousands."""
    plain = (name if name.isascii() else fold(latin(name)) for name in folded)
    return _respelled("\n".join(plain)).split("\n") if folded else []


def _respelled(text: str) -> str:
    for spelling, sound in _SPELLINGS:
        text = text.replace(spelling, sound)
    return _DOUBLE.sub(r"\1", text)
