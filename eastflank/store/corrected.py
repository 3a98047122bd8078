"""A view of an earlier edition of a folder's record beside the same view of today."""

from __future__ import annotations

from datetime import date

from eastflank.model import Dataset
from eastflank.report.corrections import Correction, corrections, stated
from eastflank.store.editions import before, changes_after
from eastflank.store.folder import Folder
from eastflank.view.filters import Filters
from eastflank.view.selection import view_of


def corrected_since(
    place: Folder, dataset: Dataset, edition: str, filters: Filters, day: date
) -> tuple[Correction, ...]:
    """What of the view on `day` was corrected after `edition`; the dataset is the folder's as it now is.

    Raises BrokenData where the tables as they were do not obey the laws of today.
    """
    changes = changes_after(dataset, edition)
    if not changes:
        return ()
    then = before(place, changes)
    earlier = stated(view_of(then, filters, day), then)
    return corrections(earlier, stated(view_of(dataset, filters, day), dataset), changes)
