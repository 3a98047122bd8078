"""The rules of placing on many maps: ten sizes of a window, thirty views. `make soak` runs it, `make test` does not."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.on_the_map import at_rest
from tests.browser.places import faults
from tests.browser.test_labels import ADDRESSES, lawful_at_any_zoom
from tests.browser.test_labels import SIZES as DESKS

SIZES = [
    (1280, 720), (1366, 768), (1440, 900), (1536, 864), (1920, 1080), (2560, 1440), (1024, 768), (820, 1180), (720, 450), (390, 844),
]  # fmt: skip
DAYS = [
    "2016-06-14", "2016-07-09", "2016-10-26", "2017-01-31", "2017-06-30", "2017-08-28", "2018-12-31", "2020-06-30", "2022-03-31",
    "2022-06-28", "2023-12-31", "2025-05-31",
]  # fmt: skip
VIEWS = [
    *(f"?asof={day}" for day in DAYS),
    *(
        f"?nation={nation}&asof={day}"
        for nation in ("CAN", "USA", "DEU", "GBR")
        for day in ("2016-06-14", "2022-06-28")
    ),
    *(f"?host={host}" for host in ("LVA", "POL", "ROU", "LTU")),
    "?asof=2017-08-28&since=2016-07-09",
    "?asof=2022-06-28&since=2017-08-28",
    "?asof=2025-05-31&since=2022-06-28",
    "?asof=2017-06-30&deployment=efp-lva",
    "?asof=2022-06-28&deployment=tfp",
    "?grade=A1",
]


@pytest.mark.parametrize("address", VIEWS)
def test_the_rules_of_placing_hold(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address, *SIZES[0])
    found = {}
    for width, height in SIZES:
        broken = faults(at_rest(page, width, height))
        if broken:
            found[f"{width}×{height}"] = broken
    assert found == {}


@pytest.mark.parametrize("address", ADDRESSES)
def test_words_do_not_collide_at_any_zoom_of_a_desk(open_page: Callable[..., Page], address: str) -> None:
    lawful_at_any_zoom(open_page(address, *DESKS[0]), address, DESKS, zooms=range(4, 9))
