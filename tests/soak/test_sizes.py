"""The page in every size of a window that readers have, and at 200 % zoom."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.sizes import complaints

SIZES = [
    (1280, 720), (1366, 768), (1440, 900), (1920, 1080), (2560, 1440), (3840, 2160), (1024, 768), (820, 1180),
    (720, 450), (640, 360), (390, 844),
]  # fmt: skip
ADDRESSES = [
    "",
    "?asof=2016-06-14",
    "?nation=CAN&asof=2017-06-30",
    "?asof=2022-06-28&since=2017-08-28",
    "?asof=2017-06-30&deployment=efp-lva",
]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}×{size[1]}")
@pytest.mark.parametrize("address", ADDRESSES)
def test_the_page_can_be_read_without_a_scroll_and_nothing_is_cut(
    open_page: Callable[..., Page], address: str, size: tuple[int, int]
) -> None:
    assert list(complaints(open_page(address, *size), *size)) == []
