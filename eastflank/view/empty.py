"""Why a view or its map shows nothing, and what to do about it."""

from __future__ import annotations

from eastflank.model import Dataset
from eastflank.view.drafts import why_nothing_counts
from eastflank.view.filters import EVERYTHING
from eastflank.view.selection import View, days_covered, known_for
from eastflank.view.totals import counted
from eastflank.words.chosen import empty_views


def why_empty(view: View, dataset: Dataset) -> str:
    """In a sentence or two, for a view without deployments."""
    covered = days_covered(dataset)
    if covered is None:
        return why_nothing_counts(dataset) or empty_views.NO_CLAIM_YET
    first = covered[0]
    if view.day < first:
        return empty_views.before_the_first_claim(view.day, first)
    known = known_for(dataset, EVERYTHING, view.day)
    return empty_views.nothing_fits(view.day, len(counted(known.deployments.values(), known)))


def nothing_drawn(view: View) -> str:
    """In two sentences, for a view whose map shows none of its deployments; otherwise empty.

    A statistic at its country's name counts as shown; one that was removed from the map does not.
    """
    missing = len(view.without_mark)
    if not missing or missing < len(view.deployments):
        return ""
    if all(one.id in view.outside for one in view.deployments):
        return empty_views.all_outside(missing)
    return empty_views.nothing_drawn(missing, over=all(one.over for one in view.deployments))
