"""The project's own places: `places.csv`, and the few bases that gazetteers miss or misplace."""

from __future__ import annotations

import difflib
from pathlib import Path

import pandas as pd
from geopy.geocoders.base import DEFAULT_SENTINEL

from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.gazetteer.hit import Hit, Origin, match_of
from eastflank.model import Point
from eastflank.reading.folding import fold

BASES = ("id", "name", "also", "country", "lat", "lon", "precision", "geocoder", "note")
"""Columns of `bases.csv`: as in `places.csv`, and `also`, other names joined by semicolons."""


def read(file: Path) -> pd.DataFrame:
    """The supplement of bases. Raises FileNotFoundError, or ValueError for other columns."""
    types = dict.fromkeys(BASES, "str") | {"lat": "float64", "lon": "float64"}
    return pd.read_csv(file, usecols=list(BASES), dtype=types, keep_default_na=False, na_values={"lat": [""]})


class Curated(PlaceGeocoder):
    """Looks a name, another name or an id up in frames of places.

    Of rows with one id the first counts, with the other names of whichever has them.

    A frame has the columns of `BASES`, missing values as such or as empty text, and may lack `also`.
    """

    def __init__(self, *places: pd.DataFrame) -> None:
        super().__init__()
        texts = [column for column in BASES if column not in ("lat", "lon")]
        every = pd.concat(frame.reindex(columns=list(BASES)) for frame in places)
        rows = every.drop_duplicates("id")
        # A base that a claim names has a row in both tables, and only the supplement has its other names.
        rows = rows.assign(also=rows["id"].map(every.groupby("id")["also"].first()))
        rows[texts] = rows[texts].astype("str").fillna("")
        self._rows = rows.to_dict("records")

    def hits(
        self, query: str, _country: str | None = None, _timeout: object = DEFAULT_SENTINEL, /
    ) -> list[Hit]:
        """The places of that name or id; one of precision none is a hit without a point."""
        return [
            Hit(
                name=row["name"],
                country=row["country"] or None,
                kind="phrase" if row["precision"] == "none" else row["precision"],
                point=None if row["precision"] == "none" else Point(row["lat"], row["lon"]),
                precision=row["precision"],
                geocoder=row["geocoder"],
                origin=Origin.CURATED,
                match=match,
                id=row["id"],
                note=row["note"],
            )
            for row in self._rows
            if (match := match_of(query, row["name"], [row["id"], *row["also"].split(";")])) is not None
        ]

    def near(self, query: str, /) -> list[str]:
        """Up to three names much like it."""
        names = {fold(row["name"]): str(row["name"]) for row in self._rows}
        return [names[name] for name in difflib.get_close_matches(fold(query), names, n=3, cutoff=0.7)]
