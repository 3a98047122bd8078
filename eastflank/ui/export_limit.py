"""How many exports one session may ask for, and how many are written at once: no reader starves others."""

from __future__ import annotations

import math
import threading
from collections import deque

MOST = 20
"""Files in `WITHIN` seconds: more than a person takes away, fewer than a loop asks for."""
WITHIN = 60.0
ONE_AT_A_TIME = threading.Lock()
"""Held while a file is written. Python runs one thread at a time, so two files at once would be no faster."""


class TooMany(Exception):  # noqa: N818 - it is not an error but a limit
    """A session has asked for too many files. `seconds` says how long to wait for the next."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def count(times: deque[float], now: float) -> None:
    """Note in `times` that a file is written at `now`, in seconds of a clock that never goes back.

    Raises TooMany, and notes nothing, where `MOST` files were written in the last `WITHIN` seconds.
    """
    while times and times[0] <= now - WITHIN:
        times.popleft()
    if len(times) >= MOST:
        raise TooMany(math.ceil(times[0] + WITHIN - now))
    times.append(now)
