"""A page that nobody touches follows the record: others may change it meanwhile.

Only where somebody can: the record is in a database, or is edited through this server. The browser then asks
once a second, and the page is drawn again when the record has another version. What somebody is typing stays,
and so does every choice, for both are in the session or in the browser.
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
"""Seconds between two questions. A database is asked twice a second by all pages together."""


def follow(names: Sequence[str], version: str) -> None:
    """Draw the page again as soon as the datasets of these names are of another version."""
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
    except BrokenData:  # the page says what is wrong
        same = False
    if not same:
        st.rerun()
