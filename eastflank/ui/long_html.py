"""Long HTML for the page, sent as it is.

Streamlit looks for a file with the name of each text that it gets, and takes the indent off all its lines.
Both take as long as writing the text. It does neither with a value that has its own HTML.
"""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st


class _Html(NamedTuple):
    """A value with its own HTML, as Streamlit and notebooks ask for it."""

    text: str

    def _repr_html_(self) -> str:
        return self.text


def show(html: str) -> None:
    """Draw HTML, which is not indented; only a style sheet draws nothing itself."""
    st.html(_Html(str(html)))
