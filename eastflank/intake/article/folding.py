"""A text in the few characters that the rules know, with the same length: one character for each one."""

from __future__ import annotations

import unicodedata

_TYPOGRAPHY = {
    **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒", "-"),
    **dict.fromkeys("–—―", "—"),
    **dict.fromkeys("\u00a0\u202f\u2007\u2009\u2002\u2003\t\r\x0b\x0c", " "),
}


def folded(text: str) -> str:
    """The text with plain quotation marks, hyphens and spaces, so that an offset means the same in both.

    Dashes become `—`, whatever their length; control and format characters become spaces.
    """
    changed = {
        ord(letter): _TYPOGRAPHY.get(letter, " ")
        for letter in set(text) - {"\n"}
        if letter in _TYPOGRAPHY or unicodedata.category(letter) in ("Cc", "Cf")
    }
    return text.translate(changed)
