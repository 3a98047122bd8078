"""What the placement needs to know of a map: the sizes of all its words, and where they may stand."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.render.picture import cards, land
from eastflank.render.picture.ground import Ground
from eastflank.render.picture.look import Look
from eastflank.render.picture.stage_names import CAPITAL, Name, arc_id, lead_letters, note_letters
from eastflank.scene import map_key
from eastflank.scene.drawn import Scene

# In pixels of the screen's map.
_MARGIN = 6.0


_SMALL_MAP = 520.0
"""Up to this length of its shorter side a map has smaller symbols."""


DOTS = 2
"""The number of the size at which symbols are dots."""


def task_of(
    scene: Scene,
    ground: Ground,
    look: Look,
    shapes: Mapping[str, cards.Shape],
    names: Mapping[str, Name],
) -> dict[str, object]:
    """The task as `placement.js` describes it; `names` by their ids, `shapes` by those of their marks."""
    hosts = {area.iso3 for area in scene.areas}
    points = {one.iso3: [look.point(at) for at in one.points] for one in ground.country_names}
    countries, disputed = land.outlines(ground, look.projection, look.box)
    frame = look.small(look.box)
    size = min(frame["w"], frame["h"])
    frame = {
        "x": _MARGIN,
        "y": _MARGIN,
        "w": frame["w"] - 2 * _MARGIN,
        "h": frame["h"] - 2 * _MARGIN,
    }
    return {
        "frames": [{"frame": frame, "blocked": [look.small(box) for box in look.furniture]}],
        "size": 1 if size < _SMALL_MAP else 0,
        "sizes": DOTS + 1,
        "marks": [_mark(id_, shape, points, look, scene.headings) for id_, shape in shapes.items()],
        "arcs": [
            {
                "id": arc_id(arc),
                "lead": arc.lead,
                "mark": arc.deployment,
                "path": [look.point(at) for at in arc.path],
                "w": lead_letters(arc, look).width(arc.name) / look.unit,
                "h": lead_letters(arc, look).height / look.unit,
            }
            for arc in scene.arcs
        ],
        "names": [_name(name, shapes, look, scene.headings) for name in names.values()],
        "lands": [
            {"id": iso3, "host": iso3 in hosts, "rings": _flat(rings, look)}
            for iso3, rings in countries.items()
        ],
        "forbidden": [{"rings": _flat(rings, look)} for rings in disputed.values()],
    }


def _flat(rings: land.Rings, look: Look) -> list[list[tuple[float, float]]]:
    return [[look.flat(spot) for spot in ring] for ring in rings]


def _mark(
    id_: str,
    shape: cards.Shape,
    points: Mapping[str | None, list[tuple[float, float]]],
    look: Look,
    headings: tuple[str, ...],
) -> dict[str, object]:
    mark = shape.mark
    x, y = look.point(mark.at)

    def size(of: cards.Size) -> dict[str, float]:
        return {"w": of.w / look.unit, "h": of.h / look.unit}

    return {
        "id": id_,
        "anchor": mark.anchor,
        "x": x,
        "y": y,
        "hosts": mark.hosts,
        "symbols": [size(one) for one in shape.symbols],
        "labels": {"full": size(shape.card), "name": size(shape.name), "number": size(shape.number)},
        "group": map_key.group(mark, headings),
        "selected": mark.selected,
        "crowd": bool(mark.crowd) and mark.anchor == "place",
        "gone": shape.gone,
        "points": points.get(mark.hosts[0], []) if mark.anchor == "country" and mark.hosts else [],
    }


def _name(
    name: Name, shapes: Mapping[str, cards.Shape], look: Look, headings: tuple[str, ...]
) -> dict[str, object]:
    w, h = name.letters.width(name.words), name.letters.height
    note = None
    if name.note:
        letters = note_letters(look)
        note = {
            "w": max(w, letters.width(name.note.text)) / look.unit,
            "h": (h + letters.height) / look.unit,
            "group": map_key.countries(headings),
        }
    if name.role == "capital":
        w += (CAPITAL + 3) * look.unit
    return {
        "id": name.id,
        "kind": "capital" if name.role == "capital" else "name",
        "iso3": name.place.iso3,
        "w": w / look.unit,
        "h": h / look.unit,
        "dot": CAPITAL,
        "headed": [
            id_
            for id_, shape in shapes.items()
            if name.role == "country"
            and shape.mark.anchor == "country"
            and shape.mark.heading == name.place.name
        ],
        "points": [look.point(at) for at in name.place.points],
        "note": note,
    }
