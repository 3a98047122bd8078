"""Text that XML can hold."""

from __future__ import annotations

import re

_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def possible(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 cannot hold, however it is written."""
    return _IMPOSSIBLE.sub("\ufffd", text)
