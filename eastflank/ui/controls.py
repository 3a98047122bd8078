"""Arguments for the page's widgets, so that each one shows and changes a part of the choices.

No widget stores a choice. If a widget must show another value, it is created again under a new key. Values
that the browser still sends for the old widget are compared with what that one showed: only changes by the
reader count, and they are applied to the current choices.
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
"""The most controls whose values are remembered; the oldest are dropped first."""

_NEW = "new-controls"
"""In the session: by key, the controls that were drawn for the first time since the last check."""

V = TypeVar("V")


class ChosenPart(NamedTuple, Generic[V]):
    """A part of the choices that a control shows and changes."""

    name: str
    get: Callable[[Choices], V]
    put: Callable[[Choices, V], Choices]


class Control(NamedTuple, Generic[V]):
    """The arguments for a widget."""

    key: str
    value: V
    first: V
    """The value that it showed when it was first drawn under this key."""
    changed: Callable[[], None]
    """The callback for a change by the reader."""


def control(choice: ChosenPart[V], read: Callable[[object], V]) -> Control[V]:
    """The arguments for a control that shows and changes a choice.

    `read` converts the widget's value to a choice.
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
    """Create the control of this name again when it comes back: it is not on the page now."""
    page = state.current()
    state.keep(replace(page, numbers={**page.numbers, name: page.numbers.get(name, 0) + 1}))


def caught_up() -> bool:
    """Apply values that a control had before it was drawn here. Returns whether there were any.

    After a restart of the server, or if a run was interrupted before a control was drawn, Streamlit accepts
    the browser's value and calls no callback. The page would then differ from its controls.
    """
    before = state.current().choices
    for key, (choice, read) in st.session_state.get(_NEW, {}).items():
        shown = state.current().shown.get(key)
        if key in st.session_state and _adds(shown, read(st.session_state[key])):
            _changed(choice, key, read)
    st.session_state[_NEW] = {}
    return state.current().choices != before


def _adds(shown: object, said: object) -> bool:
    """Whether the reader made a choice; for several values, an added value. Removing one does not count."""
    if isinstance(shown, tuple) and isinstance(said, tuple) and all(isinstance(one, str) for one in said):
        return not set(said) <= set(shown)
    return said != shown


@uninterrupted
def _changed(choice: ChosenPart[V], key: str, read: Callable[[object], V]) -> None:
    """Callback: the reader changed a control, or the browser repeats the value of a removed one."""
    page = state.followed()
    now = choice.get(page.choices)
    before, after = cast("V", page.shown.get(key, now)), read(st.session_state[key])
    if after == before:
        return
    chosen = choice.put(page.choices, after if before == now else _merged(before, after, now))
    state.keep(replace(page, choices=chosen, shown={**page.shown, key: after}, remarks=()))


def _merged(before: V, after: V, now: V) -> V:
    """Applies the reader's change of `before` to `now`: of several values only some were added or removed."""
    if not (isinstance(before, tuple) and isinstance(after, tuple) and isinstance(now, tuple)):
        return after
    if not all(isinstance(one, str) for one in (*before, *after, *now)):  # a range, not several values
        return after
    stayed = [one for one in now if one in after or one not in before]
    return cast("V", (*stayed, *(one for one in after if one not in before and one not in now)))


def shown(name: str) -> object:
    """What the control of this name shows; None if there is none yet."""
    page = state.current()
    return page.shown.get(f"{name}#{page.numbers.get(name, 0)}")
