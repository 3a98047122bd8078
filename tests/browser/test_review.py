"""An analyst reviews the proposals of an article by keyboard alone, and the map is there."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from eastflank.store import audited, datasets, folder, tables
from eastflank.words.chosen import reviewing
from tests.browser.on_the_map import expect_marks
from tests.browser.server import ROOT, Server
from tests.browser.tables import copied
from tests.browser.test_accessibility import grave
from tests.browser.visit import PATIENCE, Visits, map_of, settle
from tests.frozen import FOLDER

SEED = "😀\n\n" + (ROOT / "seeds" / "000_fefd53002a12884a.txt").read_text(encoding="utf-8")
PROPOSED = 17
MOST_TABS = 60
GROUP = "Battlegroups in Estonia, Lithuania, Latvia and Poland"


class Keyboard:
    """A person who has no pointer."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go_to(self, what: Locator) -> None:
        """Tab until it has the keyboard."""
        expect(what.first).to_be_visible(timeout=PATIENCE)
        for _ in range(MOST_TABS):
            if what.first.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no way to {what}")

    def write(self, label: str, text: str) -> None:
        self.go_to(self.page.get_by_role("textbox", name=label, exact=True))
        self.page.keyboard.press("Control+A")  # a value that was guessed
        self.page.keyboard.insert_text(text)

    def press(self, name: str) -> None:
        """Go to a button, and press it."""
        self.go_to(self.page.get_by_role("button", name=name, exact=True))
        self.page.keyboard.press("Enter")

    def review(self, number: int, keys: str) -> None:
        """Press keys at a proposal."""
        state = self.page.locator(".ef-state").filter(has_text=f"{number} of {PROPOSED}")
        expect(state.first).to_be_visible(timeout=PATIENCE)  # the one before may go a moment later
        for key in keys:
            self.page.keyboard.press(key)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A dataset without claims."""
    return tmp_path / datasets.create_empty(tmp_path, "Mine", folder.of(FOLDER))


def pasted(page: Page) -> Keyboard:
    """The page with the article's proposals, after it was pasted and saved by keyboard."""
    keys = Keyboard(page)
    keys.press("Add a source")
    keys.go_to(page.get_by_role("textbox", name="Text of the article", exact=True))
    page.keyboard.insert_text(SEED)
    for label, text in (
        ("Publisher", "Associated Press"),
        ("Title", "Battalions"),
        ("Published on", "2016-06-14"),
    ):
        keys.write(label, text)
    keys.go_to(page.get_by_role("combobox", name="Reliability"))
    page.keyboard.type("B:")
    page.keyboard.press("Enter")
    keys.write("Reason for the change", "It arrived.")
    keys.press("Save the source")
    keys.press("Read this article")
    expect(page.locator(".ef-review-text")).to_contain_text("spearheading", timeout=PATIENCE)
    return keys


@pytest.mark.soak  # tests/app/test_review.py tries the same keys without a browser
def test_what_was_reviewed_by_keyboard_is_saved_and_the_rest_waits(
    start_server: Callable[..., Server],
    visits: Visits,
    empty: Path,
) -> None:
    server = start_server(data=empty, EASTFLANK_EDIT="1", EASTFLANK_DATASETS=str(empty.parent / "sets"))
    page = visits.open("add-data", server=server, has_map=False, color_scheme="dark")
    keys = pasted(page)
    keys.review(1, "a")
    keys.review(2, "x4u")
    keys.review(2, "x4")
    page.keyboard.press("s")
    expect(page.get_by_test_id("stAlert")).to_contain_text("1 claim is saved", timeout=PATIENCE)
    (claim,) = tables.read(empty).claim_rows
    assert claim.quote and claim.quote in SEED
    rows = list(csv.DictReader((empty / "proposals.csv").read_text(encoding="utf-8").splitlines()))
    assert sorted(row["outcome"] for row in rows) == ["accepted", "refused"]


@pytest.mark.soak  # the test above says the same of its first steps
def test_the_first_seed_is_on_the_map_by_keyboard_alone(
    start_server: Callable[..., Server],
    visits: Visits,
    empty: Path,
) -> None:
    server = start_server(data=empty, EASTFLANK_EDIT="1", EASTFLANK_DATASETS=str(empty.parent / "sets"))
    page = visits.open("add-data", server=server, has_map=False, color_scheme="dark")
    keys = pasted(page)

    keys.review(1, "a")
    keys.review(2, "a")
    expect(page.locator(".ef-refused")).to_contain_text("First choose the deployment that it is about")
    keys.review(2, "1a")
    for number in range(3, 7):
        keys.review(number, "a")
    keys.review(7, "e")
    keys.go_to(page.get_by_role("textbox", name="Words for the timing"))
    page.keyboard.type("next month from July 8-9")  # in a field, letters are letters
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    for number in range(8, 12):
        keys.review(number, "a")
    keys.review(12, "x4")
    keys.review(13, "1a")
    expect(page.locator(".ef-state")).to_have_count(1)
    expect(page.locator(".ef-state")).to_have_text("14 of 17, not reviewed")
    text = page.locator(".ef-review-text")
    assert text.evaluate("box => box.textContent") == SEED
    expect(text.locator(".current.field")).to_have_text(
        ["A senior U.S. official", "Canadian", "would coordinate"]
    )
    settle(page, has_map=False)
    assert grave(page) == []
    keys.review(14, "2a")
    keys.review(15, "au")
    keys.review(15, "a")
    keys.review(16, "a")
    keys.review(17, "1a")
    expect(page.locator(".ef-progress")).to_have_text(f"{PROPOSED} of {PROPOSED} reviewed")
    page.keyboard.press("s")
    expect(page.get_by_test_id("stAlert")).to_contain_text("16 claims are saved", timeout=PATIENCE)

    page.goto(f"{server.url}/?asof=2016-06-14")
    settle(page)
    expect(page.locator(".ef-title")).to_contain_text(
        "Four battlegroups agreed and one battlegroup considered, as known on 14 June 2016"
    )
    frame = map_of(page)
    expect_marks(frame, "battlegroups-in-estonia-lithuania")

    dataset = tables.read(empty)
    assert audited.findings(dataset) == ()
    assert {row.review for row in dataset.claim_rows} == {"reviewed"}
    assert GROUP in dataset.deployment_names.values()
    rows = list(csv.DictReader((empty / "proposals.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["outcome"] for row in rows].count("refused") == 1
    assert [row["outcome"] for row in rows].count("mended") == 1
    assert {row["who"] for row in rows} == {"curator"}


@pytest.mark.soak  # tests/app/test_review.py states that the line waits for the script
def test_the_page_explains_the_keys_only_once_they_work(
    start_server: Callable[..., Server], visits: Visits, tmp_path: Path
) -> None:
    server = start_server(data=copied(tmp_path / "data"), EASTFLANK_EDIT="1")
    page = visits.open("add-data", server=server, has_map=False)
    held: list[Route] = []
    page.route("**/review_keys-*.js", lambda route: held.append(route))  # noqa: PLW0108 - a bound method cannot be given
    page.get_by_role("button", name=reviewing.READ_THIS, exact=True).click()
    expect(page.locator(".ef-state")).to_be_visible(timeout=PATIENCE)
    line = page.get_by_text(reviewing.KEYS)
    expect(line).to_be_hidden()
    expect(line).to_have_count(1)
    assert held, "the script was asked for, and waits"
    for route in held:
        route.continue_()
    page.unroute("**/review_keys-*.js")
    expect(line).to_be_visible(timeout=PATIENCE)
    page.keyboard.press("x")
    expect(page.get_by_text(reviewing.WHY_REFUSED)).to_be_visible(timeout=PATIENCE)
