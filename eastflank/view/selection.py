"""The view: what a page, a terminal or a picture shows for one request."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from eastflank.model import Dataset, Row, Standing, stated
from eastflank.record.as_of import Known, as_of
from eastflank.view import filters as filtering
from eastflank.view.anchors import NotDrawn, not_drawn
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.totals import Total, totals_of
from eastflank.words import en as words


@dataclass(frozen=True, eq=False)
class View:
    """Everything a page, a terminal or a picture shows for one request."""

    filters: Filters
    day: date
    title: str
    """The sentence over the map."""
    known: Known
    """All that is known on the day, before deployments were selected."""
    deployments: pd.DataFrame
    """The selected rows of `known.deployments`: what is over comes last, of the others each programme
    together, wholes before parts, and then by name."""
    claims: pd.DataFrame
    """The claims of the selected deployments, and those about no deployment that fit; newest first."""
    totals: tuple[Total, ...]
    not_drawn: tuple[NotDrawn, ...]

    @functools.cached_property
    def rows(self) -> tuple[Row, ...]:
        """The selected deployments as single rows, in the order of `deployments`."""
        return tuple(self.known.rows[one] for one in self.deployments.index)


def view_of(dataset: Dataset, filters: Filters = EVERYTHING, day: date | None = None) -> View:
    """The view for `filters` on `day` (default: the day of the newest claim)."""
    return select(dataset, filters, known_by(dataset, filters, day or newest_day(dataset)))


def known_by(dataset: Dataset, filters: Filters, day: date) -> Known:
    """What is known on `day` by the evidence that `filters` let count."""
    return as_of(dataset, day, filtering.evidence(filters, dataset))


def select(dataset: Dataset, filters: Filters, known: Known) -> View:
    """The part of what is known that `filters` ask for."""
    chosen = known.deployments[filtering.selected(filters, known)]
    place = functools.partial(_place_in_order, wholes=_wholes(dataset))
    rows = sorted((known.rows[one] for one in chosen.index), key=place)
    chosen = chosen.loc[[row.Index for row in rows]]
    claims = known.claims[_claims_shown(filters, known, chosen.index)]
    return View(
        filters=filters,
        day=known.day,
        title=filtering.title(
            filters, known.day, len(chosen), len(known.deployments), names_by_code(dataset)
        ),
        known=known,
        deployments=chosen,
        claims=claims,
        totals=totals_of(rows, dataset, known.day),
        not_drawn=not_drawn(dataset, known, rows, claims),
    )


def _place_in_order(row: Row, wholes: Collection[str]) -> tuple[bool, int, bool, str, str]:
    over = stated(row.standing) == Standing.GONE
    return over, _PROGRAMMES.index(row.programme), row.Index not in wholes, str(row.name), str(row.Index)


_PROGRAMMES = list(words.PROGRAMMES)


@functools.lru_cache(maxsize=2)
def _wholes(dataset: Dataset) -> frozenset[str]:
    """The deployments that others are parts of."""
    return frozenset(dataset.deployments["part_of"].dropna())


def newest_day(dataset: Dataset) -> date:
    """The day from which the newest claim counts."""
    return pd.Timestamp(dataset.claims["known_on"].max()).date()


@functools.lru_cache(maxsize=2)
def names_by_code(dataset: Dataset) -> Mapping[str, str]:
    """Names of nations, by ISO 3166-1 alpha-3 code, and titles of sources, by id."""
    nations = dict(zip(dataset.nations["iso3"], dataset.nations["name"], strict=True))
    sources = dataset.sources
    titles = sources["publisher"] + (" via " + sources["via"]).fillna("")
    return {**nations, **dict(zip(sources["id"], titles, strict=True))}


def _claims_shown(filters: Filters, known: Known, chosen: pd.Index) -> pd.Series[bool]:
    about = known.claims["shown_in"].isin(chosen)
    loose = known.claims["shown_in"].isna()
    if filters.nation and filters.role in ("any", "lead"):
        loose &= _names_any(known.claims["lead"], filters.nation) | (
            _names_any(known.claims["host"], filters.nation) & (filters.role == "any")
        )
    elif filters.nation and filters.role == "host":
        loose &= _names_any(known.claims["host"], filters.nation)
    elif filters.nation:
        loose &= False
    if filters.host:
        loose &= _names_any(known.claims["host"], filters.host)
    if filters.status:
        loose &= known.claims["status"].isin(filters.status)
    if filters.programme or filters.strength or not filters.unstated:
        loose &= False
    return about | loose


def _names_any(lists: pd.Series[str], nations: Sequence[str]) -> pd.Series[bool]:
    return lists.str.contains("|".join(nations), na=False).astype(bool)
