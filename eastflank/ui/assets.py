"""The browser files, served by Streamlit as package data: no static folder, no network.

`declare_component` makes Streamlit serve a folder under `/component/NAME/`; the map's frame is
itself served from there, so these addresses are relative to it and hold under any base path.
"""

from __future__ import annotations

from pathlib import Path

from streamlit.components.v1 import declare_component

import eastflank.render
from eastflank.store import DATA

_FILES = Path(eastflank.render.__file__).parent / "browser"

declare_component("files", path=str(_FILES))
declare_component("outlines", path=str(DATA / "basemap"))

FILES = f"../{__name__}.files"
"""Address of `eastflank/render/browser/`, relative to the map's frame."""
OUTLINES = f"../{__name__}.outlines"
"""Address of `data/basemap/`, relative to the map's frame."""
