"""Updates an open page when other people change the record.

This is only active if somebody can change it: the record is in a database, or is edited through this server.
The browser then asks once a second, and the page is drawn again if the record has a new version. Typed text
and all choices are kept, since they are in the session or in the browser.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

import streamlit as st

from eastflank.store.broken import BrokenData
from eastflank.store.folder import DATABASE
from eastflank.ui import rights
from eastflank.ui.data import load

EVERY = 1.0
"""Seconds between two checks. All pages together query a database twice a second."""


def follow(names: Sequence[str], version: str) -> None:
    """Draw the page again as soon as the datasets of these names have another version."""
    if changes_here(os.environ):
        _look(tuple(names), version)


def changes_here(environment: Mapping[str, str]) -> bool:
    """Whether somebody may change the record while this server shows it."""
    return (
        environment.get(rights.VARIABLE) == "1"
        or bool(environment.get(rights.ROLES))
        or bool(environment.get(DATABASE))
    )


@st.fragment(run_every=EVERY)
def _look(names: tuple[str, ...], version: str) -> None:
    try:
        same = load(names).version == version
    except BrokenData:  # the page shows what is wrong
        same = False
    if not same:
        st.rerun()
