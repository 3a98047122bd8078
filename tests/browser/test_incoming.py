"""An article comes in as a saved page, then its corrected version: what differs, and the claim left behind."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from eastflank.store import folder, parts, tables
from eastflank.words.chosen import incoming, saving_changes, source_entry
from tests.app.test_incoming import OTHER, PAGE, QUOTE
from tests.browser.on_the_page import notices
from tests.browser.server import Server
from tests.browser.test_curation import pick, put, take
from tests.browser.visit import PATIENCE, Visits

SECOND = Path(__file__).parents[1] / "second_theatre"
ID = "harbour-post-2019-10-03"
CORRECTED = PAGE.replace("20 more trainers", "25 more trainers").replace(
    "<p>Sekondi", "<p>Corrected on Friday.</p><p>Sekondi"
)


def source_field(page: Page, name: str) -> Locator:
    return page.locator(
        f"[class*='st-key-source-{name}-'] input, [class*='st-key-source-{name}-'] textarea"
    ).last


def fill(page: Page, **cells: str) -> None:
    for name, value in cells.items():
        box = source_field(page, name)
        box.fill(value)
        box.press("Tab")


def give(page: Page, name: str, content: str) -> None:
    """Give a file to the form of a new source, and wait until it is read."""
    page.get_by_role("button", name=source_entry.ADD_A_SOURCE, exact=True).click()
    files: Any = {"name": name, "mimeType": "text/html", "buffer": content.encode()}
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_text(f"{name} is read as a web page:")).to_be_visible(timeout=PATIENCE)


def claim(page: Page, quote: str) -> None:
    pick(page, quote)
    take(page, "kind", "statement")
    put(page, "reason", "It is said there.")
    page.get_by_role("button", name=saving_changes.SAVE, exact=True).click()
    expect(notices(page).filter(has_text="is saved.")).to_be_visible(timeout=PATIENCE)


def seeds(data: Path) -> Mapping[str, bytes]:
    return {
        name: content for name, content in parts.packed(folder.of(data)).items() if name.startswith("seeds/")
    }


@pytest.mark.soak  # tests/app/test_incoming.py states it
def test_a_saved_page_and_its_corrected_version_come_in(
    start_server: Callable[..., Server], visits: Visits, tmp_path: Path
) -> None:
    data = Path(shutil.copytree(SECOND, tmp_path / "data"))
    server = start_server(data=data, EASTFLANK_EDIT="1")
    page = visits.open("add-data", server=server, has_map=False)
    give(page, "mission.html", PAGE)
    expect(source_field(page, "published")).to_have_value("2019-10-02")
    expect(page.get_by_text(incoming.guessed("meta article:published_time"))).to_have_count(4)
    expect(source_field(page, "fetch")).to_have_count(0)
    fill(page, published="2019-10-03", note="B: an invented newspaper.", reason="It tells of the mission.")
    expect(page.get_by_text(incoming.guessed("meta article:published_time"))).to_have_count(3)
    grade = page.locator("[class*='st-key-source-reliability-'] input").first
    grade.click()
    page.get_by_role("option", name="B: ").first.click()
    page.get_by_role("button", name=source_entry.SAVE_SOURCE, exact=True).click()
    expect(notices(page).filter(has_text=source_entry.SOURCE_SAVED)).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".ef-text")).to_contain_text(QUOTE)
    with page.expect_download() as download:
        page.get_by_role("button", name=incoming.ORIGINAL).click()
    assert Path(download.value.path()).read_bytes() == PAGE.encode()
    claim(page, QUOTE)
    claim(page, OTHER)
    before = seeds(data)

    give(page, "mission-2.html", CORRECTED)
    differs = page.get_by_role("region", name=incoming.DIFFERENCE)
    expect(differs.locator("p.changed del")).to_have_text("20")
    expect(differs.locator("p.changed ins")).to_have_text("25")
    expect(differs.locator("p.added")).to_contain_text("Corrected on Friday.")
    page.get_by_text(incoming.option(ID, "corrected")).click()
    expect(page.get_by_text("1 claim loses its words and will be orphaned")).to_be_visible(timeout=PATIENCE)
    expect(source_field(page, "published")).to_have_value("2019-10-03")
    fill(
        page, note="B: an invented newspaper. The date is the first text’s.", reason="The Post corrected it."
    )
    page.get_by_role("button", name=incoming.SAVE_CORRECTED, exact=True).click()
    expect(notices(page).filter(has_text=incoming.corrected_saved(1, 1))).to_be_visible(timeout=PATIENCE)
    left = page.locator(".ef-orphan")
    expect(left).to_have_count(1)
    expect(left.locator("del")).to_have_text("20")
    expect(left.locator("mark")).to_have_text(OTHER)
    expect(left.locator("ins")).to_have_text("25")
    expect(page.locator(".ef-text")).to_contain_text("25 more trainers")
    after = tables.read(data)
    assert {row.source: row.quote for row in after.claim_rows if row.source.startswith(ID)} == {
        ID: OTHER, f"{ID}-v2": QUOTE,
    }  # fmt: skip
    assert {name: content for name, content in seeds(data).items() if name in before} == before

    page.get_by_role("button", name=f"{incoming.REQUOTE} {ID}-02").click()
    pick(page, OTHER.replace("20", "25"))
    put(page, "reason", "By the corrected text.")
    page.get_by_role("button", name=saving_changes.SAVE, exact=True).click()
    expect(notices(page).filter(has_text="is saved.")).to_be_visible(timeout=PATIENCE)
    expect(left).to_have_count(0)
