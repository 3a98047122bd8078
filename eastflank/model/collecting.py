"""Pauses the garbage collector while millions of long-lived values are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the collector: it would scan all new values again and again, and find no garbage.

    Another thread may switch it on again before the end: then the rest takes longer.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
