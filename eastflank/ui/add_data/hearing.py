"""Separates real changes of widgets from old values that the browser only repeats.

If the user clicks before the browser knows that a run has ended, the request still has the state of widgets
that are no longer drawn. Streamlit has dropped their state, takes each value for a change and calls its
callback. A check box that nobody touched would then undo a later decision. So the value that each widget
showed is remembered here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

import streamlit as st

from eastflank.ui.interruptions import uninterrupted

Take: TypeAlias = Callable[[object], None]
_SHOWN = "add-data-shown"
"""In the session: the value that each widget showed or sent last, by key."""
_MOST = 500
"""The most widgets that are remembered; the oldest are dropped first."""


def heard(key: str, drawn: object, take: Take) -> Callable[[], None]:
    """The callback of a widget that is drawn with a value.

    The key must be unique for ever. `take` is called with the widget's value if it differs from the one that
    it showed.
    """
    shown = _shown()
    if key not in shown:
        st.session_state[_SHOWN] = dict([*shown.items(), (key, drawn)][-_MOST:])
    return partial(_hear, key, take)


@uninterrupted
def _hear(key: str, take: Take) -> None:
    said, shown = st.session_state.get(key), _shown()
    if said is None or (key in shown and said == shown[key]):  # a widget that is gone has no value
        return
    st.session_state[_SHOWN] = {**shown, key: said}
    take(said)


def _shown() -> Mapping[str, object]:
    found: Mapping[str, object] = st.session_state.get(_SHOWN, {})
    return found
