"""Why a view or its map shows nothing, and what to do about it."""

from __future__ import annotations

from eastflank.model import Dataset
from eastflank.record.as_of import as_of
from eastflank.view.selection import View
from eastflank.view.totals import counted
from eastflank.words.chosen import values as words


def why_empty(view: View, dataset: Dataset) -> str:
    """In a sentence or two, for a view without deployments."""
    if dataset.claims["known_on"].isna().all():
        return "The record holds no claim yet."
    first = dataset.claims["known_on"].min().date()
    if view.day < first:
        return f"Nothing had been said by {words.day(view.day)}: the first claim is of {words.day(first)}."
    known = as_of(dataset, view.day)
    others = counted(known.deployments.values(), known)
    return (
        f"No deployment fits on {words.day(view.day)}; "
        f"{words.counted(len(others), 'unit')} would without these filters. "
        "Reset them beside the map, or choose another day."
    )


def nothing_drawn(view: View) -> str:
    """In two sentences, for a view whose map shows none of its deployments; else nothing.

    A statistic that stands at its country's name is shown; one that has left the map is not.
    """
    missing = sum(item.kind == "deployment" for item in view.not_drawn)
    if not missing or missing < len(view.deployments):
        return ""
    over = all(one.over for one in view.deployments)
    if missing == 1:
        why = "it is over" if over else "the tab Not drawn says why"
        return f"The one deployment of this view is not on the map: {why}. It is in the table."
    why = "all are over" if over else "the tab Not drawn says why"
    none = f"None of the {words.counted(missing, 'deployment')} of this view"
    return f"{none} is on the map: {why}. They are in the table."
