"""The map as a person last approved it.

One pixel in a hundred may differ visibly: letters are smoothed a little differently by each release of
the browser. A card that moves or a border that changes is more than that.
"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.on_the_map import picture
from tests.golden import Golden
from tests.representatives import these

TOLERANCE = 0.01


@pytest.mark.parametrize(
    ("name", "opened"),
    these(
        [
            ("map", {}),
            ("map-june-2016", {"address": "?asof=2016-06-14"}),
            ("map-june-2016-canada", {"address": "?nation=CAN&asof=2016-06-14"}),
            ("map-dark", {"address": "?asof=2017-06-30&deployment=efp-lva", "color_scheme": "dark"}),
            ("map-phone", {"address": "?asof=2016-10-26", "width": 390, "height": 844}),
        ],
        3,
    ),
)  # fmt: skip
def test_the_map_looks_as_it_did(
    open_page: Callable[..., Page], golden: Golden, name: str, opened: dict[str, Any]
) -> None:
    golden(f"{name}.png", picture(open_page(**opened)), TOLERANCE)
