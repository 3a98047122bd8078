"""The browser files as parts of a page, without references to other files."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from pathlib import Path

from markupsafe import Markup

from eastflank.render import browser_files
from eastflank.scene.style import page_sheet

_HERE = Path(__file__).parent
_FOR_A_SERVED_PAGE = ("position.js", "keys.js")
"""Scripts that are left out: they write the address bar and pass keys to the page around the map."""
_MEDIA_TYPES = {".woff2": "font/woff2", ".png": "image/png"}
_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")


@functools.cache
def scripts() -> tuple[Markup, ...]:
    """The map's scripts and the page's own, in the order in which they run, each for a script element."""
    own = (_HERE / "page.js").read_text(encoding="utf-8")
    return tuple(map(script, (*browser_files.scripts(without=_FOR_A_SERVED_PAGE), own)))


@functools.cache
def styles() -> Markup:
    """All styles with their fonts and pictures inside, for a style element."""
    names = (*browser_files.STYLES, browser_files.FONTS)
    files = [*(browser_files.FOLDER / name for name in names), _HERE / "page.css"]
    return _closed(page_sheet("light") + "".join(map(_with_its_files, files)), "style")


@functools.cache
def styles_on_paper() -> Markup:
    """The same for a page that has no live map."""
    files = (browser_files.FOLDER / browser_files.FONTS, _HERE / "page.css")
    return _closed(page_sheet("light") + "".join(map(_with_its_files, files)), "style")


def script(text: str) -> Markup:
    """A script for a script element. Raises ValueError if it would end the element."""
    return _closed(text, "script")


def data(json_text: str) -> Markup:
    """JSON for a script element: the same values, with `<` escaped, which occurs only in strings."""
    return Markup(json_text.replace("<", "\\u003c"))  # noqa: S704 - no tag can begin in it


def checksum(content: Markup) -> str:
    """The hash by which a Content Security Policy allows a script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _closed(text: str, element: str) -> Markup:
    if re.search(rf"</{element}|<!--", text, re.IGNORECASE):
        message = f"A {element} that holds “</{element}” or “<!--” would not end where it should."
        raise ValueError(message)
    return Markup(text)  # noqa: S704 - it is our own, and cannot end its element


def _with_its_files(file: Path) -> str:
    def held(match: re.Match[str]) -> str:
        address = match[1]
        if address.startswith("#"):  # a part of the page itself
            return match[0]
        content = base64.b64encode((file.parent / address).read_bytes()).decode()
        return f'url("data:{_MEDIA_TYPES[Path(address).suffix]};base64,{content}")'

    return _ADDRESS.sub(held, file.read_text(encoding="utf-8"))
