"""The rows of the record behind a view, as its files have them, so that they can be imported again.

They are for programs. People read the same in words in the sheets of `sheets.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from eastflank.model import Dataset
from eastflank.report.contents import Briefing
from eastflank.store import DATA, carried_tables, schema
from eastflank.store.schema_values import Table


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table of the record."""

    table: str
    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


def carried(briefing: Briefing) -> tuple[Rows, ...]:
    """The claims of a view and all rows that they refer to; empty if several datasets are shown together."""
    dataset = briefing.dataset
    if dataset.parts:
        return ()
    kept = _kept(dataset, [row.id for row in briefing.view.claims])
    described = schema.read(DATA)
    return tuple(
        _rows(described[name], getattr(dataset, name).loc[kept[name]])
        for name in carried_tables.ORDER
        if kept[name].any()
    )


def articles_of(rows: Iterable[Rows]) -> tuple[str, ...]:
    """The files of the held articles that these rows name, in the order of their names."""
    found: set[str] = set()
    for each in rows:
        if each.table == "sources":
            at = each.columns.index("file")
            found |= {cells[at] for cells in each.cells if cells[at]}
    return tuple(sorted(found))


def as_json(rows: Iterable[Rows], version: str) -> bytes:
    """The rows as JSON."""
    tables = {each.table: {"columns": each.columns, "rows": each.cells} for each in rows}
    told = {carried_tables.MARK: 1, "version": version, "tables": tables}
    return json.dumps(told, ensure_ascii=False, indent=0).encode("utf-8", "replace") + b"\n"


def _kept(dataset: Dataset, ids: Iterable[str]) -> Mapping[str, pd.Series[bool]]:
    """The rows of each table that belong to these claims."""
    claims = dataset.claims
    wanted = set(ids)
    while True:  # include the claims on which a claim rests, and the claim of a membership
        memberships = _memberships(dataset, set(claims["deployment"][claims["id"].isin(wanted)].dropna()))
        more = _listed(claims["rests_on"][claims["id"].isin(wanted)])
        more |= set(dataset.memberships["claim"][memberships].dropna())
        if more <= wanted:
            break
        wanted |= more
    own = claims["id"].isin(wanted)
    deployments = set(claims["deployment"][own].dropna())
    kept = {
        "claims": own,
        "memberships": memberships,
        "claim_spans": dataset.claim_spans["claim"].isin(wanted),
        "contributions": dataset.contributions["claim"].isin(wanted),
        "sources": dataset.sources["id"].isin(_sources(dataset.sources, set(claims["source"][own]))),
        "places": dataset.places["id"].isin(set(claims["place"][own].dropna())),
        "deployments": dataset.deployments["id"].isin(deployments),
    }
    programmes = set(dataset.deployments["programme"][kept["deployments"]].dropna())
    kept["programmes"] = dataset.programmes["id"].isin(programmes)
    decisions = dataset.decisions
    kept["decisions"] = (decisions["deployment"].isna() | decisions["deployment"].isin(deployments)) & (
        decisions["claim"].isna() | decisions["claim"].isin(wanted)
    )
    codes = set(dataset.contributions["nation"][kept["contributions"]])
    codes |= set(dataset.places["country"][kept["places"]].dropna())
    codes |= set(decisions["nation"][kept["decisions"]].dropna())
    for column in ("lead", "host", "meant_for"):
        codes |= _listed(claims[column][own])
    kept["nations"] = dataset.nations["iso3"].isin(codes)
    return kept


def _sources(frame: pd.DataFrame, ids: set[str]) -> set[str]:
    """These sources, and the sources that they copy or correct."""
    links = [name for name in ("copy_of", "replaces") if name in frame.columns]
    found = set(ids)
    while True:
        own = frame["id"].isin(found)
        more = {source for name in links for source in frame[name][own].dropna()}
        if more <= found:
            return found
        found |= more


def _memberships(dataset: Dataset, deployments: set[str]) -> pd.Series[bool]:
    both = dataset.memberships
    return both["member"].isin(deployments) & both["whole"].isin(deployments)


def _listed(cells: pd.Series[str]) -> set[str]:
    return {each for cell in cells.dropna() for each in str(cell).split(";")}


def _rows(table: Table, frame: pd.DataFrame) -> Rows:
    columns = carried_tables.columns(table, frame)
    texts = [carried_tables.texts(frame, column) for column in columns]
    return Rows(table.name, columns, tuple(zip(*texts, strict=True)))
