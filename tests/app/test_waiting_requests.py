"""Requests that wait for the same run are answered in the order in which they came."""

from __future__ import annotations

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.scriptrunner_utils import script_requests
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests
from streamlit.runtime.state import SessionState
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from eastflank.ui import waiting_requests


@pytest.fixture(autouse=True)
def in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """As `dashboard.py` does it for a server; taken back after the test."""
    for place, name in ((script_requests, "_coalesce_widget_states"), (SessionState, "on_script_will_rerun")):
        monkeypatch.setattr(place, name, getattr(place, name))
    waiting_requests.answer_in_order()


def _page() -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs this function alone

    def note(what: str) -> None:
        st.session_state["told"] = [*st.session_state.get("told", []), what]

    st.text_input("Text", key="text", on_change=lambda: note(st.session_state["text"]))
    pressed = st.button("Reset", key="reset", on_click=lambda: note("reset"))
    other = st.button("Other", key="other", on_click=lambda: note("other"))
    st.session_state["seen"] = [pressed, other]
    st.session_state["runs"] = st.session_state.get("runs", 0) + 1


def _said(changed: Element) -> WidgetStates:
    """The browser's report of all widgets after one was changed."""
    states: WidgetStates = changed.root.get_widget_states()
    return states


def _waiting(*requests: WidgetStates) -> WidgetStates | None:
    """How Streamlit merges requests while no run is active."""
    queue = ScriptRequests()
    for states in requests:
        queue.request_rerun(RerunData(widget_states=states))
    return queue.on_scriptrunner_ready().rerun_data.widget_states


def _without_buttons(states: WidgetStates) -> WidgetStates:
    """A browser sends the click of a button only once."""
    return WidgetStates(widgets=[one for one in states.widgets if one.WhichOneof("value") != "trigger_value"])


def test_a_button_pressed_before_another_choice_counts_before_it() -> None:
    page = AppTest.from_function(_page).run()
    first = _said(page.button("reset").click())
    second = _without_buttons(_said(page.text_input("text").set_value("later")))
    page._run(_waiting(first, second))
    assert page.session_state["told"] == ["reset", "later"]
    assert page.session_state["runs"] == 2, "the script runs once for all that waited"


def test_each_value_of_a_control_between_two_buttons_is_told() -> None:
    page = AppTest.from_function(_page).run()
    one = _without_buttons(_said(page.text_input("text").set_value("one")))
    reset = _said(page.button("reset").click())
    two = _without_buttons(_said(page.text_input("text").set_value("two")))
    other = WidgetStates(
        widgets=[*two.widgets, WidgetState(id=page.button("other").proto.id, trigger_value=True)]
    )
    page._run(_waiting(one, reset, two, other))
    assert page.session_state["told"] == ["one", "reset", "two", "other"]
    assert page.session_state["seen"] == [True, True], "the script sees each button that was pressed"


def test_what_waits_without_end_is_made_one_at_last() -> None:
    page = AppTest.from_function(_page).run()
    texts = [
        _without_buttons(_said(page.text_input("text").set_value(f"{number}")))
        for number in range(waiting_requests._MOST + 30)
    ]
    row = _waiting(*texts)
    assert row is not None
    assert len([*waiting_requests.each_request(row)]) == waiting_requests._MOST
    page._run(row)
    assert page.session_state["told"][-1] == f"{waiting_requests._MOST + 29}"


def test_a_request_that_says_nothing_of_widgets_changes_nothing() -> None:
    states = WidgetStates(widgets=[WidgetState(id="a", string_value="b")])
    assert waiting_requests.in_a_row(None, None) is None
    assert waiting_requests.in_a_row(states, None) == states == waiting_requests.in_a_row(None, states)
