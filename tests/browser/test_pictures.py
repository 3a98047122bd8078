"""The whole page as a person last approved it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.on_the_map import small
from tests.golden import Golden

TOLERANCE = 0.02
"""More than for the map alone: there is far more text, and letters differ a little between browsers."""


@pytest.mark.parametrize(
    ("name", "address", "has_map"),
    [
        ("page.png", "?programme=eFP;tFP&asof=2017-06-30&deployment=efp-lva", True),
        pytest.param("canada.png", "?nation=CAN&asof=2016-06-14", True, marks=pytest.mark.soak),
        pytest.param("sources.png", "sources?claim=A1-16", False, marks=pytest.mark.soak),
    ],
)
def test_the_page_looks_as_it_did(
    open_page: Callable[..., Page], golden: Golden, name: str, address: str, *, has_map: bool
) -> None:
    page = open_page(address, has_map=has_map)
    golden(name, small(page.screenshot(animations="disabled", caret="hide")), TOLERANCE)
