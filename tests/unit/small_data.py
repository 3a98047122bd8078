"""A small set of tables that obeys every law, for tests to break in one cell at a time."""

from __future__ import annotations

import csv
import functools
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd
from shapely import box
from shapely.geometry.base import BaseGeometry

from eastflank.model import Dataset
from eastflank.store import DATA, columns, label_points, optional_columns, schema
from eastflank.store.cells import cells_in
from eastflank.store.frames import made
from eastflank.store.schema_values import Table
from tests.frozen import FOLDER

ARTICLE = (
    "The U.S. and Britain agreed on Tuesday to send four battalions of 800-1,000 troops to Estonia, said Ann Lee.\n"
    "Canada waits. Canadians may send four-thousand. Canada waits.\r\nMinisters met “in Riga”.\n"
)
OUTLINES: Mapping[str, BaseGeometry] = {
    "CAN": box(-100, 50, -60, 70),
    "EST": box(22, 58, 28, 60),
    "LVA": box(22, 56, 28, 58),
}
Row = dict[str, str]


def _tables() -> dict[str, list[Row]]:
    return {
        "sources": [
            {
                "id": "ap", "file": "ap.txt", "sha256": hashlib.sha256(ARTICLE.encode()).hexdigest(),
                "publisher": "AP", "title": "Agreed", "published": "2016-06-14", "accessed": "2016-06-15",
                "reliability": "B", "read_as": "original",
                "note": "B: an agency. The date is its address’s.",
            },
            {
                "id": "mod", "publisher": "A ministry", "via": "An archive", "title": "Sent",
                "url": "https://example.org/sent", "published": "2017-06", "reliability": "B", "read_as": "copy",
            },
        ],
        "deployments": [
            {"id": "all", "name": "Four battalions", "sort": "group", "programme": "eFP", "kind": "battlegroup"},
            {"id": "est", "name": "Estonia", "sort": "unit", "programme": "eFP", "kind": "battlegroup"},
            {"id": "us", "name": "The US battalion", "sort": "unit", "programme": "eFP", "kind": "battlegroup"},
        ],
        "memberships": [
            {"id": "M1", "member": "est", "whole": "all", "relation": "part", "note": "By what both are."},
            {"id": "M2", "member": "us", "whole": "all", "relation": "part", "note": "By what both are."},
            {"id": "M3", "member": "us", "whole": "est", "relation": "became", "claim": "R1"},
        ],
        "programmes": [{"id": "eFP", "name": "enhanced Forward Presence", "short": "eFP"}],
        "claim_spans": [
            _span("A1", "speaker", "Ann Lee"),
            _span("A1", "troops_high", "1,000"),
            _span("A1", "troops_low", "800"),
            _span("A3", "contribution:CAN", "four-thousand"),
        ],
        "changes": [],
        "claims": [
            {
                "id": "A1", "basis": "quoted", "review": "reviewed", "source": "ap", "kind": "deployment", "deployment": "all", "status": "agreed",
                "quote": "The U.S. and Britain agreed on Tuesday to send four battalions of 800-1,000 troops to "
                "Estonia",
                "said_on": "2016-06-14", "speaker": "Ann Lee", "lead": "USA;GBR", "host": "EST",
                "troops_low": "800", "troops_high": "1000", "counts": "unit", "unit_count": "4",
                "starts": "2016-06", "ends": "2017", "timing_words": "on Tuesday", "credibility": "2",
                "note": "To send a battalion is read as leading it.",
            },
            {
                "id": "A2", "basis": "quoted", "review": "reviewed", "source": "ap", "kind": "statement", "quote": "Canada waits.",
                "quote_prefix": "thousand. ", "lead": "CAN", "credibility": "2",
            },
            {
                "id": "A3", "basis": "quoted", "review": "reviewed", "source": "ap", "kind": "deployment", "deployment": "us", "status": "considered",
                "quote": "Canadians may send four-thousand", "lead": "CAN", "troops_high": "4000",
                "hedge": "up to", "counts": "whole", "credibility": "3", "note": "To send is read as leading.",
            },
            {
                "id": "A4", "basis": "quoted", "review": "reviewed", "source": "ap", "kind": "meeting", "quote": "Ministers met “in Riga”", "place": "riga",
                "said_on": "../2016-06-14", "credibility": "2",
            },
            {
                "id": "R1", "basis": "cited", "review": "reviewed", "source": "mod", "kind": "deployment", "deployment": "est", "status": "deployed",
                "citation": "First table,\nsecond line: “sent”", "lead": "GBR", "host": "EST", "place": "tapa",
                "troops_low": "1000", "troops_high": "1000", "counts": "sum", "credibility": "1",
            },
            {
                "id": "S1", "basis": "judged", "review": "reviewed", "kind": "deployment", "deployment": "est", "status": "deployed",
                "rests_on": "A1;R1", "judged_on": "2026-11-25", "credibility": "3", "note": "What was sent is there.",
            },
        ],
        "contributions": [
            {"claim": "A3", "nation": "CAN", "troops_high": "4000", "hedge": "up to"},
            {"claim": "R1", "nation": "CAN", "troops_low": "200", "troops_high": "200"},
            {"claim": "R1", "nation": "GBR", "troops_low": "800", "troops_high": "800"},
        ],
        "places": [
            {
                "id": "riga", "name": "Rīga", "country": "LVA", "lat": "56.95", "lon": "24.1",
                "precision": "town", "geocoder": "curated",
            },
            {
                "id": "tapa", "name": "Tapa", "country": "EST", "lat": "59.26", "lon": "25.97",
                "precision": "site", "geocoder": "curated", "looked_up_on": "2026-11-22",
            },
        ],
        "nations": [
            _nation("CAN", "CA", "Canada", "Canadian;Canadians", "Ottawa", "60", "-75"),
            _nation("EST", "EE", "Estonia", "", "Tallinn", "59.4", "24.7"),
            _nation("GBR", "GB", "United Kingdom", "Britain;British;UK", "London", "51.5", "-0.1"),
            _nation("LVA", "LV", "Latvia", "Latvian", "Rīga", "56.95", "24.1"),
            _nation("USA", "US", "United States", "U.S.;American", "Washington", "38.9", "-77"),
        ],
        "decisions": [],
    }  # fmt: skip


def _span(claim: str, field: str, words: str) -> Row:
    start = ARTICLE.index(words)
    return {"claim": claim, "field": field, "start": str(start), "end": str(start + len(words))}


def _nation(iso3: str, iso2: str, name: str, aliases: str, *capital: str) -> Row:
    keys = ("iso3", "iso2", "name", "also_known_as", "capital", "capital_lat", "capital_lon")
    return dict(zip(keys, (iso3, iso2, name, aliases, *capital), strict=True))


@dataclass
class SmallData:
    """The tables as rows of texts, and the folders they are written to."""

    folder: Path
    tables: dict[str, list[Row]] = field(default_factory=_tables)
    article: bytes = ARTICLE.encode()

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def seeds(self) -> Path:
        return self.data / "seeds"

    def row(self, table: str, key: str) -> Row:
        """The row whose key is `key`; a contribution's key is `claim nation`, a span's `claim field`."""
        columns = {
            "claim_spans": ("claim", "field"),
            "contributions": ("claim", "nation"),
            "nations": ("iso3",),
        }.get(table, ("id",))
        return next(row for row in self.tables[table] if " ".join(row[name] for name in columns) == key)

    def write(self) -> tuple[Path, Path]:
        """Write everything; the data folder and the seeds folder, as `tables.read` takes them."""
        self.data.mkdir(exist_ok=True)
        self.seeds.mkdir(exist_ok=True)
        (self.seeds / "ap.txt").write_bytes(self.article)
        for name, content in self._files().items():
            (self.data / name).write_bytes(content)
        return self.data, self.seeds

    def values(self) -> Dataset:
        """The same values as `tables.read` gives, sooner: only tables that no test had before are read.

        Neither types nor keys nor `checks.RELIED_ON` are checked.
        """
        files = self._files()
        known = schema.accepted(files[schema.FILE])
        frames = {name: _typed(files[table.file], table) for name, table in known.items()}
        articles = {"ap.txt": self.article.decode()}
        return replace(made(frames, articles, "0" * 12), label_points=label_points.read(DATA))

    def _files(self) -> dict[str, bytes]:
        """The description and the tables, by file."""
        description = (FOLDER / schema.FILE).read_bytes()
        known = schema.parsed(description)
        used = [(name, row) for name, rows in self.tables.items() for row in rows]
        if lacking := optional_columns.needed(used, known):
            empty = {known[name].file: f"{','.join(known[name].columns)}\n".encode() for name in lacking}
            description = optional_columns.widened({**empty, schema.FILE: description}, lacking)[schema.FILE]
        files = {schema.FILE: description}
        for name, table in schema.accepted(description).items():
            text = io.StringIO(newline="")
            writer = csv.DictWriter(text, table.columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(self.tables[name])
            files[table.file] = text.getvalue().encode()
        return files


@functools.cache
def _typed(content: bytes, table: Table) -> pd.DataFrame:
    """The frame of a table. It is kept: most tests change one table."""
    frame, _ = columns.typed(cells_in(content, table), table)
    return frame
