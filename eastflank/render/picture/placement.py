"""Where everything with words stands on a picture's map: the page's own module, run by an embedded engine.

`browser/placement.js` decides for the page and for pictures alike, so that they cannot differ. It takes and
returns plain values in pixels of a screen's map; its head says which.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypedDict, cast

from py_mini_racer import JSFunction, MiniRacer

from eastflank.render.picture.sheet import Box

SOURCE = Path(__file__).parents[1] / "browser" / "placement.js"
_CODE = (
    SOURCE.read_text(encoding="utf-8")
    + "\n(task) => JSON.stringify(eastflankPlacement.placed(JSON.parse(task)));"
)
"""The module, and at its end the function that is called: a task comes in as JSON, never as code."""

# The engine belongs to a thread of its own: made in a thread with an event loop it would wait for that
# loop, and a call waits for the one before.
_THREAD = ThreadPoolExecutor(1, thread_name_prefix="placement")


@functools.cache
def _engine() -> tuple[MiniRacer, JSFunction]:
    """The engine and the module's function in it. Both are kept: without the engine the function fails."""
    engine = MiniRacer()
    return engine, cast("JSFunction", engine.eval(_CODE))


def _called(task: str) -> str:
    """The module's answer as JSON; in the engine's thread."""
    _, function = _engine()
    return cast("str", function(task))


class PlacedBox(TypedDict):
    """A box in pixels of a screen."""

    x: float
    y: float
    w: float
    h: float


class PlacedMark(TypedDict):
    """Where the parts of a mark stand; None for a part that it does not show."""

    symbol: PlacedBox | None
    label: PlacedBox | None
    level: str
    number: int | None
    leader: Sequence[float] | None
    """The ends of the line from its words to its place; as `tie`."""
    tie: Sequence[float] | None
    dot: bool


class PlacedName(PlacedBox):
    """Where a name of the base map stands, and in which of its forms."""

    level: str


class PlacedKey(TypedDict):
    """A row of the key."""

    id: str
    group: int
    number: int | None


class Placed(TypedDict):
    """The answer of `placement.js`, which describes it."""

    size: int
    marks: dict[str, PlacedMark]
    arcs: dict[str, PlacedBox]
    names: dict[str, PlacedName]
    key: list[PlacedKey]


def placed(task: Mapping[str, object]) -> Placed:
    """Where the marks, arcs and names of `task` stand. Both are as `placement.js` describes them."""
    found: Placed = json.loads(_THREAD.submit(_called, json.dumps(task)).result())
    return found


def inside(box: Box, frame: Box) -> bool:
    """Whether a box lies wholly within a frame."""
    return box.x >= frame.x and box.y >= frame.y and box.right <= frame.right and box.bottom <= frame.bottom


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any area."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
