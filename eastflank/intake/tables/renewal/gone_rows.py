"""What a person says of the rows that are no longer in the table: nothing is decided without a choice."""

from __future__ import annotations

from eastflank.intake.tables.renewal.changes import Changes
from eastflank.intake.tables.renewal.ending_gone import with_gone_ended
from eastflank.intake.tables.renewal.retracting_gone import with_gone_retracted
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.model import Dataset

ENDED, KEPT, RETRACTED = "ended", "kept", "retracted"
CHOICES = (ENDED, KEPT, RETRACTED)
"""They had left by the day of the table; their claims stay; or their claims are retracted."""


def with_gone(found: Changes, dataset: Dataset, origin: TableOrigin, choice: str) -> Changes:
    """An import with what was chosen for the rows that are gone; an empty choice is `KEPT`."""
    if choice == ENDED:
        return with_gone_ended(found, dataset, origin)
    return with_gone_retracted(found, dataset, origin.file.name) if choice == RETRACTED else found


def is_a_part(found: Changes) -> bool:
    """Whether more rows are gone than are in the file again: it may be only a part of the list."""
    return len(found.gone) > found.earlier - len(found.gone) - len(found.waits)
