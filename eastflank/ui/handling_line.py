"""The handling line above and below every page, for as long as one is set: on the screen and on paper.

The briefing view has its own, inside its frame.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

_FOLDER = Path(__file__).parent


def show(marking: str) -> None:
    """Draw the bands; nothing if no line is set. Call it last, so that it moves no widget on the page."""
    if not marking.strip():
        return
    st.html(_FOLDER / "handling_line.css")
    st.html(
        Markup(
            '<p class="ef-handling" role="note" aria-label="Handling">{0}</p>'
            '<p class="ef-handling ef-handling-below" aria-hidden="true">{0}</p>'
        ).format(marking)
    )
