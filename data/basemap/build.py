"""Build the basemap's shapes from Natural Earth: `python data/basemap/build.py RAW`, then labels.py.

A maintainer's tool, not run by the dashboard. RAW is a folder with the inputs that `README.md` lists.
The whole ground is cut into faces that share their edges, each face belongs to one state, and all faces are
simplified together, so that neighbours still fit and a hatched area ends exactly on the border it shares.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon, STRtree
from shapely.affinity import translate
from shapely.geometry import box, mapping, shape
from shapely.geometry.base import BaseGeometry

OUT = Path(__file__).parent
CHOICES = tomllib.loads((OUT / "choices.toml").read_text(encoding="utf-8"))
DETAIL = [(box(*row["frame"]), row["simplification"], row["smallest"]) for row in CHOICES["detail"]]
REGION = DETAIL[1][0]
GRID = (
    0.001  # degrees; every vertex lies on it from the first cut on, so writing three decimals loses nothing
)
SHORTEST_RING = 4  # points, the first repeated at the end
MOST_MOVED = 30  # square degrees; more land than Western Sahara changes hands only by mistake
REACH = 0.012  # how far a disputed area is widened to reach the border it follows, degrees


Coordinates: TypeAlias = "float | Sequence[Coordinates]"


@dataclass(frozen=True)
class Face:
    """A piece of land of one state that lies in one frame of detail, and is hatched or not."""

    shape: Polygon
    iso3: str
    hatched: str | None
    detail: int


def polygons(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons a geometry holds, whatever else it holds."""
    return [part for part in shapely.get_parts(shapely.make_valid(geometry)).tolist() for part in _flat(part)]


def _flat(part: BaseGeometry) -> Iterator[Polygon]:
    if isinstance(part, Polygon):
        if not part.is_empty:
            yield part
    elif hasattr(part, "geoms"):
        for inner in part.geoms:
            yield from _flat(inner)


def around_the_globe(outline: BaseGeometry) -> list[BaseGeometry]:
    """The parts of an outline that runs past ±180°, each where it lies."""
    turned = [outline.intersection(box(-180 + turn, -90, 180 + turn, 90)) for turn in (-360, 0, 360)]
    return [
        translate(part, -turn) for part, turn in zip(turned, (-360, 0, 360), strict=True) if not part.is_empty
    ]


def topojson_shapes(path: Path) -> Iterator[tuple[dict[str, Any], BaseGeometry]]:
    """Each country of a quantised TopoJSON with its properties (and `id`); degrees."""
    topology = json.loads(path.read_text())
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]

    def ring(indices: list[int]) -> Polygon | None:
        parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
        points = np.concatenate([parts[0], *(part[1:] for part in parts[1:])])
        if len(points) < SHORTEST_RING:
            return None
        # The atlas runs rings on across the antimeridian: Chukotka follows 180° E without a jump.
        points[1:, 0] -= 360 * np.cumsum(np.round(np.diff(points[:, 0]) / 360))
        return Polygon(points)

    for entry in topology["objects"]["countries"]["geometries"]:
        groups = entry["arcs"] if entry["type"] == "MultiPolygon" else [entry["arcs"]]
        pieces = []
        for outer, *holes in groups:
            whole = ring(outer)
            if whole is not None:
                gone = [hole for hole in map(ring, holes) if hole is not None]
                cut = shapely.union_all([shapely.make_valid(hole) for hole in gone])
                pieces += around_the_globe(shapely.difference(shapely.make_valid(whole), cut))
        yield (
            {**entry["properties"], "id": entry.get("id")},
            MultiPolygon([polygon for piece in pieces for polygon in polygons(piece)]),
        )


def geojson_features(path: Path) -> list[dict[str, Any]]:
    """The features of a GeoJSON file that have a shape."""
    return [f for f in json.loads(path.read_text())["features"] if f["geometry"] is not None]


def codes(raw: Path) -> tuple[dict[str, str], dict[str, str]]:
    """ISO number → ISO 3166-1 alpha-3, and alpha-3 → English name."""
    rows = [f["properties"] for f in geojson_features(raw / "ne_50m_admin_0_countries.geojson")]
    by_number = {row["ISO_N3"]: row["ISO_A3_EH"] for row in rows if row["ISO_A3_EH"] != "-99"}
    names = {row["ISO_A3_EH"]: row["NAME_LONG"] for row in rows if row["ISO_A3_EH"] != "-99"}
    return by_number, {**names, **CHOICES["names"]}


def disputed_shapes(raw: Path) -> dict[str, BaseGeometry]:
    """Each of Natural Earth's disputed areas by name; parts of one name united."""
    named: dict[str, list[BaseGeometry]] = {}
    for feature in geojson_features(raw / "ne_10m_admin_0_disputed_areas.geojson"):
        named.setdefault(feature["properties"]["BRK_NAME"], []).append(
            shapely.make_valid(shape(feature["geometry"]))
        )
    return {name: shapely.union_all(parts) for name, parts in named.items()}


def owned(raw: Path) -> dict[str, BaseGeometry]:
    """The land of each state, as the General Assembly recognises it; still in full detail."""
    by_number, _ = codes(raw)
    land: dict[str, list[BaseGeometry]] = {}
    for properties, outline in topojson_shapes(raw / "countries-10m.json"):
        iso3 = CHOICES["owners"].get(properties["name"]) or by_number.get(properties["id"] or "")
        if iso3 and iso3 != "ATA":
            land.setdefault(iso3, []).append(outline)
        elif iso3 is None and outline.intersects(REGION):
            raise SystemExit(f"{properties['name']}: no ISO number; say in choices.toml whose it is")
    states = {iso3: shapely.union_all(parts) for iso3, parts in land.items()}
    areas = disputed_shapes(raw)
    for row in CHOICES["returned"]:
        area, taken_from, given_to = row["area"], row["from"], row["to"]
        zone = areas[area].buffer(REACH)
        # A part that lies in the zone but for a sliver moves whole: a cut along a coast would leave crumbs.
        stays, moves = [], []
        for polygon in polygons(states[taken_from]):
            within = polygon.intersection(zone)
            if within.area > 0.95 * polygon.area:
                moves.append(polygon)
            else:
                stays.append(polygon.difference(zone))
                moves.append(within)
        moved = shapely.union_all(moves)
        if not 0 < moved.area < MOST_MOVED:
            raise SystemExit(
                f"{area}: {moved.area:.2f} square degrees would move from {taken_from} to {given_to}"
            )
        states[taken_from] = shapely.union_all(stays)
        # The widening by a hair closes the seam that rounding would leave.
        states[given_to] = shapely.union_all([states[given_to], moved.buffer(1e-6)])
    return states


def faces(states: dict[str, BaseGeometry], areas: dict[str, BaseGeometry]) -> list[Face]:
    """The land cut at every border, hatched area's edge and frame of detail, on the common grid."""
    frames = [frame for frame, _, _ in DETAIL]
    marks = {row["name"]: (areas[row["area"]].buffer(REACH), row["iso3"]) for row in CHOICES["hatched"]}
    edges = [outline.boundary for outline in states.values()]
    edges += [states[owner].intersection(zone).boundary for zone, owner in marks.values()]
    edges += [frame.boundary for frame in frames[:-1]]
    net = shapely.union_all(edges, grid_size=GRID)
    cells = shapely.get_parts(shapely.polygonize(shapely.get_parts(net).tolist())).tolist()
    owners = [(iso3, part) for iso3, outline in states.items() for part in polygons(outline)]
    tree = STRtree([part for _, part in owners])
    found = []
    for cell in cells:
        point = cell.representative_point()
        hits = sorted(owners[i][0] for i in tree.query(point, predicate="within"))
        if hits:
            mark = next(
                (n for n, (zone, own) in marks.items() if own == hits[0] and zone.contains(point)), None
            )
            detail = next(i for i, frame in enumerate(frames) if frame.contains(point))
            found.append(Face(cell, hits[0], mark, detail))
    return found


def simplified(all_faces: list[Face]) -> list[Face]:
    """The faces with fewer vertices; within a frame of detail they fit as before."""
    kept = []
    for detail, (_, tolerance, _) in enumerate(DETAIL):
        group = [face for face in all_faces if face.detail == detail]
        lean = shapely.coverage_simplify([face.shape for face in group], tolerance)
        kept += [replace(face, shape=outline) for outline, face in zip(lean, group, strict=True)]
    return kept


def united(pieces: list[Polygon]) -> BaseGeometry:
    """One valid geometry on the grid, without the islands too small for where they are."""
    whole = shapely.set_precision(shapely.union_all(pieces, grid_size=GRID), GRID)
    parts = sorted(polygons(whole), key=lambda part: -part.area)
    frames = [(frame, smallest) for frame, _, smallest in DETAIL]
    large = []
    for part in parts:
        detail, smallest = next(
            (i, limit) for i, (frame, limit) in enumerate(frames) if part.intersects(frame)
        )
        if part.area > smallest or (part is parts[0] and detail < len(frames) - 1):
            large.append(part)
    return MultiPolygon(large)


def lakes(raw: Path, land: BaseGeometry) -> list[tuple[str, BaseGeometry]]:
    """The larger lakes of the region, simplified."""
    found = []
    for file, smallest in (("ne_50m_lakes", 0.02), ("ne_10m_lakes_europe", 0.05)):
        for feature in geojson_features(raw / f"{file}.geojson"):
            name = feature["properties"]["name"] or ""
            outline = shapely.make_valid(shape(feature["geometry"]))
            if (
                name in CHOICES["lakes"]["left_out"]
                or outline.area < smallest
                or not REGION.contains(outline)
            ):
                continue
            if outline.intersection(land).area > 0.6 * outline.area:
                lean = shapely.set_precision(shapely.simplify(outline, 0.006), GRID)
                found.append((name, MultiPolygon(polygons(lean))))
    return sorted(found, key=lambda lake: (-lake[1].area, lake[0]))


def collection(rows: Iterable[tuple[dict[str, Any], BaseGeometry]]) -> dict[str, Any]:
    """GeoJSON, right-handed rings, three decimals."""

    def tidy(value: Coordinates) -> Coordinates:
        return [tidy(inner) for inner in value] if isinstance(value, Sequence) else round(value, 3)

    features = []
    for properties, geometry in rows:
        raw = mapping(shapely.orient_polygons(geometry.normalize()))
        features.append(
            {
                "type": "Feature",
                "properties": properties,
                "geometry": {"type": raw["type"], "coordinates": tidy(raw["coordinates"])},
            }
        )
    return {"type": "FeatureCollection", "features": features}


def write(name: str, content: dict[str, Any]) -> None:
    """Write a file beside this one and print its size."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
    data = text.encode()
    (OUT / name).write_bytes(data)
    packed = len(gzip.compress(data, mtime=0))
    print(f"{name}: {len(data):,} bytes, {packed:,} gzipped, sha256 {hashlib.sha256(data).hexdigest()}")


def main(raw: Path) -> None:
    """Write countries.json, disputed.json and lakes.json from the folder of inputs."""
    _, names = codes(raw)
    states, areas = owned(raw), disputed_shapes(raw)
    areas["N. Cyprus"] = shapely.union_all(
        [
            outline
            for row, outline in topojson_shapes(raw / "countries-10m.json")
            if row["name"] == "N. Cyprus"
        ]
    )
    lean = simplified(faces(states, areas))
    outlines = {
        iso3: united([f.shape for f in lean if f.iso3 == iso3]) for iso3 in sorted({f.iso3 for f in lean})
    }
    outlines = {iso3: outline for iso3, outline in outlines.items() if not outline.is_empty}
    hatched = [
        (
            {"name": row["name"], "iso3": row["iso3"]},
            united([f.shape for f in lean if f.hatched == row["name"]]),
        )
        for row in CHOICES["hatched"]
    ]
    write("countries.json", collection(({"iso3": i, "name": names[i]}, o) for i, o in outlines.items()))
    write("disputed.json", collection(hatched))
    land = shapely.union_all(list(outlines.values()))
    water = lakes(raw, land)
    write("lakes.json", collection(({"name": name}, outline) for name, outline in water))


if __name__ == "__main__":
    match sys.argv[1:]:
        case [folder]:
            main(Path(folder))
        case _:
            raise SystemExit("usage: python data/basemap/build.py RAW (the folder of inputs: see README.md)")
