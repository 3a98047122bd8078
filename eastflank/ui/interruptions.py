"""Callbacks that Streamlit does not interrupt.

Streamlit may interrupt a run at each access to the session, if the reader has requested another one. A
request that interrupted a callback is queued after newer requests: of two quick clicks on one control the
older one would win.
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
    """The callback, wrapped so that it runs to its end. The newer request is handled right after it."""

    @functools.wraps(callback)
    def to_its_end(*args: P.args, **kwargs: P.kwargs) -> None:
        context = get_script_run_ctx()
        with without_interruption(context.session_state) if context else nullcontext():
            callback(*args, **kwargs)

    return to_its_end


@contextmanager
def without_interruption(session: SafeSessionState) -> Iterator[None]:
    """A context in which reading or writing the session does not interrupt the run.

    The only way to do this in Streamlit is the attribute that it checks at each access.
    """
    asks = session._yield_callback  # noqa: SLF001 - see above
    object.__setattr__(session, "_yield_callback", lambda: None)
    try:
        yield
    finally:
        object.__setattr__(session, "_yield_callback", asks)
