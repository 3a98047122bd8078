"""What every answer tells the browser to refuse: other machines, foreign frames, guessed types.

And pages of other sites are refused: what they ask would make Streamlit ask the internet for this machine's
own address.
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

Streamlit makes scripts out of texts, and streamlit-folium runs the map's script by `eval`: so scripts cannot
be held to files. Whatever runs, nothing is fetched from another machine or sent to one.
"""
HEADERS = {
    "content-security-policy": "; ".join(f"{name} {value}" for name, value in _POLICY.items()),
    "x-frame-options": "SAMEORIGIN",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",  # an address holds the whole view
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""By name in small letters."""
_SENT = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
_NAMES = {name for name, _ in _SENT}


class SafeHeaders:
    """ASGI middleware: every answer leaves with `HEADERS`, in the place of such that it has.

    A websocket from a page of another site is refused with status 403. `EASTFLANK_URL`, where readers reach
    the dashboard, counts as this site too.
    """

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a request as ASGI asks for it."""
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
    """Whether the request comes from a page of another site; what is no browser names no origin."""
    told = {name.lower(): value.decode("latin-1").lower() for name, value in headers}
    origin = told.get(b"origin")
    if origin is None:
        return False
    own = {told.get(b"host", ""), _site(os.environ.get("EASTFLANK_URL", ""))}
    return _site(origin) not in own - {""}


def _site(address: str) -> str:
    """Host and port of an address, in small letters; empty where it is none."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
