"""The browser's address: what it asks for now, and where the reader went with Back and Forward.

After the first run the address is read only when the browser says that the reader went Back or Forward: on a
slow line, every other message carries an address from before the choices that it meets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs

import streamlit as st

HEADER = "actions"
"""The key of the component that says when the reader went Back or Forward; see `header.js`."""
Query = Mapping[str, Sequence[str]]
"""What follows the question mark: texts by parameter."""


def query() -> Query:
    """What the address asks for, as it came with this run."""
    return {key: st.query_params.get_all(key) for key in st.query_params}


def without_position(address: Query) -> Query:
    """The same without where the map looks, which is no choice."""
    return {key: values for key, values in address.items() if key != "at"}


def last_step() -> str | None:
    """How often the reader went Back or Forward, and the query that was reached, such as `2?nation=CAN`.

    None: never so far.
    """
    said: Mapping[str, str | None] = st.session_state.get(HEADER) or {}
    return said.get("went")


def reached(step: str) -> Query:
    """The query that such a step reached."""
    return parse_qs(step.partition("?")[2], keep_blank_values=True)
