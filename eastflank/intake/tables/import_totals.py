"""How much a dataset holds before and after an import."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
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
    """The sum of the higher figures of this table, once for each of its rows: to notice a wrong digit, not
    for quoting. What a later file replaced or renewed is not in it."""


def totals(  # noqa: PLR0913, PLR0917 - what was there, and what comes and goes
    dataset: Dataset,
    held: Mapping[str, EarlierClaim],
    claims: Sequence[Row],
    retracted: Sequence[Retract],
    inserts: Sequence[Insert],
    overtaken: Collection[str],
    replaced: Collection[str],
) -> tuple[Totals, Totals]:
    """How much the dataset holds before and after an import.

    `held` are the claims of earlier files of the table; `claims` and `inserts` are new rows. `overtaken` are
    those that an earlier file had renewed, `replaced` those that this one changes or renews, each by the
    first part of its id.
    """
    reviews = dataset.claims["review"]
    live = int((reviews != "retracted").sum())
    drafts = int((reviews == "draft").sum())
    summed = sum(
        persons(one.cells)
        for base, one in held.items()
        if one.review != "retracted" and base not in overtaken
    )
    left = sum(persons(held[base].cells) for base in replaced)
    before = Totals(len(dataset.deployments), live, drafts, summed)
    more = sum(each.table == "deployments" for each in inserts)
    added = len(claims) - len(retracted)
    after = Totals(
        before.deployments + more,
        live + added,
        drafts + added,
        summed - left + sum(map(persons, claims)),
    )
    return before, after


def persons(cells: Row) -> int:
    """The higher figure of a claim; 0 if it states none."""
    return int(cells.get("troops_high") or cells.get("troops_low") or 0)
