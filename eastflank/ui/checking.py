"""What breaks the laws of the data in a dataset, looked for once."""

from __future__ import annotations

from dataclasses import replace
from threading import Thread

from eastflank.model import Dataset, Finding
from eastflank.store import audited


def findings_in(dataset: Dataset) -> tuple[Finding, ...]:
    """What breaks the laws of the data without keeping it from being shown; looked for once."""
    return dataset.once(_findings)


_SOON_CHECKED = 20_000
"""Claims and deployments up to which a dataset is checked while a reader waits: in some seconds at most."""


def findings_so_far(dataset: Dataset) -> tuple[Finding, ...] | None:
    """As `findings_in`; None while a large dataset is being checked, which then goes on beside the reader."""
    parts = [part.dataset for part in dataset.parts] or [dataset]
    if sum(len(part.claims) + 2 * len(part.deployments) for part in parts) <= _SOON_CHECKED:
        return findings_in(dataset)
    checking = dataset.once(_checking)
    return checking.found


class _Checking(Thread):
    """Checks a large dataset beside its readers; it ends with the server."""

    def __init__(self, dataset: Dataset) -> None:
        super().__init__(name="checking", daemon=True)
        self._dataset = dataset
        self.found: tuple[Finding, ...] | None = None
        """None until all is checked."""

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
