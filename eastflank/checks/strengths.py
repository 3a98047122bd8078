"""Laws of strength: ranges, hedges, and what a figure counts."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from eastflank.checks.rows import TableRows
from eastflank.model import STATUSES, Dataset, Finding, Standing
from eastflank.record.strength import LEVELS
from eastflank.words.chosen import findings_on_figures as told


def low_is_not_above_high(dataset: Dataset) -> Iterator[Finding]:
    """A range runs from its lower to its higher figure."""
    for rows in _both(dataset):
        yield from rows.breaking(
            rows.frame["troops_low"] > rows.frame["troops_high"],
            "troops_low",
            *told.LOW_ABOVE_HIGH,
        )


def a_figure_says_what_it_counts(dataset: Dataset) -> Iterator[Finding]:
    """One sentence may give 4,000 in all and 1,000 for each battalion: each figure says what it counts."""
    claims = TableRows("claims", dataset.claims)
    figure, counts = _has_figure(claims.frame), claims.frame["counts"].notna()
    yield from claims.breaking(
        figure & ~counts,
        "counts",
        *told.COUNTS_NOT_SAID,
    )
    yield from claims.breaking(counts & ~figure, "counts", *told.COUNTS_NOTHING)


def nobody_is_there_only_where_it_is_over(dataset: Dataset) -> Iterator[Finding]:
    """A figure of 0 means that nobody is there: then the deployment is over. Unknown is never 0.

    A lower figure of 0 beside a higher one says nothing: what remains is a ceiling.
    """
    claims = TableRows("claims", dataset.claims)
    level = claims.frame["counts"].isna() | claims.frame["counts"].isin([*filter(None, LEVELS), "unit"])
    over = claims.frame["status"].isin(
        [status for status, standing in STATUSES.items() if standing == Standing.GONE]
    )
    for column in ("troops_high", "troops_low"):
        zero = claims.frame[column] == 0
        if column == "troops_low":
            zero &= claims.frame["troops_high"].isna() | (claims.frame["troops_high"] != 0)
        yield from claims.breaking(
            level & ~over & zero.fillna(value=False), column, *told.NOBODY_BUT_NOT_OVER
        )


def a_hedge_stands_before_a_figure(dataset: Dataset) -> Iterator[Finding]:
    """A hedge has the figure it belongs to: `up to` a higher one, `at least` and `more than` a lower one."""
    for rows in _both(dataset):
        hedge, low, high = (rows.frame[column] for column in ("hedge", "troops_low", "troops_high"))
        without = hedge.notna() & ~_has_figure(rows.frame)
        yield from rows.breaking(without, "hedge", *told.HEDGES_NOTHING)
        yield from rows.breaking(
            ~without & (hedge == "up to") & high.isna(),
            "troops_high",
            *told.UP_TO_NOTHING,
        )
        yield from rows.breaking(
            ~without & hedge.isin(["at least", "more than"]) & low.isna(),
            "troops_low",
            *told.AT_LEAST_NOTHING,
        )


def a_sum_is_the_sum_of_its_contingents(dataset: Dataset) -> Iterator[Finding]:
    """A figure that counts `sum` is what the claim's contributions add up to."""
    by_claim = dataset.contributions.groupby("claim")
    # If a contingent has no figure, the sum of the others is a lower bound, and there is no upper bound.
    sums = {
        "troops_low": by_claim["troops_low"].sum(min_count=1),
        "troops_high": by_claim["troops_high"].sum(skipna=False),
    }
    for column, added in sums.items():
        frame = dataset.claims.assign(added=dataset.claims["id"].map(added).astype("Int64"))
        differs = (frame[column] != frame["added"]).fillna(value=False)
        differs |= frame[column].isna() != frame["added"].isna()
        yield from TableRows("claims", frame).breaking(
            (frame["counts"] == "sum") & differs,
            column,
            *told.is_no_sum(column),
        )


def _both(dataset: Dataset) -> tuple[TableRows, TableRows]:
    return TableRows("claims", dataset.claims), TableRows("contributions", dataset.contributions)


def _has_figure(frame: pd.DataFrame) -> pd.Series[bool]:
    return frame["troops_low"].notna() | frame["troops_high"].notna()
