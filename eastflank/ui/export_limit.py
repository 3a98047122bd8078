"""Limits exports per session and at the same time, so that no reader slows down others too much."""

from __future__ import annotations

import math
import threading
from collections import deque

MOST = 20
"""The most files in `WITHIN` seconds: more than a person needs, fewer than a script would request."""
WITHIN = 60.0
ONE_AT_A_TIME = threading.Lock()
"""A lock while a file is written. Python runs one thread at a time, so two files at once would not be
faster."""


class TooMany(Exception):  # noqa: N818 - it is not an error but a limit
    """A session has requested too many files. `seconds` is the time to wait for the next one."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def count(times: deque[float], now: float) -> None:
    """Record in `times` that a file is written at `now`, in seconds of a monotonic clock.

    Raises TooMany, and records nothing, if `MOST` files were written in the last `WITHIN` seconds.
    """
    while times and times[0] <= now - WITHIN:
        times.popleft()
    if len(times) >= MOST:
        raise TooMany(math.ceil(times[0] + WITHIN - now))
    times.append(now)
