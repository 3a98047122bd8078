"""The outline is in each document that a browser opens, and in nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit

from eastflank.ui import parts_ahead
from eastflank.ui.first_sight import OUTLINE, PLACE, FirstSight, Message, Receive, Send, with_outline
from eastflank.ui.scripts import AHEAD
from tests.other_loop import run

STYLES = b'<link rel="stylesheet" href="a.css"><link rel="stylesheet" href="b.css">'
DOCUMENT = b"<html><head>" + STYLES + b"</head><body>" + PLACE + b"</body></html>"
BROWSER = [(b"accept", b"text/html,*/*"), (b"accept-encoding", b"gzip"), (b"if-none-match", b'"1"')]


def answered(
    content_type: bytes, parts: Sequence[bytes], headers: list[tuple[bytes, bytes]], method: str = "GET"
) -> tuple[list[tuple[bytes, bytes]], dict[bytes, bytes], bytes]:
    """What the application is asked by way of headers, and headers and body of what leaves."""
    asked: list[tuple[bytes, bytes]] = []
    left: list[Message] = []

    async def app(scope: Message, _: Receive, send: Send) -> None:
        asked.extend(scope["headers"])
        length = str(sum(map(len, parts))).encode()
        about = [(b"content-type", content_type), (b"content-length", length), (b"etag", b'"1"')]
        await send({"type": "http.response.start", "status": 200, "headers": about})
        for number, part in enumerate(parts, 1):
            await send({"type": "http.response.body", "body": part, "more_body": number < len(parts)})

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        left.append(message)

    scope = {"type": "http", "method": method, "headers": headers}
    run(FirstSight(app)(scope, receive, send))
    begins, *rest = left
    return asked, dict(begins["headers"]), b"".join(one["body"] for one in rest)


def test_a_document_has_the_outline_where_the_page_will_be() -> None:
    asked, headers, body = answered(b"text/html; charset=utf-8", [DOCUMENT[:20], DOCUMENT[20:]], BROWSER)
    outlined = b'<body><div id="root">' + OUTLINE + b"</div>" + STYLES + b"</body>"
    head = b"<head>" + parts_ahead.links(DOCUMENT) + AHEAD.encode() + b"</head>"
    assert body == b"<html>" + head + outlined + b"</html>", "the outline must wait for no style sheet"
    assert headers == {
        b"content-type": b"text/html; charset=utf-8",
        b"content-length": str(len(body)).encode(),
    }
    assert [name for name, _ in asked] == [b"accept"], "it must come whole and not packed"


def test_a_document_of_a_frame_leaves_as_it_is() -> None:
    document = b"<html><head></head><body><div></div></body></html>"
    assert answered(b"text/html", [document], BROWSER)[2] == document


def test_all_else_leaves_as_it_is() -> None:
    for content_type, headers, method in (
        (b"text/javascript", BROWSER, "GET"),
        (b"text/html", [(b"accept", b"*/*")], "GET"),
        (b"text/html", BROWSER, "HEAD"),
    ):
        _, about, body = answered(content_type, [DOCUMENT[:20], DOCUMENT[20:]], headers, method)
        assert body == DOCUMENT
        assert about[b"content-length"] == str(len(DOCUMENT)).encode()
        assert about[b"etag"] == b'"1"'


def test_streamlits_document_has_the_place_once_and_its_style_sheets_come_after_it() -> None:
    document = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    assert document.count(PLACE) == 1
    made = with_outline(document)
    assert made.count(b'rel="stylesheet"') == document.count(b'rel="stylesheet"') > 0
    assert made.index(OUTLINE) < made.index(b'rel="stylesheet"') < made.index(b"</body>")
