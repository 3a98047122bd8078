"""The server is killed and started again under an open page: the reader sees a message, and keeps the view."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.on_the_map import mark
from tests.browser.on_the_page import choose, evidence, title
from tests.browser.server import free_port, serving
from tests.browser.visit import map_of, settle


@pytest.mark.soak  # long: a server is killed and started again
def test_a_page_is_told_of_a_killed_server_and_shows_the_same_view_when_it_is_back(
    browser: Browser, tmp_path: Path
) -> None:
    port = free_port()
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    with serving(tmp_path / "first", port=port) as server:
        page.goto(f"{server.url}/?asof=2017-08-28&deployment=efp-lva")
        settle(page)
        choose(page, "Nation", "Canada")
        expect(title(page)).to_contain_text("involving Canada")
        settle(page)
        before, address = title(page).text_content() or "", parse_qs(urlsplit(page.url).query)
        os.kill(server.process, signal.SIGKILL)
        away = page.locator(".ef-away")
        expect(away).to_contain_text("Nothing is lost")
        expect(page.get_by_text("streamlit run")).not_to_be_visible()
    with serving(tmp_path / "second", port=port):
        expect(away).to_have_count(0)
        settle(page)
        expect(title(page)).to_have_text(before)
        assert parse_qs(urlsplit(page.url).query) == address
        expect(mark(map_of(page), "efp-lva")).to_be_visible()
        expect(evidence(page).locator(".ef-head")).to_be_visible()
        choose(page, "Nation", "Germany")
        expect(title(page)).to_contain_text("Germany")
        expect(title(page)).to_contain_text("Canada")
    assert errors == []
    context.close()
