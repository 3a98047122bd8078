"""The ground as regions of the sheet: projected, clipped, and no finer than its pixels."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from eastflank.model import Standing
from eastflank.render.picture.ground import GroundShapes
from eastflank.render.picture.projection import Projection
from eastflank.render.picture.sheet import Box, Fill, Region, Spot, Stroke, drawn_with
from eastflank.scene.drawn import Scene
from eastflank.scene.look import ON_PAPER
from eastflank.scene.style import Palette

_FINEST = 0.8
"""Corners smaller than about so many pixels are left out; they are not visible."""
_MARGIN = 12.0
"""Outlines continue for so many pixels beyond the map, so that no cut edge is visible."""
_SMALLEST = 1.5
"""Square pixels: smaller islands and lakes are left out."""

Rings = tuple[tuple[Spot, ...], ...]


def regions(
    ground: GroundShapes, projection: Projection, box: Box, scene: Scene, palette: Palette
) -> tuple[Region, ...]:
    """Land, then hosts, disputed areas and lakes, in drawing order."""
    countries, disputed, lakes = _outlines(ground, projection, box)
    border = drawn_with(ON_PAPER.land, palette.border)
    drawn = []
    for iso3, rings in countries.items():
        role: Literal["member", "land"] = "member" if iso3 in scene.members else "land"
        colour = palette.member if iso3 in scene.members else palette.land
        drawn.append(Region(f"land {iso3}", role, rings, "plain", colour, border))
    for area in sorted(scene.areas, key=lambda area: (area.standing, area.iso3)):
        if area.iso3 in countries:
            fill, colour, stroke = host_form(area.standing, palette)
            drawn.append(
                Region(f"host {area.iso3}", "host", countries[area.iso3], fill, colour, stroke, area.standing)
            )
    edge = drawn_with(ON_PAPER.disputed, palette.secondary)
    drawn += [
        Region(f"disputed {name}", "disputed", rings, "disputed", palette.secondary, edge)
        for name, rings in disputed.items()
    ]
    shore = drawn_with(ON_PAPER.lake, palette.border)
    drawn += [
        Region(f"lake {number}", "lake", rings, "plain", palette.sea, shore)
        for number, rings in lakes.items()
    ]
    return tuple(drawn)


def host_form(standing: Standing, palette: Palette) -> tuple[Fill, str, Stroke]:
    """A host's fill, its background, and its edge."""
    border = drawn_with(ON_PAPER.land, palette.border)
    match standing:
        case Standing.CONSIDERED:
            dotted = replace(drawn_with(ON_PAPER.considered, palette.secondary), round=True)
            return "considered", palette.member, dotted
        case Standing.PLANNED:
            return "planned", palette.planned, border
    return "plain", palette.present, border


def outlines(
    ground: GroundShapes, projection: Projection, box: Box
) -> tuple[Mapping[str, Rings], Mapping[str, Rings]]:
    """Rings of the countries and of the disputed areas that the box shows, by code and by name."""
    countries, disputed, _ = _outlines(ground, projection, box)
    return countries, disputed


@functools.lru_cache(maxsize=8)
def silhouettes(ground: GroundShapes, projection: Projection, box: Box) -> Mapping[str, Rings]:
    """Rings of the countries, clipped to the box, by code: for a small map."""
    return _rings(ground.countries, projection, box, shared=True, margin=0.0)


@functools.lru_cache(maxsize=8)
def _outlines(
    ground: GroundShapes, projection: Projection, box: Box
) -> tuple[Mapping[str, Rings], Mapping[str, Rings], Mapping[str, Rings]]:
    """Rings of the countries, disputed areas and lakes that the box shows. The slowest part."""
    return (
        _rings(ground.countries, projection, box, shared=True),
        _rings(ground.disputed, projection, box),
        _rings(ground.lakes, projection, box),
    )


def _rings(
    shapes: Mapping[str, BaseGeometry],
    projection: Projection,
    box: Box,
    *,
    shared: bool = False,
    margin: float = _MARGIN,
) -> dict[str, Rings]:
    """Rings by name, continued for `margin` beyond the box; `shared`: neighbours keep identical borders."""
    near = (box.x - margin, box.y - margin, box.right + margin, box.bottom + margin)
    flat = shapely.transform(np.array([*shapes.values()], dtype=object), projection.spots)
    cut = [MultiPolygon(_polygons(shape)) for shape in shapely.clip_by_rect(flat, *near)]
    lean = (
        shapely.coverage_simplify(cut, _FINEST, simplify_boundary=True)
        if shared
        else shapely.simplify(cut, _FINEST, preserve_topology=True)
    )
    found = {name: _of(shape) for name, shape in zip(shapes, lean, strict=True)}
    return {name: rings for name, rings in found.items() if rings}


def _polygons(shape: BaseGeometry) -> list[Polygon]:
    return [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]


def _of(shape: BaseGeometry) -> Rings:
    large = [part for part in _polygons(shape) if part.area >= _SMALLEST]
    return tuple(
        _ring(shapely.get_coordinates(ring)) for part in large for ring in (part.exterior, *part.interiors)
    )


def _ring(coordinates: NDArray[np.float64]) -> tuple[Spot, ...]:
    return tuple(Spot(x, y) for x, y in np.round(coordinates[:-1], 1).tolist())
