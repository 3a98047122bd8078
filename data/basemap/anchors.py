"""Where names may stand: candidate points for countries, seas, capitals and named parts."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely import Point
from shapely.geometry import box, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import transform

from choices import CAPITAL_NAMES, CAPITALS_LEFT_OUT, FIRST_ANCHORS, PARTS, SEAS

CANDIDATES = 12
WINDOW = (-24.0, 32.0, 58.0, 71.5)  # names stand in the part of a country that the map can show, degrees
FLATTEN = 2.5  # a name is wider than high: height is stretched so that clearance means room for a line of text


def room(degrees: BaseGeometry) -> BaseGeometry:
    """The shape on a Mercator plane, stretched in height, so that distance to its edge is room for a name."""

    def project(lon: Any, lat: Any) -> tuple[Any, Any]:
        return lon, np.degrees(np.log(np.tan(np.pi / 4 + np.radians(lat) / 2))) * FLATTEN

    return shapely.make_valid(transform(project, degrees))


def degrees_of(point: Point) -> tuple[float, float]:
    """(lat, lon) of a point on the stretched plane, rounded to 0.01°."""
    lat = math.degrees(2 * math.atan(math.exp(math.radians(point.y / FLATTEN))) - math.pi / 2)
    return round(lat, 2), round(point.x, 2)


def anchors(outline: BaseGeometry, first: tuple[float, float] | None = None) -> list[list[float]]:
    """Up to twelve points inside the outline as [lat, lon]: the roomiest first, then spread out with clearance."""
    shown = outline.intersection(box(*WINDOW))
    if shown.is_empty:
        return []
    space = room(shown)
    edge = space.boundary
    west, south, east, north = space.bounds
    step = max(math.sqrt(space.area) / 28, 0.01)
    xs, ys = np.meshgrid(np.arange(west + step / 2, east, step), np.arange(south + step / 2, north, step))
    grid = shapely.points(xs.ravel(), ys.ravel())
    shapely.prepare(space)
    pool = list(grid[shapely.contains(space, grid)])
    largest = max(shapely.get_parts(space).tolist(), key=lambda part: part.area)
    pole = shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=step / 4), 0)
    pool.append(pole)
    clearance = shapely.distance(np.array(pool), edge)
    chosen = [len(pool) - 1]
    spread = np.full(len(pool), np.inf)
    while len(chosen) < CANDIDATES:
        spread = np.minimum(spread, shapely.distance(np.array(pool), pool[chosen[-1]]))
        # Clearance counts, but twice the pole's room apart is far enough: then the roomier place wins.
        score = np.where(
            clearance > 0.25 * clearance[-1], np.minimum(spread, 1.5 * clearance[-1]) * np.sqrt(clearance), 0
        )
        best = int(np.argmax(score))
        if score[best] <= 0 or spread[best] < 0.35 * clearance[-1]:
            break
        chosen.append(best)
    found = [degrees_of(pool[i]) for i in chosen]
    if first is not None:
        found = [first, *found][:CANDIDATES]
    inside = [place for place in dict.fromkeys(found) if outline.contains(Point(place[1], place[0]))]
    return [list(place) for place in inside]


def country_rank(outline: BaseGeometry) -> int:
    """1 for the largest on the screen to 6: a name of rank r fits from about zoom r + 2."""
    area = room(outline.intersection(box(*WINDOW))).area / FLATTEN
    return 1 + sum(area < limit for limit in (60, 15, 6, 1.5, 0.3))


def labels(
    raw: Path, outlines: dict[str, BaseGeometry], land: BaseGeometry, names: dict[str, str]
) -> dict[str, Any]:
    """The content of labels.json: countries, parts, seas and capitals with their candidate points."""
    countries = []
    for iso3, outline in outlines.items():
        points = anchors(outline, FIRST_ANCHORS.get(iso3))
        if points:
            countries.append(
                {"iso3": iso3, "name": names[iso3], "rank": country_rank(outline), "points": points}
            )
    parts = [
        {"iso3": iso3, "name": name, "rank": rank, "points": anchors(outlines[iso3].intersection(box(*frame)))}
        for name, iso3, rank, frame in PARTS
    ]
    return {
        "countries": sorted(countries, key=lambda row: (row["rank"], row["iso3"])),
        "parts": parts,
        "seas": seas(raw, land),
        "capitals": capitals(raw, outlines),
    }


def seas(raw: Path, land: BaseGeometry) -> list[dict[str, Any]]:
    """Each sea with candidate points in open water."""
    features = json.loads((raw / "ne_10m_geography_marine_polys.geojson").read_text())["features"]
    found = []
    for name, sources, rank in SEAS:
        water = shapely.union_all(
            [shapely.make_valid(shape(f["geometry"])) for f in features if f["properties"]["name"] in sources]
        )
        found.append({"name": name, "rank": rank, "points": anchors(water.difference(land.buffer(0.02)))})
    return found


def capitals(raw: Path, outlines: dict[str, BaseGeometry]) -> list[dict[str, Any]]:
    """The capitals of the region's states, each owned by the outline it lies in."""
    features = json.loads((raw / "ne_10m_populated_places_simple.geojson").read_text())["features"]
    window, found = box(*WINDOW), []
    for row in (f["properties"] for f in features):
        point = Point(row["longitude"], row["latitude"])
        if row["featurecla"] != "Admin-0 capital" or row["name"] in CAPITALS_LEFT_OUT or not window.contains(point):
            continue
        distance, iso3 = min((outline.distance(point), code) for code, outline in outlines.items())
        if distance > 0.05:
            raise SystemExit(f"{row['name']}: no state's outline is near {point.y}, {point.x}")
        found.append(
            {
                "name": CAPITAL_NAMES.get(row["name"], row["name"]),
                "iso3": iso3,
                "rank": 1 + (row["scalerank"] > 1) + (row["scalerank"] > 2) + (row["scalerank"] > 4),
                "lat": round(row["latitude"], 3),
                "lon": round(row["longitude"], 3),
            }
        )
    return sorted(found, key=lambda row: (row["rank"], row["name"]))
