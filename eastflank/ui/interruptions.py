"""Callbacks that Streamlit does not interrupt.

Streamlit may interrupt a run at each access to the session, for the reader has asked for another one. What
interrupted a callback is put behind requests that came since: of two quick presses on one control the older
one would win.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import ParamSpec

from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state import SafeSessionState

P = ParamSpec("P")


def uninterrupted(callback: Callable[P, None]) -> Callable[P, None]:
    """The callback, as one that runs to its end. The newer request is met right after the callbacks."""

    @functools.wraps(callback)
    def to_its_end(*args: P.args, **kwargs: P.kwargs) -> None:
        context = get_script_run_ctx()
        with without_interruption(context.session_state) if context else nullcontext():
            callback(*args, **kwargs)

    return to_its_end


@contextmanager
def without_interruption(session: SafeSessionState) -> Iterator[None]:
    """Meanwhile the run is not interrupted where it reads or writes the session.

    Streamlit has no other way to say so than the attribute that it asks at each access.
    """
    asks = session._yield_callback  # noqa: SLF001 - see above
    object.__setattr__(session, "_yield_callback", lambda: None)
    try:
        yield
    finally:
        object.__setattr__(session, "_yield_callback", asks)
