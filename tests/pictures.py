"""`make pictures`: the pictures that README.md shows, of the record as it now is."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from eastflank.__main__ import main as eastflank
from eastflank.store import DATA, datasets, folder
from eastflank.words.chosen import add_table as words
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
SPREADSHEET = Path(__file__).parents[1] / "docs" / "examples" / "made-up-rotations.csv"
IMPORTED, TAKEN_AWAY = "imported-map.png", "imported-slide.png"
SLIDE = "eight-battlegroups.png"


def main() -> None:
    """Write every picture into `docs/pictures/`, instead of what was there under its name."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as log,
        serving(Path(log), data=DATA, EASTFLANK_EDIT="1") as server,
        browsing() as browser,
    ):
        for name, (address, has_map) in PAGES.items():
            (FOLDER / name).write_bytes(_page(browser, server, address, has_map=has_map))
        _spreadsheet(Path(log) / "own", browser)
    slide = FOLDER / SLIDE
    if eastflank(["export", "--format", "png", "--view", "asof=2022-06-28", "--output", str(slide)]):
        raise SystemExit(1)
    slide.write_bytes(small(slide.read_bytes()))


def _page(browser: Browser, server: Server, address: str, *, has_map: bool) -> bytes:
    visits = Visits(browser, new_profile(browser).new_page(), server)
    picture = visits.open(address, has_map=has_map).screenshot(animations="disabled", caret="hide")
    visits.close()
    return small(picture)


def _spreadsheet(own: Path, browser: Browser) -> None:
    """From a colleague's spreadsheet to a slide, in a dataset that holds nothing else."""
    data = own / "rotations"
    for file, content in datasets.empty(folder.of(DATA), "Rotations").items():
        (data / file).parent.mkdir(parents=True, exist_ok=True)
        (data / file).write_bytes(content)
    with serving(own, data=data, EASTFLANK_EDIT="1") as server:
        visits = Visits(browser, new_profile(browser).new_page(), server)
        page = visits.open("add-data?section=table", has_map=False)
        page.locator("input[type=file]").set_input_files(SPREADSHEET)
        for number in (1, 2):
            page.locator(
                f".st-key-table-step-{number - 1} button[data-testid=stBaseButton-secondary]"
            ).wait_for()
            page.get_by_role("button", name=words.NEXT, exact=True).click()
        page.locator(".ef-sum").wait_for()
        settle(page, has_map=False)
        (FOLDER / TABLE).write_bytes(_picture(page))
        page.get_by_role("button", name="Accept the proposal", exact=True).click()
        page.get_by_role("button", name=words.NEXT, exact=True).click()
        page.get_by_role("button", name=words.APPLY, exact=True).click()
        page.locator(".ef-imported").wait_for()
        page.get_by_role("button", name=re.compile("^Accept all .* as reviewed$")).click()
        page.get_by_role("link", name=words.ON_THE_MAP).click()
        page.wait_for_url("**/?*source=*")
        settle(page)
        (FOLDER / IMPORTED).write_bytes(_picture(page))
        visits.close()
    slide = FOLDER / TAKEN_AWAY
    if eastflank(["export", "--data", str(data), "--format", "png", "--output", str(slide)]):
        raise SystemExit(1)
    slide.write_bytes(small(slide.read_bytes()))


def _picture(page: Page) -> bytes:
    return small(page.screenshot(animations="disabled", caret="hide"))


if __name__ == "__main__":
    main()
