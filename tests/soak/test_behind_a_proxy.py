"""Two server processes behind nginx, with the configuration that `deploy/` has for it."""

from __future__ import annotations

import asyncio
import http.client
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin, Subprotocol

from tests.browser.on_the_map import sight
from tests.browser.on_the_page import title
from tests.browser.server import Server, serving
from tests.browser.visit import map_of, settle
from tests.load.reader import Answer, reading
from tests.soak.proxy import passed, program, proxying

HEALTH, METRICS = "/_stcore/health", "/_stcore/metrics"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the proxy keeps its files."""
    return tmp_path_factory.mktemp("nginx")


@pytest.fixture(scope="module")
def proxy(folder: Path, server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The proxy before two processes."""
    program()  # skips before a second process is started
    with serving(tmp_path_factory.mktemp("second")) as second, proxying(folder, (server, second)) as proxy:
        yield proxy


def test_a_link_opens_with_its_map_and_a_reload_shows_the_same(
    open_page: Callable[..., Page], proxy: Server, folder: Path
) -> None:
    before = len(passed(folder))
    page = open_page("?nation=CAN&asof=2016-06-14", server=proxy, first=True)
    sentence, drawn = title(page).inner_text(), sight(map_of(page))
    assert "involving Canada, as known on 14 June 2016" in " ".join(sentence.split())
    assert drawn.boxes
    page.reload()
    settle(page)
    assert (title(page).inner_text(), sight(map_of(page))) == (sentence, drawn)
    page.close()
    asked = passed(folder)[before:]
    assert len({one.process for one in asked}) == 1, "a reader stays with one process"
    assert any("/component/" in one.address for one in asked)
    assert [one for one in asked if one.status >= HTTPStatus.BAD_REQUEST] == []


def test_readers_without_a_cookie_yet_are_spread_over_both_processes(proxy: Server, folder: Path) -> None:
    before = len(passed(folder))
    answers = [_asked(proxy, HEALTH) for _ in range(60)]
    assert {status for status, _ in answers} == {HTTPStatus.OK}
    assert len({one.process for one in passed(folder)[before:]}) == 2
    cookies = {cookie for _, cookie in answers}
    assert len(cookies) == len(answers)
    assert all(cookie.startswith("eastflank_process=") for cookie in cookies)


def test_a_reader_with_a_cookie_gets_no_other(proxy: Server, folder: Path) -> None:
    before = len(passed(folder))
    answers = [_asked(proxy, HEALTH, "eastflank_process=one") for _ in range(20)]
    assert set(answers) == {(HTTPStatus.OK, "")}
    assert len({one.process for one in passed(folder)[before:]}) == 1


def test_a_websocket_is_passed_on_and_answered_with_views(proxy: Server) -> None:
    with ThreadPoolExecutor(1) as other:  # this thread has a loop of its own, the browser's driver
        answers = other.submit(asyncio.run, _views(proxy.url, "", "nation=CAN&asof=2016-06-14")).result()
    assert "as known on 31 May 2025" in answers[0].title
    assert "involving Canada, as known on 14 June 2016" in answers[1].title


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_page_opened_under_the_proxys_own_name_and_port_gets_its_websocket(
    proxy: Server, scheme: str
) -> None:
    """The server compares the page's origin with the Host header: the proxy must not change it."""
    name = f"eastflank.example.org:{urlsplit(proxy.url).port}"
    assert _opened(proxy, name, f"{scheme}://{name}") == HTTPStatus.SWITCHING_PROTOCOLS


def test_a_page_of_another_site_gets_no_websocket_and_no_server_is_asked(proxy: Server, folder: Path) -> None:
    """A server would ask the internet for its own address first; at the end of the tests none has."""
    name = f"eastflank.example.org:{urlsplit(proxy.url).port}"
    for foreign in ("https://elsewhere.example.org", "https://eastflank.example.org", f"http://{name}.org"):
        assert _opened(proxy, name, foreign) == HTTPStatus.FORBIDDEN
        assert passed(folder)[-1].process == "-"


def _opened(proxy: Server, name: str, origin: str) -> int:
    """What a page of that origin is answered where it opens a websocket to the proxy under that name."""

    async def status() -> int:
        port = urlsplit(proxy.url).port
        protocols = [Subprotocol("streamlit")]
        try:
            async with connect(
                f"ws://{name}/_stcore/stream",
                host="127.0.0.1",
                port=port,
                origin=Origin(origin),
                subprotocols=protocols,
                proxy=None,
            ):
                return HTTPStatus.SWITCHING_PROTOCOLS
        except InvalidStatus as refused:
            return refused.response.status_code

    with ThreadPoolExecutor(1) as other:
        return other.submit(asyncio.run, status()).result()


def test_the_figures_of_a_process_are_its_own_and_not_for_readers(proxy: Server, server: Server) -> None:
    assert _asked(proxy, METRICS)[0] == HTTPStatus.NOT_FOUND
    assert _asked(server, METRICS)[0] == HTTPStatus.OK


def test_a_process_that_stops_leaves_its_readers_to_the_other(
    server: Server, start_server: Callable[..., Server], tmp_path: Path
) -> None:
    program()
    second = start_server()
    with proxying(tmp_path, (server, second)) as proxy:
        os.kill(second.process, signal.SIGTERM)
        answers = {_asked(proxy, HEALTH, f"eastflank_process={number}")[0] for number in range(40)}
    assert answers == {HTTPStatus.OK}


def _asked(server: Server, address: str, cookie: str = "") -> tuple[int, str]:
    """Status, and the cookie that chooses a process, if one is set."""
    with closing(http.client.HTTPConnection("localhost", urlsplit(server.url).port, timeout=30)) as line:
        line.request("GET", address, headers={"Cookie": cookie} if cookie else {})
        answer = line.getresponse()
        set_here = [one for one in answer.headers.get_all("Set-Cookie", []) if "eastflank_" in one]
        return answer.status, "".join(set_here)


async def _views(url: str, *queries: str) -> list[Answer]:
    async with reading(url) as reader:
        return [await reader.ask(query) for query in queries]
