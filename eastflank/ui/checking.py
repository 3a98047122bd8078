"""The findings of a dataset, computed once."""

from __future__ import annotations

from dataclasses import replace
from threading import Thread

from eastflank.model import Dataset, Finding
from eastflank.store import audited


def findings_in(dataset: Dataset) -> tuple[Finding, ...]:
    """What breaks the laws of the data but still allows to show it; computed once."""
    return dataset.once(_findings)


_SOON_CHECKED = 20_000
"""A dataset with at most so many claims and deployments is checked while the reader waits: some seconds at
most."""


def findings_so_far(dataset: Dataset) -> tuple[Finding, ...] | None:
    """Like `findings_in`; None while a large dataset is being checked in the background."""
    parts = [part.dataset for part in dataset.parts] or [dataset]
    if sum(len(part.claims) + 2 * len(part.deployments) for part in parts) <= _SOON_CHECKED:
        return findings_in(dataset)
    checking = dataset.once(_checking)
    return checking.found


class _Checking(Thread):
    """A background thread that checks a large dataset; it ends with the server."""

    def __init__(self, dataset: Dataset) -> None:
        super().__init__(name="checking", daemon=True)
        self._dataset = dataset
        self.found: tuple[Finding, ...] | None = None
        """None until the check is complete."""

    def run(self) -> None:
        self.found = findings_in(self._dataset)


def _checking(dataset: Dataset) -> _Checking:
    checking = _Checking(dataset)
    checking.start()
    return checking


def _findings(dataset: Dataset) -> tuple[Finding, ...]:
    if dataset.parts:
        return tuple(
            replace(finding, table=f"{part.title}: {finding.table}")
            for part in dataset.parts
            for finding in findings_in(part.original)
        )
    return audited.findings(dataset)
