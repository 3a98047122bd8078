"""A text in the few characters that the rules know, as long as the original, character for character."""

from __future__ import annotations

import functools
import sys
import unicodedata
from collections.abc import Mapping

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
    return text.translate(_table())


@functools.cache
def _table() -> Mapping[int, str]:
    controls = {
        code: " "
        for code in range(sys.maxunicode + 1)
        if chr(code) != "\n" and unicodedata.category(chr(code)) in ("Cc", "Cf")
    }
    return controls | {ord(one): other for one, other in _TYPOGRAPHY.items()}
