"""A component's script is fetched once, at an address that changes with its content."""

import gzip
import re
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import pytest

import eastflank.render
from eastflank.render.browser_files import SCRIPTS
from eastflank.ui import scripts
from tests.other_loop import run

BROWSER = Path(eastflank.render.__file__).parent / "browser"


def answered(name: str, *headers: tuple[bytes, bytes]) -> tuple[int, dict[str, str], str]:
    """Status, headers and body of what the server answers to a request for a script of that name."""
    sent: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request"}

    path = f"/{scripts._PATH}/{name}"
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "root_path": "",
        "headers": list(headers),
        "query_string": b"",
    }
    matched, more = scripts.ROUTE.matches(scope)
    assert matched.name == "FULL"
    run(scripts.ROUTE.handle({**scope, **more}, receive, send))
    start, body = sent
    told = {name.decode(): value.decode() for name, value in start["headers"]}
    content = body["body"]
    if told.get("content-encoding") == "gzip":
        content = gzip.decompress(content)
    return start["status"], told, content.decode()


@pytest.mark.parametrize("name", scripts._FILES)
def test_what_is_sent_imports_the_script_that_the_server_gives(name: str) -> None:
    sent = scripts.importing(name)
    assert len(sent) < 300, "it goes with every run of the page"
    (file,) = re.findall(rf"{scripts._PATH}/([^`]*)`", sent)
    _, headers, text = answered(file)
    assert headers["content-type"].startswith("text/javascript")
    assert "immutable" in headers["cache-control"]
    assert text == scripts._TEXTS[name]
    assert "export default" in text


def test_a_browser_that_takes_packed_files_gets_them_packed() -> None:
    (file,) = re.findall(rf"{scripts._PATH}/([^`]*)`", scripts.importing("slider"))
    status, headers, text = answered(file, (b"accept-encoding", b"gzip, br"))
    assert (status, headers["content-encoding"], headers["vary"]) == (200, "gzip", "Accept-Encoding")
    assert text == scripts._TEXTS["slider"]


def test_a_script_of_another_version_is_not_there_and_it_says_what_to_do() -> None:
    status, _, text = answered("header-0123456789abcdef.js")
    assert status == 404
    assert "Reload the page" in text


def test_the_maps_scripts_are_one_file_that_the_server_gives() -> None:
    folder, _, file = scripts.MAP.removeprefix("../../").partition("/")
    assert folder == scripts._PATH
    status, headers, text = answered(file)
    assert status == 200
    assert "immutable" in headers["cache-control"]
    assert text.startswith('"use strict"\n;')
    places = [text.index((BROWSER / name).read_text(encoding="utf-8")) for name in SCRIPTS]
    assert places == sorted(places)
