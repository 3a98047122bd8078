"""Why a view shows nothing, and what to do about it."""

from __future__ import annotations

from eastflank.model import Dataset
from eastflank.view.selection import View
from eastflank.words import en as words


def why_empty(view: View, dataset: Dataset) -> str:
    """In a sentence or two, for a view without deployments."""
    if dataset.claims["known_on"].isna().all():
        return "The record holds no claim yet."
    first = dataset.claims["known_on"].min().date()
    if view.day < first:
        return f"Nothing had been said by {words.day(view.day)}: the first claim is of {words.day(first)}."
    return (
        f"No deployment fits on {words.day(view.day)}; "
        f"{words.counted(len(view.known.deployments), 'deployment')} would without these filters. "
        "Reset them beside the map, or choose another day."
    )
