"""Errors in unreadable tables are listed cell by cell, no file is changed, and once fixed the data is shown."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.on_the_page import press, title
from tests.browser.server import Server
from tests.browser.tables import copied, write
from tests.browser.visit import Visits, map_of, settle


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.soak  # tests/app/test_broken_datasets.py states it
def test_broken_tables_are_told_cell_by_cell_and_mended_they_show(
    start_server: Callable[..., Server], visits: Visits, tmp_path: Path
) -> None:
    data = copied(tmp_path / "data")
    whole = contents(data)
    write(data, "claims", "A1-19", troops_high="12x")
    write(data, "places", "adazi", country="XQZ")
    (data / "contributions.csv").unlink()
    broken = contents(data)

    page = visits.open(server=start_server(data=data), has_map=False)
    expect(page.get_by_role("heading", name="The data cannot be read")).to_be_visible()
    table = page.locator("table")  # what a screen reader gets of what is drawn on a canvas
    for told in (
        ["claims.csv", "(A1-19)", "troops_high", "12x"],
        ["places.csv", "(adazi)", "country", "“XQZ” is not in nations.csv", "add a row to nations.csv"],
        ["contributions.csv", "The file is missing"],
    ):
        row = table.locator("tr")
        for text in told:
            row = row.filter(has_text=text)
        expect(row).to_have_count(1)
    assert "Traceback" not in page.inner_text("body")
    press(page, "Reload")
    expect(page.get_by_role("heading", name="The data cannot be read")).to_be_visible()
    assert contents(data) == broken, "the page wrote into the data"

    for name, content in whole.items():
        (data / name).write_bytes(content)
    press(page, "Reload")
    expect(title(page)).to_contain_text("as known on")
    settle(page)
    expect(map_of(page).locator(".eastflank-mark").first).to_be_visible()
    assert contents(data) == whole
