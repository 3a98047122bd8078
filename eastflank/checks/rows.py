"""Rows of a table, and findings that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from eastflank.model import Dataset, Finding
from eastflank.words.chosen import findings

_KEYS: Mapping[str, tuple[str, ...]] = {
    "contributions": ("claim", "nation"),
    "nations": ("iso3",),
    "programmes": ("id", "name"),
    "claim_spans": ("claim", "field", "start"),
}


CLAIM_ID = re.compile(r"\b[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*\b")
"""What may be a claim's id in a note. Many capitalised words match that are not ids."""


@dataclass(frozen=True, eq=False, slots=True)
class TableRows:
    """A frame whose index is each row's line in its file, and the name of its table."""

    table: str
    frame: pd.DataFrame

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that identify a row."""
        return _KEYS.get(self.table, ("id",))

    def lines(self) -> Mapping[str, int]:
        """The line of each row by its key, as findings write it. Of a large table it takes long."""
        columns = [[str(cell) for cell in self.frame[name].tolist()] for name in self.key]
        keys = columns[0] if len(columns) == 1 else map(", ".join, zip(*columns, strict=True))
        return dict(zip(keys, map(int, self.frame.index.tolist()), strict=True))

    def finding(self, line: int, column: str, problem: str, remedy: str) -> Finding:
        """A finding in one row, named by its line and its key."""
        key = ", ".join(str(self.frame.loc[line, name]) for name in self.key)
        where = findings.in_line(line, key)
        return Finding(f"{self.table}.csv", where, column, problem, remedy, key=key, line=int(line))

    def breaking(self, mask: pd.Series[bool], column: str, problem: str, remedy: str) -> Iterator[Finding]:
        """A finding for each row where the mask is true; `{…}` in the texts becomes the row's own cell."""
        if mask.dtype != "bool":
            mask = mask.fillna(value=False).astype(bool)
        if not mask.any():  # the usual case; building records from an empty frame is slow
            return
        broken = self.frame[mask]
        for line, cells in zip(broken.index, broken.to_dict("records"), strict=True):
            texts = {str(name): value for name, value in cells.items()}
            yield self.finding(line, column, problem.format(**texts), remedy.format(**texts))


def evidence(dataset: Dataset) -> pd.DataFrame:
    """For each claim by id its `quote`, and its `note`, which is an empty text when there is none."""
    claims = dataset.claims.set_index("id")
    return claims[["quote"]].assign(note=claims["note"].fillna(""))


def of_the_source(dataset: Dataset, column: str) -> pd.Series[str]:
    """For each claim, in the claims' own index, its source's value in a column of texts."""
    sources = dataset.sources.set_index("id")[column]
    return sources.reindex(dataset.claims["source"]).set_axis(dataset.claims.index)


def day_of_the_source(dataset: Dataset, column: str) -> pd.Series[pd.Timestamp]:
    """The same for a column of days."""
    sources = dataset.sources.set_index("id")[column]
    return sources.reindex(dataset.claims["source"]).set_axis(dataset.claims.index)
