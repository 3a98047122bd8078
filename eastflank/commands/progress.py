"""How far a command's work has come, on standard error, for the person who waits."""

from __future__ import annotations

import sys
import time

from eastflank.words.chosen import terms

_PATIENCE = 1.0
"""Seconds of work before the first report, and between two reports."""


class ReadingProgress:
    """Says how far the reading of a dataset is, once it has taken a second; see `table_files.Told`."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, file: str, share: float) -> None:
        """Say which table is being read, unless the last report is not a second old."""
        now = time.monotonic()
        if now - self._last >= _PATIENCE:
            self._last = now
            print(terms.reading(file, share), file=sys.stderr)
