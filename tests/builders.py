"""Small data sets for tests: rows as keywords, everything else as in an empty cell."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from eastflank.model import Dataset, Theatre
from eastflank.store import folder, schema, theatres
from eastflank.store.frames import made
from tests.frozen import FOLDER

_TYPES = {"string": "str", "integer": "Int64", "number": "float64", "date": "datetime64[s]"}
_TABLES = schema.read(FOLDER)

NATIONS = [
    {"iso3": "CAN", "iso2": "CA", "name": "Canada", "capital": "Ottawa", "capital_lat": 45.4, "capital_lon": -75.7, "member_since": "1949-08-24"},
    {"iso3": "DEU", "iso2": "DE", "name": "Germany", "capital": "Berlin", "capital_lat": 52.5, "capital_lon": 13.4, "member_since": "1955-05-06"},
    {"iso3": "LVA", "iso2": "LV", "name": "Latvia", "capital": "Riga", "capital_lat": 56.9, "capital_lon": 24.1, "member_since": "2004-03-29"},
    {"iso3": "LTU", "iso2": "LT", "name": "Lithuania", "capital": "Vilnius", "capital_lat": 54.7, "capital_lon": 25.3, "member_since": "2004-03-29"},
    {"iso3": "SWE", "iso2": "SE", "name": "Sweden", "capital": "Stockholm", "capital_lat": 59.3, "capital_lon": 18.1, "member_since": "2024-03-07"},
    {"iso3": "USA", "iso2": "US", "name": "United States", "also_known_as": "U.S.", "capital": "Washington", "capital_lat": 38.9, "capital_lon": -77.0, "member_since": "1949-08-24"},
]  # fmt: skip
SOURCES = [
    {"id": "agency", "publisher": "Agency", "title": "Report", "published": "2016-06-15", "reliability": "B"},
    {
        "id": "ministry",
        "publisher": "Ministry",
        "title": "Release",
        "published": "2017-12-31",
        "reliability": "A",
    },
]
DEPLOYMENTS = [
    {"id": "whole", "name": "The whole", "sort": "group", "programme": "eFP", "kind": "battlegroup"},
    {"id": "latvia", "name": "Battlegroup Latvia", "programme": "eFP", "kind": "battlegroup", "echelon": "battalion"},
    {"id": "lithuania", "name": "Battlegroup Lithuania", "programme": "eFP", "kind": "battlegroup", "echelon": "battalion"},
    {"id": "early", "name": "The early one", "programme": "eFP", "kind": "battlegroup"},
]  # fmt: skip
MEMBERSHIPS = [
    {"member": "latvia", "whole": "whole"},
    {"member": "lithuania", "whole": "whole"},
    {"member": "early", "whole": "whole"},
    {"member": "early", "whole": "latvia", "relation": "became", "starts": "2016-07-08"},
]
PROGRAMMES = [
    {"id": "eFP", "name": "enhanced Forward Presence", "short": "eFP"},
    {"id": "eFP", "name": "Forward Land Forces", "short": "FLF", "used_from": "2024-01-01"},
    {"id": "national", "name": "national deployments", "short": "national"},
]
PLACES = [
    {"id": "adazi", "name": "Ādaži", "country": "LVA", "lat": 57.07, "lon": 24.34, "precision": "town", "geocoder": "curated"},
    {"id": "sea", "name": "The sea", "lat": 43.4, "lon": 34.3, "precision": "sea", "geocoder": "curated"},
    {"id": "phrase", "name": "eastern Europe", "precision": "none", "geocoder": "none"},
]  # fmt: skip


def claim(identifier: str, said_on: str, **cells: Any) -> dict[str, Any]:
    """A claim about Battlegroup Latvia from the agency, unless `cells` say otherwise."""
    plain = {
        "id": identifier,
        "source": "agency",
        "citation": "page 1",
        "kind": "deployment",
        "deployment": "latvia",
    }
    basis = "quoted" if "quote" in cells else "judged" if "rests_on" in cells else "cited"
    return {**plain, "said_on": said_on, "credibility": 2, "basis": basis, "review": "reviewed", **cells}


def deployment(identifier: str, **cells: Any) -> dict[str, Any]:
    """A national deployment of that id, unless `cells` say otherwise."""
    return {
        "id": identifier,
        "name": f"The {identifier}",
        "kind": "presence",
        "programme": "national",
        **cells,
    }


def dataset(*claims: dict[str, Any], **tables: list[dict[str, Any]]) -> Dataset:
    """A data set of these claims; any other table may be given instead of the small one here."""
    rows = {
        "sources": SOURCES, "deployments": DEPLOYMENTS, "memberships": MEMBERSHIPS, "contributions": [],
        "places": PLACES, "nations": NATIONS, "programmes": PROGRAMMES, "decisions": [], "changes": [],
        "claim_spans": [], "claims": list(claims), **tables,
    }  # fmt: skip
    rows["sources"] = [{"read_as": "original", **row} for row in rows["sources"]]
    rows["deployments"] = [{"sort": "unit", **row} for row in rows["deployments"]]
    known = {row["id"] for row in rows["deployments"]}
    rows["memberships"] = [
        {"id": f"M{number:03}", "relation": "part", **row}
        for number, row in enumerate(rows["memberships"], start=1)
        if {row["member"], row["whole"]} <= known
    ]
    with pd.option_context("mode.string_storage", "python"):  # as the store reads them
        frames = {name: _frame(name, repr(values), values) for name, values in rows.items()}
        return replace(made(frames, articles={}, version="0" * 12), theatre=_THEATRE)


_THEATRE = Theatre(kinds=theatres.read(folder.of(FOLDER).theatre).kinds)


_MADE: dict[tuple[str, str], pd.DataFrame] = {}
"""Frames of rows, which most data sets have in common; making one takes longer than most tests do with it."""


def _frame(table: str, written: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    if (table, written) not in _MADE:
        fields = {field.name: _TYPES[field.type] for field in _TABLES[table].fields}
        unknown = {name for row in rows for name in row} - set(fields)
        assert not unknown, f"{table} has no column {unknown}"
        columns = {
            name: pd.Series([row.get(name) for row in rows], dtype=kind) for name, kind in fields.items()
        }
        _MADE[table, written] = pd.DataFrame(columns)
    return _MADE[table, written].copy(deep=False)  # who changes the copy does not change what is kept
