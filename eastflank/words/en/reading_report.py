"""Texts of the command `intake` about people's decisions on proposals."""

from __future__ import annotations

NONE_YET = (
    "No proposal was reviewed yet. Open the page “Add data”, choose an article, "
    "and press “Read this article”."
)
BECAUSE = "Refused because:"
BY_KIND = "By kind: accepted, accepted after a correction, refused"
BY_FIELD = (
    "By field of what was accepted: right, corrected, removed, missed, read but not held by the claim, "
    "left open as in doubt, of these entered as read"
)
NOTHING = "nothing"


def reviewed(proposals: int, articles: int) -> str:
    """How much was reviewed."""
    return (
        f"{proposals:,} {'proposal' if proposals == 1 else 'proposals'} reviewed, of "
        f"{articles:,} {'article' if articles == 1 else 'articles'}."
    )


def outcomes(accepted: int, mended: int, refused: int) -> str:
    """What was decided."""
    return f"{accepted:,} accepted as read, {mended:,} accepted after a correction, {refused:,} refused."


def example(read: str, decided: str, proposal: str) -> str:
    """A correction."""
    return f"{read or NOTHING} became {decided or NOTHING} ({proposal})"
