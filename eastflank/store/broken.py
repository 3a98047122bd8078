"""The error with all reasons why the data cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from eastflank.model import Finding
from eastflank.words.chosen import findings as words

MOST = 100
"""The most findings of one kind that are listed; a table with a wrong delimiter has them in every row."""


class BrokenData(Exception):  # noqa: N818 - it is the data that is broken
    """Data that cannot be read as its schema says; `findings` holds every reason, not only the first."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


def told(lines: Sequence[int], finding: Callable[[int], Finding]) -> Iterator[Finding]:
    """A finding for each line, up to MOST of them, and one that says how many more there are."""
    for line in lines[:MOST]:
        yield finding(line)
    if len(lines) > MOST:
        first = finding(lines[0])
        more = len(lines) - MOST
        yield Finding(first.table, words.more_rows(more), first.column, words.SAME_FAULT, "", more)
