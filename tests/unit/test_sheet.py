"""A whole sheet: in any size, on any day, nothing lies over anything and nothing is lost."""

from datetime import date
from itertools import combinations

import pytest

from eastflank.evidence import DATA, SEEDS, label_points, tables
from eastflank.evidence import ground as ground_files
from eastflank.filters import Filters
from eastflank.render.picture import layout, svg
from eastflank.render.picture.ground import ground_of
from eastflank.render.picture.placement import inside, overlap
from eastflank.render.picture.sheet import Box, Sheet
from eastflank.scene import Scene, compose
from eastflank.view import view_of

DATASET = tables.read(DATA, SEEDS)
GROUND = ground_of(ground_files.read(DATA))
SIZES = [(1920, 1080), (1440, 1080), (1080, 1080), (1527, 1080)]
DAYS = [
    date(2016, 6, 14),
    date(2016, 10, 26),
    date(2017, 8, 28),
    date(2022, 6, 28),
    date(2025, 5, 31),
    date(2010, 1, 1),
]


def scene_on(day: date, filters: Filters = Filters()) -> Scene:  # noqa: B008 - a frozen value
    return compose(view_of(DATASET, filters, day), DATASET, label_points.read(DATA))


def faults(sheet: Sheet) -> list[str]:
    """What lies over something else, or outside the sheet."""
    boxes = list(sheet.boxes)
    over = [f"{one} over {other}" for (one, a), (other, b) in combinations(boxes, 2) if overlap(a, b)]
    frame = Box(0, 0, sheet.width, sheet.height)
    return over + [f"{name} leaves the sheet" for name, box in boxes if not inside(box, frame)]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_nothing_lies_over_anything_and_nothing_is_lost(day: date, size: tuple[int, int]) -> None:
    scene = scene_on(day)
    sheet = layout.sheet(scene, GROUND, *size)
    assert faults(sheet) == []
    left_out = set(sheet.left_out)
    shown = {card.id for card in sheet.cards}
    assert [mark.id for mark in scene.marks if mark.id not in shown and mark.heading not in left_out] == []
    assert {line.name for line in sheet.lines if line.role == "arc"} == {
        f"arc {arc.lead} {arc.deployment}" for arc in scene.arcs
    }


def test_two_sheets_of_one_view_are_the_same_bytes() -> None:
    first, second = (svg.document(layout.sheet(scene_on(DAYS[0]), GROUND, 1920, 1080)) for _ in range(2))
    assert first == second


def test_names_in_a_sheet_are_unique() -> None:
    sheet = layout.sheet(scene_on(DAYS[3]), GROUND, 1920, 1080)
    names = [
        thing.name for things in (sheet.regions, sheet.lines, sheet.dots, sheet.texts) for thing in things
    ]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_crimea_is_ukraine_and_hatched() -> None:
    sheet = layout.sheet(scene_on(DAYS[3]), GROUND, 1920, 1080)
    roles = {region.name: region.fill for region in sheet.regions}
    assert roles["disputed Crimea"] == "disputed"
    crimea = next(region for region in sheet.regions if region.name == "disputed Crimea").rings[0][0]
    assert any(
        abs(crimea.x - x) < 2 and abs(crimea.y - y) < 2
        for region in sheet.regions
        if region.name == "land UKR"
        for ring in region.rings
        for x, y in ring
    )
