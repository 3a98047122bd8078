"""The stage: everything on a picture's map that has words, where `placement.js` puts it.

The counterpart of `browser/stage.js`: it measures what the placement needs, and makes cards, lines and names
from the result. It makes no decisions itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from eastflank.render.picture import cards
from eastflank.render.picture.ground import GroundShapes
from eastflank.render.picture.look import Look
from eastflank.render.picture.placement import PlacedKey, PlacedMark, placed
from eastflank.render.picture.sheet import Box, Card, Dot, Line, Stroke, Text, drawn_with
from eastflank.render.picture.stage_names import (
    CAPITAL,
    MapName,
    arc_id,
    lead_letters,
    names_on,
    note_letters,
)
from eastflank.render.picture.stage_seen import seen_on
from eastflank.scene import style
from eastflank.scene.drawn import Arc, Mark, Scene
from eastflank.scene.look import LINES, SIZES
from eastflank.words.chosen import pictures


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A row of the key: a mark whose whole text does not fit on the map, or a statistic of a country."""

    group: int
    heading: str
    """The heading of its group."""
    number: int | None
    mark: Mark | None
    country: str = ""
    """The country that the row is about; empty for a mark."""
    statistic: str = ""
    """The statistic of the country."""

    @property
    def text(self) -> str:
        """The whole row of a country."""
        return pictures.of_country(self.country, self.statistic)


@dataclass(slots=True)
class Stage:
    """Everything that has been placed."""

    cards: list[Card] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    names: list[Text] = field(default_factory=list)
    key: list[KeyRow] = field(default_factory=list)


def staged(scene: Scene, ground: GroundShapes, look: Look) -> Stage:
    """Everything in `scene` that has words, and the base map's names, each where there is room."""
    marks = {mark.key: mark for mark in (*scene.marks, *scene.ghosts)}
    digits = "88" if len(marks) > 9 else "8"  # noqa: PLR2004 - the largest number of one digit
    shapes = {
        id_: cards.shape(
            mark, look.notes.get(id_, ""), digits, look.unit, look.palette, typography=look.typography
        )
        for id_, mark in marks.items()
    }
    names = {name.id: name for name in names_on(scene, ground, look)}
    found = placed(seen_on(scene, ground, look, shapes, names))
    stage = Stage()
    for id_, shape in shapes.items():
        if id_ in found["marks"]:
            _put_mark(stage, shape, found["marks"][id_], look, small=found["dots"])
    for arc in scene.arcs:
        at = found["arcs"].get(arc_id(arc))
        if at:
            box = look.box_of(at)
            stage.names.append(
                lead_letters(arc, look).text(f"lead {arc_id(arc)}", "lead", arc.name, box.x, box.y)
            )
    for id_, at in found["names"].items():
        _put_name(stage, names[id_], look.box_of(at), at["level"], look)
    stage.key = [_row(row, marks, names, scene.headings) for row in found["key"]]
    return stage


def _row(
    row: PlacedKey, marks: Mapping[str, Mark], names: Mapping[str, MapName], headings: tuple[str, ...]
) -> KeyRow:
    mark = marks.get(row["id"])
    if mark:
        return KeyRow(row["group"], headings[row["group"]], row["number"], mark)
    note = names[row["id"]].note
    country, statistic = (note.name, note.text) if note else ("", "")
    return KeyRow(row["group"], headings[row["group"]], None, None, country, statistic)


# --- marks and arcs ---------------------------------------------------------------------------------


def _put_mark(stage: Stage, shape: cards.Shape, found: PlacedMark, look: Look, *, small: bool) -> None:
    mark, point = shape.mark, look.projection.spot(shape.mark.at)
    place = cards.Placement(
        symbol=look.box_of(found["symbol"]) if found["symbol"] else None,
        small=small,
        label=look.box_of(found["label"]) if found["label"] else None,
        level=found["level"],
        number=found["number"],
    )
    name = mark.key
    card = cards.card(shape, place, point, look.unit, look.palette)
    stage.cards.append(card)
    dashes = drawn_with(LINES.tie, look.palette.secondary, look.unit)
    for number, tie in enumerate(found["ties"], 1):
        stage.lines.append(Line(f"tie {mark.id} {number}", "tie", look.spots(tie), dashes))
    stroke = drawn_with(LINES.leader, look.palette.ink, look.unit)
    if mark.gone:
        stroke = drawn_with(LINES.leader_gone, look.palette.secondary, look.unit)
    for what, ends in (("leader", found["leader"]), ("way", found["tie"])):
        if ends:
            stage.lines.append(Line(f"{what} {name}", "leader", look.spots(ends), stroke))
    if found["dot"]:
        dot = Dot(
            f"place {name}", "place", point, SIZES.place * look.unit, look.palette.ink, look.palette.card
        )
        stage.dots.append(dot)


def arc_line(arc: Arc, look: Look) -> Line:
    """An arc as a line of the sheet, in its lead's colour and its standing's dashes."""
    dash = tuple(float(part) * look.unit for part in style.DASHES[arc.standing].split())
    stroke = Stroke(
        arc.colours.light, LINES.arc.width * look.unit, dash, round=arc.standing.name == "CONSIDERED"
    )
    path = tuple(look.projection.spot(point) for point in arc.path)
    return Line(f"arc {arc.lead} {arc.deployment}", "arc", path, stroke)


# --- the base map's own names -----------------------------------------------------------------------


def _put_name(stage: Stage, name: MapName, box: Box, level: str, look: Look) -> None:
    letters, x, y = name.letters, box.x, box.y
    if name.role == "capital":
        unit = look.unit
        at = look.projection.spot(name.place.points[0])
        x += 0 if level == "mirrored" else (CAPITAL + SIZES.capital_gap) * unit
        colour = look.palette.secondary
        stage.dots.append(Dot(f"dot {name.place.name}", "capital", at, SIZES.capital / 2 * unit, colour))
    elif level == "note" and name.note:
        quiet = note_letters(look)
        left = x + (box.w - quiet.width(name.note.text)) / 2
        text = quiet.text(f"note {name.place.name}", "note", name.note.text, left, y + letters.height)
        stage.names.append(text)
        x += (box.w - letters.width(name.words)) / 2
    stage.names.append(letters.text(name.id, name.role, name.words, x, y))
