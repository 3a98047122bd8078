"""The whole of the evidence, read and checked against its schema."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd

from eastflank import dates
from eastflank.model import TABLES, Dataset, Finding
from eastflank.store import columns, files, schema
from eastflank.store.broken import BrokenData
from eastflank.store.cells import cells
from eastflank.store.schema import Table

__all__ = ["BrokenData", "read"]

_OF_THE_SOURCE = ("publisher", "via", "reliability")


def read(data: Path, seeds: Path) -> Dataset:
    """The tables of a data folder and the articles that they name in a seeds folder.

    Raises BrokenData with every reason at once when a file cannot be read, a table is not as
    `datapackage.json` says, or a row names one that is not there. Whether the claims are *true to their
    sources* is for `eastflank.checks`.
    """
    tables = schema.read(data)
    findings: list[Finding] = []
    contents: dict[str, bytes] = {}
    frames: dict[str, pd.DataFrame] = {}
    for table in (tables[name] for name in TABLES):
        try:
            contents[table.file] = files.content(data / table.file)
            frames[table.name] = columns.values(cells(contents[table.file], table), table)
        except BrokenData as error:
            findings += error.findings
    findings += columns.dangling(frames, tables.values())
    articles: Mapping[str, str] = {}
    if "sources" in frames:
        try:
            articles = _articles(frames["sources"], tables["sources"], seeds)
        except BrokenData as error:
            findings += error.findings
    if findings:
        raise BrokenData(findings)
    return replace(made(frames, articles, _version(contents, articles)), coverage=schema.coverage(data))


def made(frames: Mapping[str, pd.DataFrame], articles: Mapping[str, str], version: str) -> Dataset:
    """The data set of typed frames by table, with the bounds of their dates worked out."""
    sources = _with_bounds(frames["sources"], "published", "published")
    memberships = _with_bounds(_with_bounds(frames["memberships"], "starts", "starts"), "ends", "ends")
    return Dataset(
        sources=sources,
        deployments=frames["deployments"],
        memberships=memberships,
        claims=_claims(frames["claims"], sources),
        claim_spans=frames["claim_spans"],
        contributions=frames["contributions"],
        places=frames["places"],
        nations=frames["nations"],
        programmes=frames["programmes"],
        decisions=frames["decisions"],
        changes=frames["changes"],
        articles=articles,
        version=version,
    )


def _articles(sources: pd.DataFrame, table: Table, seeds: Path) -> Mapping[str, str]:
    articles: dict[str, str] = {}
    findings: list[Finding] = []
    held = sources.dropna(subset=["file"])
    for line, file in zip(held.index, held["file"], strict=True):
        where = columns.row(sources, table, line)
        try:
            articles[file] = files.text(files.content(seeds / file), table.file, where, "file")
        except BrokenData as error:
            findings += [
                Finding(table.file, where, "file", f"{file}: {found.problem}", found.remedy)
                for found in error.findings
            ]
    if findings:
        raise BrokenData(findings)
    return articles


def _claims(claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    names = (("said_on", "said"), ("as_at", "as_at"), ("starts", "starts"), ("ends", "ends"))
    for column, name in names:
        claims = _with_bounds(claims, column, name)
    its_source = sources.set_index("id").reindex(claims["source"]).set_axis(claims.index)
    known_on = claims["said_last"].fillna(its_source["published_last"])
    told_last = claims["as_at_last"].fillna(known_on)
    first = claims["as_at_first"].fillna(claims["said_first"].where(claims["as_at"].isna()))
    told_first = first.fillna(its_source["published_first"].where(claims["as_at"].isna())).fillna(told_last)
    of_the_source = {name: its_source[name] for name in _OF_THE_SOURCE}
    grade = of_the_source["reliability"] + claims["credibility"].astype("str")
    claims = claims.assign(
        known_on=known_on, told_first=told_first, told_last=told_last, **of_the_source, grade=grade
    )
    return _judged(claims)


def _judged(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims, those that a curator inferred dated by the newest of the claims that they rest on."""
    judged = claims["basis"] == "judged"
    if not judged.any():
        return claims
    claims = claims.copy()
    dated = claims[claims["known_on"].notna()].set_index("id")
    for line in claims.index[judged]:
        rests_on = dated.loc[dated.index.isin(str(claims.loc[line, "rests_on"]).split(";"))]
        if rests_on.empty:
            continue
        # Nobody can infer before there is anything to infer from.
        claims.loc[line, "known_on"] = rests_on["known_on"].max()
        if claims.loc[line, ["as_at_last", "said_last"]].isna().all():
            claims.loc[line, ["told_first", "told_last"]] = rests_on["told_last"].max()
    return claims


def _with_bounds(frame: pd.DataFrame, column: str, name: str) -> pd.DataFrame:
    """The frame with two more columns: the earliest and the latest day a column of EDTF dates may mean."""
    bounds = {text: dates.bounds(text) for text in frame[column].dropna().unique()}
    return frame.assign(
        **{
            f"{name}_first": _days(frame[column], {text: found.first for text, found in bounds.items()}),
            f"{name}_last": _days(frame[column], {text: found.last for text, found in bounds.items()}),
        }
    )


def _days(texts: pd.Series[str], days: Mapping[str, date | None]) -> pd.Series[pd.Timestamp]:
    return texts.map(days).astype("datetime64[s]")


def _version(contents: Mapping[str, bytes], articles: Mapping[str, str]) -> str:
    """Twelve hexadecimal digits of everything, so that a table or article changed, added or renamed shows."""
    encoded = ((name, article.encode()) for name, article in sorted(articles.items()))
    whole = hashlib.sha256()
    for name, data in itertools.chain(sorted(contents.items()), encoded):
        whole.update(f"{name} {len(data)}\n".encode())
        whole.update(data)
    return whole.hexdigest()[:12]
