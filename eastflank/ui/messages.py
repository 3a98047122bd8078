"""What a component of the page sent, read by its callbacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st


def sent(key: str, event: str) -> Any | None:  # noqa: ANN401 - a browser sends any JSON
    """The value that the component of this key sent with this event.

    None if there is no such component now: an earlier request, such as a filter, may have removed it while
    this message was on its way. There is then nothing to do.
    """
    said: Mapping[str, Any] = st.session_state.get(key) or {}
    return said.get(event)
