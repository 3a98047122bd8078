"""What the page's widgets are drawn with, so that each shows a part of the choices and changes it.

No widget keeps a choice. One that must show something else than it does is drawn as another one, under a new
key. What the browser still says of the old one is compared with what that one showed: only what the reader
did by hand counts, and it is done to the choices as they are by then.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar, cast

import streamlit as st

from eastflank.ui import state
from eastflank.ui.choices import Choices
from eastflank.ui.interruptions import uninterrupted

_MOST = 1000
"""Controls of which is kept what they show; the oldest are forgotten first."""

_NEW = "new-controls"
"""In the session: by key, the controls that were drawn for the first time since this was last looked at."""

V = TypeVar("V")


class ChosenPart(NamedTuple, Generic[V]):
    """A part of the choices that a control shows and changes."""

    name: str
    get: Callable[[Choices], V]
    put: Callable[[Choices, V], Choices]


class Control(NamedTuple, Generic[V]):
    """What a widget is drawn with."""

    key: str
    value: V
    first: V
    """What it showed when it was drawn first under this key."""
    changed: Callable[[], None]
    """To be called when the reader has changed it."""


def control(choice: ChosenPart[V], read: Callable[[object], V]) -> Control[V]:
    """What to draw a control with, so that it shows the choice and changes it.

    `read` makes a choice of what the widget says.
    """
    page = state.current()
    value = choice.get(page.choices)
    number = page.numbers.get(choice.name, 0)
    if page.shown.get(f"{choice.name}#{number}", value) != value:
        number += 1
    key = f"{choice.name}#{number}"
    if key not in page.shown:
        shown = dict([*page.shown.items(), (key, value)][-_MOST:])
        firsts = dict([*page.first.items(), (key, value)][-_MOST:])
        page = replace(page, shown=shown, first=firsts, numbers={**page.numbers, choice.name: number})
        state.keep(page)
        st.session_state[_NEW] = {**st.session_state.get(_NEW, {}), key: (choice, read)}
    first = cast("V", page.first[key])
    return Control(key, value, first, functools.partial(_changed, choice, key, read))


def renew(name: str) -> None:
    """Draw the control of this name as another one when it comes back: it is not on the page now."""
    page = state.current()
    state.keep(replace(page, numbers={**page.numbers, name: page.numbers.get(name, 0) + 1}))


def caught_up() -> bool:
    """Choose what a control said before it was drawn here; whether there was such a choice.

    When a server was started again, or a run was broken off before a control was drawn, Streamlit takes what
    the browser says of it and calls no callback. The page would show another choice than its controls.
    """
    before = state.current().choices
    for key, (choice, read) in st.session_state.get(_NEW, {}).items():
        shown = state.current().shown.get(key)
        if key in st.session_state and _adds(shown, read(st.session_state[key])):
            _changed(choice, key, read)
    st.session_state[_NEW] = {}
    return state.current().choices != before


def _adds(shown: object, said: object) -> bool:
    """Whether somebody made a choice: of several values, one more. A value that is gone is no choice."""
    if isinstance(shown, tuple) and isinstance(said, tuple) and all(isinstance(one, str) for one in said):
        return not set(said) <= set(shown)
    return said != shown


@uninterrupted
def _changed(choice: ChosenPart[V], key: str, read: Callable[[object], V]) -> None:
    """The reader has changed a control, or the browser says again what one showed that is gone."""
    page = state.current()
    now = choice.get(page.choices)
    before, after = cast("V", page.shown.get(key, now)), read(st.session_state[key])
    if after == before:
        return
    chosen = choice.put(page.choices, after if before == now else _merged(before, after, now))
    state.keep(replace(page, choices=chosen, shown={**page.shown, key: after}, remarks=()))


def _merged(before: V, after: V, now: V) -> V:
    """What the reader did to `before`, done to `now`: of several values only some were taken or let go."""
    if not (isinstance(before, tuple) and isinstance(after, tuple) and isinstance(now, tuple)):
        return after
    if not all(isinstance(one, str) for one in (*before, *after, *now)):  # not several values, but a range
        return after
    stayed = [one for one in now if one in after or one not in before]
    return cast("V", (*stayed, *(one for one in after if one not in before and one not in now)))


def shown(name: str) -> object:
    """What the control of this name shows; None where there is none yet."""
    page = state.current()
    return page.shown.get(f"{name}#{page.numbers.get(name, 0)}")
