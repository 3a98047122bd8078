"""The base map's files as shapes and names: see data/basemap/README.md."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NotRequired, TypedDict

import shapely
from shapely.geometry.base import BaseGeometry

from eastflank.model import Point

_NAMES = ("countries", "disputed", "lakes", "labels")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name on the map and its possible positions."""

    name: str
    iso3: str | None
    """Code of the state that it names or belongs to; None for a sea."""
    rank: int
    """1 is shown first, 4 only if the map is large."""
    points: tuple[Point, ...]
    """Possible positions, those with most room first; for a capital, only its own point."""


@dataclass(frozen=True, slots=True, eq=False)
class GroundShapes:
    """The base map. Shapes have x = degrees east and y = degrees north, WGS 84."""

    countries: Mapping[str, BaseGeometry]
    """By ISO 3166-1 alpha-3 code."""
    disputed: Mapping[str, BaseGeometry]
    """Areas to hatch, by name."""
    lakes: Mapping[str, BaseGeometry]
    """By number, because many have no name."""
    country_names: tuple[PlaceName, ...]
    sea_names: tuple[PlaceName, ...]
    capitals: tuple[PlaceName, ...]
    part_names: tuple[PlaceName, ...]
    """Names of parts of countries: Crimea, Kaliningrad."""


def ground_of(files: Mapping[str, str]) -> GroundShapes:
    """The ground in a base map's files, which are JSON text by name; the same text is read once.

    Raises ValueError, KeyError or GEOSException when a file is not as the base map's builder writes it.
    """
    return _ground(*(files[name] for name in _NAMES))


@functools.lru_cache(maxsize=8)  # by the text: datasets that share a base map share this too
def _ground(countries: str, disputed: str, lakes: str, labels: str) -> GroundShapes:
    names = json.loads(labels)
    return GroundShapes(
        countries=_shapes(countries, "iso3"),
        disputed=_shapes(disputed, "name"),
        lakes=_shapes(lakes),
        country_names=tuple(_name(row) for row in names["countries"]),
        sea_names=tuple(_name(row) for row in names["seas"]),
        capitals=tuple(_name(row | {"points": [[row["lat"], row["lon"]]]}) for row in names["capitals"]),
        part_names=tuple(_name(row) for row in names["parts"]),
    )


def _shapes(text: str, key: str = "") -> Mapping[str, BaseGeometry]:
    """The features of a GeoJSON collection by one of their properties, or by number.

    Each is read alone: the collection need not say its `type`, and may have no feature.
    """
    features = json.loads(text)["features"]
    shapes = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    keys = [feature["properties"].get(key, str(number)) for number, feature in enumerate(features, 1)]
    return dict(zip(keys, shapes, strict=True))


class _Label(TypedDict):
    """A name as in `labels.json`."""

    name: str
    iso3: NotRequired[str]
    rank: int
    points: Sequence[tuple[float, float]]


def _name(row: _Label) -> PlaceName:
    points = tuple(Point(*point) for point in row["points"])
    return PlaceName(row["name"], row.get("iso3"), row["rank"], points)
