"""Updates an open page when other people change the record.

This is only active if somebody can change it: the record is in a database, or is edited through this server.
The page's script then asks for the record's version twice a second, and has the page drawn again if it is
not the one that the page shows. Typed text and all choices are kept, since they are in the session or in the
browser. The question is a small request of its own: a run of a part of the page would cost the server three
times as much.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from eastflank.store.broken import BrokenData
from eastflank.store.folder import DATABASE
from eastflank.ui import rights, scripts
from eastflank.ui.data import load
from eastflank.view.address import DATA
from eastflank.words.chosen import page_frame

EVERY = 0.5
"""Seconds between two questions of a page. All pages of a server query a database at most every 0.25 s."""
_PATH = "eastflank-version"

_follower = st.components.v2.component(
    "eastflank_following",
    html='<span class="ef-following"></span>',
    js=scripts.importing("following"),
    isolate_styles=False,
)


def follow(names: Sequence[str], version: str) -> None:
    """Draw the page again as soon as the datasets of these names have another version than this one.

    An empty version: the page says that they cannot be read.
    """
    if changes_here(os.environ):
        asks = {
            "path": _PATH,
            "parameter": DATA,
            "names": [*names],
            "version": version,
            "every": 1000 * EVERY,
        }
        _follower(key="following", data=asks, on_changed_change=_draw_again)


def _draw_again() -> None:
    """Do nothing: a message of a component has the page drawn again."""


def changes_here(environment: Mapping[str, str]) -> bool:
    """Whether somebody may change the record while this server shows it."""
    return (
        environment.get(rights.VARIABLE) == "1"
        or bool(environment.get(rights.ROLES))
        or bool(environment.get(DATABASE))
    )


def version_of(names: Sequence[str]) -> str:
    """The version of the datasets of these names; empty if they cannot be read."""
    try:
        return load(names).version
    except BrokenData:
        return ""


async def _answer(request: Request) -> Response:
    if not changes_here(os.environ):
        return PlainTextResponse(page_frame.NOTHING_CHANGES_HERE, status_code=404)
    version = await run_in_threadpool(version_of, request.query_params.getlist(DATA))
    return PlainTextResponse(version, headers={"Cache-Control": "no-store"})


ROUTE = Route(f"/{_PATH}", _answer)
"""The route on which this server answers which version the record has."""
