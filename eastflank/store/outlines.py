"""The outlines of countries, as the base map draws them."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from eastflank.model import Finding
from eastflank.store import files
from eastflank.store.broken import BrokenData
from eastflank.words.chosen import findings_in_settings as words

FILE = Path("basemap", "countries.json")
"""The file of the base map's countries in the data folder: GeoJSON, one feature for each country, with
`iso3`."""


def read(data: Path) -> Mapping[str, BaseGeometry]:
    """Each country's shape by ISO 3166-1 alpha-3 code; x = degrees east, y = degrees north, WGS 84.

    Raises BrokenData if the file is missing or is not a GeoJSON collection of such features.
    """
    return shapes(files.without_mark(files.content(data / FILE), FILE.name))


@functools.lru_cache(maxsize=8)  # by the text: datasets that share a base map share this too
def shapes(text: str) -> Mapping[str, BaseGeometry]:
    """The same from the file's text."""
    try:
        features = json.loads(text)["features"]
        codes = [feature["properties"]["iso3"] for feature in features]
        found = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    except (ValueError, KeyError, TypeError, shapely.errors.GEOSException) as error:
        raise BrokenData([Finding(FILE.name, "", "", *words.no_outlines(words.reason(error)))]) from error
    return dict(zip(codes, found, strict=True))
