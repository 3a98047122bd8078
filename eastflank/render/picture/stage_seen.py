"""The input of the placement: what the map shows, and the sizes of its words."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.render.picture import cards, land
from eastflank.render.picture.ground import GroundShapes
from eastflank.render.picture.look import Look
from eastflank.render.picture.stage_names import CAPITAL, MapName, arc_id, lead_letters, note_letters
from eastflank.scene import map_key
from eastflank.scene.drawn import Scene
from eastflank.scene.look import SIZES


def seen_on(
    scene: Scene,
    ground: GroundShapes,
    look: Look,
    shapes: Mapping[str, cards.Shape],
    names: Mapping[str, MapName],
) -> dict[str, object]:
    """The input, as the placement describes it; `names` by their ids, `shapes` by the ids of their marks."""
    hosts = {area.iso3 for area in scene.areas}
    countries, disputed = land.outlines(ground, look.projection, look.box)
    return {
        "frames": [{"free": look.small(look.box), "blocked": [look.small(box) for box in look.furniture]}],
        "brief": False,
        "zoom": look.projection.zoom(look.unit),
        "marks": [_mark(id_, shape, look, scene.headings) for id_, shape in shapes.items()],
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
        "names": [_name(name, look) for name in names.values()],
        "capital": CAPITAL,
        "hosts": sorted(hosts),
        "countries": map_key.countries(scene.headings),
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
    look: Look,
    headings: tuple[str, ...],
) -> dict[str, object]:
    mark = shape.mark
    x, y = look.point(mark.at)

    def size(of: cards.PixelSize) -> dict[str, float]:
        return {"w": of.w / look.unit, "h": of.h / look.unit}

    return {
        "id": id_,
        "anchor": mark.anchor,
        "heading": mark.heading,
        "x": x,
        "y": y,
        "hosts": mark.hosts,
        "symbol": size(shape.symbol),
        "dot": size(shape.dot),
        "labels": {"full": size(shape.card), "name": size(shape.name), "number": size(shape.number)},
        "group": map_key.group(mark, headings),
        "selected": mark.selected,
        "crowd": bool(mark.crowd),
        "gone": mark.gone,
        "ties": [look.point(tie) for tie in mark.ties],
    }


def _name(name: MapName, look: Look) -> dict[str, object]:
    w, h = name.letters.width(name.words), name.letters.height
    note = None
    if name.note:
        letters = note_letters(look)
        note = {
            "w": max(w, letters.width(name.note.text)) / look.unit,
            "h": (h + letters.height) / look.unit,
        }
    if name.role == "capital":
        w += (CAPITAL + SIZES.capital_gap) * look.unit
    return {
        "id": name.id,
        "role": name.role,
        "name": name.place.name,
        "iso3": name.place.iso3,
        "rank": name.place.rank,
        "w": w / look.unit,
        "h": h / look.unit,
        "points": [look.point(at) for at in name.place.points],
        "note": note,
    }
