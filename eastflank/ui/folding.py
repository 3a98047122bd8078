"""Computes the record for all days in the background, and the days on which the view changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from threading import Thread

from eastflank.model import Dataset
from eastflank.record.as_of import Known
from eastflank.ui.views import record_for
from eastflank.view.change_days import days_of_change
from eastflank.view.filtering import evidence_part
from eastflank.view.filters import Filters
from eastflank.view.selection import VIEWS

_EVIDENCE = 16
"""For how many selections of evidence all days are cached."""
_MOST_AHEAD = 100_000
"""All days are computed in advance up to this number of deployments times days: some seconds' work."""


def may_fold_ahead(dataset: Dataset, days: Sequence[date]) -> bool:
    """Whether computing all days is fast enough to do it before a reader needs them."""
    return len(dataset.deployments) * len(days) <= _MOST_AHEAD


def fold_ahead(dataset: Dataset, filters: Filters, days: Sequence[date]) -> None:
    """Start to compute all days in the background, unless this was done for the same evidence before.

    For a record with many deployments or days only the days that a reader asks for are computed.
    """
    if may_fold_ahead(dataset, days):
        dataset.latest(_EVIDENCE, _folding, evidence_part(filters), tuple(days))


def turning(dataset: Dataset, filters: Filters, days: Sequence[date]) -> frozenset[int] | None:
    """The indices of the days on which the view changes; None while the days are being computed.

    Also None if they are not computed in advance: then it is not known on which days nothing changes.
    """
    if not may_fold_ahead(dataset, days):
        return None
    folding = dataset.latest(_EVIDENCE, _folding, evidence_part(filters), tuple(days))
    if folding.record is None:
        return None
    return dataset.latest(VIEWS, _turns, filters, tuple(days))


def _turns(dataset: Dataset, filters: Filters, days: tuple[date, ...]) -> frozenset[int]:
    folding = dataset.latest(_EVIDENCE, _folding, evidence_part(filters), days)
    return days_of_change(folding.record or record_for(dataset, filters, days), filters, dataset)


class _Folding(Thread):
    """A background thread that computes days; it ends with the server."""

    def __init__(self, fold: Callable[[], Sequence[Known]]) -> None:
        super().__init__(name="folding", daemon=True)
        self._fold = fold
        self.record: Sequence[Known] | None = None
        """None until all days are computed."""

    def run(self) -> None:
        self.record = self._fold()


def _folding(dataset: Dataset, evidence: Filters, days: tuple[date, ...]) -> _Folding:
    folding = _Folding(lambda: record_for(dataset, evidence, days))
    folding.start()
    return folding
