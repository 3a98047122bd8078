"""Towns of the region and their namesakes abroad, cut from GeoNames (CC BY 4.0); see `data/gazetteer/`."""

from __future__ import annotations

import difflib
from pathlib import Path

import pandas as pd
from geopy.geocoders.base import DEFAULT_SENTINEL

from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.gazetteer.hit import Hit, Match, Origin, match_of
from eastflank.model import Point
from eastflank.reading.folding import fold

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

CAPITAL = "A capital: in the news its name often stands for the government, which is no place."


def read(file: Path) -> pd.DataFrame:
    """The gazetteer, with `ascii` filled in. Raises FileNotFoundError, or ValueError for other columns."""
    towns = pd.read_csv(file, dtype=COLUMNS, keep_default_na=False, usecols=list(COLUMNS))
    towns["ascii"] = towns["ascii"].where(towns["ascii"] != "", towns["name"].str.lower())
    return towns


class Offline(PlaceGeocoder):
    """Looks a name up in a frame with the columns of `COLUMNS`, `ascii` filled in."""

    def __init__(self, towns: pd.DataFrame) -> None:
        super().__init__()
        self._towns = towns
        others = towns["alternates"]
        self._others = "|" + others[others != ""] + "|"

    def hits(
        self, query: str, _country: str | None = None, _timeout: object = DEFAULT_SENTINEL, /
    ) -> list[Hit]:
        """Towns of that name, however they are spelt, or of that other name."""
        asked = fold(query)
        named = self._towns["ascii"] == asked
        also = self._others.str.contains(f"|{asked}|", regex=False)
        return [
            Hit(
                name=town["name"],
                country=town["country"] or None,
                kind=town["kind"],
                point=Point(town["lat"], town["lon"]),
                precision="town",
                geocoder="geonames",
                origin=Origin.GAZETTEER,
                match=match_of(query, town["name"]) or Match.ALTERNATE,
                population=town["population"] or None,
                id=str(town["id"]),
                note=CAPITAL if town["kind"] == "capital" else "",
            )
            for town in pd.concat([self._towns[named], self._towns.loc[also[also].index]]).to_dict("records")
        ]

    def near(self, query: str, /) -> list[str]:
        """Up to five towns of the same initial and about the same length."""
        asked = fold(query)
        names = self._towns["ascii"]
        alike = names.str.startswith(asked[:1]) & names.str.len().between(len(asked) - 2, len(asked) + 2)
        close = difflib.get_close_matches(asked, names[alike].unique().tolist(), n=5, cutoff=0.75)
        spelt = self._towns[names.isin(close)].drop_duplicates("ascii").set_index("ascii")["name"]
        return [str(spelt[name]) for name in close]
