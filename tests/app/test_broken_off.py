"""A run that Streamlit breaks off, for the reader asks for another, loses none of the reader's choices.

It may do so at each word with the session; here it does so at every one of them in turn.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException
from streamlit.runtime.state import SafeSessionState, SessionState

from eastflank.ui import controls, slider, state
from eastflank.ui.choices import Choices
from tests.frozen import RECORD

LINK = {"nation": ["CAN", "USA"], "asof": ["2017-08-28"], "since": ["2016-07-09"], "tab": ["timeline"]}
HOST = {"host": ["LVA"], "deployment": ["efp-lva"]}
NATION = controls.Choice(
    "nation",
    lambda choices: choices.filters.nation,
    lambda choices, nation: replace(choices, filters=replace(choices.filters, nation=nation)),
)


class Session(dict[str, Any]):
    """A session that breaks the run off at its word number `last`."""

    last = -1

    def _word(self) -> None:
        self.last -= 1
        if self.last == 0:
            raise RerunException(RerunData())

    def __getitem__(self, key: str) -> Any:
        self._word()
        return super().__getitem__(key)

    def __setitem__(self, key: str, value: Any) -> None:
        self._word()
        super().__setitem__(key, value)

    def get(self, key: str, default: Any = None) -> Any:
        self._word()
        return super().get(key, default)

    @property
    def choices(self) -> Choices:
        return dict.__getitem__(self, "page").choices

    @property
    def nations(self) -> tuple[str, ...]:
        return self.choices.filters.nation


class Address(dict[str, list[str]]):
    def get_all(self, key: str) -> list[str]:
        return self[key]


At = Callable[..., Session]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> At:
    """`at(session, query)`: a run of the page begins at an address."""

    def begin(session: Session | None = None, query: dict[str, list[str]] = LINK) -> Session:
        session = Session() if session is None else session
        monkeypatch.setattr("streamlit.session_state", session)
        monkeypatch.setattr("streamlit.query_params", Address(query))
        state.open_page()
        return session

    return begin


def broken_off(run: Callable[[Session], object], before: dict[str, Any]) -> Iterator[Session]:
    """Sessions in which the run was broken off at its first word, its second, and so on to its last."""
    for last in itertools.count(1):
        session = Session(before)
        session.last = last
        try:
            run(session)
        except RerunException:
            session.last = -1
            yield session
        else:
            assert last > 2, "the run had hardly a word with the session"
            return


@pytest.mark.parametrize("query", [{}, HOST, {"nation": ["Canda"]}])
def test_a_link_and_back_are_opened_whole_by_the_next_run(at: At, query: dict[str, list[str]]) -> None:
    wanted = at(query=query)["page"]
    for session in broken_off(lambda session: at(session, query), {}):
        assert at(session, query)["page"] == wanted
    back = {**at(), state.HEADER: {"went": "1?" + "&".join(f"{key}={one}" for key, (one,) in query.items())}}
    for session in broken_off(at, back):
        at(session)
        assert (session["page"].asked is None) == (wanted.asked is None)
        assert wanted.asked or session.choices == wanted.choices


def test_an_address_that_comes_with_another_message_undoes_nothing(at: At) -> None:
    session = at()
    state.choose(Choices.without_filters)
    assert at(session).nations == ()


def test_a_page_come_back_to_shows_the_view_that_was_left(at: At) -> None:
    left = at()
    state.leave_page()
    for session in broken_off(lambda session: at(session, {}), left):
        assert at(session, {}).choices == left.choices


def changed(session: Session, control: controls.Control[tuple[str, ...]], *nations: str) -> None:
    """The browser says that a widget shows these."""
    dict.__setitem__(session, control.key, nations)
    control.changed()


def test_a_callback_is_not_broken_off_and_what_comes_after_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks_off() -> None:
        raise RerunException(RerunData())

    session = SafeSessionState(SessionState(), breaks_off)
    monkeypatch.setattr(state, "get_script_run_ctx", lambda: SimpleNamespace(session_state=session))

    @state.whole
    def choose() -> None:
        session["chosen"] = "CAN"

    choose()
    assert session.filtered_state["chosen"] == "CAN"
    with pytest.raises(RerunException):
        session["chosen"] = "USA"


def test_what_a_widget_that_is_gone_shows_undoes_nothing_and_what_is_done_to_it_counts(at: At) -> None:
    session = at()
    drawn = controls.control(NATION, tuple)
    changed(session, drawn, "CAN", "USA", "DEU")
    assert controls.control(NATION, tuple).key == drawn.key, "the reader would lose the focus"
    state.choose(Choices.without_filters)
    changed(session, drawn, "CAN", "USA", "DEU")
    assert session.nations == ()
    assert controls.control(NATION, tuple).key != drawn.key
    changed(session, drawn, "CAN", "DEU", "LTU")
    assert session.nations == ("LTU",)


def test_days_asked_for_ahead_are_told_by_the_next_run(at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    session = at()
    told: list[list[str]] = []

    def show() -> None:
        days = [slider.Ahead(day.isoformat(), "", "", "") for day in slider.wanted()]
        slider.show(RECORD, None, "light", lambda: None, ("view", days))

    def draws(**drawn: Any) -> None:
        told.append([one["day"] for one in drawn["data"]["ahead"]])

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


def test_what_a_control_said_before_it_was_drawn_is_chosen_all_the_same(at: At) -> None:
    session = at(query={})
    drawn = controls.control(NATION, tuple)
    dict.__setitem__(session, drawn.key, ("CAN",))  # from the browser of a server before: no callback comes
    assert controls.caught_up()
    assert session.nations == ("CAN",)
    assert not controls.caught_up()


def test_a_value_that_a_new_control_cannot_show_is_no_choice(at: At) -> None:
    session = at(query={"nation": ["CAN", "USA"]})
    drawn = controls.control(NATION, tuple)
    dict.__setitem__(session, drawn.key, ("CAN",))
    assert not controls.caught_up()
    assert session.nations == ("CAN", "USA")


def test_a_control_tells_what_it_showed_first_while_it_is_there(at: At) -> None:
    session = at()
    drawn = controls.control(NATION, tuple)
    changed(session, drawn, "CAN")
    again = controls.control(NATION, tuple)
    assert (again.key, again.first, again.value) == (drawn.key, ("CAN", "USA"), ("CAN",))
    controls.renew(NATION.name)
    come_back = controls.control(NATION, tuple)
    assert come_back.key != drawn.key and come_back.first == ("CAN",)
