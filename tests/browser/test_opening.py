"""The dashboard opens with the network closed, and nothing on it fails."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.representatives import these


@pytest.mark.parametrize(
    ("width", "height", "color_scheme"),
    these([(390, 844, "dark"), (1440, 900, "light"), (1440, 900, "dark"), (390, 844, "light")], 0),
)
def test_the_page_and_its_map_open_without_an_error(
    open_page: Callable[..., Page], width: int, height: int, color_scheme: Literal["light", "dark"]
) -> None:
    page = open_page("", width, height, color_scheme, first=True)
    assert page.title() == "Eastflank"
