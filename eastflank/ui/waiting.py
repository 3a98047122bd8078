"""The progress that a page shows while large tables are read."""

from __future__ import annotations

from threading import Lock

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from eastflank.words.chosen import terms

_LOOK = 0.5
"""Seconds between two updates of a page that waits while another session reads."""


class SharedReading:
    """The progress of reading a dataset, shared by all sessions that wait for it; one session reads it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._told: tuple[str, float] | None = None

    def tell(self, file: str, share: float) -> None:
        """Receive progress; see `store.table_files.Told`."""
        self._told = file, share

    def begin(self, bar: Bar) -> None:
        """Wait until no other session reads, then take the lock; meanwhile the bar shows the progress."""
        while not self._lock.acquire(timeout=_LOOK):
            if self._told:
                bar.show(*self._told)

    def end(self) -> None:
        """Release the lock for the next session."""
        self._told = None
        self._lock.release()


class Bar:
    """A progress bar on a session's page, from the first update on; without a session it does nothing."""

    def __init__(self, *, seen: bool) -> None:
        self._seen = seen
        self._place: DeltaGenerator | None = None

    def show(self, file: str, share: float) -> None:
        """Show which table is being read, and the share that was read before."""
        if self._seen:
            self._place = self._place or st.empty()
            self._place.progress(share, terms.reading(file, share))

    def clear(self) -> None:
        """Remove the bar."""
        if self._place:
            self._place.empty()
