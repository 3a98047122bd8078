"""Handles requests that wait for a run in the order in which they came.

Streamlit merges all waiting requests into one, and their order is lost: a button that was clicked before
another control is handled after it, so that Reset would also undo a later choice. Here the states of the
requests are kept in order. The callbacks of each are called in turn, and the script runs once for all of
them. Streamlit has no setting for this, so two of its functions are replaced. Tests fail if a newer Streamlit
no longer has these functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.scriptrunner_utils import script_requests
from streamlit.runtime.state import SessionState

_END = "eastflank-end-of-request"
"""A separator between requests in the list of widget states. No widget has such an id."""
_MOST = 50
"""The most waiting requests; if there are more, the newest are merged as Streamlit does."""

_merge = script_requests._coalesce_widget_states  # noqa: SLF001 - see above
_answer = SessionState.on_script_will_rerun


def answer_in_order() -> None:
    """Make all sessions of this server handle waiting requests in order."""
    script_requests._coalesce_widget_states = in_a_row  # noqa: SLF001 - see above
    SessionState.on_script_will_rerun = answer_each  # type: ignore[method-assign]


def in_a_row(old_states: WidgetStates | None, new_states: WidgetStates | None) -> WidgetStates | None:
    """The waiting states followed by those of a newer request. A request without widget states is None."""
    if not old_states or not new_states:
        return old_states or new_states
    waiting, newest = [*each_request(old_states)], new_states
    if len(waiting) >= _MOST:
        newest = _merge(waiting.pop(), new_states) or new_states
    row = WidgetStates()
    for states in waiting:
        row.widgets.extend(states.widgets)
        row.widgets.append(WidgetState(id=_END))
    row.widgets.extend(newest.widgets)
    return row


def each_request(row: WidgetStates) -> Iterator[WidgetStates]:
    """The widget states of each request."""
    said = WidgetStates()
    for state in row.widgets:
        if state.id == _END:
            yield said
            said = WidgetStates()
        else:
            said.widgets.append(state)
    yield said


def answer_each(
    self: SessionState,
    fresh_widget_states: WidgetStates | None,
    *,
    replay_trigger_states: WidgetStates | None = None,
    replay_trigger_values: Mapping[str, Any] | None = None,
    is_history_navigation: bool = False,
) -> None:
    """Call the callbacks of each request in order.

    The script then sees every button that was clicked in any of them, as if they were one request.
    """
    pressed = replay_trigger_states
    *earlier, last = [*each_request(fresh_widget_states)] if fresh_widget_states else [None]
    for states in earlier:
        _answer(self, states, is_history_navigation=is_history_navigation)
        pressed = script_requests._coalesce_replay_trigger_states(pressed, states)  # noqa: SLF001 - see above
    _answer(
        self,
        last,
        replay_trigger_states=pressed,
        replay_trigger_values=replay_trigger_values,
        is_history_navigation=is_history_navigation,
    )
