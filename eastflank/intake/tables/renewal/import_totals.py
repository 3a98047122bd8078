"""How much a dataset holds before and after an import."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from eastflank.intake.tables.renewal.earlier_claims import EarlierClaim
from eastflank.intake.tables.target.new_rows import Row
from eastflank.model import Dataset
from eastflank.store.edits import Insert, Retract


class StatedPersons(NamedTuple):
    """Figures that were added: what they state at least and at most, and what is only a ceiling.

    As in `record/sums.py` a ceiling (“up to 300”) states nobody, and stands beside the sum. Nothing is
    rounded: a wrong digit would not show.
    """

    low: int = 0
    high: int = 0
    """Without ceilings."""
    ceiling: int = 0

    def plus(self, other: StatedPersons) -> StatedPersons:
        """The sum of both."""
        return StatedPersons(*(one + more for one, more in zip(self, other, strict=True)))

    def minus(self, other: StatedPersons) -> StatedPersons:
        """This sum without the figures of another one that it contains."""
        return StatedPersons(*(one - less for one, less in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a dataset holds."""

    deployments: int
    claims: int
    """The number of claims without retracted ones."""
    drafts: int
    """Claims that do not count yet."""
    persons: StatedPersons
    """The sum of the figures of this table, once for each of its rows: to notice a wrong digit, not for
    quoting. What a later file replaced or renewed is not in it."""


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
    summed = added(
        one.cells for base, one in held.items() if one.review != "retracted" and base not in overtaken
    )
    left = added(held[base].cells for base in replaced)
    before = Totals(len(dataset.deployments), live, drafts, summed)
    more = sum(each.table == "deployments" for each in inserts)
    net = len(claims) - len(retracted)
    after = Totals(
        before.deployments + more,
        live + net,
        drafts + net,
        summed.minus(left).plus(added(claims)),
    )
    return before, after


def added(claims: Iterable[Row]) -> StatedPersons:
    """The sum of the figures of claims. A figure without an upper bound counts with its lower one."""
    low = high = ceiling = 0
    for cells in claims:
        least, most = cells.get("troops_low"), cells.get("troops_high")
        if most and (not least or (cells.get("hedge") == "up to" and least == most)):
            ceiling += int(most)
        elif least:
            low += int(least)
            high += int(most or least)
    return StatedPersons(low, high, ceiling)
