"""The geocoders the project ships, in one list, and the candidates for a name."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
from shapely.geometry.base import BaseGeometry

from eastflank.gazetteer import airbases, curated, offline, words
from eastflank.gazetteer.errors import NothingAsked
from eastflank.gazetteer.geocoder import PlaceGeocoder, Together
from eastflank.gazetteer.ranking import Candidate, candidates_from
from eastflank.model import Theatre
from eastflank.names.countries import CountryNames
from eastflank.reading.folding import fold
from eastflank.words.chosen import places_found

COUNTRIES = "countries.csv"
"""Every country, in the gazetteer's folder; see `words.COUNTRIES` for its columns."""


def offline_geocoders(gazetteer: Path, places: pd.DataFrame) -> tuple[PlaceGeocoder, ...]:
    """Every geocoder that works without a network: the kept places, and those of the gazetteer's folder.

    `gazetteer` is the folder `data/gazetteer`, read once; `places` is the table of a `Dataset`.

    Raises FileNotFoundError, or ValueError where a file of the folder is not what it should be.
    """
    bases, words_, towns, fields = _of_the_folder(gazetteer)
    return curated.Curated(places, bases), words_, towns, fields


@functools.cache
def _of_the_folder(
    gazetteer: Path,
) -> tuple[pd.DataFrame, words.Words, offline.Offline, airbases.Airbases]:
    countries = words.read(gazetteer / COUNTRIES, words.COUNTRIES)
    alpha3 = words.alpha3(countries)
    former = offline.read_former(gazetteer / "former_names.csv")
    towns = offline.Offline(offline.read(gazetteer / "geonames.csv.gz"), former)
    return (
        curated.read(gazetteer / "bases.csv"),
        words.Words(countries, words.read(gazetteer / "phrases.csv", words.PHRASES)),
        towns,
        airbases.Airbases(airbases.aerodromes(), alpha3, towns.points),
    )


def candidates(  # noqa: PLR0913, PLR0917 - what is asked, and what tells near from far
    query: str,
    country: str | None,
    geocoders: Iterable[PlaceGeocoder],
    outlines: Mapping[str, BaseGeometry] | None = None,
    names: CountryNames | None = None,
    theatre: Theatre | None = None,
) -> tuple[Candidate, ...]:
    """The places that the query may mean, best first; empty if no geocoder knows it.

    `country` (alpha-3) changes their order and drops none. `outlines` are countries by alpha-3, x east and y
    north in degrees; without one the distance to the border is not known. `names` are used to find a country
    within the query; without them, the English names that the geocoders know. `theatre` is that of the
    dataset: of several places the one nearest to its region comes first.

    Raises NothingAsked for an empty query, NotAPlace for words that must not be drawn, and what an
    online geocoder raises.
    """
    if not fold(query):
        raise NothingAsked(places_found.nothing_asked(query))
    hits = Together(tuple(geocoders), names).hits(query, country)
    return candidates_from(query, hits, country, outlines, theatre)


def near_names(query: str, geocoders: Iterable[PlaceGeocoder]) -> tuple[str, ...]:
    """Names similar to a mistyped one, the project's own places first."""
    return tuple(dict.fromkeys(name for geocoder in geocoders for name in geocoder.near(query)))
