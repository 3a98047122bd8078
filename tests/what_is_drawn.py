"""What a map must show, recorded once: the picture's list and the page's are both compared with the same file.

`what_is_drawn.json` holds cases: a view of the frozen record and where the map looks, and what must then be drawn:
marks with their place, words and state, ties, dots, arcs, hosts, names, the legend, the key, and colours.
"""

from __future__ import annotations

import functools
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eastflank.model import Dataset
from eastflank.render.picture.ground import ground_of
from eastflank.render.picture.land import regions
from eastflank.render.picture.look import Look
from eastflank.render.picture.map_column import key_and_legend
from eastflank.render.picture.projection import Projection
from eastflank.render.picture.sheet import Box, Card, Group, Region, Spot, Text
from eastflank.render.picture.stage import arc_line, staged
from eastflank.scene.drawn import Scene
from eastflank.scene.mercator import northing
from eastflank.scene.style import LIGHT
from eastflank.store.tables import read
from tests.bench.crowded import write_crowded
from tests.briefings import GROUND, briefing, of_the_record
from tests.frozen import SEEDS

FILE = Path(__file__).with_suffix(".json")
NEAR = 2.0
"""Pixels by which a place may be off: the page puts things on whole pixels."""
ROLES = ("country", "sea", "capital", "region", "note")

Drawn = dict[str, Any]
"""What is drawn, as the file holds it."""


def cases() -> dict[str, dict[str, Any]]:
    """The cases in the file, by name."""
    return dict(json.loads(FILE.read_text(encoding="utf-8")))


def differences(expected: Drawn, found: Drawn) -> Iterator[str]:
    """Each difference in words. Numbers may differ by `NEAR`; a name that a picture shortens, the page cuts off.

    Of the base map's own names those are recorded for which both have room: others may stand beside them.
    """
    for role in ROLES:
        for name in expected["names"][role]:
            if name not in found["names"][role]:
                yield f"{role}: {name} is not drawn"
        for colour in found["colours"][role]:
            if colour not in expected["colours"][role]:
                yield f"{role}: {colour} is not recorded"
    apart = ("names", "colours")
    yield from _unlike(*({key: one[key] for key in one if key not in apart} for one in (expected, found)), "")


def _unlike(expected: object, found: object, where: str) -> Iterator[str]:
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in sorted({*expected, *found}):
            yield from _unlike(expected.get(key), found.get(key), f"{where}, {key}" if where else key)
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for number, (one, other) in enumerate(zip(expected, found, strict=True), 1):
            yield from _unlike(one, other, f"{where} {number}")
    elif not _alike(expected, found):
        yield f"{where}: {expected} is recorded, {found} is drawn"


def _alike(expected: object, found: object) -> bool:
    if isinstance(expected, (int, float)) and isinstance(found, (int, float)):
        return abs(expected - found) <= NEAR
    if isinstance(expected, str) and isinstance(found, str) and expected.endswith("…"):
        return found.startswith(expected[:-1])
    return expected == found


def write(all_: Mapping[str, Mapping[str, Any]]) -> None:
    """Record these cases again."""
    FILE.write_text(json.dumps(all_, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def scene_of(case: Mapping[str, Any]) -> Scene:
    """The scene of a case; of two days side by side the one that it names."""
    if case.get("data") == "many":
        return briefing(case["query"], _many()).scene
    asked = of_the_record(case["query"])
    if case.get("day") == "earlier":
        assert asked.beside is not None
        return asked.beside.scene
    return asked.scene


@functools.cache
def _many() -> Dataset:
    """Hundreds of deployments, made up: a map of them has crowds."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        write_crowded(data, 600, days=60, sources=60)
        return read(data, SEEDS)


def in_the_picture(case: Mapping[str, Any]) -> Drawn:
    """What a picture draws of a case, where one of its pixels is one of a screen."""
    scene, view = scene_of(case), case["view"]
    lat, lon = view["centre"]
    scale = 256 * 2 ** view["zoom"] / 360
    box = Box(0.0, 0.0, view["width"], view["height"])
    projection = Projection(scale, lon - box.w / 2 / scale, northing(lat) + box.h / 2 / scale, Spot(0.0, 0.0))
    look = Look(projection=projection, box=box, unit=1.0, palette=LIGHT)
    ground = ground_of(GROUND)
    stage = staged(scene, ground, look)
    drawn = regions(ground, projection, box, scene, LIGHT)
    groups = {
        group.name: group
        for group in key_and_legend(stage.key, scene.legend, Box(box.right, 0.0, 264.0, 5000.0), look)
    }
    cards = {("gone " if card.gone else "") + card.id: card for card in stage.cards}
    return {
        "marks": {id_: _mark(card) for id_, card in sorted(cards.items())},
        "ties": sorted(
            [line.name.split()[1], *_near(line.points[1])] for line in stage.lines if line.role == "tie"
        ),
        "dots": sorted(_near(dot.at) for dot in stage.dots if dot.role == "place"),
        "arcs": sorted(
            [*line.name.split()[1:], line.stroke.colour, _dash(line.stroke.dash)]
            for line in (arc_line(arc, look) for arc in scene.arcs)
        ),
        "leads": sorted([text.words, text.colour] for text in stage.names if text.role == "lead"),
        "hosts": {
            one.name.removeprefix("host "): _fill(one.fill, one.colour) for one in drawn if one.role == "host"
        },
        "ground": {
            "land": _colours(drawn, "land"),
            "member": _colours(drawn, "member"),
            "lake": _colours(drawn, "lake"),
        },
        "names": {role: sorted(text.words for text in stage.names if text.role == role) for role in ROLES},
        "colours": {
            role: sorted({text.colour for text in stage.names if text.role == role}) for role in ROLES
        },
        "legend": list(_legend(groups["legend"])) if "legend" in groups else [],
        "key": _paragraphs(groups["key"].texts) if "key" in groups else [],
    }


def _mark(card: Card) -> Drawn:
    """A mark: where its symbol stands, what is said beside it line by line, and its number in the key."""
    nailed = card.symbol if card.nailed else None
    return {
        "symbol": _near(nailed.box.middle) if nailed else None,
        "says": _lines(card.texts),
        "number": card.number,
        "colour": card.plate.edge if card.plate else None,
        "selected": card.selected,
    }


def _lines(texts: Sequence[Text]) -> list[str]:
    """The words of a card as lines: texts side by side are one line."""
    lines: dict[int, list[Text]] = {}
    for text in texts:
        lines.setdefault(round(text.box.middle.y), []).append(text)
    return [
        " ".join(text.words for text in sorted(line, key=lambda one: one.box.x) if text.words)
        for _, line in sorted(lines.items())
    ]


def _paragraphs(texts: Sequence[Text]) -> list[str]:
    """Texts as they were before line breaking."""
    found = []
    for text in texts:
        whole = text.paragraph.words if text.paragraph else text.words
        if text.name.rpartition(" ")[2] == "1" or text.paragraph is None:
            found.append(whole)
    return found


def _legend(group: Group) -> Iterator[list[str]]:
    """The rows of the legend: what is shown, and what it means."""
    yield ["", group.texts[0].words]
    plates = {plate.name.removeprefix("swatch "): plate for plate in group.plates if plate.role == "swatch"}
    lines = {line.name.removeprefix("sample "): line for line in group.lines}
    texts = {text.name: text.words for text in group.texts}
    for text in group.texts[1:]:
        if not text.name.startswith("legend "):
            continue
        words = text.words
        if words in plates:
            shown = _fill(plates[words].fill, plates[words].colour)
            shown += f" {_dash(lines[words].stroke.dash)}" if words in lines else ""
        else:
            shown = texts.get(f"sign {words}") or texts.get(f"example {words}") or "symbol"
        yield [shown, words]


def _colours(drawn: Sequence[Region], role: str) -> list[str]:
    return sorted({one.colour for one in drawn if one.role == role})


def _fill(fill: str, colour: str) -> str:
    """A plain fill's colour; what a pattern is called."""
    return colour if fill == "plain" else fill


def _dash(dash: Sequence[float]) -> str:
    return " ".join(f"{part:g}" for part in dash) or "solid"


def _near(spot: Spot) -> list[int]:
    return [round(spot.x), round(spot.y)]
