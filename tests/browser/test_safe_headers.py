"""Every answer tells the browser to refuse what is not from this server."""

from __future__ import annotations

from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from eastflank.ui.first_sight import Message, Receive, Send
from eastflank.ui.safe_headers import HEADERS, SafeHeaders
from tests.browser.server import Server
from tests.browser.visit import map_of, settle
from tests.other_loop import run


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


@pytest.mark.parametrize(
    ("origin", "host", "answer"),
    [
        (None, "localhost:8501", []),
        ("http://localhost:8501", "localhost:8501", []),
        ("https://flank.example", "flank.example", []),
        ("https://briefing.example", "10.0.0.1:8501", []),
        ("https://elsewhere.example", "localhost:8501", ["websocket.close"]),
        ("http://localhost:8502", "localhost:8501", ["websocket.close"]),
        ("null", "localhost:8501", ["websocket.close"]),
        ("http://[", "localhost:8501", ["websocket.close"]),
    ],
)
def test_a_page_of_another_site_is_refused(
    origin: str | None, host: str, answer: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EASTFLANK_URL", "https://briefing.example/flank")
    sent: list[Message] = []
    reached: list[Message] = []

    async def app(scope: Message, _: Receive, __: Send) -> None:
        reached.append(scope)

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    named = [(b"host", host.encode()), *([(b"origin", origin.encode())] if origin else [])]
    run(SafeHeaders(app)({"type": "websocket", "headers": named}, receive, send))
    assert [message["type"] for message in sent] == answer
    assert len(reached) + len(answer) == 1
