"""How much a dataset holds before and after an import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eastflank.intake.tables.earlier_claims import EarlierClaim
from eastflank.intake.tables.new_rows import Row
from eastflank.model import Dataset
from eastflank.store.edits import Insert, Retract


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a dataset holds."""

    deployments: int
    claims: int
    """The number of claims without retracted ones."""
    drafts: int
    """Claims that do not count yet."""
    persons: int
    """The sum of the higher figures in the claims of this table: to notice a wrong digit, not for quoting."""


def totals(
    dataset: Dataset,
    held: Mapping[str, EarlierClaim],
    claims: Sequence[Row],
    retracted: Sequence[Retract],
    inserts: Sequence[Insert],
) -> tuple[Totals, Totals]:
    """How much the dataset holds before and after an import.

    `held` are the claims of earlier files of the table; `claims` and `inserts` are new rows.
    """
    reviews = dataset.claims["review"]
    live = int((reviews != "retracted").sum())
    drafts = int((reviews == "draft").sum())
    over = {each.claim for each in retracted}
    persons = sum(_persons(one.cells) for one in held.values() if one.review != "retracted")
    left = sum(_persons(one.cells) for one in held.values() if one.id in over)
    before = Totals(len(dataset.deployments), live, drafts, persons)
    more = sum(each.table == "deployments" for each in inserts)
    added = len(claims) - len(retracted)
    after = Totals(
        before.deployments + more,
        live + added,
        drafts + added,
        persons - left + sum(map(_persons, claims)),
    )
    return before, after


def _persons(cells: Row) -> int:
    return int(cells.get("troops_high") or cells.get("troops_low") or 0)
