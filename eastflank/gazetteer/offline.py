"""Towns of the region and their namesakes abroad, cut from GeoNames (CC BY 4.0); see `data/gazetteer/`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
from geopy.geocoders.base import DEFAULT_SENTINEL
from rapidfuzz import fuzz, process

from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.gazetteer.hit import Hit, Match, Origin, match_of
from eastflank.gazetteer.name_index import IndexEntry, NameIndex
from eastflank.model import Point
from eastflank.reading.folding import fold
from eastflank.words.chosen import places_found as words

COLUMNS = {
    "id": "int64",
    "name": "str",
    "ascii": "str",
    "alternates": "str",
    "lat": "float64",
    "lon": "float64",
    "country": "str",
    "kind": "str",
    "population": "int64",
}
"""Of `geonames.csv.gz`; `ascii` is the folded name, empty where it is the name in lower case;
`alternates` are folded names joined by `|`."""

CAPITAL = words.CAPITAL


def read(file: Path) -> pd.DataFrame:
    """The gazetteer, with `ascii` filled in. Raises FileNotFoundError, or ValueError for other columns."""
    towns = pd.read_csv(file, dtype=COLUMNS, keep_default_na=False, usecols=list(COLUMNS))
    towns["ascii"] = towns["ascii"].where(towns["ascii"] != "", towns["name"].str.lower())
    return towns


FORMER = ("name", "town", "country", "note")
"""Columns of `former_names.csv`: another name, the town's main name in GeoNames, alpha-3, and a sentence."""


def read_former(file: Path) -> pd.DataFrame:
    """Former and foreign names of towns. Raises FileNotFoundError, or ValueError for other columns."""
    return pd.read_csv(file, dtype="str", keep_default_na=False, usecols=list(FORMER))


class Offline(PlaceGeocoder):
    """Looks a name up in a frame with the columns of `COLUMNS`, `ascii` filled in.

    `former` are names with the columns of `FORMER`, each shown with its note; if a country has several towns
    of that name, the largest is meant.
    """

    def __init__(self, towns: pd.DataFrame, former: pd.DataFrame | None = None) -> None:
        super().__init__()
        self._towns = towns
        self._spots = list(zip(towns["country"], towns["lat"].tolist(), towns["lon"].tolist(), strict=True))
        notes = self._former(towns, former)
        names, also = towns["ascii"].tolist(), towns["alternates"].tolist()
        others = [(name, row) for row, listed in enumerate(also) if listed for name in listed.split("|")]
        told = [*notes, *zip(names, range(len(names)), strict=True)]
        self._index = NameIndex([*told, *others], notes, heard=len(told))

    @staticmethod
    def _former(towns: pd.DataFrame, former: pd.DataFrame | None) -> Mapping[tuple[str, int], str]:
        """The note of each former name, by the folded name and the row of the (largest) town with it."""
        if former is None or former.empty:
            return {}
        meant = set(zip(former["town"], former["country"], strict=True))
        rows: dict[tuple[str, str], int] = {}
        largest = towns["population"].to_numpy().argsort(kind="stable")
        named = towns["name"].isin(former["town"]).to_numpy()[largest]
        names, countries = towns["name"].tolist(), towns["country"].tolist()
        for row in largest[named].tolist():
            if (key := (names[row], countries[row])) in meant:
                rows[key] = row
        return {
            (fold(name), rows[town, country]): note
            for name, town, country, note in former[list(FORMER)].itertuples(index=False)
            if (town, country) in rows
        }

    def points(self, country: str, name: str) -> list[Point]:
        """The positions of a country's (alpha-3) towns that have this folded name or other name."""
        spots = (self._spots[row] for row, _ in self._index.named(name))
        return [Point(lat, lon) for there, lat, lon in spots if there == country]

    def hits(
        self, query: str, _country: str | None = None, _timeout: object = DEFAULT_SENTINEL, /
    ) -> list[Hit]:
        """Towns of that name, however they are spelt, or of that other name."""
        return [self._hit(query, entry, Match.ALTERNATE) for entry in self._index.named(fold(query))]

    def alike(self, query: str, /) -> list[Hit]:
        """Towns whose name sounds like it."""
        return [self._hit(query, entry, Match.ALIKE) for entry in self._index.alike(query)]

    def _hit(self, query: str, entry: IndexEntry, otherwise: Match) -> Hit:
        town = self._towns.iloc[entry.row]
        if entry.note and otherwise is Match.ALTERNATE:
            otherwise = Match.FORMER
        notes = (entry.note, CAPITAL if town["kind"] == "capital" else "")
        return Hit(
            name=town["name"],
            country=town["country"] or None,
            kind=town["kind"],
            point=Point(float(town["lat"]), float(town["lon"])),
            precision="town",
            geocoder="geonames",
            origin=Origin.GAZETTEER,
            match=match_of(query, town["name"]) or otherwise,
            population=int(town["population"]) or None,
            id=str(town["id"]),
            note=" ".join(filter(None, notes)),
        )

    def near(self, query: str, /) -> list[str]:
        """Up to five names of towns with the same initial and similar length, the most similar first."""
        asked = fold(query)
        names = self._towns["ascii"]
        alike = names.str.startswith(asked[:1]) & names.str.len().between(len(asked) - 2, len(asked) + 2)
        found = process.extract(asked, sorted(set(names[alike])), scorer=fuzz.ratio, limit=5, score_cutoff=75)
        spelt = self._towns[names.isin([name for name, *_ in found])].drop_duplicates("ascii")
        by_name = spelt.set_index("ascii")["name"]
        return [str(by_name[name]) for name, *_ in found]
