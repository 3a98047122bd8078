"""Everything on the screen can be exported, with a preview first, and with a file name that says what it holds."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Download, Page, expect
from pptx import Presentation

from eastflank.render.products import PRODUCTS
from tests.browser.on_the_page import choose, notices, press
from tests.browser.test_accessibility import grave
from tests.browser.visit import settle

CANADA = "?nation=CAN&asof=2016-10-26"
TITLE = "One battlegroup decided involving Canada, as known on 26 October 2016"


def menu_of(page: Page) -> None:
    """Open the menu."""
    page.get_by_role("button", name="Export").click()
    expect(page.get_by_role("combobox", name="Format")).to_be_visible()


def take(page: Page, name: str) -> None:
    """Choose a format in the open menu, and wait until it is written."""
    page.get_by_role("combobox", name="Format").click()
    page.get_by_role("option", name=name, exact=True).click()
    written(page)


def written(page: Page) -> None:
    """Wait until the chosen product is written."""
    expect(page.get_by_role("button", name=re.compile(r"Download · [\d.]+ [KM]B"))).to_be_visible()


def downloaded(page: Page) -> Download:
    """What the menu's button gives."""
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download · ").click()
    return coming.value


@pytest.mark.soak  # slides are
def test_a_table_is_downloaded_as_the_view_has_it_under_a_name_that_says_so(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(CANADA)
    menu_of(page)
    take(page, "CSV")
    file = downloaded(page)
    assert file.suggested_filename == "eastflank-canada-asof-2016-10-26.csv"
    rows = list(csv.DictReader(io.StringIO(Path(file.path()).read_text(encoding="utf-8-sig"))))
    assert [row["Deployment"] for row in rows] == ["Battlegroup Latvia"]
    assert {row["As of"] for row in rows} == {"2016-10-26"}


@pytest.mark.soak  # test_by_keyboard.py comes to slides
def test_slides_are_downloaded_with_the_marking_typed_in_the_menu(open_page: Callable[..., Page]) -> None:
    page = open_page(CANADA)
    menu_of(page)
    field = page.get_by_role("textbox", name="Marking")
    field.fill("For training only <1>")
    field.press("Enter")
    page.wait_for_url("**&marking=For+training+only+%3C1%3E")
    take(page, "PowerPoint slides")
    expect(page.locator(".st-key-export-menu img")).to_be_visible()
    file = downloaded(page)
    assert file.suggested_filename == "eastflank-canada-asof-2016-10-26.pptx"
    slides = Presentation(str(file.path())).slides
    words = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles == [
        before + "Canada: one battlegroup decided" for before in ("", "Deployments: ", "Sources: ")
    ]
    assert words.count("Involving Canada · As known on 26 October 2016") == len(titles)
    assert words.count("For training only <1>") == 2 * len(titles)
    page.keyboard.press("Escape")
    expect(page.locator(".ef-handling")).to_have_text(["For training only <1>"] * 2)
    press(page, "Brief")
    expect(page.locator(".ef-marking")).to_have_text(["For training only <1>"] * 2)


@pytest.mark.soak  # slides are; tests/unit/test_house_templates.py fills a memo
def test_a_memo_is_downloaded_in_the_template_that_was_put_in(open_page: Callable[..., Page]) -> None:
    house: Any = docx.Document()
    house.add_paragraph("Words of last year")
    house.sections[0].footer.paragraphs[0].text = "House, floor 3"
    template = io.BytesIO()
    house.save(template)
    page = open_page(f"{CANADA}&marking=RESTRICTED")
    menu_of(page)
    take(page, "Word memo")
    own = page.locator(".st-key-export-template-docx")
    expect(own).to_contain_text("Your own template")
    own.locator("input[type=file]").set_input_files(
        {"name": "house.docx", "mimeType": "application/octet-stream", "buffer": template.getvalue()}
    )
    expect(own).to_contain_text("house.docx")
    settle(page)  # the memo is written again
    file = downloaded(page)
    assert file.suggested_filename == "eastflank-canada-asof-2016-10-26.docx"
    memo: Any = docx.Document(str(file.path()))
    told = [paragraph.text for paragraph in memo.paragraphs]
    assert any(TITLE in text for text in told)
    assert "Words of last year" not in told
    assert [one.text for one in memo.sections[0].footer.paragraphs] == ["House, floor 3", "RESTRICTED"]


@pytest.mark.soak  # tests/app/test_export_menu.py states it
def test_a_file_that_is_no_template_is_refused_in_words(open_page: Callable[..., Page]) -> None:
    page = open_page(CANADA)
    menu_of(page)
    take(page, "PowerPoint slides")
    page.locator(".st-key-export-template-pptx input[type=file]").set_input_files(
        {"name": "house.pptx", "mimeType": "application/octet-stream", "buffer": b"no presentation"}
    )
    expect(notices(page)).to_contain_text("Remove the file above to continue without a template.")
    expect(page.get_by_role("button", name="Download · ")).to_have_count(0)


@pytest.mark.soak  # test_by_keyboard goes through the menu to its download
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_is_seen_before_it_is_taken_in_the_size_chosen(
    open_page: Callable[..., Page], scheme: str
) -> None:
    page = open_page(CANADA, color_scheme=scheme)
    menu_of(page)
    take(page, "PNG picture")
    picture = page.locator(".st-key-export-menu img")
    expect(picture).to_have_js_property("naturalWidth", 1920)
    assert grave(page) == []
    page.get_by_role("radio", name="1080 × 1080").click()
    expect(picture).to_have_js_property("naturalHeight", 1080)
    expect(picture).to_have_js_property("naturalWidth", 1080)
    settle(page)  # the button comes after the picture
    file = downloaded(page)
    assert file.suggested_filename == "eastflank-canada-asof-2016-10-26-1080x1080.png"
    assert Path(file.path()).read_bytes().startswith(b"\x89PNG")


@pytest.mark.soak  # tests/app/test_export_menu.py tries it without a browser
def test_the_menu_offers_every_product_of_the_view_as_it_is(open_page: Callable[..., Page]) -> None:
    page = open_page(CANADA)
    choose(page, "Nation", "Germany")
    page.wait_for_url("**/?nation=CAN&nation=DEU&**")
    menu_of(page)
    page.get_by_role("combobox", name="Format").click()
    expect(page.get_by_role("option")).to_have_text([product.name for product in PRODUCTS])
    page.get_by_role("option", name="GeoJSON", exact=True).click()
    written(page)
    expect(page.get_by_text("A feature for each deployment: its place")).to_be_visible()
    found = json.loads(Path(downloaded(page).path()).read_text(encoding="utf-8"))
    assert found["eastflank"]["title"] == (
        "Two battlegroups decided involving Canada or Germany, as known on 26 October 2016"
    )


@pytest.mark.soak  # tests/unit/test_empty.py states it
def test_an_empty_view_is_exported_as_what_it_is(open_page: Callable[..., Page]) -> None:
    page = open_page("?nation=CAN&role=host")
    menu_of(page)
    take(page, "CSV")
    expect(page.locator(".st-key-export-menu")).to_contain_text("No deployment fits this view")
    file = downloaded(page)
    assert file.suggested_filename == "eastflank-hosted-by-canada-asof-2025-05-31.csv"


@pytest.mark.soak  # test_sizes looks at the page of a phone
def test_on_a_phone_the_menu_has_room(open_page: Callable[..., Page]) -> None:
    page = open_page(CANADA, 390, 844)
    menu_of(page)
    take(page, "CSV")
    box = page.locator(".st-key-export-menu").bounding_box()
    assert box
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
