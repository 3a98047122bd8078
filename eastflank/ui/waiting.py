"""What a page shows to a reader who waits for large tables: which is being read, and how far that is."""

from __future__ import annotations

from threading import Lock

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from eastflank.words.chosen import terms

_LOOK = 0.5
"""Seconds after which a page that waits for another one's reading looks again how far it is."""


class SharedReading:
    """How far the reading of a dataset has come, as all who wait for it see it; one session reads it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._told: tuple[str, float] | None = None

    def tell(self, file: str, share: float) -> None:
        """Be told how far it is; see `store.table_files.Told`."""
        self._told = file, share

    def begin(self, bar: Bar) -> None:
        """Wait until nobody else reads, and be the one who does; the bar shows meanwhile what is read."""
        while not self._lock.acquire(timeout=_LOOK):
            if self._told:
                bar.show(*self._told)

    def end(self) -> None:
        """Let the next one read."""
        self._told = None
        self._lock.release()


class Bar:
    """A bar on the page of a session, or nothing where no session waits. It comes once there is something."""

    def __init__(self, *, seen: bool) -> None:
        self._seen = seen
        self._place: DeltaGenerator | None = None

    def show(self, file: str, share: float) -> None:
        """Show which table is being read, and which share of all was read before."""
        if self._seen:
            self._place = self._place or st.empty()
            self._place.progress(share, terms.reading(file, share))

    def clear(self) -> None:
        """Take it away."""
        if self._place:
            self._place.empty()
