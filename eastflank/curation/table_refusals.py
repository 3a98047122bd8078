"""What a review of all drafts of a table would be refused for, worked out before they are imported."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from eastflank.curation import table_drafts
from eastflank.intake.tables.renewal.changes import Changes
from eastflank.model import Dataset, Finding
from eastflank.store import edits
from eastflank.store.folder import Folder

MOST = 2_000
"""The most changes for which this is worked out: the record is read and checked twice for it."""
_COUNTS = table_drafts.Grade("B", "2")
"""A grade with which figures are in totals. Of weaker claims fewer contradictions are findings."""


class Refusals(NamedTuple):
    """Findings of the checks, and the dataset in which they would be."""

    findings: Sequence[Finding]
    after: Dataset


def refusals(place: Folder, found: Changes, dataset: Dataset, who: str, when: date) -> Refusals | None:
    """What keeps all drafts of this import from being accepted together, with a grade that counts.

    None if nothing does, if there are more than `MOST` changes, or if the import itself would be refused.
    Nothing is written. Raises BrokenData and Conflict like `edits.worked_out`.
    """
    if not found.edits or len(found.edits) > MOST:
        return None
    said = {"who": who, "when": when, "reason": found.reason, "expected": dataset.version, "before": dataset}
    try:
        after = edits.worked_out(place, found.edits, **said).dataset  # type: ignore[arg-type]
    except edits.Refused:
        return None
    if after is None:
        return None
    drafts = table_drafts.waiting(after).get(found.source, ())
    accepting = table_drafts.accepting(after, found.source, drafts, _COUNTS) if drafts else ()
    try:
        edits.worked_out(place, [*found.edits, *accepting], **said)  # type: ignore[arg-type]
    except edits.Refused as refused:
        return Refusals(refused.problems, refused.after or after)
    return None
