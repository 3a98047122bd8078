"""A view compared with an earlier one, for a map: what is new, what was different, what is gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from eastflank.model import Dataset
from eastflank.view.anchors import is_shown_through_units
from eastflank.view.changes import Change, changes_in, current_names, in_short
from eastflank.view.selection import View
from eastflank.words.chosen import terms, what_changed

Form = Literal["new", "moved", "gone"]
"""No source had reported it; something about it was different; it is no longer drawn."""

SIGNS: Mapping[Form, str] = {"new": "+", "moved": "Δ", "gone": "×"}
"""The sign of each form, which works without colour; the legend explains it."""


class Changed(NamedTuple):
    """What a mark says about its deployment's past."""

    form: Form
    words: str
    """“new”, “was considered, 800–1,000”, “has ended; was deployed”."""


def form_of(change: Change) -> Form:
    """The form in which a single change is listed."""
    if change.kind == "new":
        return "new"
    return "gone" if change.kind in ("ended", "became") else "moved"


@dataclass(frozen=True)
class Comparison:
    """Two views of the same filters, the earlier first."""

    before: View
    view: View
    became: Mapping[str, str]
    """Deployments that were shown separately before and turned out to be another, by id."""
    changes: Mapping[str, tuple[Change, ...]]
    """Changes by the current id of the deployment."""

    @property
    def since(self) -> date:
        """The day that is compared with."""
        return self.before.day

    def mark(self, deployment: str) -> Changed | None:
        """What the mark of a deployment that is drawn now says; None if nothing changed."""
        found = self._of(deployment)
        text = in_short(found)
        if not text:
            return None
        return Changed("new" if any(change.kind == "new" for change in found) else "moved", text)

    def fate(self, deployment: str) -> Changed:
        """What became of a deployment that was drawn then but is not drawn now."""
        known = self.view.known.deployments
        if deployment in self.became:
            return Changed("gone", what_changed.turned_out_to_be(known[self.became[deployment]].name))
        one = known[deployment]
        was = in_short(self._of(deployment))
        if one.over:
            return Changed(
                "gone",
                what_changed.is_gone(
                    what_changed.over(terms.status(one.status), inferred=one.status_inferred), was
                ),
            )
        if one.sort == "group" and is_shown_through_units(one, self.view.known):
            why = what_changed.THROUGH_UNITS
        elif one.lapsed or (one.sort == "group" and one.silent):
            why = what_changed.LAPSED
        else:
            why = what_changed.NOT_IN_VIEW
        return Changed("gone", what_changed.is_gone(why, was))

    def _of(self, deployment: str) -> tuple[Change, ...]:
        """Its own changes. If another turned out to be this one, the other's former mark says so."""
        return tuple(change for change in self.changes.get(deployment, ()) if change.kind != "became")


def compare(view: View, before: View, dataset: Dataset) -> Comparison:
    """`view` compared with the view of the same filters on an earlier day."""
    changes: dict[str, tuple[Change, ...]] = {}
    for change in changes_in(view, before, dataset):
        changes[change.deployment] = (*changes.get(change.deployment, ()), change)
    return Comparison(before, view, current_names(before.known, view.known), changes)
