"""Streamlit's scripts for the elements of the map's page, which a browser loads while it waits for the page.

Streamlit's document names the scripts that it begins with. A browser asks for the script of each kind of
element only when the first one has come over the websocket, and then for what that script imports: sixty
files at once, while it draws the page. So the document names these files too.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

import streamlit

_FOLDER = Path(streamlit.__file__).parent / "static" / "static" / "js"
_ELEMENTS = (
    "Html", "BidiComponent", "ComponentInstance", "Multiselect", "ButtonGroup", "Slider", "Checkbox",
    "Button", "DataFrame",
)  # fmt: skip
"""The scripts of the page's elements, in the order in which it has them."""
_LINK = '<link rel="modulepreload" fetchpriority="low" href="./static/js/{}">'
_NAMED = re.compile(r"static/js/([\w.-]+\.js)")
_IMPORTED = re.compile(r"(?:from|import)\s*[\"`']\./([\w.-]+\.js)")


@functools.lru_cache(maxsize=1)
def links(document: bytes) -> bytes:
    """Links for the head of Streamlit's document, to scripts of the elements that it does not name itself."""
    named = set(_NAMED.findall(document.decode()))
    return "".join(_LINK.format(name) for name in _with_imports(named)).encode()


def _with_imports(named: set[str]) -> Iterator[str]:
    """The scripts and all that they import, each once; none of those that are `named` already.

    The scripts of one element stand together, so those of the table, which are large, come last.
    """
    seen = set(named)
    for element in _ELEMENTS:
        waiting = [path.name for path in _FOLDER.glob(f"{element}.*.js")]
        while waiting:
            name = waiting.pop(0)
            if name in seen:
                continue
            seen.add(name)
            yield name
            waiting += _IMPORTED.findall((_FOLDER / name).read_text(encoding="utf-8"))
