"""What the claims known say of each thing that two sources may see differently, in the order they count."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from eastflank import dates
from eastflank.model import STATUSES, Cell, Dataset, Row, Standing, each_row, stated
from eastflank.record.as_of import Known
from eastflank.record.claim_index import Codes, Ledger, Marks, Rows, ledger_of

FIELDS = ("strength", "contingent", "place", "lead", "host", "status", "starts")
"""What sources may disagree about, in the order in which disagreements are listed."""
_POINTS = ("site", "town", "region")
"""How well a place is known where another one contradicts it; a sea or a phrase is wider than either."""


@dataclass(frozen=True, eq=False)
class Matter:
    """Everything that is said of one field of one deployment, oldest first."""

    ledger: Ledger
    deployment: str
    field: str
    """One of FIELDS."""
    nation: str
    """Whose contingent it is; empty for any other field."""
    rows: Rows
    """The positions of its claims in the ledger."""
    values: tuple[Cell, ...]
    """What each of them says: a text, or for figures low, high and hedge."""
    shown: str
    """The claim that the map follows; empty where it follows none."""
    decision: Row | None
    """The row of `decisions.csv` about it."""

    def differs(self, one: Cell, other: Cell) -> bool:
        """Whether two values cannot both be right."""
        return one != other and _DIFFER[self.field](one, other)


def matters(dataset: Dataset, known: Known) -> Iterator[Matter]:
    """Everything of which more than one source speaks, by field; all else cannot be disagreed about."""
    ledger = ledger_of(dataset)
    about = known.claims["shown_in"].notna()
    rows = pd.Index(ledger.cells["id"]).get_indexer(pd.Index(known.claims.loc[about, "id"]))
    whose = ledger.deployments.index.get_indexer(pd.Index(known.claims.loc[about, "shown_in"]))
    order = np.argsort(rows)
    rows, whose = rows[order], whose[order]
    decisions = {
        (row.deployment, row.field, stated(row.nation) or ""): row for row in each_row(dataset.decisions)
    }
    located = dataset.places.loc[dataset.places["precision"].isin(_POINTS), "id"]
    for field in FIELDS:
        if field == "contingent":
            yield from _contingents(ledger, known, rows, whose, decisions)
            continue
        shown = dict(
            zip(known.deployments.index, known.deployments[f"{field}_claim"].fillna(""), strict=True)
        )
        states = _stating(ledger, field, rows, whose, located)
        for place, theirs in _of_several_sources(ledger, rows[states], whose[states]):
            name = str(ledger.deployments.index[place])
            values = _values(ledger, field, rows[states][theirs])
            yield Matter(
                ledger, name, field, "", rows[states][theirs], values, shown[name],
                decisions.get((name, field, "")),
            )  # fmt: skip


def _stating(ledger: Ledger, field: str, rows: Rows, whose: Codes, located: pd.Series[str]) -> Marks:
    """Which claims state the field in a way that another could contradict."""
    if field == "strength":
        return ledger.of_the_whole(rows, whose)
    if field == "status":
        # What is to come by a stated later day is no other account of how far things are.
        later = ledger.starts_last[rows] > ledger.last[rows]
        return np.asarray((ledger.rank[rows] >= 0) & ~later)
    states = ledger.stated[field][rows] & (ledger.standing[rows] != Standing.GONE)
    if field == "place":
        states &= pd.Series(ledger.cells["place"].take(rows)).isin(located).to_numpy()
    return np.asarray(states)


def _values(ledger: Ledger, field: str, rows: Rows) -> tuple[Cell, ...]:
    if field == "strength":
        return _figures(ledger.cells, rows)
    return tuple(ledger.cells[field].take(rows))


def _figures(cells: Mapping[str, Cell], rows: Rows) -> tuple[Cell, ...]:
    columns = (
        [stated(cell) for cell in cells[name].take(rows)] for name in ("troops_low", "troops_high", "hedge")
    )
    return tuple(zip(*columns, strict=True))


def _of_several_sources(ledger: Ledger, rows: Rows, groups: Codes) -> Iterator[tuple[int, Rows]]:
    """The groups of rows that more than one source speaks in, each with its positions in `rows`."""
    pairs = np.unique(np.column_stack([groups, ledger.source[rows]]), axis=0)
    found, sources = np.unique(pairs[:, 0], return_counts=True)
    for group in found[sources > 1]:
        yield int(group), np.flatnonzero(groups == group)


def _contingents(
    ledger: Ledger, known: Known, rows: Rows, whose: Codes, decisions: Mapping[tuple[str, str, str], Row]
) -> Iterator[Matter]:
    current = np.full(len(ledger.row), -1)
    current[rows] = whose
    sent = np.flatnonzero(ledger.sent_stated & (current[ledger.sent_claim] >= 0))
    sent = sent[np.argsort(ledger.sent_claim[sent], kind="stable")]
    claims = ledger.sent_claim[sent]
    pairs = current[claims] * len(ledger.nations) + ledger.sent_nation[sent]
    follows = known.contingents
    shown = dict(
        zip(zip(follows["deployment"], follows["nation"], strict=True), follows["claim"], strict=True)
    )
    cells = {name: ledger.sent[name].array for name in ("troops_low", "troops_high", "hedge")}
    for pair, theirs in _of_several_sources(ledger, claims, pairs):
        place, nation = divmod(pair, len(ledger.nations))
        deployment, code = str(ledger.deployments.index[place]), str(ledger.nations[nation])
        yield Matter(
            ledger, deployment, "contingent", code, claims[theirs], _figures(cells, sent[theirs]),
            shown[deployment, code], decisions.get((deployment, "contingent", code)),
        )  # fmt: skip


def _bounds_differ(one: Cell, other: Cell) -> bool:
    return bool(one[:2] != other[:2])


def _no_number_fits(one: Cell, other: Cell) -> bool:
    (low, high), (least, most) = one[:2], other[:2]
    return (high is not None and least is not None and high < least) or (
        most is not None and low is not None and most < low
    )


def _neither_holds_the_other(one: str, other: str) -> bool:
    left, right = set(one.split(";")), set(other.split(";"))
    return not (left <= right or right <= left)


def _no_day_fits(one: str, other: str) -> bool:
    (first, last), (earliest, latest) = dates.bounds(one), dates.bounds(other)
    return bool((last and earliest and last < earliest) or (latest and first and latest < first))


_DIFFER: Mapping[str, Callable[[Cell, Cell], bool]] = {
    "strength": _bounds_differ,
    "contingent": _no_number_fits,
    "place": lambda one, other: bool(one != other),
    "lead": _neither_holds_the_other,
    "host": _neither_holds_the_other,
    "status": lambda one, other: STATUSES[one] != STATUSES[other],
    "starts": _no_day_fits,
}
