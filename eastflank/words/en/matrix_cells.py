"""English for a cell of the matrix: one nation's part in one deployment."""

from __future__ import annotations

LEADS, SENDS = "leads", "sends"
NO_STATUS = "status not stated"


def planned(figure: str) -> str:
    """A figure that is only planned."""
    return f"planned: {figure}"
