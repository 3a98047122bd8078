"""The locator: a small map of the whole theatre with a rectangle for the picture's map.

It is shown at the foot of the column, so that it covers no part of the map, if the map shows clearly less
than the theatre. Counterpart of `browser/locator.js`.
"""

from __future__ import annotations

from eastflank.render.picture import land
from eastflank.render.picture.ground import GroundShapes
from eastflank.render.picture.look import Look
from eastflank.render.picture.projection import Projection, fitted
from eastflank.render.picture.sheet import Box, Group, Line, Plate, Region, Spot, Stroke, drawn_with
from eastflank.scene.drawn import Scene
from eastflank.scene.look import CLOSER, LINES, SIZES
from eastflank.scene.mercator import northing

NAME = "where this map lies"


def locator_map(scene: Scene, ground: GroundShapes, column: Box, look: Look) -> Group | None:
    """The locator at the foot of `column`; None if the map shows nearly the whole theatre."""
    if (
        scene.opening == scene.whole
        or look.projection.scale < 2**CLOSER * fitted(scene.whole, look.box).scale
    ):
        return None
    unit, palette = look.unit, look.palette
    southwest, northeast = scene.whole
    tall = (northing(northeast.lat) - northing(southwest.lat)) / (northeast.lon - southwest.lon)
    w, h = round(SIZES.locator * unit), round(SIZES.locator * unit * tall)
    box = Box(round(column.x + 10 * unit), round(column.bottom - 10 * unit - h), w, h)
    projection = fitted(scene.whole, box)
    hosts = {area.iso3 for area in scene.areas}
    drawn = land.silhouettes(ground, projection, box)
    border = Stroke(palette.border, 0.6)
    others = tuple(ring for iso3, rings in drawn.items() if iso3 not in hosts for ring in rings)
    inside = tuple(ring for iso3, rings in drawn.items() if iso3 in hosts for ring in rings)
    regions = [Region("locator land", "land", others, "plain", palette.land, border)]
    if inside:
        regions.append(Region("locator hosts", "host", inside, "plain", palette.present, border))
    sea = Plate("locator sea", "locator", box, "plain", palette.sea)
    lines = (
        _outline("locator edge", box, Stroke(palette.secondary, unit)),
        _outline("locator view", _view(look, projection, box), drawn_with(LINES.view, palette.ink, unit)),
    )
    return Group(NAME, box, (sea,), lines, regions=tuple(regions))


def _view(look: Look, small: Projection, box: Box) -> Box:
    """The map's extent as a rectangle on the small map in `box`."""
    seen = look.box
    left, low = small.spot(look.projection.point(Spot(seen.x, seen.bottom)))
    right, high = small.spot(look.projection.point(Spot(seen.right, seen.y)))
    left, right = max(left, box.x), min(right, box.right)
    high, low = max(high, box.y), min(low, box.bottom)
    return Box(left, high, right - left, low - high)


def _outline(name: str, box: Box, stroke: Stroke) -> Line:
    corners = (
        Spot(box.x, box.y),
        Spot(box.right, box.y),
        Spot(box.right, box.bottom),
        Spot(box.x, box.bottom),
    )
    return Line(name, "locator", (*corners, corners[0]), stroke)
