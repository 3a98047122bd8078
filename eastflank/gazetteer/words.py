"""Names that must not be taken for a town: countries, seas, and phrases that have no place on the map."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from geopy.geocoders.base import DEFAULT_SENTINEL

from eastflank.gazetteer.geocoder import PlaceGeocoder
from eastflank.gazetteer.hit import Hit, Origin, match_of
from eastflank.model import Point
from eastflank.words.chosen import places_found

COUNTRIES = ("iso3", "iso2", "name", "also", "capital", "lat", "lon")
"""Columns of `countries.csv`. `also`: other names, by semicolons; lat and lon: where a label goes."""
PHRASES = ("name", "also", "country", "kind", "lat", "lon", "precision", "note")
"""Columns of `phrases.csv`. Where precision is none, lat and lon are empty and `note` says why."""


def read(file: Path, columns: tuple[str, ...]) -> pd.DataFrame:
    """The table, all text but lat and lon. Raises FileNotFoundError, or ValueError for other columns."""
    numbers = {"lat": "float64", "lon": "float64"}
    return pd.read_csv(
        file,
        usecols=list(columns),
        dtype={column: numbers.get(column, "str") for column in columns},
        keep_default_na=False,
        na_values={column: [""] for column in numbers},
    )


def alpha3(countries: pd.DataFrame) -> dict[str, str]:
    """Alpha-3 by alpha-2."""
    return dict(zip(countries["iso2"], countries["iso3"], strict=True))


class Words(PlaceGeocoder):
    """Looks words up among countries and phrases, in frames with the columns `COUNTRIES` and `PHRASES`."""

    def __init__(self, countries: pd.DataFrame, phrases: pd.DataFrame) -> None:
        super().__init__()
        states = countries.rename(columns={"iso3": "country"}).dropna(subset=["lat"])
        states = states.assign(kind="country", precision="country", note=places_found.COUNTRY)
        rows = pd.concat([states, phrases])
        self._rows = rows[list(PHRASES)].to_dict("records")

    def hits(
        self, query: str, _country: str | None = None, _timeout: object = DEFAULT_SENTINEL, /
    ) -> list[Hit]:
        """The country, sea or phrase of that name; a phrase without a place is a hit without a point."""
        return [
            Hit(
                name=row["name"],
                country=row["country"] or None,
                kind=row["kind"],
                point=None if row["precision"] == "none" else Point(row["lat"], row["lon"]),
                precision=row["precision"],
                geocoder="none" if row["precision"] == "none" else "curated",
                origin=Origin.WORDS,
                match=match,
                note=row["note"],
            )
            for row in self._rows
            if (match := match_of(query, row["name"], row["also"].split(";"))) is not None
        ]
