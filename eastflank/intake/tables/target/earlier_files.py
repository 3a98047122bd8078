"""The earlier files of a table, of which the newest says where a unit was last."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from eastflank.intake.tables.rows import identities
from eastflank.intake.tables.target.units import Presence
from eastflank.model import Dataset


class EarlierFiles:
    """The files of a table whose claims a dataset has."""

    def __init__(self, dataset: Dataset, file: str) -> None:
        """`file` is the name of the new one: files of one table differ in the digits of their names."""
        self._dataset, self._key = dataset, f"{identities.table_key(file)}-"

    def newest(self, claims: Collection[Presence]) -> Sequence[Presence]:
        """Those of these claims that come from the newest file, or from several of one day.

        None if one of the claims is from no file of the table.
        """
        if not claims or not all(one.claim.startswith(self._key) for one in claims):
            return ()
        frame = self._dataset.claims
        own = frame[frame["id"].isin([one.claim for one in claims])]
        known = self._dataset.sources_by_id
        day = {
            str(claim): known[str(source)].published or ""
            for claim, source in zip(own["id"], own["source"], strict=True)
        }
        newest = max(day.values())
        return tuple(one for one in claims if day[one.claim] == newest)
