"""Admiralty grades: a letter for a source's reliability, a digit for a claim's credibility (AJP-2.1)."""

from __future__ import annotations

LOW_RELIABILITY = ("D", "E", "F")
"""Not usually reliable, unreliable, cannot be judged."""
LOW_CREDIBILITY = ("4", "5", "6")
"""Doubtful, improbable, cannot be judged."""


def is_weak(grade: str) -> bool:
    """Whether a grade such as D2 means a source that is not usually reliable, or a doubtful claim.

    An empty grade, such as a curator's inference has, is not weak.
    """
    return grade[:1] in LOW_RELIABILITY or grade[1:] in LOW_CREDIBILITY
