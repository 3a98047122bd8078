"""Every answer tells the browser to refuse what is not from this server."""

from __future__ import annotations

from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from eastflank.ui.safe_headers import HEADERS
from tests.browser.server import Server
from tests.browser.visit import map_of, settle


@pytest.mark.parametrize("path", ["/", "/sources", "/_stcore/health", "/_stcore/host-config"])
def test_every_answer_carries_them(server: Server, path: str) -> None:
    with urlopen(f"{server.url}{path}") as answer:  # noqa: S310 - our own server
        sent = {name.lower(): value for name, value in answer.headers.items()}
    assert {name: sent.get(name) for name in HEADERS} == HEADERS


def test_neither_the_page_nor_its_map_can_reach_another_machine(browser: Browser, server: Server) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server.url}/?nation=CAN&asof=2016-06-14")
    settle(page)
    refused = """async () => {
      const told = new Promise((tell) => {
        document.addEventListener("securitypolicyviolation", (event) => tell(event.effectiveDirective));
      });
      new Image().src = "http://192.0.2.1/pixel.png";
      return told;
    }"""
    assert page.evaluate(refused) == "img-src"
    assert map_of(page).evaluate(refused) == "img-src"
    context.close()
