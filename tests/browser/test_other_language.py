"""The page in a language of the tests, in which each sentence is in brackets and a third longer.

Text without brackets is not from the language's folder, and would stay English in every language. The longer
texts must still fit.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from eastflank.model import TABLES
from tests.browser.server import Server, serving
from tests.browser.sizes import complaints
from tests.browser.texts import texts
from tests.browser.visit import settle
from tests.frozen import RECORD
from tests.pseudo.making import OPEN
from tests.pseudo.reading import foreign, names_of
from tests.representatives import named

ALLOWED = {
    # Streamlit's own, for which it has no setting.
    "Skip to main content": "its link past the page's head",
    "App pages": "the name of its navigation",
    "Expand sidebar": "its button",
    "Collapse sidebar": "its button",
    "Open": "the button of a field with a list",
    "Help for": "the name of a question mark, before the label of its field",
    "— start": "the name of a slider's thumb, behind its label",
    "— end": "the same",
    "Clear selection": "a field's button",
    "Clear value": "a field's button",
    "Choose an option": "a field that is never empty",
    "Show/hide columns": "a table's button",
    "Download as CSV": "a table's button",
    "Search": "a table's button",
    "Fullscreen": "a table's button",
    "Choose date": "a date's button",
    "day,": "a part of a date",
    "month,": "a part of a date",
    "year,": "a part of a date",
    "– August": "the month of a date, in the browser's language",
    "options available.": "how long a list is, to a screen reader",
    "Link to heading": "the address of a heading",
    # Signs that are the same in every language.
    "MN": "the sign of a multinational unit (APP-6)",
    "km": "kilometres",
    "KB": "kilobytes",
}
"""Texts that may be outside brackets, and why."""
PLACES = {
    "the map": "",
    "two days": "?asof=2022-06-28&since=2017-08-28",
    "side by side": "?asof=2022-06-28&since=2017-08-28&layout=pair",
    "a deployment": "?asof=2017-08-28&deployment=efp-lva",
    "a question": "?nation=Canda",
    "nothing": "?asof=2015-01-01",
    "a briefing": "?asof=2022-06-28&brief=true",
    "sources": "sources",
    "method": "method",
    "add data": "add-data",
}


@pytest.fixture(scope="module")
def longer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard in the language of the tests."""
    with serving(tmp_path_factory.mktemp("longer"), starter="tests.pseudo", EASTFLANK_EDIT="1") as server:
        yield server


@functools.cache
def _names() -> re.Pattern[str]:
    """What finds the record's own words."""
    return names_of(RECORD)


def left_over(page: Page) -> list[str]:
    """What the page says in another language."""
    told = texts(page)
    assert OPEN in told
    return [*dict.fromkeys(foreign(told, _names(), ALLOWED))]


@pytest.mark.parametrize("place", named(PLACES, ("add data",)))
def test_all_that_a_reader_sees_is_of_the_language(
    open_page: Callable[..., Page], longer: Server, place: str
) -> None:
    has_map = PLACES[place].startswith("?") or not PLACES[place]
    page = open_page(PLACES[place], server=longer, has_map=has_map)
    # The list of findings names files and columns as they are called.
    codes = {f"{name}.csv" for name in TABLES} | {*RECORD.claims.columns, *RECORD.sources.columns}
    found = left_over(page)
    assert [line for line in found if not (place == "method" and line in codes)] == []


def test_the_map_each_tab_and_the_export_menu_are_of_the_language(
    open_page: Callable[..., Page], longer: Server
) -> None:
    page = open_page("?asof=2022-06-28&since=2017-08-28&deployment=efp-lva", server=longer)
    tabs = page.get_by_role("tab")
    assert tabs.count() == 6
    for tab in tabs.all():
        tab.press("Enter")
        expect(tab).to_have_attribute("aria-selected", "true")
        settle(page)
        assert left_over(page) == []
    page.locator(".st-key-export button").click()
    page.locator(".st-key-export-menu [role=combobox]").click()
    expect(page.get_by_role("option").first).to_be_visible()
    assert left_over(page) == []


@pytest.mark.soak
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_a_language_with_longer_words_has_room(
    open_page: Callable[..., Page], longer: Server, width: int, height: int
) -> None:
    page = open_page("", width, height, server=longer)
    cut = [one for one in complaints(page, width, height) if "is cut" in one or "pixels wide" in one]
    assert cut == []
