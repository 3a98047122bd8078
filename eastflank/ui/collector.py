"""Keeps the record out of the sight of Python's garbage collector, which would scan it again and again.

Doing so takes a fifth of a second, in which no page is answered. It is therefore not done while a reader
waits for a record that has just been read, but some seconds later.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from threading import Lock, Timer

DELAY = 3.0
"""Seconds between a reading of a record and `settle`."""


def settle() -> None:
    """Exclude all current objects (modules and the record, which stay) from garbage collection.

    The collector then only scans what readers' requests create. Objects that were excluded before are
    collected once first, so that an old state of the record is freed.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _after(delay: float, act: Callable[[], None]) -> None:
    timer = Timer(delay, act)
    timer.daemon = True
    timer.start()


class Settling:
    """Calls of `settle` that wait: several readings within the delay share one."""

    def __init__(
        self, after: Callable[[float, Callable[[], None]], None] = _after, act: Callable[[], None] = settle
    ) -> None:
        self._after, self._act = after, act
        self._lock, self._waits = Lock(), False

    def later(self) -> None:
        """Settle once the delay has passed. A call that waits already will see this record too."""
        with self._lock:
            if self._waits:
                return
            self._waits = True
        self._after(DELAY, self._now)

    def _now(self) -> None:
        with self._lock:
            self._waits = False
        self._act()


_SETTLING = Settling()


def settle_later() -> None:
    """`Settling.later` of this process."""
    _SETTLING.later()
