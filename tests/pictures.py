"""`make pictures`: the pictures that README.md shows, of the record as it now is."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from eastflank.__main__ import main as eastflank
from eastflank.store import DATA
from tests.browser.on_the_map import small
from tests.browser.server import Server, serving
from tests.browser.visit import Visits, browsing, new_profile, settle

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
PAGES = {
    "map.png": ("?programme=eFP;tFP&asof=2017-06-30&deployment=efp-lva", True),
    "canada.png": ("?nation=CAN&asof=2016-06-14", True),
    "sources.png": ("sources?claim=A1-16", False),
}
"""The address of each page, and whether it has a map."""
TABLE = "add-table.png"
SAMPLE = Path(__file__).parent / "tables" / "samples" / "places.csv"
SLIDE = "eight-battlegroups.png"


def main() -> None:
    """Write every picture into `docs/pictures/`, instead of what was there under its name."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as log,
        serving(Path(log), data=DATA, EASTFLANK_EDIT="1") as server,
        browsing() as browser,
    ):
        (FOLDER / TABLE).write_bytes(_table(browser, server))
        for name, (address, has_map) in PAGES.items():
            (FOLDER / name).write_bytes(_page(browser, server, address, has_map=has_map))
    slide = FOLDER / SLIDE
    if eastflank(["export", "--format", "png", "--view", "asof=2022-06-28", "--output", str(slide)]):
        raise SystemExit(1)
    slide.write_bytes(small(slide.read_bytes()))


def _page(browser: Browser, server: Server, address: str, *, has_map: bool) -> bytes:
    visits = Visits(browser, new_profile(browser).new_page(), server)
    picture = visits.open(address, has_map=has_map).screenshot(animations="disabled", caret="hide")
    visits.close()
    return small(picture)


def _table(browser: Browser, server: Server) -> bytes:
    """The third step of an import: what is wrong with a table. Nothing is applied."""
    visits = Visits(browser, new_profile(browser).new_page(), server)
    page = visits.open("add-data?section=table", has_map=False)
    page.locator("input[type=file]").set_input_files(SAMPLE)
    for number in (1, 2):
        page.locator(f".st-key-table-step-{number - 1} button[data-testid=stBaseButton-primary]").wait_for()
        page.get_by_role("button", name="Next", exact=True).click()
    page.locator(".ef-sum").wait_for()
    settle(page, has_map=False)
    picture = page.screenshot(animations="disabled", caret="hide")
    visits.close()
    return small(picture)


if __name__ == "__main__":
    main()
