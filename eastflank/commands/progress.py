"""Progress of a command on standard error, for the person who waits."""

from __future__ import annotations

import sys
import time

from eastflank.words.chosen import terms

_PATIENCE = 1.0
"""Seconds of work before the first report, and between two reports."""


class ReadingProgress:
    """Reports progress of reading a dataset, once it has taken a second; see `table_files.Told`."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, file: str, share: float) -> None:
        """Say which table is being read, unless the last report was less than a second ago."""
        now = time.monotonic()
        if now - self._last >= _PATIENCE:
            self._last = now
            print(terms.reading(file, share), file=sys.stderr)
