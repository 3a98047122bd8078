"""The error that says everything that keeps the data from being read."""

from __future__ import annotations

from collections.abc import Iterable

from eastflank.model import Finding


class BrokenData(Exception):  # noqa: N818 - it is the data that is broken
    """Data that cannot be read as its schema says; `findings` holds every reason, not the first."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))
