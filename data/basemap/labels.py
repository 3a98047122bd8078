"""Find where names may stand: `python data/basemap/labels.py RAW`, after build.py.

A maintainer's tool, not run by the dashboard: it offers candidate points for the names of countries, seas,
capitals and named parts; the map takes the first that is free.
"""

from __future__ import annotations

import json
import math
import sys
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Point
from shapely.geometry import box, shape
from shapely.geometry.base import BaseGeometry

OUT = Path(__file__).parent
CHOICES = tomllib.loads((OUT / "choices.toml").read_text(encoding="utf-8"))
CANDIDATES = 12
WINDOW = (-24.0, 32.0, 58.0, 71.5)  # names stand in the part of a country that the map can show, degrees
NEAR = 0.05  # how far a capital may lie outside its simplified country, degrees
# A name is wider than high: height is stretched so that distance to the edge means room for a line of text.
FLATTEN = 2.5


def room(degrees: BaseGeometry) -> BaseGeometry:
    """The shape on a Mercator plane, stretched in height, so that distance to its edge is room for a name."""

    def project(points: NDArray[np.float64]) -> NDArray[np.float64]:
        lon, lat = points.T
        return np.column_stack([lon, np.degrees(np.log(np.tan(np.pi / 4 + np.radians(lat) / 2))) * FLATTEN])

    return shapely.make_valid(shapely.transform(degrees, project))


def degrees_of(point: Point) -> tuple[float, float]:
    """(lat, lon) of a point on the stretched plane, rounded to 0.01°."""
    lat = math.degrees(2 * math.atan(math.exp(math.radians(point.y / FLATTEN))) - math.pi / 2)
    return round(lat, 2), round(point.x, 2)


def anchors(outline: BaseGeometry, first: list[float] | None = None) -> list[list[float]]:
    """Up to twelve points inside the outline as [lat, lon]: the roomiest first, then others well apart."""
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
        found = [(first[0], first[1]), *found][:CANDIDATES]
    inside = [place for place in dict.fromkeys(found) if outline.contains(Point(place[1], place[0]))]
    return [list(place) for place in inside]


def country_rank(outline: BaseGeometry) -> int:
    """1 for the largest on the screen to 4 for the smallest."""
    area: float = room(outline.intersection(box(*WINDOW))).area / FLATTEN
    return 1 + sum(area < limit for limit in (15.0, 1.5, 0.3))


def labels(raw: Path, outlines: dict[str, BaseGeometry], names: dict[str, str]) -> dict[str, Any]:
    """The content of labels.json: countries, parts, seas and capitals with their candidate points."""
    countries = []
    for iso3, outline in outlines.items():
        points = anchors(outline, CHOICES["first_anchors"].get(iso3))
        if points:
            countries.append(
                {"iso3": iso3, "name": names[iso3], "rank": country_rank(outline), "points": points}
            )
    parts = [
        {key: row[key] for key in ("iso3", "name", "rank")}
        | {"points": anchors(outlines[row["iso3"]].intersection(box(*row["frame"])))}
        for row in CHOICES["parts"]
    ]
    return {
        "countries": sorted(countries, key=lambda row: (row["rank"], row["iso3"])),
        "parts": parts,
        "seas": seas(raw, shapely.union_all(list(outlines.values()))),
        "capitals": capitals(raw, outlines),
    }


def seas(raw: Path, land: BaseGeometry) -> list[dict[str, Any]]:
    """Each sea with candidate points in open water."""
    features = json.loads((raw / "ne_10m_geography_marine_polys.geojson").read_text())["features"]
    found = []
    for name, rank in [(name, row["rank"]) for row in CHOICES["seas"] for name in row["names"]]:
        outlines = [
            shape(f["geometry"])
            for f in features
            if " ".join((f["properties"]["name"] or "").split()) == name
        ]
        water = shapely.union_all([shapely.make_valid(outline) for outline in outlines])
        points = anchors(water.difference(land.buffer(0.02)))
        if not points:
            raise SystemExit(f"{name}: no open water of that name")
        found.append({"name": name, "rank": rank, "points": points})
    return found


def capitals(raw: Path, outlines: dict[str, BaseGeometry]) -> list[dict[str, Any]]:
    """The capitals of the region's states, each owned by the outline it lies in."""
    features = json.loads((raw / "ne_10m_populated_places_simple.geojson").read_text())["features"]
    window, found = box(*WINDOW), []
    for row in [f["properties"] for f in features]:
        point = Point(row["longitude"], row["latitude"])
        if (
            row["featurecla"] != "Admin-0 capital"
            or row["name"] in CHOICES["capitals"]["left_out"]
            or not window.contains(point)
        ):
            continue
        distance, iso3 = min((outline.distance(point), code) for code, outline in outlines.items())
        if distance > NEAR:
            raise SystemExit(f"{row['name']}: no state's outline is near {point.y}, {point.x}")
        found.append(
            {
                "name": CHOICES["capitals"]["names"].get(row["name"], row["name"]),
                "iso3": iso3,
                "rank": 1 + sum(row["scalerank"] > limit for limit in (1, 3, 4)),
                "lat": round(row["latitude"], 3),
                "lon": round(row["longitude"], 3),
            }
        )
    return sorted(found, key=lambda row: (row["rank"], row["name"]))


def main(raw: Path) -> None:
    """Write labels.json from the countries drawn and the folder of inputs."""
    countries = json.loads((OUT / "countries.json").read_text(encoding="utf-8"))["features"]
    outlines = {row["properties"]["iso3"]: shape(row["geometry"]) for row in countries}
    names = {row["properties"]["iso3"]: row["properties"]["name"] for row in countries}
    text = json.dumps(labels(raw, outlines, names), ensure_ascii=False, separators=(",", ":"))
    (OUT / "labels.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    match sys.argv[1:]:
        case [folder]:
            main(Path(folder))
        case _:
            raise SystemExit("usage: python data/basemap/labels.py RAW (the folder of inputs: see README.md)")
