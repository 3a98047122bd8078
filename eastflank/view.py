"""The view: what a page, a terminal or a picture shows for one request."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from eastflank import filters as filtering
from eastflank import words
from eastflank.anchors import NotDrawn, not_drawn
from eastflank.as_of import Known, as_of
from eastflank.filters import EVERYTHING, Filters
from eastflank.model import STATUSES, Cell, Dataset, Standing, each_row, stated

_SORT = ["status", "programme", "kind"]
"""What deployments must share for their strengths to be added."""


@dataclass(frozen=True, slots=True)
class Total:
    """The strength of all deployments of one status and sort, as an interval.

    A whole and its parts are never added: where a whole states a strength it counts, and its parts do not.
    Nor are different sorts: a country's total holds its battlegroup, a brigade may be built around one.
    """

    status: str
    programme: str
    kind: str
    """The kind of deployment; with the programme, the sort of thing that is added."""
    low: int | None
    """Sum of the lowest strengths stated; None when none is."""
    high: int | None
    """Sum of the highest; None when one of them has no upper bound, or none is stated."""
    deployments: int
    ceilings: int
    """How many of them state only what they may not exceed; a ceiling is no strength and is not added."""
    unstated: int
    """How many of them state no figure."""


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
    """The selected rows of `known.deployments`."""
    claims: pd.DataFrame
    """The claims of the selected deployments, and those about no deployment that fit; newest first."""
    totals: tuple[Total, ...]
    not_drawn: tuple[NotDrawn, ...]


def view_of(dataset: Dataset, filters: Filters = EVERYTHING, day: date | None = None) -> View:
    """The view for `filters` on `day` (default: the day of the newest claim)."""
    return select(dataset, filters, known_by(dataset, filters, day or newest_day(dataset)))


def known_by(dataset: Dataset, filters: Filters, day: date) -> Known:
    """What is known on `day` by the evidence that `filters` let count."""
    return as_of(dataset, day, filtering.evidence(filters, dataset))


def select(dataset: Dataset, filters: Filters, known: Known) -> View:
    """The part of what is known that `filters` ask for."""
    chosen = known.deployments[filtering.selected(filters, known)]
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
        totals=_totals(dataset, chosen),
        not_drawn=not_drawn(dataset, known, chosen, claims),
    )


def sentence(total: Total) -> str:
    """A total in words: “decided, eFP battlegroups: 4,000 persons in one deployment”."""

    def these(count: int, what: str) -> str:
        return f"{words.counted(count, 'deployment')} state{'s' if count == 1 else ''} {what}"

    stating = total.deployments - total.ceilings - total.unstated
    parts = []
    if stating:
        figure = words.persons(words.strength(total.low, total.high))
        parts.append(f"{figure} in {words.counted(stating, 'deployment')}")
    if total.ceilings:
        parts.append(these(total.ceilings, "only a ceiling"))
    if total.unstated:
        parts.append(these(total.unstated, "no figure"))
    return f"{total.status}, {words.sort(total.programme, total.kind)}: {'; '.join(parts)}"


def brief(totals: tuple[Total, ...]) -> str:
    """All totals in a line: “4,500 deployed (eFP battlegroups) · 2 deployments without a strength”."""
    figures = [
        f"{words.strength(total.low, total.high)} {total.status} ({words.sort(total.programme, total.kind)})"
        for total in totals
        if total.low is not None
    ]
    without = sum(total.ceilings + total.unstated for total in totals)
    if without:
        figures.append(f"{without} deployment{'' if without == 1 else 's'} without a strength")
    return " · ".join(figures)


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


def _totals(dataset: Dataset, chosen: pd.DataFrame) -> tuple[Total, ...]:
    # Deployments are few: pandas' groups of one or two rows would take longer than all the rest of a view.
    counted = chosen[[*_SORT, "troops_low", "troops_high"]][~_covered(dataset.deployments, chosen)]
    alike: dict[tuple[str, str, str], list[tuple[Cell, Cell]]] = {}
    for row in each_row(counted[counted["status"].notna()]):
        alike.setdefault((row.status, row.programme, row.kind), []).append((row.troops_low, row.troops_high))
    statuses, programmes = list(STATUSES), list(words.PROGRAMMES)
    order = sorted(alike, key=lambda sort: (statuses.index(sort[0]), programmes.index(sort[1]), sort[2]))
    return tuple(_total(*sort, alike[sort]) for sort in order if STATUSES[sort[0]] != Standing.GONE)


def _total(status: str, programme: str, kind: str, strengths: Sequence[tuple[Cell, Cell]]) -> Total:
    bounds = [(stated(low), stated(high)) for low, high in strengths]
    stating = [(low, high) for low, high in bounds if low is not None]
    ceilings = sum(low is None and high is not None for low, high in bounds)
    highs = [high for _, high in stating if high is not None]
    return Total(
        status=status,
        programme=programme,
        kind=kind,
        low=sum(low for low, _ in stating) if stating else None,
        high=sum(highs) if stating and len(highs) == len(stating) else None,
        deployments=len(bounds),
        ceilings=ceilings,
        unstated=len(bounds) - len(stating) - ceilings,
    )


def _covered(deployments: pd.DataFrame, chosen: pd.DataFrame) -> pd.Series[bool]:
    """Rows that another row already counts.

    They are parts, at whatever depth, of a whole that speaks for them, and wholes that gave way to their
    parts and do not. A whole speaks where it states a strength, until each of its parts has stated a newer
    one. A ceiling is no strength.
    """
    parts = deployments.loc[deployments["part_of"].notna(), ["id", "part_of", "became"]]
    part_of = dict(zip(parts["id"], parts["part_of"], strict=True))
    speaks = chosen["troops_low"].notna() & chosen["strength_known_on"].notna()
    said = dict(zip(chosen.index[speaks], chosen.loc[speaks, "strength_known_on"], strict=True))
    lasting: dict[str, list[str]] = {}
    for part in each_row(parts[parts["became"].isna()]):
        lasting.setdefault(part.part_of, []).append(part.id)
    outdated = {
        whole
        for whole, members in lasting.items()
        if whole in said and all(part in said and said[part] > said[whole] for part in members)
    }
    speaking = said.keys() - outdated
    inside = [part for part in part_of if not speaking.isdisjoint(_wholes(part, part_of))]
    silent = chosen["gave_way"] & ~chosen.index.isin(list(speaking))
    covered: pd.Series[bool] = silent | chosen.index.isin(inside)
    return covered


def _wholes(identifier: str, part_of: Mapping[str, str]) -> list[str]:
    """The wholes that a deployment is part of, from the nearest on."""
    wholes: list[str] = []
    while (whole := part_of.get(wholes[-1] if wholes else identifier)) and whole not in wholes:
        wholes.append(whole)
    return wholes
