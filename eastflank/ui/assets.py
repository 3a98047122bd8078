"""The browser files, served by Streamlit as package data: no static folder, no network.

`declare_component` makes Streamlit serve a folder under `/component/NAME/`; the map's iframe is served from
there too, so these addresses are relative to it and work under any base path.
"""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from markupsafe import Markup
from streamlit.components.v1 import declare_component

import eastflank.render

_FILES = Path(eastflank.render.__file__).parent / "browser"

declare_component("files", path=str(_FILES))

FILES = f"../{__name__}.files"
"""Address of `eastflank/render/browser/`, relative to the map's frame."""


@functools.cache
def outlines(base_map: Path) -> str:
    """Address of a dataset's `basemap/`, relative to the map's frame; it is served from then on."""
    name = f"outlines_{hashlib.sha256(str(base_map.resolve()).encode()).hexdigest()[:12]}"
    declare_component(name, path=str(base_map))
    return f"../{__name__}.{name}"


def html_of(file: str, **said: str) -> Markup:
    """A component's HTML from this folder, with the named texts filled in for its braces."""
    template = Path(__file__).with_name(file).read_text(encoding="utf-8")
    return Markup(template).format(**said)  # noqa: S704 - a file of this package; what is put in is escaped
