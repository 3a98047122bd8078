"""The layout: a scene, its words and the ground become a sheet of a given size."""

from __future__ import annotations

from eastflank.render.picture import furniture, land
from eastflank.render.picture.ground import Ground
from eastflank.render.picture.projection import fitted
from eastflank.render.picture.sheet import Box, Sheet
from eastflank.render.picture.stage import Look, arc_line, staged
from eastflank.scene import Scene
from eastflank.style import LIGHT

_ON_SCREEN = 750.0
"""A map so many pixels high on a screen looks as large as one that fills a sheet."""


def sheet(scene: Scene, ground: Ground, width: float, height: float) -> Sheet:
    """`scene` drawn on a map that fills a sheet of `width` × `height` pixels."""
    box, unit = Box(0, 0, width, height), height / _ON_SCREEN
    corners = [*scene.opening, *(mark.at for mark in scene.marks)]
    projection = fitted(corners, box)
    groups = (furniture.legend(scene.legend, box, unit, LIGHT), furniture.scale(projection, box, unit, LIGHT))
    look = Look(projection, box, unit, LIGHT, tuple(group.box for group in groups))
    stage = staged(scene, ground, look)
    ties = [line for line in stage.lines if line.role == "tie"]
    leaders = [line for line in stage.lines if line.role == "leader"]
    return Sheet(
        width=width,
        height=height,
        title=scene.title,
        map=box,
        paper=LIGHT.card,
        sea=LIGHT.sea,
        hatch=LIGHT.present,
        grey=LIGHT.secondary,
        regions=land.regions(ground, projection, box, scene, LIGHT),
        lines=(*ties, *(arc_line(arc, look) for arc in scene.arcs), *leaders),
        dots=tuple(stage.dots),
        names=tuple(stage.names),
        cards=tuple(stage.cards),
        groups=groups,
        left_out=tuple(stage.left_out),
    )
