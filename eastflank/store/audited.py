"""What is wrong with a dataset, computed once: the page and code that changes the record share the result."""

from __future__ import annotations

from collections import Counter

from eastflank import checks
from eastflank.checks import Audit, days
from eastflank.model import Dataset, Finding
from eastflank.store import outlines

_LEFT_TO_DO = frozenset(law.__name__ for law in checks.LEFT_TO_DO)


def audit(dataset: Dataset) -> Audit:
    """What breaks the laws of the data, and what of this is answered; see `checks.audit`."""
    return dataset.once(audit_of)


def findings(dataset: Dataset) -> tuple[Finding, ...]:
    """What breaks the laws of the data and is not answered."""
    return audit(dataset).findings


def audit_of(dataset: Dataset) -> Audit:
    """`audit`, computed anew."""
    return checks.audit(dataset, outlines.shapes(dataset.base_map["countries"]))


def findings_beside(dataset: Dataset, other: Dataset) -> tuple[Finding, ...]:
    """The same, reusing the results for another version of the dataset that are valid for this one too."""
    days.carried_over(other, dataset)
    return findings(dataset)


def fresh_findings(after: Dataset, *before: Dataset) -> list[Finding]:
    """The findings of `check` that none of the datasets before had, on whatever line their rows were.

    Findings that a change may leave to a person are not included: see `checks.LEFT_TO_DO`. The datasets
    before are checked only if there is a finding that they might have had.
    """
    found = findings_beside(after, before[0]) if before else findings(after)
    found = tuple(one for one in found if one.check not in _LEFT_TO_DO)
    if not found:  # the usual case: it saves half of the time
        return []
    known: Counter[tuple[str, ...]] = Counter()
    for dataset in before:
        known |= Counter(map(_lasting, findings_beside(dataset, after)))
    fresh = []
    for finding in found:
        known[_lasting(finding)] -= 1
        if known[_lasting(finding)] < 0:
            fresh.append(finding)
    return fresh


def _lasting(finding: Finding) -> tuple[str, ...]:
    """What identifies a finding, without the line of its row."""
    return finding.check, finding.table, finding.key or finding.row, finding.column, finding.problem
