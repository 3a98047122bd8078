"""Arcs and names: where there is room elsewhere, no arc runs through the words of a map."""

from collections.abc import Iterator

import pytest

from eastflank.render.picture import files, layout, paper_map
from eastflank.render.picture.sheet import Box, Sheet, Spot
from eastflank.render.slides import picture_slide
from tests.briefings import of_the_record

FEW = ("", "asof=2022-06-28", "nation=USA&asof=2016-06-14", "asof=2019-06-01")
VIEWS = (
    *FEW,
    "asof=2016-06-14",
    "asof=2017-08-28",
    "asof=2024-01-01",
    "asof=2025-05-31",
    "asof=2018-06-01",
    "asof=2020-06-01",
    "asof=2021-06-01",
    "asof=2023-01-01",
    "nation=USA",
    "nation=DEU",
    "nation=GBR&asof=2022-06-28",
    "host=POL",
    "host=ROU&asof=2022-06-28",
    "host=LVA",
    "asof=2015-01-01",
    "nation=CAN&asof=2017-08-28",
    "host=LTU&asof=2025-05-31",
)
ROOM = Box(48, 150, 1824, 830)
"""About the room that the map has on a slide."""


def crossings(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Each arc with each text without a card of its own that it runs through."""
    named = [(text.name, text.box) for text in sheet.names]
    named += [(card.id, card.label) for card in sheet.cards if card.label and not card.plate]
    for arc in (line for line in sheet.lines if line.role == "arc"):
        for name, box in named:
            ends = zip(arc.points, arc.points[1:], strict=False)
            if any(runs_through(start, end, box) for start, end in ends):
                yield arc.name, name


def runs_through(start: Spot, end: Spot, box: Box) -> bool:
    """Whether a line runs through the letters in a box, which have a fifth of its height free above and below."""
    first, last = 0.0, 1.0
    inset = 0.2 * box.h
    for at, way, low, high in (
        (start.x, end.x - start.x, box.x + 1, box.right - 1),
        (start.y, end.y - start.y, box.y + inset, box.bottom - inset),
    ):
        if way == 0:
            if not low < at < high:
                return False
            continue
        near, far = sorted(((low - at) / way, (high - at) / way))
        first, last = max(first, near), min(last, far)
    return first < last


@pytest.mark.parametrize(
    ("views", "picture", "slide", "paper"),
    [(FEW, 9, 9, 3), pytest.param(VIEWS, 26, 23, 6, marks=pytest.mark.soak)],
)
def test_arcs_seldom_run_through_words(views: tuple[str, ...], picture: int, slide: int, paper: int) -> None:
    found = {"picture": 0, "slide": 0, "paper": 0}
    for query in views:
        asked = of_the_record(query)
        found["picture"] += len(list(crossings(layout.sheet(asked, files.SIZES[0]))))
        found["slide"] += len(list(crossings(picture_slide.laid_out(asked, ROOM).sheet)))
        found["paper"] += len(list(crossings(paper_map.on_paper(asked).sheet)))
    assert found["picture"] <= picture, found
    assert found["slide"] <= slide, found
    assert found["paper"] <= paper, found


def test_the_name_of_a_lead_is_free_of_arcs() -> None:
    for query in FEW:
        sheet = layout.sheet(of_the_record(query), files.SIZES[0])
        leads = {text.name for text in sheet.names if text.role == "lead"}
        assert leads
        assert [(arc, name) for arc, name in crossings(sheet) if name in leads] == []
