"""The browser's address: its current query, and the reader's Back and Forward steps.

After the first run the address is read only if the browser reports Back or Forward: on a slow connection,
every other message has an address that is older than the current choices.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs

import streamlit as st

from eastflank.ui.messages import sent

HEADER = "actions"
"""The key of the component that reports Back and Forward; see `header.js`."""
Query = Mapping[str, Sequence[str]]
"""The query parameters."""


def query() -> Query:
    """The query that came with this run."""
    return {key: st.query_params.get_all(key) for key in st.query_params}


def without_position(address: Query) -> Query:
    """The same without the map's position, which is not a choice."""
    return {key: values for key, values in address.items() if key != "at"}


def last_step() -> str | None:
    """The number of Back and Forward steps, and the query reached, such as `2?nation=CAN`.

    None: no step so far.
    """
    return sent(HEADER, "went")


def reached(step: str) -> Query:
    """The query that a step reached."""
    return parse_qs(step.partition("?")[2], keep_blank_values=True)
