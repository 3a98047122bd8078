"""A run that Streamlit breaks off, for the reader asks for another, loses none of the reader's choices.

It may do so at each word with the session; here it does so at every one of them in turn. What the page's
controls still showed when the other run was asked for comes with it, and undoes no choice.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from eastflank.model import Dataset
from eastflank.ui import slider, state
from eastflank.view.request import request_of
from tests.frozen import RECORD

TABS = ("Table", "Timeline")
LINK = {"nation": ["CAN", "USA"], "asof": ["2017-08-28"], "since": ["2016-07-09"], "tab": ["timeline"]}
ELSEWHERE = {"host": ["LVA"], "deployment": ["efp-lva"], "strength": ["10;2000"], "theme": ["dark"]}


class BrokenOffError(Exception):
    """As Streamlit's own, by which it ends a run."""


class Session(dict[str, Any]):
    """A session that breaks off at its word number `last`."""

    last = -1

    def _word(self) -> None:
        self.last -= 1
        if self.last == 0:
            raise BrokenOffError

    def __getitem__(self, key: str) -> Any:
        self._word()
        return super().__getitem__(key)

    def __setitem__(self, key: str, value: Any) -> None:
        self._word()
        super().__setitem__(key, value)

    def __contains__(self, key: object) -> bool:
        self._word()
        return super().__contains__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self._word()
        return super().get(key, default)


class Address(dict[str, list[str]]):
    def get_all(self, key: str) -> list[str]:
        return self[key]


Run = Callable[[Session], None]


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return RECORD


@pytest.fixture
def opened(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, list[str]]], Run]:
    """`opened(query)`: what a run does at an address before it draws anything."""

    def at(query: dict[str, list[str]]) -> Run:
        def run(session: Session) -> None:
            monkeypatch.setattr("streamlit.session_state", session)
            monkeypatch.setattr("streamlit.query_params", Address(query))
            state.read_address(dataset, TABS)

        return run

    return at


def broken_off(run: Run, before: dict[str, Any]) -> Iterator[Session]:
    """Sessions in which the run was broken off at its first word, its second, and so on to its last."""
    for last in itertools.count(1):
        session = Session(before)
        session.last = last
        try:
            run(session)
        except BrokenOffError:
            session.last = -1
            yield session
        else:
            assert last > 10, "the run had hardly a word with the session"
            return


def without_interruption(*runs: Run) -> Session:
    session = Session()
    for run in runs:
        run(session)
        state.shown()
    return session


def test_a_first_run_broken_off_anywhere_leaves_the_next_to_open_the_address(
    opened: Callable[..., Run],
) -> None:
    run = opened(LINK)
    wanted = without_interruption(run)
    assert wanted["nation"] == ["CAN", "USA"]
    assert wanted["tab"] == "Timeline"
    for session in broken_off(run, {}):
        run(session)
        assert all(session[key] == wanted[key] for key in wanted if key != state._BEING_MADE)


def test_a_link_followed_on_the_page_is_opened_whole_or_by_the_next_run(opened: Callable[..., Run]) -> None:
    first, then = opened(LINK), opened(ELSEWHERE)
    wanted = without_interruption(first, then)
    assert (wanted["host"], wanted["nation"], wanted["since"]) == (["LVA"], [], None)
    for session in broken_off(then, without_interruption(first)):
        then(session)
        assert all(session[key] == wanted[key] for key in wanted if key != state._BEING_MADE)


def test_a_page_come_back_to_shows_the_view_that_was_left(opened: Callable[..., Run]) -> None:
    first, back = opened(LINK), opened({})
    left = without_interruption(first)
    for field in ("nation", "host", "role"):  # Streamlit forgets what has no control on another page
        del left[field]
    for session in broken_off(back, left):
        back(session)
        assert session["nation"] == ["CAN", "USA"]
        assert str(session["since"]) == "2016-07-09"


def test_filters_taken_back_are_all_taken_back(opened: Callable[..., Run], dataset: Dataset) -> None:
    first = opened({**LINK, **ELSEWHERE})
    before = without_interruption(first)

    def reset(session: Session) -> None:
        first(session)
        state.reset(dataset)

    wanted = without_interruption(first, reset)
    assert (wanted["nation"], wanted["host"], wanted["deployment"]) == ([], [], "")
    for session in broken_off(reset, before):
        first(session)
        untouched = session["nation"] == ["CAN", "USA"] and session["host"] == ["LVA"]
        taken_back = all(session[key] == wanted[key] for key in ("nation", "host", "strength", "deployment"))
        assert untouched or taken_back


UNREADABLE = {**LINK, "nation": ["CAN", "Canda"]}


def test_an_address_that_cannot_be_read_chooses_nothing_however_often_it_is_broken_off(
    opened: Callable[..., Run],
) -> None:
    before = without_interruption(opened(LINK))
    for session in broken_off(opened(UNREADABLE), before):
        assert all(session[key] == before[key] for key in ("nation", "host", "asof", "since", "tab"))


def test_what_the_reader_says_that_a_link_means_is_chosen_whole_or_by_the_next_run(
    dataset: Dataset, opened: Callable[..., Run]
) -> None:
    request = request_of(UNREADABLE, dataset)

    def answer(session: Session) -> None:
        opened(UNREADABLE)(session)
        state.open_request(replace(request, unread=()), dataset, TABS)

    for session in broken_off(answer, {}):
        if "nation" not in session and state._BEING_MADE not in session:
            continue  # broken off before anything was said
        opened(UNREADABLE)(session)
        assert session["nation"] == ["CAN"]
        assert session["tab"] == "Timeline"


def narrowed(opened: Callable[..., Run]) -> Session:
    """A session in which a cell of the matrix was chosen, and the controls sent."""
    session = without_interruption(opened({"asof": ["2017-08-28"]}))
    state.narrow(["CAN"], ["LVA"])
    opened({"asof": ["2017-08-28"]})(session)
    state.shown()
    return session


def test_a_choice_outlives_a_press_that_came_with_what_its_control_showed_before(
    opened: Callable[..., Run],
) -> None:
    session = narrowed(opened)
    session.update(nation=[], host=[])  # sent with the press, before the browser drew what was chosen
    state.select("efp-lva")
    opened({"asof": ["2017-08-28"]})(session)
    assert (session["nation"], session["host"], session["deployment"]) == (["CAN"], ["LVA"], "efp-lva")


def test_a_second_press_on_a_cell_takes_it_back_though_the_filters_do_not_show_the_first(
    opened: Callable[..., Run],
) -> None:
    session = narrowed(opened)
    session.update(nation=[], host=[])
    state.narrow(["CAN"], ["LVA"])
    session.update(nation=["CAN"], host=["LVA"])
    opened({"asof": ["2017-08-28"]})(session)
    assert (session["nation"], session["host"]) == ([], [])


def test_what_the_reader_sets_by_hand_counts(
    opened: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = narrowed(opened)
    session["nation"] = ["USA"]
    opened({"asof": ["2017-08-28"]})(session)
    assert session["nation"] == ["USA"]
    monkeypatch.setattr(state, "_LAG", 0.0)  # later, when every control shows what is chosen
    session.update(nation=[], host=[])
    opened({"asof": ["2017-08-28"]})(session)
    assert (session["nation"], session["host"]) == ([], [])


def test_choices_without_controls_are_said_anew_for_streamlit_to_keep_them(
    opened: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    class Listening(Session):
        def __setitem__(self, key: str, value: Any) -> None:
            said.append(key)
            super().__setitem__(key, value)

    session = Listening(without_interruption(opened(LINK)))
    monkeypatch.setattr("streamlit.session_state", session)
    for keep in (state.keep_choices, lambda: state.show_briefing(on=False)):
        state.shown()
        said.clear()
        keep()
        assert {"nation", "host", "asof", "since", "tab"} <= set(said)


def test_days_asked_for_ahead_are_told_by_the_next_run_if_this_one_is_broken_off(
    dataset: Dataset, opened: Callable[[dict[str, list[str]]], Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session()
    opened(LINK)(session)
    told: list[list[str]] = []

    def show() -> None:
        days = [slider.Ahead(day.isoformat(), "", "", "") for day in slider.wanted()]
        slider.show(dataset, None, "light", lambda: None, ("view", days))

    def draws(**drawn: Any) -> None:
        told.append([one["day"] for one in drawn["data"]["ahead"]])

    def breaks_off(**_: Any) -> None:
        raise BrokenOffError

    session["slider"] = {"asked": ["2017-08-29", "2017-08-31"]}
    slider._asked()
    monkeypatch.setattr(slider, "_rail", breaks_off)
    with pytest.raises(BrokenOffError):
        show()
    monkeypatch.setattr(slider, "_rail", draws)
    show()
    show()
    assert told == [["2017-08-29", "2017-08-31"], []]
