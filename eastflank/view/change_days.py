"""When a view changes: the days on which a status or a strength in it is not what it was the day before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from eastflank.record.as_of import Known
from eastflank.view.filters import Filters, selected

_LOOK = ("status", "troops_low", "troops_high", "hedge")


@dataclass(frozen=True, eq=False)
class Record:
    """What was known on each of several days, laid out so that all of them are asked at once."""

    known: Known
    """Every day's deployments and roles under one index, for filters to select from; nothing else of it."""
    day: Any
    """For each of its deployments the number of the day, as an array."""
    before: Any
    """For each the row of the same deployment the day before; -1 where there was none."""
    same: Any
    """For each whether status and strength are as the day before."""
    days: int


def record_of(days: Sequence[Known]) -> Record:
    """The record of what was known on each of the days, which are in order and at least one."""
    deployments = pd.concat(_numbered(known.deployments.rename_axis("deployment").reset_index(), number)
                            for number, known in enumerate(days))  # fmt: skip
    roles = pd.concat(_numbered(known.roles, number) for number, known in enumerate(days))
    keys = deployments["number"].astype(str) + ";" + deployments["deployment"].astype(str)
    rows = pd.DataFrame(
        {"number": deployments["number"].to_numpy(), "deployment": deployments["deployment"].to_numpy()}
    )
    rows["row"] = range(len(rows))
    earlier = rows.assign(number=rows["number"] + 1)
    before = rows.merge(earlier, on=["number", "deployment"], how="left")["row_y"].fillna(-1).astype("int64")
    looks = deployments[list(_LOOK)].astype("string").fillna("").agg(";".join, axis=1).to_numpy()
    last = days[-1]
    return Record(
        known=Known(
            day=last.day,
            deployments=deployments.drop(columns="number").set_index(keys),
            claims=last.claims.iloc[:0],
            roles=roles.assign(
                deployment=roles["number"].astype(str) + ";" + roles["deployment"].astype(str)
            ).reset_index(drop=True),
            contingents=last.contingents.iloc[:0],
        ),
        day=rows["number"].to_numpy(),
        before=before.to_numpy(),
        same=(before.to_numpy() >= 0) & (looks == looks[before.to_numpy()]),
        days=len(days),
    )


def turns(record: Record, filters: Filters) -> frozenset[int]:
    """The numbers of the days on which the view that `filters` ask for changes, the first day included.

    It changes where a deployment comes or goes, or the status or the strength of one does.
    """
    chosen = selected(filters, record.known).to_numpy()
    stayed = chosen & (record.before >= 0) & chosen[record.before]
    moved = record.day[chosen & ~(stayed & record.same)]
    lasting = chosen & False
    lasting[record.before[stayed]] = True
    gone = record.day[chosen & ~lasting] + 1
    return frozenset({*moved.tolist(), *gone[gone < record.days].tolist()})


def _numbered(rows: pd.DataFrame, number: int) -> pd.DataFrame:
    return rows.assign(number=number)
