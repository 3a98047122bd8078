"""The claims in the order in which they count, as arrays: everything about them that no day changes.

Folding claims to a day is asked for day after day, and most of its work is the same each time: sorting,
looking up ranks, telling deployments apart. It is done here once for a data set, and the fold works on
plain arrays, of which a day's claims are the first so many.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from eastflank.model import STATUSES, Dataset

RANKS: Mapping[str, int] = {status: rank for rank, status in enumerate(STATUSES)}
FIELDS = ("lead", "host", "place", "starts", "ends", "unit_count")
"""What a claim states of its deployment, beside status and strength."""
FIGURES = ("troops_low", "troops_high", "hedge", "counts")
_HEADS = ("id", "source", "reliability", "grade")
ROTATION = 180
"""Days: about half a year, for which a contingent of the battlegroups usually stays."""
_CONTINGENT, _UNIT = 1, 2
_ARRIVING = RANKS["arriving"]

Codes: TypeAlias = npt.NDArray[np.int64]
"""Whole numbers, one for each row; -1 where the cell is empty."""
Rows: TypeAlias = npt.NDArray[np.int64]
"""Positions in a ledger's order."""
Marks: TypeAlias = npt.NDArray[np.bool_]
Column: TypeAlias = Any
"""A pandas array of one column; pandas names no type for all of them that knows `take`."""


class Decided(NamedTuple):
    """A curator's decision as codes."""

    field: str
    nation: int
    """Whose contingent it is about; -1 for any other field."""
    row: int
    """The position of the claim that the field takes."""


@dataclass(frozen=True, eq=False)
class Ledger:
    """The claims of a data set, oldest first; of one day by rank, then reliability, then id, the best last.

    Every array has one entry for each claim in that order, unless it says otherwise.
    """

    deployments: pd.DataFrame
    """`dataset.deployments` by id; a deployment's code is its position here."""
    became: Codes
    """For each deployment the code of the one it turned out to be."""
    known_on: npt.NDArray[np.datetime64]
    """The day from which a claim counts; those without one stand last."""
    day: Codes
    """The same as a number: the first day on which anything was said is 0."""
    row: Rows
    """The position of the claim in `dataset.claims`."""
    cells: Mapping[str, Column]
    """The columns of claims that a deployment takes over, by name."""
    stated: Mapping[str, Marks]
    """By field, whether the claim states it; `strength`: whether it states either bound."""
    deployment: Codes
    rank: Codes
    """How far the matter had come, as in `RANKS`."""
    standing: Codes
    source: Codes
    counts: Codes
    """1 for a contingent, 2 for a unit, 0 for anything else."""
    first: npt.NDArray[np.datetime64]
    """The first day on which the claim may have been said, or else `known_on`."""
    last: npt.NDArray[np.datetime64]
    starts_last: npt.NDArray[np.datetime64]
    """The last day of the beginning that the claim states; not a time where none is, or it is open."""
    figures: Mapping[str, npt.NDArray[np.float64]]
    """`troops_low` and `troops_high`; not a number where empty."""
    heads: Mapping[str, npt.NDArray[np.object_]]
    """`id`, `source`, `reliability` and `grade` as Python's own values."""
    newest_first: pd.DataFrame
    """All claims, those without a day first, then the newest; of one day by id."""
    newest_row: Rows
    newest_deployment: Codes
    sent: pd.DataFrame
    """The contributions to claims about a deployment, by claim and nation, as in their file."""
    sent_claim: Rows
    """For each of them its claim's position in this ledger."""
    sent_nation: Codes
    sent_stated: Marks
    nations: Column
    """The sending nations, sorted; `sent_nation` is a position here."""
    decisions: tuple[Decided, ...]
    claim_positions: pd.Index
    """The labels of `dataset.claims`, in its order."""

    def counting(self, day: date, claims: pd.DataFrame | None) -> tuple[Rows, pd.DataFrame, Codes]:
        """What counts on `day`, of `claims` if given.

        Its positions here; the claims themselves, newest first; and for each of these its deployment's code.
        Raises ValueError when `claims` are no selection of the data set's.
        """
        said = int(np.searchsorted(self.known_on, np.datetime64(day, "s"), side="right"))
        start = len(self.row) - said
        newest, deployment = self.newest_first.iloc[start:], self.newest_deployment[start:]
        if claims is None:
            return np.arange(said), newest, deployment
        chosen = self.claim_positions.get_indexer(claims.index)
        if (chosen < 0).any():
            raise ValueError(
                "The claims to fold are no selection of the data set's: take rows of its claims."
            )
        counted = np.zeros(len(self.row), dtype=bool)
        counted[chosen] = True
        kept = counted[self.newest_row[start:]]
        return np.flatnonzero(counted[self.row[:said]]), newest[kept], deployment[kept]

    def days_apart(self, rows: Rows, other: int | Rows) -> Codes:
        """How many days lie between those on which two claims may have been said; 0 where these overlap."""
        gap = np.maximum(self.first[rows] - self.last[other], self.first[other] - self.last[rows])
        days: Codes = np.maximum(gap.astype("timedelta64[D]").astype("int64"), 0)
        return days

    def same_time(self, field: str, rows: Rows, other: int) -> Marks:
        """Whether each claim speaks of the same time as `other`, as far as the field goes.

        That is so within the days of `span_of`, where the matter had also come as far: for a strength to the
        same standing, and with a figure that is as much a ceiling; for a base or a contingent to where it is
        on the ground, or not yet there.
        """
        near = self.days_apart(rows, other) <= span_of(field)
        if field == "strength":
            low = self.figures["troops_low"]
            near &= np.isnan(low[rows]) == np.isnan(low[other])
            near &= self.standing[rows] == self.standing[other]
        elif field in ("place", "contingent"):
            near &= (self.rank[rows] >= _ARRIVING) == (self.rank[other] >= _ARRIVING)
        return near

    def of_the_whole(self, rows: Rows, whose: Codes) -> Marks:
        """Whether each claim states a strength of its whole deployment, whose code is in `whose`.

        One contingent, or one unit of several, is not the strength of the deployment.
        """
        is_whole = self.deployments.index.isin(self.deployments["part_of"].dropna())
        counts = self.counts[rows]
        partial = (counts == _CONTINGENT) | ((counts == _UNIT) & is_whole[whose])
        return np.asarray(self.stated["strength"][rows] & ~partial)


def span_of(field: str) -> int:
    """How many days may lie between two claims that speak of the same time, by what they speak of."""
    return ROTATION if field in ("place", "contingent") else 0


@functools.lru_cache(maxsize=2)
def ledger_of(dataset: Dataset) -> Ledger:
    """The ledger of a data set, worked out once for each."""
    claims = dataset.claims
    deployments = dataset.deployments.set_index("id").sort_index()
    by_id = np.argsort(_codes(claims["id"]), kind="stable")
    id_rank = np.empty_like(by_id)
    id_rank[by_id] = np.arange(len(by_id))
    rank = _mapped(claims["status"], RANKS)
    dated = claims["known_on"].notna().to_numpy()
    known_on = claims["known_on"].to_numpy(dtype="datetime64[s]")
    day = np.where(dated, _codes(claims["known_on"]), len(claims))
    order = np.lexsort((id_rank, -_letters(claims["reliability"]), rank, day))
    newest = np.lexsort((id_rank, -day))
    deployment = deployments.index.get_indexer(pd.Index(claims["deployment"]))
    sent = _sent(dataset, claims, deployment, order)
    nation, nations = pd.factorize(sent["nation"], sort=True)
    ordered = claims.iloc[order]
    stated = {field: ordered[field].notna().to_numpy() for field in FIELDS}
    stated["strength"] = (ordered["troops_low"].notna() | ordered["troops_high"].notna()).to_numpy()
    return Ledger(
        deployments=deployments,
        became=deployments.index.get_indexer(pd.Index(deployments["became"])),
        known_on=known_on[order],
        day=day[order],
        row=order,
        cells={
            name: ordered[name].array for name in ("id", "status", "known_on", "grade", *FIELDS, *FIGURES)
        },
        stated=stated,
        deployment=deployment[order],
        rank=rank[order],
        standing=_mapped(ordered["status"], {status: int(how) for status, how in STATUSES.items()}),
        source=_codes(ordered["source"]),
        counts=np.maximum(_mapped(ordered["counts"], {"contingent": _CONTINGENT, "unit": _UNIT}), 0),
        first=_filled(ordered, "said_first"),
        last=_filled(ordered, "said_last"),
        starts_last=ordered["starts_last"].to_numpy(dtype="datetime64[s]"),
        figures={
            bound: ordered[bound].to_numpy(dtype="float64", na_value=np.nan)
            for bound in ("troops_low", "troops_high")
        },
        heads={name: ordered[name].to_numpy(dtype="object") for name in _HEADS},
        newest_first=claims.iloc[newest],
        newest_row=newest,
        newest_deployment=deployment[newest],
        sent=sent,
        sent_claim=sent.index.to_numpy(),
        sent_nation=nation,
        sent_stated=(sent["troops_low"].notna() | sent["troops_high"].notna()).to_numpy(),
        nations=nations.array,
        decisions=_decisions(dataset, pd.Index(ordered["id"]), nations),
        claim_positions=claims.index,
    )


def _sent(dataset: Dataset, claims: pd.DataFrame, deployment: Codes, order: Rows) -> pd.DataFrame:
    """The contributions that belong to a deployment's claim, indexed by the claim's position in `order`."""
    position = np.empty_like(order)
    position[order] = np.arange(len(order))
    claim = pd.Index(claims["id"]).get_indexer(pd.Index(dataset.contributions["claim"]))
    sent = dataset.contributions.set_index(np.where(claim < 0, -1, position[claim]))
    about = (claim >= 0) & (deployment[claim] >= 0)
    ordered: pd.DataFrame = sent[about].sort_values(["claim", "nation"], kind="stable")
    return ordered


def _decisions(dataset: Dataset, ids: pd.Index, nations: pd.Index) -> tuple[Decided, ...]:
    rows = ids.get_indexer(pd.Index(dataset.decisions["claim"]))
    whose = nations.get_indexer(pd.Index(dataset.decisions["nation"]))
    cells = zip(dataset.decisions["field"], whose, rows, strict=True)
    return tuple(Decided(field, int(nation), int(row)) for field, nation, row in cells)


def _codes(column: pd.Series) -> Codes:
    """Numbers that sort as the values do; -1 for an empty cell."""
    codes, _ = pd.factorize(column, sort=True)
    return codes.astype("int64")


def _letters(column: pd.Series) -> Codes:
    """As `_codes`, but an empty cell comes after every letter, as the least reliable."""
    codes = _codes(column)
    codes[codes < 0] = codes.max(initial=0) + 1
    return codes


def _mapped(column: pd.Series, values: Mapping[str, int]) -> Codes:
    return column.map(values).fillna(-1).to_numpy().astype("int64")


def _filled(ordered: pd.DataFrame, column: str) -> npt.NDArray[np.datetime64]:
    return ordered[column].fillna(ordered["known_on"]).to_numpy(dtype="datetime64[s]")
