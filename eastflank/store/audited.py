"""What is wrong with a dataset, looked for once: the page, and whoever changes the record, ask the same."""

from __future__ import annotations

from eastflank import checks
from eastflank.checks import days
from eastflank.model import Dataset, Finding
from eastflank.store import outlines


def findings(dataset: Dataset) -> tuple[Finding, ...]:
    """What breaks the laws of the data and is not answered; see `checks.audit`."""
    return dataset.once(_findings)


def _findings(dataset: Dataset) -> tuple[Finding, ...]:
    return checks.findings(dataset, outlines.shapes(dataset.base_map["countries"]))


def findings_after(dataset: Dataset, before: Dataset) -> tuple[Finding, ...]:
    """The same of what a dataset has become, with as much of the work on it as still holds."""
    days.carried_over(before, dataset)
    return findings(dataset)
