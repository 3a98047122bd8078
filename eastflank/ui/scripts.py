"""The scripts of the components and of the map, which a browser fetches only once.

Streamlit sends the script of a component with each run of the page, though it never changes: 60 kB for each
click. So each component's script is only one line, which imports the real script from this server, at an
address that changes with the content. The map's scripts are one file, because streamlit-folium fetches
scripts one after the other.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from eastflank.render import browser_files
from eastflank.words.chosen import page_frame

_FOLDER = Path(__file__).parent
_PATH = "eastflank-scripts"
_FOR_A_YEAR = "public, max-age=31536000, immutable"
_FILES: Mapping[str, tuple[str, ...]] = {
    "header": (
        "by_keyboard.js",
        "presses.js",
        "announcer.js",
        "connection.js",
        "printing.js",
        "header.js",
    ),
    "following": ("following.js",),
    "into_view": ("add_data/into_view.js",),
    "matrix": ("matrix.js",),
    "passage": ("add_data/passage_offsets.js", "add_data/passage.js"),
    "printer": ("printer.js",),
    "review_keys": ("add_data/review_keys.js",),
    "review_text": ("add_data/passage_offsets.js", "add_data/review_text.js"),
    "slider": ("slider_scale.js", "slider_rail.js", "slider_requests.js", "slider.js"),
    "strength": ("strength.js",),
    "told": ("add_data/told.js",),
    "timeline": ("timeline.js",),
    "what_changed": ("what_changed.js",),
}
"""The files of each script, in their order, by its name."""
_TEXTS = {
    name: "".join((_FOLDER / file).read_text(encoding="utf-8") for file in files)
    for name, files in _FILES.items()
}
_TEXTS["map"] = "\n;\n".join(['"use strict"', *browser_files.scripts()])
_NAMES = {
    name: f"{name}-{hashlib.sha256(text.encode()).hexdigest()[:16]}.js" for name, text in _TEXTS.items()
}
_BY_NAME = {_NAMES[name]: text.encode() for name, text in _TEXTS.items()}
_PACKED = {name: gzip.compress(content, mtime=0) for name, content in _BY_NAME.items()}

_IMPORT = """\
const streamlit = document.querySelector("script[src*='static/js/']").src.split("static/js/")[0];
const { default: component } = await import(`${streamlit}%s/%s`);
export default component;
"""
"""The address of Streamlit's own scripts shows where the server is, also under a base path."""


AHEAD = f'<link rel="prefetch" as="script" href="{_PATH}/{_NAMES["map"]}">'
"""For the head of the first document: preloads the map's scripts while the browser waits for the page."""
MAP = f"../../{_PATH}/{_NAMES['map']}"
"""Address of the map's scripts, relative to the map's iframe, which is served from `component/NAME/`."""


def importing(name: str) -> str:
    """The script of a component, one of those above, as a line that imports it."""
    return _IMPORT % (_PATH, _NAMES[name])


async def _answer(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _BY_NAME:
        return PlainTextResponse(page_frame.NO_SUCH_SCRIPT, status_code=404)
    headers = {"Cache-Control": _FOR_A_YEAR, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(_PACKED[name], media_type="text/javascript", headers=headers)
    return Response(_BY_NAME[name], media_type="text/javascript", headers=headers)


ROUTE = Route(f"/{_PATH}/{{name}}", _answer)
"""The route on which this server serves the scripts."""
