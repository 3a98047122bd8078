"""Small data sets for tests: rows as keywords, everything else as in an empty cell."""

from __future__ import annotations

from typing import Any

import pandas as pd

from eastflank import dates
from eastflank.model import Dataset
from eastflank.store import schema
from tests.frozen import FOLDER

_TYPES = {"string": "str", "integer": "Int64", "number": "float64", "date": "datetime64[s]"}
_TABLES = schema.read(FOLDER)

NATIONS = [
    {"iso3": "CAN", "iso2": "CA", "name": "Canada", "capital": "Ottawa", "capital_lat": 45.4, "capital_lon": -75.7, "nato_since": "1949-08-24"},
    {"iso3": "DEU", "iso2": "DE", "name": "Germany", "capital": "Berlin", "capital_lat": 52.5, "capital_lon": 13.4, "nato_since": "1955-05-06"},
    {"iso3": "LVA", "iso2": "LV", "name": "Latvia", "capital": "Riga", "capital_lat": 56.9, "capital_lon": 24.1, "nato_since": "2004-03-29"},
    {"iso3": "LTU", "iso2": "LT", "name": "Lithuania", "capital": "Vilnius", "capital_lat": 54.7, "capital_lon": 25.3, "nato_since": "2004-03-29"},
    {"iso3": "SWE", "iso2": "SE", "name": "Sweden", "capital": "Stockholm", "capital_lat": 59.3, "capital_lon": 18.1, "nato_since": "2024-03-07"},
    {"iso3": "USA", "iso2": "US", "name": "United States", "also_known_as": "U.S.", "capital": "Washington", "capital_lat": 38.9, "capital_lon": -77.0, "nato_since": "1949-08-24"},
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
    {"id": "whole", "name": "The whole", "programme": "eFP", "kind": "battlegroup"},
    {"id": "latvia", "name": "Battlegroup Latvia", "part_of": "whole", "programme": "eFP", "kind": "battlegroup", "echelon": "battalion"},
    {"id": "lithuania", "name": "Battlegroup Lithuania", "part_of": "whole", "programme": "eFP", "kind": "battlegroup", "echelon": "battalion"},
    {"id": "early", "name": "The early one", "part_of": "whole", "became": "latvia", "programme": "eFP", "kind": "battlegroup"},
]  # fmt: skip
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
    return {**plain, "said_on": said_on, "credibility": 2, **cells}


def dataset(*claims: dict[str, Any], **tables: list[dict[str, Any]]) -> Dataset:
    """A data set of these claims; any other table may be given instead of the small one here."""
    rows = {
        "sources": SOURCES, "deployments": DEPLOYMENTS, "contributions": [], "places": PLACES, "nations": NATIONS,
        "decisions": [], "claims": list(claims), **tables,
    }  # fmt: skip
    frames = {name: _frame(name, values) for name, values in rows.items()}
    sources = _bounded(frames["sources"], "published", "published")
    said = frames["claims"]
    for column, name in (("said_on", "said"), ("starts", "starts"), ("ends", "ends")):
        said = _bounded(said, column, name)
    by_id = sources.set_index("id")
    said["known_on"] = said["said_last"].fillna(said["source"].map(by_id["published_last"]))
    for column in ("publisher", "via", "reliability"):
        said[column] = said["source"].map(by_id[column])
    said["grade"] = said["reliability"] + said["credibility"].astype("str")
    return Dataset(**{**frames, "sources": sources, "claims": said}, version="0" * 12)


def _frame(table: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    fields = {field.name: _TYPES[field.type] for field in _TABLES[table].fields}
    unknown = {name for row in rows for name in row} - set(fields)
    assert not unknown, f"{table} has no column {unknown}"
    return pd.DataFrame(rows, columns=list(fields)).astype(fields)


def _bounded(frame: pd.DataFrame, column: str, name: str) -> pd.DataFrame:
    both = [
        dates.bounds(text) if isinstance(text, str) else dates.Bounds(None, None) for text in frame[column]
    ]
    return frame.assign(
        **{
            f"{name}_first": pd.Series(
                [found.first for found in both], index=frame.index, dtype="datetime64[s]"
            ),
            f"{name}_last": pd.Series(
                [found.last for found in both], index=frame.index, dtype="datetime64[s]"
            ),
        }
    )
