"""Several datasets in one server: a reader chooses them and shows them together."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.on_the_map import mark
from tests.browser.server import Server
from tests.browser.visit import PATIENCE, Visits, map_of

SECOND = Path(__file__).parents[1] / "second_theatre"


@pytest.mark.soak  # tests/app/test_datasets.py states it
def test_two_are_laid_over_each_other_and_each_is_named(
    start_server: Callable[..., Server], visits: Visits, tmp_path: Path
) -> None:
    shutil.copytree(SECOND, tmp_path / "datasets" / "gulf")
    server = start_server(EASTFLANK_DATASETS=str(tmp_path / "datasets"))
    page = visits.open("?asof=2019-10-05", server=server)
    expect(page.locator(".ef-title")).to_contain_text("Four battlegroups and one brigade, as known on")

    page.get_by_role("combobox", name="Dataset").click()
    page.get_by_role("option", name="Coastal patrols on the Gulf of Guinea").click()
    title = page.locator(".ef-title")
    expect(title).to_contain_text(
        "In two datasets: four battlegroups and one brigade in Eastflank; two coastal", timeout=PATIENCE
    )
    expect(title).to_contain_text("A is Eastflank and B is Coastal patrols on the Gulf of Guinea")
    expect(page).to_have_url(f"{server.url}/?data=record&data=gulf&asof=2019-10-05", timeout=PATIENCE)

    page = visits.open("?data=record&data=gulf&asof=2019-10-05", server=server)
    frame = map_of(page)
    expect(mark(frame, "patrol-ben")).to_be_visible()
    expect(mark(frame, "efp-lva")).to_be_visible()
    drawn = "map.eastflankStage.scene.scene"
    assert frame.evaluate(f"{drawn}.opening") == [[2.5, -8], [60.4, 41.5]]
    assert [one["example"] for one in frame.evaluate(f"{drawn}.legend.figures")][-2:] == ["(A)", "(B)"]
    page.locator("[class*=' st-key-dataset-']").get_by_role("button", name="Coastal patrols").click()
    expect(page.locator(".ef-title")).to_contain_text(
        "In the dataset Coastal patrols on the Gulf of Guinea alone: two coastal patrols",
        timeout=PATIENCE,
    )
    page.get_by_role("link", name="in its article").first.click()
    expect(page.locator(".ef-chosen").first).to_be_visible()
    assert "data=record&data=gulf" in page.url


@pytest.mark.soak  # test_journeys uses a phone, and the test above two datasets
def test_on_a_telephone_both_theatres_are_seen(
    start_server: Callable[..., Server], visits: Visits, tmp_path: Path
) -> None:
    shutil.copytree(SECOND, tmp_path / "datasets" / "gulf")
    server = start_server(EASTFLANK_DATASETS=str(tmp_path / "datasets"))
    page = visits.open("?data=record&data=gulf&asof=2019-10-05", 390, 844, server=server)
    whole = "map.getBounds().contains(map.eastflankStage.scene.scene.opening)"
    assert map_of(page).evaluate(whole)
