"""Does slow work when the server starts, so that the first reader does not wait for it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread
from typing import Any

import streamlit as st


@asynccontextmanager
async def made_ahead(_app: st.App) -> AsyncIterator[dict[str, Any] | None]:
    """Start in a background thread with the server, which can answer requests meanwhile."""
    Thread(target=_make, name="made ahead", daemon=True).start()
    yield None


def _make() -> None:
    """Load slow modules, read the default dataset and make the view that the page shows first.

    Not the page's own modules: Streamlit serves a component only if a reader's session has declared it.
    """
    from eastflank.render import products  # noqa: F401, PLC0415
    from eastflank.store.broken import BrokenData  # noqa: PLC0415 - these are what takes a second to load
    from eastflank.ui import checking, collector, data, map_scripts, views  # noqa: PLC0415
    from eastflank.view.filters import EVERYTHING  # noqa: PLC0415
    from eastflank.view.selection import newest_day  # noqa: PLC0415

    try:
        dataset = data.load()
    except BrokenData:
        return  # the page shows what is wrong to everyone who opens it
    if dataset.claims.empty:
        return
    view = views.view_for(dataset, EVERYTHING, newest_day(dataset))
    for theme in ("light", "dark"):
        map_scripts.map_script(dataset, view, "", theme)
    views.counts_for(dataset, view)
    views.disagreements_that_stand(dataset, view)
    checking.findings_so_far(dataset)
    collector.settle()
