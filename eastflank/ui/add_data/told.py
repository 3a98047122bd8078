"""A message about what was done, which comes into view wherever the reader has scrolled to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from eastflank.ui import scripts

_component = st.components.v2.component(
    "eastflank_told", html="<span></span>", js=scripts.importing("told"), isolate_styles=False
)


@contextmanager
def in_view(told: str, number: int) -> Iterator[None]:
    """A place for the message `told` and what belongs to it. Empty: there is none, and nothing moves.

    `number` distinguishes it from an earlier message with the same words.
    """
    with st.container(key="told"):
        yield
        if told:
            _component(key="told-in-view", data={"told": f"{number} {told}"})
