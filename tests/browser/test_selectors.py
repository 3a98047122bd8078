"""The selectors in our styles and scripts match in Streamlit's pages: after an upgrade this lists those that do not."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit
from playwright.sync_api import Page, expect

from tests.browser.selectors import reaching, there
from tests.browser.server import Server
from tests.browser.test_export_menu import CANADA, menu_of
from tests.browser.visit import settle

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"

_SERVER_GONE = "is drawn while the script runs for long, or the server is gone"
OUT_OF_REACH = {
    '[data-testid="stStatusWidget"]': _SERVER_GONE,
    '[data-eastflank-away] :is([data-testid="stDialog"], [data-testid="stStatusWidget"])': _SERVER_GONE,
}
"""Selectors that match nothing in the states below, each with the reason."""

STATES = {
    "a deployment, a chosen status, two days": "?asof=2017-08-28&since=2016-07-09&layout=pair&deployment=efp-lva&status=deployed",
    "the briefing": "?asof=2022-06-28&brief=1&marking=training",
    "a link that cannot be read": "?asof=never",
    "the sources": "sources?claim=A1-16",
    "the method and the findings": "method",
}


def test_each_selector_fits_something_in_some_state(open_page: Callable[..., Page], server: Server) -> None:
    page = open_page(CANADA, color_scheme="dark")
    missing = reaching(page)
    assert {".st-key-stage iframe", '[data-testid="stPopoverBody"]'} <= missing, "the files were not read"

    def look() -> None:
        missing.difference_update(there(page, missing))

    look()
    menu_of(page)
    page.get_by_role("combobox", name="Format").click()
    look()
    page.get_by_role("option", name="PowerPoint slides", exact=True).click()
    expect(page.locator(".st-key-export-download button").first).to_be_visible()
    look()
    for address in STATES.values():
        page.goto(f"{server.url}/{address}")
        settle(page, has_map=address.startswith("?"))
        look()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server.url}/")
    settle(page)
    look()
    lost = sorted(missing - OUT_OF_REACH.keys())
    assert not lost, "\n".join(["fit nothing any more:", *lost])
    assert sorted(OUT_OF_REACH.keys() - missing) == [], "they are within reach, or in no file any more"


@pytest.mark.parametrize("selector", OUT_OF_REACH)
def test_what_no_test_can_bring_about_is_still_named_in_streamlits_own_scripts(selector: str) -> None:
    scripts = "".join(file.read_text(encoding="utf-8") for file in SCRIPTS.glob("*.js"))
    names = re.findall(r'data-testid="(\w+)"', selector)
    assert names
    assert [name for name in names if f'"{name}"' not in scripts and f"`{name}`" not in scripts] == []
