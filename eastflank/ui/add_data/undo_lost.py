"""Says once that a change cannot be undone, because the way back could not be stored."""

from __future__ import annotations

import streamlit as st

from eastflank.store.edits import Made
from eastflank.words.chosen import change_log as words

_KEY = "undo-lost"
"""The session key for why; gone once it was said."""


def note(made: Made) -> None:
    """Remember a change without a way back until the page is drawn."""
    if made.undo_lost:
        st.session_state[_KEY] = made.undo_lost


def show() -> None:
    """Draw why the change that was just made cannot be undone; nothing if it can."""
    with st.container():  # always there: what is below it must not move
        if why := st.session_state.pop(_KEY, ""):
            st.warning(words.undo_lost(why))
