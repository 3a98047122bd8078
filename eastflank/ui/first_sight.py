"""The page's outline, which a browser shows until Streamlit's scripts are loaded, not a blank window.

On a slow connection these scripts take ten seconds and more. Streamlit's own document is empty until then, so
the outline is written into the element that Streamlit later fills with the page.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from eastflank.ui import parts_ahead
from eastflank.ui.scripts import AHEAD
from eastflank.words.chosen import page_frame

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]
"""An application by the ASGI specification 3.0, and what it is called with."""

PLACE = b'<div id="root"></div>'
"""In Streamlit's document, the root element of the page. React empties it first."""
_STYLES = re.compile(rb'\s*<link rel="stylesheet"[^>]*>')
"""In its head, the style sheets for which a browser waits before it draws anything."""
OUTLINE = (
    (Path(__file__).parent / "first_sight.html")
    .read_text(encoding="utf-8")
    .replace("{loading}", page_frame.LOADING)
    .encode()
)
_ASKS_FOR_ANOTHER_FORM = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
"""Request headers that would make the response compressed, partial or empty."""
_TELLS_OF_ANOTHER_BODY = {b"content-length", b"etag", b"last-modified", b"accept-ranges"}
"""Response headers that are wrong once the outline is added."""


def with_outline(document: bytes) -> bytes:
    """Streamlit's document with the outline in it, and its style sheets at the end.

    The outline has its own style. It is drawn at once; the page's scripts still wait for the style sheets.
    """
    styles = b"".join(_STYLES.findall(document))
    bare = _STYLES.sub(b"", document)
    outlined = bare.replace(PLACE, PLACE.replace(b"></", b">" + OUTLINE + b"</"), 1)
    if b"</body>" not in outlined or PLACE not in document:
        return document  # for example a component's iframe
    ahead = parts_ahead.links(document) + AHEAD.encode()
    return outlined.replace(b"</head>", ahead + b"</head>", 1).replace(b"</body>", styles + b"</body>", 1)


class FirstSight:
    """ASGI middleware: adds the outline to documents for a browser window, and passes on everything else."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Handle a request, as ASGI requires."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _wants_document(scope["headers"]):
            await self.app(scope, receive, send)
            return
        headers = [one for one in scope["headers"] if one[0].lower() not in _ASKS_FOR_ANOTHER_FORM]
        await self.app({**scope, "headers": headers}, receive, _Document(send))


def _wants_document(headers: list[tuple[bytes, bytes]]) -> bool:
    return any(name.lower() == b"accept" and b"text/html" in value for name, value in headers)


class _Document:
    """Passes a response on; a document is sent as a whole with the outline added."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.start: Message | None = None
        """The start of the response, while its body is collected."""
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_document(message["headers"]):
            self.start = message
        elif self.start is None or message["type"] != "http.response.body":
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._leave(self.start)

    async def _leave(self, start: Message) -> None:
        body = with_outline(self.body)
        headers = [one for one in start["headers"] if one[0].lower() not in _TELLS_OF_ANOTHER_BODY]
        await self.send({**start, "headers": [*headers, (b"content-length", str(len(body)).encode())]})
        await self.send({"type": "http.response.body", "body": body})


def _is_document(headers: list[tuple[bytes, bytes]]) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in headers)
