"""The browser files of the map, and the order in which a browser loads them.

The placement is one program in several files. They are joined, so that each can use what the others declare.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

FOLDER = Path(__file__).parent / "browser"
PLACEMENT = tuple(
    f"placement/{name}.js"
    for name in ("boxes", "ground", "symbols", "choices", "arrange", "names", "task", "placement")
)
"""The files of the placement, relative to `FOLDER`; the one that exports it is last."""
SCRIPTS = (
    "vendor/leaflet/leaflet.js",
    "dom.js",
    *PLACEMENT,
    "basemap.js",
    "scene.js",
    "cards.js",
    "legend.js",
    "map_key.js",
    "locator.js",
    "frames.js",
    "view.js",
    "tip.js",
    "sizes.js",
    "put.js",
    "closer.js",
    "base_names.js",
    "stage.js",
    "position.js",
    "keys.js",
    "open.js",
)
"""All scripts of the map in their order, relative to `FOLDER`."""
STYLES = ("vendor/leaflet/leaflet.css", "eastflank.css")
FONTS = "vendor/fonts/fonts.css"


def placement() -> str:
    """The placement as one script. Its declarations are private; it exports `eastflankPlacement`."""
    return '"use strict";\n{\n' + "\n".join(map(_read, PLACEMENT)) + "}\n"


def scripts(without: Collection[str] = ()) -> tuple[str, ...]:
    """The texts of all scripts except the named ones, in the order in which a browser runs them."""
    first, *others = PLACEMENT
    alone = [name for name in SCRIPTS if name not in {*without, *others}]
    return tuple(placement() if name == first else _read(name) for name in alone)


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
