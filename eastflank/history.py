"""The record over time: how long each deployment had which status, and which strengths were stated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from eastflank import words
from eastflank.as_of import Known
from eastflank.model import STATUSES

_STANDINGS = {status: words.STANDINGS[standing] for status, standing in STATUSES.items()}


def spells(record: Sequence[Known], until: date) -> pd.DataFrame:
    """For each deployment the spans in which its status was the same.

    `record` is what was known on each day on which anything changed, in order; between two of them
    nothing does. One row a span: `deployment`, `name`, `programme`, `status`, `standing` (in words),
    `start` (the first day of the span) and `end` (the first day after it, or `until`).
    """
    if not record:
        return pd.DataFrame(columns=["deployment", "name", "programme", "status", "standing", "start", "end"])
    days = [pd.Timestamp(known.day) for known in record]
    following = dict(zip(days, [*days[1:], pd.Timestamp(until)], strict=True))
    long = pd.concat(
        known.deployments[["name", "programme", "status"]]
        .rename_axis("deployment")
        .reset_index()
        .assign(start=day)
        for known, day in zip(record, days, strict=True)
    )
    long = long.dropna(subset="status").sort_values(["deployment", "start"], kind="stable")
    long["end"] = long["start"].map(following)
    # A new span begins where the status changes or the deployment was away in between.
    before = long.groupby("deployment")[["status", "end"]].shift()
    begins = (before["status"] != long["status"]) | (before["end"] != long["start"])
    grouped = long.assign(span=begins.cumsum()).groupby("span")
    spans = grouped.first().assign(end=grouped["end"].last())
    return spans.assign(standing=spans["status"].map(_STANDINGS)).reset_index(drop=True)


def strengths(record: Sequence[Known], deployment: str, until: date) -> pd.DataFrame:
    """The strength of one deployment over time, by the spans between days on which anything changed.

    Columns: `start`, `end` (the first day after it), `low`, `high` (persons; missing: not stated), `hedge`,
    `claim`. Spans in which no strength was stated are left out.
    """
    days = [pd.Timestamp(known.day) for known in record]
    rows = [
        (
            day,
            after,
            *known.deployments.loc[deployment, ["troops_low", "troops_high", "hedge", "strength_claim"]],
        )
        for known, day, after in zip(record, days, [*days[1:], pd.Timestamp(until)], strict=False)
        if deployment in known.deployments.index
    ]
    frame = pd.DataFrame(rows, columns=["start", "end", "low", "high", "hedge", "claim"])
    return frame.dropna(subset=["low", "high"], how="all").reset_index(drop=True)
