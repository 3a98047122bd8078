"""What the first reader would have to wait for, made when the server starts."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread
from typing import Any

import streamlit as st
from streamlit import runtime
from streamlit.logger import get_logger

_NAME = "made ahead"
_DECLARING = "streamlit.runtime.scriptrunner_utils.script_run_context"
"""Where Streamlit warns of components that are declared outside a reader's session: here that is meant."""
_A_MOMENT = 0.02
"""Seconds between two looks at whether Streamlit's runtime is there."""


@asynccontextmanager
async def made_ahead(_app: st.App) -> AsyncIterator[dict[str, Any] | None]:
    """Begin when the server starts, beside it: it answers meanwhile, and a reader who comes waits less."""
    get_logger(_DECLARING).addFilter(lambda record: record.threadName != _NAME)
    Thread(target=_make_in_time, name=_NAME, daemon=True).start()
    yield None


def _make_in_time() -> None:
    while not runtime.exists():  # a component that is declared before it would not be served
        time.sleep(_A_MOMENT)
    _make()


def _make() -> None:
    """Load the modules of the page, read the usual dataset and make the view that the page opens with."""
    from eastflank.store.broken import BrokenData  # noqa: PLC0415 - these are what takes a second to load
    from eastflank.ui import app, data  # noqa: F401, PLC0415 - the page's modules
    from eastflank.view.filters import EVERYTHING  # noqa: PLC0415
    from eastflank.view.selection import newest_day  # noqa: PLC0415

    try:
        dataset = data.load()
    except BrokenData:
        return  # the page says what is wrong, to each who opens it
    if dataset.claims.empty:
        return
    view = data.view_for(dataset, EVERYTHING, newest_day(dataset))
    for theme in ("light", "dark"):
        data.map_script(dataset, view, "", theme)
    data.counts_for(dataset, view)
    data.disagreements_for(dataset, view)
    data.findings_in(dataset)
    data.settle()
