"""Admiralty grades: a letter for a source's reliability, a digit for a claim's credibility (AJP-2.1)."""

from __future__ import annotations

LOW_RELIABILITY = ("D", "E", "F")
"""Not usually reliable, unreliable, cannot be judged."""
LOW_CREDIBILITY = ("4", "5", "6")
"""Doubtful, improbable, cannot be judged."""


def is_weak(grade: str) -> bool:
    """Whether a grade such as D2 is of a source not usually reliable, or of a doubtful claim.

    An empty grade, as of a curator's inference, is not weak by itself.
    """
    return grade[:1] in LOW_RELIABILITY or grade[1:] in LOW_CREDIBILITY
