"""The stage: everything on a picture's map that has words, where `placement.js` puts it.

The counterpart of `browser/stage.js`: it measures what the placement needs to know, and makes cards, lines
and names of what it answers. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from eastflank.model import Point
from eastflank.render.picture import cards, land
from eastflank.render.picture.ground import Ground, PlaceName
from eastflank.render.picture.lettering import PICTURE, Letters, Typography
from eastflank.render.picture.placement import PlacedBox, PlacedKey, PlacedMark, placed
from eastflank.render.picture.projection import Projection
from eastflank.render.picture.sheet import Box, Card, Dot, Line, Spot, Stroke, Text
from eastflank.scene import map_key, style
from eastflank.scene.drawn import Arc, CountryNote, Mark, Scene
from eastflank.scene.style import Palette

# In pixels of the screen's map.
_MARGIN = 6.0
_FROM_ZOOM = {1: 0.0, 2: 4.5, 3: 5.25, 4: 6.0}
"""By rank: smaller places appear where the map is larger."""
_CAPITAL = 7.0
"""Across a capital's dot, with what is left free around it."""
_SMALL_MAP = 520.0
"""Up to this length of its shorter side a map has smaller symbols."""
_SEA_NAME, _CAPITAL_NAME = "#5f8399", "#44525a"


@dataclass(frozen=True, slots=True)
class Look:
    """Where and how a map is drawn."""

    projection: Projection
    box: Box
    unit: float
    """Pixels of the sheet to one of the screen's map."""
    palette: Palette
    furniture: tuple[Box, ...] = ()
    """What is kept free of words: the scale."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """By deployment, the numbers of the footnotes on which its card rests."""
    typography: Typography = PICTURE

    def flat(self, spot: Spot) -> tuple[float, float]:
        """A spot of the sheet in pixels of the screen's map, from its top left corner."""
        return (spot.x - self.box.x) / self.unit, (spot.y - self.box.y) / self.unit

    def point(self, at: Point) -> tuple[float, float]:
        """A place on the earth in the same pixels."""
        return self.flat(self.projection.spot(at))

    def small(self, box: Box) -> dict[str, float]:
        """A box of the sheet in the same pixels."""
        x, y = self.flat(Spot(box.x, box.y))
        return {"x": x, "y": y, "w": box.w / self.unit, "h": box.h / self.unit}

    def box_of(self, at: PlacedBox) -> Box:
        """A box of the sheet from one in those pixels."""
        x, y, w, h = (side * self.unit for side in (at["x"], at["y"], at["w"], at["h"]))
        return Box(round(self.box.x + x, 2), round(self.box.y + y, 2), round(w, 2), round(h, 2))

    def spots(self, line: Sequence[float]) -> tuple[Spot, Spot]:
        """The ends of a line of the sheet from one in those pixels."""
        x1, y1, x2, y2 = (value * self.unit for value in line)
        return (
            Spot(round(self.box.x + x1, 2), round(self.box.y + y1, 2)),
            Spot(round(self.box.x + x2, 2), round(self.box.y + y2, 2)),
        )


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A row of the key: a mark whose whole text has no room on the map, or what is said of a country."""

    group: int
    number: int | None
    mark: Mark | None
    text: str
    """Of a country; empty for a mark."""


@dataclass(slots=True)
class Stage:
    """What has been placed."""

    cards: list[Card] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    names: list[Text] = field(default_factory=list)
    key: list[KeyRow] = field(default_factory=list)


def staged(scene: Scene, ground: Ground, look: Look) -> Stage:
    """Everything of `scene` that has words, and the ground's names, each where there is room for it."""
    marks = {_id(mark): mark for mark in (*scene.marks, *scene.ghosts)}
    digits = "88" if len(marks) > 9 else "8"  # noqa: PLR2004 - the largest number of one digit
    shapes = {
        id_: cards.shape(
            mark, look.notes.get(id_, ""), digits, look.unit, look.palette, typography=look.typography
        )
        for id_, mark in marks.items()
    }
    names = {name.id: name for name in _names(scene, ground, look)}
    found = placed(_task(scene, ground, look, shapes, names))
    stage = Stage()
    for id_, shape in shapes.items():
        if id_ in found["marks"]:
            _put_mark(stage, shape, found["marks"][id_], look, small=found["size"] == _DOTS)
    for arc in scene.arcs:
        at = found["arcs"].get(_arc_id(arc))
        if at:
            box = look.box_of(at)
            stage.names.append(_lead(arc, look).text(f"lead {_arc_id(arc)}", "lead", arc.name, box.x, box.y))
    for id_, at in found["names"].items():
        _put_name(stage, names[id_], look.box_of(at), at["level"], look)
    stage.key = [_row(row, marks, names) for row in found["key"]]
    return stage


_DOTS = 2
"""The number of the size at which symbols are dots."""


def _id(mark: Mark) -> str:
    """A ghost may have the id of what is there now."""
    gone = mark.change is not None and mark.change.form == "gone"
    return f"gone {mark.id}" if gone else mark.id


def _arc_id(arc: Arc) -> str:
    return f"{arc.lead} {arc.deployment}"


def _row(row: PlacedKey, marks: Mapping[str, Mark], names: Mapping[str, _Name]) -> KeyRow:
    mark = marks.get(row["id"])
    if mark:
        return KeyRow(row["group"], row["number"], mark, "")
    name = names[row["id"]]
    return KeyRow(row["group"], None, None, f"{name.place.name}: {name.note.text if name.note else ''}")


# --- the task ---------------------------------------------------------------------------------------


def _task(
    scene: Scene,
    ground: Ground,
    look: Look,
    shapes: Mapping[str, cards.Shape],
    names: Mapping[str, _Name],
) -> dict[str, object]:
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
        "sizes": _DOTS + 1,
        "marks": [_mark(id_, shape, points, look) for id_, shape in shapes.items()],
        "arcs": [
            {
                "id": _arc_id(arc),
                "lead": arc.lead,
                "mark": arc.deployment,
                "path": [look.point(at) for at in arc.path],
                "w": _lead(arc, look).width(arc.name) / look.unit,
                "h": _lead(arc, look).height / look.unit,
            }
            for arc in scene.arcs
        ],
        "names": [_name(name, shapes, look) for name in names.values()],
        "lands": [
            {"id": iso3, "host": iso3 in hosts, "rings": _flat(rings, look)}
            for iso3, rings in countries.items()
        ],
        "forbidden": [{"rings": _flat(rings, look)} for rings in disputed.values()],
    }


def _flat(rings: land.Rings, look: Look) -> list[list[tuple[float, float]]]:
    return [[look.flat(spot) for spot in ring] for ring in rings]


def _mark(
    id_: str, shape: cards.Shape, points: Mapping[str | None, list[tuple[float, float]]], look: Look
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
        "group": map_key.group(mark),
        "selected": mark.selected,
        "gone": shape.gone,
        "points": points.get(mark.hosts[0], []) if mark.anchor == "country" and mark.hosts else [],
    }


# --- marks and arcs ---------------------------------------------------------------------------------


def _put_mark(stage: Stage, shape: cards.Shape, found: PlacedMark, look: Look, *, small: bool) -> None:
    mark, point = shape.mark, look.projection.spot(shape.mark.at)
    place = cards.Place(
        symbol=look.box_of(found["symbol"]) if found["symbol"] else None,
        small=small,
        label=look.box_of(found["label"]) if found["label"] else None,
        level=found["level"],
        number=found["number"],
    )
    name = _id(mark)
    card = cards.card(shape, place, point, look.unit, look.palette)
    stage.cards.append(card)
    if card.label and not card.nailed:
        stage.lines += [_tie(mark, card.label, number, look) for number in range(1, len(mark.ties) + 1)]
    stroke = Stroke(look.palette.ink, look.unit)
    if shape.gone:
        stroke = Stroke(look.palette.secondary, look.unit, (2 * look.unit, 3 * look.unit))
    for what, ends in (("leader", found["leader"]), ("way", found["tie"])):
        if ends:
            stage.lines.append(Line(f"{what} {name}", "leader", look.spots(ends), stroke))
    if found["dot"]:
        dot = Dot(f"place {name}", "place", point, 3 * look.unit, look.palette.ink, look.palette.card)
        stage.dots.append(dot)


def _tie(mark: Mark, label: Box, number: int, look: Look) -> Line:
    """From the words of a set to one of its hosts."""
    stroke = Stroke(look.palette.secondary, 1.2 * look.unit, (2 * look.unit, 3 * look.unit))
    end = look.projection.spot(mark.ties[number - 1])
    return Line(f"tie {mark.id} {number}", "tie", (label.middle, end), stroke)


def arc_line(arc: Arc, look: Look) -> Line:
    """An arc as a line of the sheet, in its lead's colour and its standing's dashes."""
    dash = tuple(float(part) * look.unit for part in style.DASHES[arc.standing].split())
    stroke = Stroke(arc.colours.light, 2 * look.unit, dash, round=arc.standing.name == "CONSIDERED")
    path = tuple(look.projection.spot(point) for point in arc.path)
    return Line(f"arc {arc.lead} {arc.deployment}", "arc", path, stroke)


def _lead(arc: Arc, look: Look) -> Letters:
    return look.typography.letters(13 * look.unit, arc.colours.light, 700, halo=look.palette.member)


# --- the base map's own names -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of the base map, how it looks, and what is said of its country."""

    role: str
    place: PlaceName
    words: str
    letters: Letters
    note: CountryNote | None = None

    @property
    def id(self) -> str:
        return f"{self.role} {self.place.name}"


def _names(scene: Scene, ground: Ground, look: Look) -> Iterator[_Name]:
    """The names that may stand on a map of this scale, in the order in which they get room."""
    palette, unit, letters_of = look.palette, look.unit, look.typography.letters
    zoom = look.projection.zoom(unit)
    country = letters_of(11 * unit, palette.secondary, 600, halo=palette.member)
    sea = letters_of(14 * unit, _SEA_NAME, 400, italic=True)
    region = letters_of(10.5 * unit, palette.secondary, halo=palette.member)
    capital = letters_of(11.5 * unit, _CAPITAL_NAME, halo=palette.member)
    notes = {note.iso3: note for note in scene.statistics}
    first = {area.iso3 for area in scene.areas} | set(notes)
    countries = sorted(ground.country_names, key=lambda one: one.rank)
    ordered = [
        *(("country", one, country) for one in countries if one.iso3 in first),
        *(("sea", one, sea) for one in ground.sea_names if one.rank <= 1),
        *(("country", one, country) for one in countries if one.iso3 not in first),
        *(("capital", one, capital) for one in ground.capitals),
        *(("sea", one, sea) for one in ground.sea_names if one.rank > 1),
        *(("region", one, region) for one in ground.part_names),
    ]
    for role, place, letters in ordered:
        note = notes.get(place.iso3 or "") if role == "country" else None
        if zoom >= _FROM_ZOOM[place.rank] or note:
            words = place.name.upper() if role == "country" else place.name
            yield _Name(role, place, words, letters, note)


def _note_letters(look: Look) -> Letters:
    return look.typography.letters(
        11.5 * look.unit, look.palette.secondary, italic=True, halo=look.palette.member
    )


def _name(name: _Name, shapes: Mapping[str, cards.Shape], look: Look) -> dict[str, object]:
    w, h = name.letters.width(name.words), name.letters.height
    note = None
    if name.note:
        letters = _note_letters(look)
        note = {
            "w": max(w, letters.width(name.note.text)) / look.unit,
            "h": (h + letters.height) / look.unit,
            "group": map_key.COUNTRIES,
        }
    if name.role == "capital":
        w += (_CAPITAL + 3) * look.unit
    return {
        "id": name.id,
        "kind": "capital" if name.role == "capital" else "name",
        "iso3": name.place.iso3,
        "w": w / look.unit,
        "h": h / look.unit,
        "dot": _CAPITAL,
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


def _put_name(stage: Stage, name: _Name, box: Box, level: str, look: Look) -> None:
    letters, x, y = name.letters, box.x, box.y
    if name.role == "capital":
        unit = look.unit
        at = look.projection.spot(name.place.points[0])
        x += 0 if level == "mirrored" else (_CAPITAL + 3) * unit
        colour = look.palette.secondary
        stage.dots.append(Dot(f"dot {name.place.name}", "capital", at, 2.5 * unit, colour))
    elif level == "note" and name.note:
        quiet = _note_letters(look)
        left = x + (box.w - quiet.width(name.note.text)) / 2
        text = quiet.text(f"note {name.place.name}", "note", name.note.text, left, y + letters.height)
        stage.names.append(text)
        x += (box.w - letters.width(name.words)) / 2
    stage.names.append(letters.text(name.id, name.role, name.words, x, y))
