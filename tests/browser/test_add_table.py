"""A colleague's messy spreadsheet goes through the four steps of the page Add data onto the map."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from eastflank.store import tables
from eastflank.words.chosen import add_table as words
from tests.browser.on_the_map import mark
from tests.browser.server import Server
from tests.browser.tables import copied
from tests.browser.visit import PATIENCE, Visits, map_of, settle

SAMPLES = Path(__file__).parents[1] / "tables" / "samples"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def step(page: Page, number: int) -> None:
    """Wait until a step is shown."""
    shown = page.locator(f".st-key-table-step-{number - 1} button[data-testid=stBaseButton-secondary]")
    expect(shown).to_be_visible(timeout=PATIENCE)


@pytest.mark.soak  # tests/app/test_add_table.py states each step
def test_a_messy_table_goes_through_the_four_steps_to_the_map(
    start_server: Callable[..., Server], visits: Visits, tmp_path: Path
) -> None:
    data = copied(tmp_path / "data")
    server = start_server(data=data, EASTFLANK_EDIT="1")
    page = visits.open("add-data?section=table", server=server, has_map=False)
    page.locator("input[type=file]").set_input_files(SAMPLES / "places.csv")
    step(page, 1)
    expect(page.get_by_role("region", name=words.FIRST_ROWS)).to_contain_text(
        "Drawsko Pomorskie", timeout=PATIENCE
    )
    press(page, words.NEXT)
    step(page, 2)
    expect(page.locator(".ef-column").first).to_contain_text("Country by its heading")

    page.get_by_role("link", name="Sources", exact=True).click()  # the user can leave it and return
    expect(page.get_by_role("button", name=words.NEXT, exact=True)).to_have_count(0)
    page.get_by_role("link", name="Add data", exact=True).click()
    step(page, 2)

    press(page, words.NEXT)
    step(page, 3)
    said = page.locator(".ef-sum")
    expect(said).to_contain_text(
        "4 with problems + 1 with headings = 11 lines of the file.", timeout=PATIENCE
    )
    with page.expect_download() as download:
        press(page, words.DOWNLOAD)
    content = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert len(content.splitlines()) == 1 + 4 + 2
    page.get_by_role("combobox", name="“Dąbrowa” in Poland").click()
    page.get_by_role("option", name="Dąbrowa, Poland: town at 52.75").click()
    expect(said).to_contain_text("5 without a doubt + 2 as proposals + 3 with problems")
    press(page, "Accept all 2 proposals")
    expect(page.get_by_text("7 rows go to the next step. 3 rows are left out.")).to_be_visible()
    press(page, words.BACK)
    step(page, 2)
    press(page, words.NEXT)
    expect(page.get_by_text("7 rows go to the next step. 3 rows are left out.")).to_be_visible()
    press(page, words.NEXT)
    step(page, 4)
    expect(said).to_contain_text("7 new claims, 0 with other values, 0 the same, 0 gone.")
    press(page, words.APPLY)
    expect(page.locator(".ef-imported")).to_contain_text("From places.csv: 7 new claims", timeout=PATIENCE)
    expect(page.locator(".ef-imported")).to_contain_text(words.DRAFTS)
    press(page, "Accept all 7 drafts of this file as reviewed")
    page.get_by_role("link", name=words.ON_THE_MAP).click(timeout=PATIENCE)
    page.wait_for_url("**/?*source=places-*")
    settle(page)
    expect(page.locator(".ef-title")).to_contain_text("Seven national deployments")
    (deployment,) = [
        key
        for key, name in tables.read(data).deployment_names.items()
        if name == "British troops at Tapa Army Base"
    ]
    expect(mark(map_of(page), deployment)).to_be_visible()
