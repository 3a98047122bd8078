"""Positions of everything with words on a picture's map: the page's own program, run by an embedded engine.

`browser/placement/` decides for the page and for pictures alike, so that they cannot differ. It takes and
returns plain values in pixels of a screen's map; its `placement.js` says which.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypedDict, cast

from py_mini_racer import DEFAULT_V8_FLAGS, JSFunction, MiniRacer, init_mini_racer

from eastflank.render import browser_files
from eastflank.render.picture import addresses
from eastflank.render.picture.sheet import Box

_CODE = f"{browser_files.placement()}\n(seen) => JSON.stringify(eastflankPlacement.placed(JSON.parse(seen)));"
"""The program, and at its end the function that is called. Its input is JSON, never code."""

# The engine has its own thread: if it were made in a thread with an event loop, it would wait for that #
# loop, and each call would wait for the one before.
_THREAD = ThreadPoolExecutor(1, thread_name_prefix="placement")

_FLAGS = (*DEFAULT_V8_FLAGS, "--no-memory-protection-keys")
"""V8's options. On processors with protection keys only the thread that started V8 may access its code. When
Python exits, another thread frees the engine, and the process would crash with a segmentation fault."""


@functools.cache
def _engine() -> tuple[MiniRacer, JSFunction]:
    """The engine and the module's function in it. Both are needed: without the engine the function fails.

    Raises TooFewAddressesError where the engine cannot start.
    """
    addresses.reserve()
    init_mini_racer(flags=_FLAGS)
    engine = MiniRacer()
    return engine, cast("JSFunction", engine.eval(_CODE))


def _called(seen: str) -> str:
    """The program's answer as JSON; in the engine's thread."""
    _, function = _engine()
    return cast("str", function(seen))


class PlacedBox(TypedDict):
    """A box in pixels of a screen."""

    x: float
    y: float
    w: float
    h: float


class PlacedMark(TypedDict):
    """The positions of the parts of a mark; None for a part that is not shown."""

    symbol: PlacedBox | None
    label: PlacedBox | None
    level: str
    number: int | None
    leader: Sequence[float] | None
    """The ends of the line from its words to its place; like `tie`."""
    tie: Sequence[float] | None
    ties: Sequence[Sequence[float]]
    """The ends of the lines from the words of a set to its hosts; empty if its words are not on the map."""
    dot: bool


class PlacedName(PlacedBox):
    """The position of a name of the base map, and which of its forms is used."""

    level: str


class PlacedKey(TypedDict):
    """A row of the key."""

    id: str
    group: int
    number: int | None


class Placed(TypedDict):
    """The result of the placement, as `placement.js` describes it."""

    dots: bool
    """Whether symbols are dots."""
    marks: dict[str, PlacedMark]
    arcs: dict[str, PlacedBox]
    names: dict[str, PlacedName]
    key: list[PlacedKey]


def placed(seen: Mapping[str, object]) -> Placed:
    """The positions of the given marks, arcs and names; `placement.js` describes input and result."""
    found: Placed = json.loads(_THREAD.submit(_called, json.dumps(seen)).result())
    return found


def inside(box: Box, frame: Box) -> bool:
    """Whether a box lies wholly within a frame."""
    return box.x >= frame.x and box.y >= frame.y and box.right <= frame.right and box.bottom <= frame.bottom


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any area."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
