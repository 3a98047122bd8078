"""A run that Streamlit interrupts for a newer request loses none of the reader's choices.

It may interrupt at each access to the session; here it does so at every access in turn.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException
from streamlit.runtime.state import SafeSessionState, SessionState

from eastflank.ui import interruptions, slider, state
from eastflank.ui.browser_address import HEADER
from eastflank.ui.choices import Choices
from tests.app.session import Opening, Session
from tests.frozen import RECORD

LINK = {"nation": ["CAN", "USA"], "asof": ["2017-08-28"], "since": ["2016-07-09"], "tab": ["timeline"]}
HOST = {"host": ["LVA"], "deployment": ["efp-lva"]}


def broken_off(run: Callable[[Session], object], before: dict[str, Any]) -> Iterator[Session]:
    """Sessions in which the run was interrupted at its first access, its second, and so on to its last."""
    for last in itertools.count(1):
        session = Session(before)
        session.last = last
        try:
            run(session)
        except RerunException:
            session.last = -1
            yield session
        else:
            assert last > 2, "the run hardly used the session"
            return


@pytest.mark.parametrize("query", [{}, HOST, {"nation": ["Canda"]}])
def test_a_link_and_back_are_opened_whole_by_the_next_run(at: Opening, query: dict[str, list[str]]) -> None:
    wanted = at(query)["page"]
    for session in broken_off(lambda session: at(query, session), {}):
        assert at(query, session)["page"] == wanted
    back = {**at(LINK), HEADER: {"went": "1?" + "&".join(f"{key}={one}" for key, (one,) in query.items())}}
    for session in broken_off(lambda session: at(LINK, session), back):
        at(LINK, session)
        assert (session["page"].asked is None) == (wanted.asked is None)
        assert wanted.asked or session.choices == wanted.choices


def test_an_address_that_comes_with_another_message_undoes_nothing(at: Opening) -> None:
    session = at(LINK)
    state.choose(Choices.without_filters)
    assert at(LINK, session).nations == ()


def test_a_page_come_back_to_shows_the_view_that_was_left(at: Opening) -> None:
    left = at(LINK)
    state.leave_page()
    for session in broken_off(lambda session: at({}, session), left):
        assert at({}, session).choices == left.choices


def test_a_callback_is_not_broken_off_and_what_comes_after_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks_off() -> None:
        raise RerunException(RerunData())

    session = SafeSessionState(SessionState(), breaks_off)
    monkeypatch.setattr(interruptions, "get_script_run_ctx", lambda: SimpleNamespace(session_state=session))

    @interruptions.uninterrupted
    def choose() -> None:
        session["chosen"] = "CAN"

    choose()
    assert session.filtered_state["chosen"] == "CAN"
    with pytest.raises(RerunException):
        session["chosen"] = "USA"


def test_days_asked_for_ahead_are_told_by_the_next_run(at: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    session = at(LINK)
    told: list[list[str]] = []

    def show() -> None:
        days = [slider.Ahead(day.isoformat(), "", "", "") for day in slider.wanted()]
        slider.show(RECORD, None, "light", lambda: None, ("view", days))

    def draws(**drawn: Any) -> None:
        (data,) = drawn["data"]
        told.append([one["day"] for one in data["ahead"]])

    def breaks_off(**_: Any) -> None:
        raise RerunException(RerunData())

    session["slider"] = {"asked": ["2017-08-29", "2017-08-31"]}
    slider._asked()
    monkeypatch.setattr(slider, "_rail", breaks_off)
    with pytest.raises(RerunException):
        show()
    monkeypatch.setattr(slider, "_rail", draws)
    show()
    show()
    assert told == [["2017-08-29", "2017-08-31"], []]
    assert slider.wanted() == () and session.choices.asof == date(2017, 8, 28)
