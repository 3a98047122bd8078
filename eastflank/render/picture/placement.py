"""Where everything with words stands on a picture's map: the page's own module, run by an embedded engine.

`browser/placement.js` decides for the page and for pictures alike, so that they cannot differ. It takes and
returns plain values in pixels of a screen's map; its head says which.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import quickjs

from eastflank.render.picture.sheet import Box

SOURCE = Path(__file__).parents[1] / "browser" / "placement.js"
_ENTRY = """
function placed(task) { return JSON.stringify(eastflankPlacement.placed(JSON.parse(task))); }
"""


@functools.cache
def _engine() -> quickjs.Function:
    """The module in an engine with a thread of its own: a call waits for the one before."""
    return quickjs.Function("placed", SOURCE.read_text(encoding="utf-8") + _ENTRY)


def placed(task: Mapping[str, Any]) -> dict[str, Any]:
    """Where the marks, arcs and names of `task` stand. Both are as `placement.js` describes them."""
    found: dict[str, Any] = json.loads(_engine()(json.dumps(task)))
    return found


def inside(box: Box, frame: Box) -> bool:
    """Whether a box lies wholly within a frame."""
    return box.x >= frame.x and box.y >= frame.y and box.right <= frame.right and box.bottom <= frame.bottom


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any area."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
