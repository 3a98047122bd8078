"""Response headers that make the browser refuse other machines, foreign frames and guessed types.

Websockets from pages of other sites are refused too: they would make Streamlit ask the internet for this
machine's own address.
"""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from eastflank.ui.first_sight import App, Message, Receive, Send

_POLICY = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "frame-src": "'self' blob: data:",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
"""A Content Security Policy, level 3 (https://www.w3.org/TR/CSP3/).

Streamlit creates scripts from texts, and streamlit-folium runs the map's script with `eval`: so scripts
cannot be restricted to files. But no script can fetch from another machine or send to one.
"""
HEADERS = {
    "content-security-policy": "; ".join(f"{name} {value}" for name, value in _POLICY.items()),
    "x-frame-options": "SAMEORIGIN",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",  # an address contains the whole view
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""Headers by name, in small letters."""
_SENT = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
_NAMES = {name for name, _ in _SENT}


class SafeHeaders:
    """ASGI middleware: sets `HEADERS` on every response, replacing existing ones.

    A websocket from a page of another site is refused with status 403. `EASTFLANK_URL`, where readers reach
    the dashboard, counts as this site too.
    """

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Handle a request, as ASGI requires."""
        if scope["type"] == "websocket" and _is_foreign(scope["headers"]):
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": "The page is of another site."})
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                others = [one for one in message.get("headers", ()) if one[0].lower() not in _NAMES]
                message = {**message, "headers": [*others, *_SENT]}
            await send(message)

        await self.app(scope, receive, send_safely)


def _is_foreign(headers: list[tuple[bytes, bytes]]) -> bool:
    """Whether the request comes from a page of another site; programs other than browsers send no Origin."""
    told = {name.lower(): value.decode("latin-1").lower() for name, value in headers}
    origin = told.get(b"origin")
    if origin is None:
        return False
    own = {told.get(b"host", ""), _site(os.environ.get("EASTFLANK_URL", ""))}
    return _site(origin) not in own - {""}


def _site(address: str) -> str:
    """Host and port of an address, in small letters; empty if it is not an address."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
