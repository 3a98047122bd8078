"""Says, with an import, that units whose rows are gone had left by its day, or that their plan was given up.

That is inferred: the file is silent about them. So each claim says which file has no row of the unit, and
which row of which earlier file told of it. The claims of the earlier files stay: they tell of their own day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pandas as pd

from eastflank.intake.tables.renewal import ended_before
from eastflank.intake.tables.renewal.changes import Changes, Gone
from eastflank.intake.tables.renewal.earlier_claims import key_of
from eastflank.intake.tables.renewal.import_totals import StatedPersons, added
from eastflank.intake.tables.target import new_sources
from eastflank.intake.tables.target.new_rows import TableOrigin
from eastflank.model import STATUSES, Dataset, Standing
from eastflank.store.edits import Edit, Insert
from eastflank.words.chosen import dates_in_words
from eastflank.words.chosen import imported_claims as words

_COLUMNS = ["id", "citation", "status", "troops_low", "troops_high"]


class _EarlierRow(NamedTuple):
    """A row of an earlier file."""

    cells: Mapping[str, str]
    day: date
    """The last day of which it tells."""

    @property
    def is_over(self) -> bool:
        """Whether it told already that the unit had ended."""
        return STATUSES.get(self.cells["status"]) == Standing.GONE

    @property
    def is_plan(self) -> bool:
        """Whether it told of a unit that was not there yet."""
        return STATUSES.get(self.cells["status"]) in (Standing.CONSIDERED, Standing.PLANNED)


def with_gone_ended(found: Changes, dataset: Dataset, origin: TableOrigin) -> Changes:
    """An import that also says of each unit that is gone that it had left. `origin` names the sheet.

    No claim is made of a unit that had ended before, of a statistic, of a unit with other rows if it is not
    clear which nation left, or if the earlier row tells of the day of this table or a later one.
    """
    day = new_sources.day_of(dataset, origin, found.source)
    told = _earlier_rows(dataset, [one.claim for one in found.gone])
    units: defaultdict[tuple[str, tuple[str, ...]], list[Gone]] = defaultdict(list)
    for one in found.gone:
        units[one.deployment, one.left].append(one)
    edits: list[Edit] = []
    if not any(getattr(one, "table", "") == "sources" for one in found.edits):
        edits += new_sources.rows(dataset, origin, found.source, needed=True)
    claims: list[str] = []
    less = StatedPersons()
    stay: list[Gone] = []
    for (unit, left), gone in units.items():
        rows = [told[one.claim] for one in gone]
        if any(row.is_over for row in rows):
            continue
        if any(one.unclear for one in gone) or not _may_end(unit, rows, dataset, day):
            stay += gone
            continue
        about = unit, *left, found.source
        claim = _free(ended_before.base_of(key_of(gone[0].claim), about), dataset)
        edits += _rows(claim, gone[0], rows, origin, found.source, day)
        claims.append(claim)
        less = less.plus(added(row.cells for row in rows))
    if not claims:
        return replace(found, not_ended=tuple(stay))
    after = replace(
        found.after,
        claims=found.after.claims + len(claims),
        drafts=found.after.drafts + len(claims),
        persons=found.after.persons.minus(less),
    )
    return replace(
        found, edits=(*found.edits, *edits), after=after, ended=tuple(claims), not_ended=tuple(stay)
    )


def _earlier_rows(dataset: Dataset, claims: Sequence[str]) -> Mapping[str, _EarlierRow]:
    frame = dataset.claims
    own = frame[frame["id"].isin(claims)]
    days = [day.date() for day in own["told_last"]]
    rows = own[_COLUMNS].itertuples(index=False, name=None)
    cells = [
        dict(zip(_COLUMNS, ("" if pd.isna(cell) else str(cell) for cell in row), strict=True)) for row in rows
    ]
    return {row["id"]: _EarlierRow(row, day) for row, day in zip(cells, days, strict=True)}


def _may_end(unit: str, rows: Sequence[_EarlierRow], dataset: Dataset, day: date) -> bool:
    """Whether the earlier rows of a unit are of earlier days, and it is no statistic."""
    one = dataset.deployments_by_id.get(unit)
    return one is not None and one.sort == "unit" and all(row.day < day for row in rows)


def _rows(  # noqa: PLR0913, PLR0917 - a claim, and all that it is inferred from
    claim: str,
    gone: Gone,
    rows: Sequence[_EarlierRow],
    origin: TableOrigin,
    source: str,
    day: date,
) -> list[Insert]:
    sheet = words.SHEET.format(sheet=origin.sheet) if origin.sheet else ""
    name = f"{origin.file.name}{sheet}"
    earlier = [(row.cells["citation"], dates_in_words.day(row.day), row.cells["status"]) for row in rows]
    cells = {
        "id": claim,
        "source": source,
        "basis": "inferred",
        "citation": words.no_row(name),
        "kind": "deployment",
        "deployment": gone.deployment,
        "status": gone.status if gone.left else _over(rows),
        "credibility": "6",
        "review": "draft",
        "note": words.inferred_from_silence(name, dates_in_words.day(day), earlier),
    }
    return [
        Insert("claims", {column: cell for column, cell in cells.items() if cell}),
        *(Insert("contributions", {"claim": claim, "nation": nation, "left": "yes"}) for nation in gone.left),
    ]


def _over(rows: Sequence[_EarlierRow]) -> str:
    """The status of a unit that is gone: a plan is taken back, and what was there has ended."""
    return "withdrawn" if all(row.is_plan for row in rows) else "ended"


def _free(base: str, dataset: Dataset) -> str:
    """The first id of which no claim is: that of an import that was undone is taken."""
    known = set(dataset.claims.loc[dataset.claims["id"].str.startswith(base), "id"])
    found, number = base, 1
    while found in known:
        number += 1
        found = f"{base}-{number}"
    return found
