"""Proposals are decided by keys in quick succession, while the server is busy too: none is lost, none counts twice.

`tests/app/test_review.py` states it of the keys as the browser tells them.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from eastflank.curation import undo
from eastflank.curation.source import NewSource, edits_of
from eastflank.store import datasets, folder, tables
from eastflank.store.stores import InFolder
from eastflank.ui.add_data import kept
from tests.browser.server import ROOT, Server
from tests.browser.visit import PATIENCE, Visits, settle
from tests.frozen import FOLDER

KEYS = "aa1aaaaax4aaaax41a2aauaa1a"
"""The second proposal names no deployment: its first “a” accepts nothing."""
PROPOSED, ACCEPTED, TRIES = 17, 15, 30
LONGEST = 300
"""Milliseconds between two keys."""
TABLES = ("claims", "claim_spans", "contributions", "deployments", "memberships", "places", "sources")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A dataset that holds an article and no claim."""
    made = tmp_path / datasets.create_empty(tmp_path, "Mine", folder.of(FOLDER))
    text = (ROOT / "seeds" / "000_fefd53002a12884a.txt").read_bytes()
    cells = {"publisher": "Associated Press", "title": "Battalions", "published": "2016-06-14"}
    source = NewSource("ap", {**cells, "reliability": "B", "read_as": "copy"}, text)
    version = tables.read(made).version
    undo.save(
        InFolder(made), edits_of(source), who="A", when=kept.today(), reason="It came.", expected=version
    )
    return made


@pytest.fixture
def review(
    start_server: Callable[..., Server], visits: Visits, article: Path, tmp_path: Path
) -> Callable[..., dict[str, bytes]]:
    """`review(pauses, busy=True)`: the tables after a review. Without pauses each key waits for the page."""
    data = Path(shutil.copytree(article, tmp_path / "data"))
    server = start_server(data=data, EASTFLANK_EDIT="1", EASTFLANK_DATASETS=str(tmp_path / "sets"))
    page = visits.open("add-data", server=server, has_map=False)
    other = page.context.new_page()

    def reviewed(pauses: Iterator[int] | None = None, *, busy: bool = False) -> dict[str, bytes]:
        shutil.rmtree(data)
        shutil.copytree(article, data)
        page.goto(f"{server.url}/add-data")
        settle(page, has_map=False)
        page.get_by_role("button", name="Read this article", exact=True).click()
        said = page.locator(".ef-review-told")  # what hears the keys says it
        expect(said).to_contain_text(f"Proposal 1 of {PROPOSED}", timeout=PATIENCE)
        if busy:
            other.goto(f"{server.url}/add-data", wait_until="commit")
        _press(page, KEYS, pauses)
        if pauses is None:
            expect(page.locator(".ef-progress")).to_have_text(f"{PROPOSED} of {PROPOSED} reviewed")
        _press(page, "s", pauses)
        expect(page.get_by_test_id("stAlert")).to_contain_text(
            f"{ACCEPTED} claims are saved", timeout=PATIENCE
        )
        other.goto("about:blank")
        return {name: (data / f"{name}.csv").read_bytes() for name in TABLES}

    return reviewed


def _press(page: Page, keys: str, pauses: Iterator[int] | None) -> None:
    for key in keys:
        page.keyboard.press(key)
        if pauses is None:
            settle(page, has_map=False)
        elif pause := next(pauses):
            page.wait_for_timeout(pause)  # the speed of a person’s fingers is what is tried


def test_the_record_holds_what_was_accepted_however_fast_the_keys_come(
    review: Callable[..., dict[str, bytes]],
) -> None:
    expected = review()
    assert expected["claims"].count(b"\n") == ACCEPTED + 1
    for number in range(TRIES):
        found = review(_pauses(number), busy=number % 2 == 0)
        assert found == expected, f"try {number}"


def _pauses(number: int) -> Iterator[int]:
    """Every third try at one speed, from as fast as can be; the others unevenly."""
    chance = random.Random(number)  # noqa: S311 - the same tries each time
    while True:
        yield number * 10 if number % 3 == 0 else chance.choice((0, 0, 20, chance.randrange(LONGEST + 1)))
