"""The page and pictures place alike: the same module, in Chromium and in the engine that Python embeds."""

import random
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from eastflank.render.picture.placement import placed
from tests.browser.on_the_map import at_rest
from tests.browser.places import faults
from tests.browser.visit import map_of
from tests.representatives import some

SIZES = [(1280, 720), (1920, 1080), (390, 844)]
"""A desk's smallest window, a large one and a phone; the soak looks at ten."""
ADDRESSES = [
    "",
    "?asof=2016-06-14",
    "?asof=2017-06-30&deployment=efp-lva",
    "?asof=2017-08-28&since=2016-07-09",
]
SEEDS = range(30)


@pytest.mark.parametrize("address", some(ADDRESSES))
def test_symbols_stand_on_their_places_and_every_deployment_can_be_read(
    open_page: Callable[..., Page], address: str
) -> None:
    page = open_page(address, *SIZES[0])
    for width, height in SIZES:
        frame = at_rest(page, width, height)
        assert faults(frame) == [], f"{address or 'the whole record'} at {width}×{height}"


@pytest.mark.soak  # test_briefing states it of its boxes
def test_a_briefing_keeps_the_same_rules(open_page: Callable[..., Page]) -> None:
    page = open_page("?brief=1", *SIZES[0])
    for width, height in SIZES[:2]:
        assert faults(at_rest(page, width, height)) == [], f"{width}×{height}"


@pytest.mark.parametrize(
    "seeds", [SEEDS[::10], pytest.param(SEEDS, marks=pytest.mark.soak)], ids=["some", "all"]
)
def test_the_browser_and_the_embedded_engine_place_alike(
    open_page: Callable[..., Page], seeds: range
) -> None:
    frame = map_of(open_page("?asof=2022-06-28"))
    for seed in seeds:
        asked = made_up(seed)
        assert frame.evaluate("(task) => eastflankPlacement.placed(task)", asked) == placed(asked), (
            f"seed {seed}"
        )


@pytest.mark.soak
def test_a_row_of_the_key_selects_and_lights_its_symbol(open_page: Callable[..., Page]) -> None:
    page = open_page("", 1366, 768)
    frame = map_of(page)
    row = frame.locator(".eastflank-key-row").first
    deployment = row.get_attribute("data-row")
    mark = frame.locator(f'.eastflank-mark[data-id="{deployment}"]')
    row.focus()
    assert "eastflank-lit" in (mark.get_attribute("class") or "")
    row.press("Enter")
    page.wait_for_url(f"**deployment={deployment}*")
    # The chosen one has its words on the map, where they find room: then it has no row, and its symbol the focus.
    frame.wait_for_selector(f'.eastflank-mark[data-id="{deployment}"][aria-pressed=true]')
    frame.wait_for_function(
        "(id) => [document.activeElement.dataset.row, document.activeElement.dataset.id].includes(id)",
        arg=deployment,
    )


@pytest.mark.soak  # tests/unit/test_placement.py runs the same script
def test_what_is_said_of_a_country_is_a_quiet_line_at_its_name_or_a_row_of_the_key(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("?asof=2022-06-28", 1366, 768)
    frame = map_of(page)
    frame.evaluate(
        """() => {
          const layer = map.eastflankStage.scene;
          const statistics = [["LVA", "1,700"], ["POL", "10,500"]].map(([iso3, n]) => ({ iso3, text: `${n} allied troops (2022)`, row: `${iso3}: ${n} allied troops (2022)` }));
          const marks = layer.scene.marks.filter(({ heading }) => !heading.startsWith("All allied"));
          layer.become({ ...layer.scene, id: "noted", statistics, marks });
        }"""
    )
    seen = frame.locator(".eastflank-noted, .eastflank-key-text").locator("visible=true").all_inner_texts()
    assert sorted(re.findall(r"[0-9,]+ allied troops", " ".join(seen))) == [
        "1,700 allied troops",
        "10,500 allied troops",
    ]
    assert faults(frame) == []


def made_up(seed: int) -> dict[str, Any]:
    """A task of placing with everything in it."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    near = lambda low, high: round(chance.uniform(low, high), 1)  # noqa: E731 - named for what it is

    def size(w: float, h: float) -> dict[str, float]:
        return {"w": w, "h": h}

    def block(x: float, y: float, w: float, h: float) -> list[list[float]]:
        return [[x, y], [x + w, y + near(-9, 9)], [x + w + near(-9, 9), y + h], [x, y + h]]

    lands = [
        {
            "id": f"C{n}",
            "host": n % 3 > 0,
            "rings": [block(60 + 150 * (n % 4), 40 + 190 * (n // 4), 140, 170)],
        }
        for n in range(8)
    ]
    marks = [
        {
            "id": f"m{n}",
            "anchor": chance.choice(["place", "place", "place", "country", "set", "sea"]),
            "x": near(30, 650),
            "y": near(30, 410),
            "hosts": [f"C{chance.randrange(8)}"],
            "heading": f"C{n % 8}",
            "symbol": size(38.3, 31.7),
            "dot": size(12, 15),
            "labels": {
                "full": size(near(90, 240), 33),
                "name": size(near(40, 120), 15),
                "number": size(14, 15),
            },
            "group": n % 3,
            "selected": n == 0,
            "gone": n == 1,
            "crowd": n == 2,
            "ties": [[near(60, 600), near(60, 400)]] if n % 2 else [],
        }
        for n in range(4 + seed)
    ]
    arcs = [
        {
            "id": f"L{n} m{n}",
            "lead": f"L{n % 4}",
            "path": [[-40, near(0, 440)], [near(100, 300), near(0, 440)], [marks[n]["x"], marks[n]["y"]]],
            "w": 60,
            "h": 15,
        }
        for n in range(4)
    ]
    names = [
        {
            "id": f"country C{n}",
            "role": ["country", "country", "sea", "capital", "region"][n % 5],
            "name": f"C{n}",
            "iso3": f"C{n}",
            "rank": 1 + n % 4,
            "w": 55,
            "h": 13,
            "points": [[near(40, 660), near(30, 400)] for _ in range(4)],
            "note": {"w": 120, "h": 27} if n == 5 else None,
        }
        for n in range(8)
    ]
    free = {"x": 0, "y": 0, "w": 700, "h": 440}
    beside = {"free": free | {"w": 512}, "blocked": [{"x": 440, "y": 10, "w": 40, "h": 90}]}
    return {
        "frames": [{"free": free, "blocked": []}, beside],
        "brief": seed % 2 == 0,
        "zoom": 5.0,
        "capital": 7,
        "hosts": ["C1", "C2"],
        "countries": 3,
        "marks": marks,
        "arcs": arcs,
        "names": names,
        "lands": lands,
        "forbidden": [{"rings": [block(300, 300, 60, 40)]}],
    }
