"""The reader's choices in the session and in the address bar: one value, replaced as a whole.

Controls are drawn from it and report into it; none of them keeps a choice. A control that must show something
else than it does is drawn as another one, under a new key: what the browser still sends of the old one is
compared with what that one showed, so that only what the reader changed by hand counts.

The address is written and read by `eastflank.view.address`, as in the terminal. After the first run it is read
only when the browser says that the reader went Back or Forward: on a slow line every other message carries an
address from before the choices that it meets.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Generic, NamedTuple, ParamSpec, TypeVar, cast
from urllib.parse import parse_qs

import streamlit as st
from streamlit.runtime.scriptrunner import RerunException

from eastflank.model import Dataset
from eastflank.ui.choices import Choices, address_of, choices_of
from eastflank.view.request import Request, request_of

HEADER = "actions"
"""The key of the component that says when the reader went Back or Forward; see `header.js`."""
_PAGE = "page"
"""In the session: all that this module keeps, as one value."""
_MOST = 1000
"""Controls whose last words are kept; the oldest go first."""
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+!<>$:|~&]")
"""What Markdown, as Streamlit reads it, takes for more than a letter."""

V = TypeVar("V")
P = ParamSpec("P")
Query = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Page:
    choices: Choices
    dataset: Dataset
    asked: Request | None = None
    """What the address asks for, where it cannot be read whole and the reader has not yet said what it means."""
    remarks: tuple[str, ...] = ()
    written: Query = field(default_factory=dict)
    """The address as it was last sent to the browser, or came from it; without where the map looks."""
    went: object = None
    """What the browser last said of Back and Forward."""
    away: bool = False
    """Whether the reader has gone to another page."""
    shown: Mapping[str, object] = field(default_factory=dict)
    """By key of a control, what it shows: as it was drawn, or as it has said since."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """By name of a control, the number in its newest key."""


class Choice(NamedTuple, Generic[V]):
    """A part of the choices that a control shows and changes."""

    name: str
    get: Callable[[Choices], V]
    put: Callable[[Choices, V], Choices]


class Control(NamedTuple, Generic[V]):
    """What a widget is drawn with."""

    key: str
    value: V
    changed: Callable[[], None]
    """To be called when the reader has changed it."""


def whole(callback: Callable[P, None]) -> Callable[P, None]:
    """A callback that comes to its end although Streamlit breaks it off, for the reader has asked for more.

    Streamlit may do so at each access to the session, once for each request, and calls no callback twice. So it
    is called again, and only then the run ends. Let it write to the session last of all, and once.
    """

    @functools.wraps(callback)
    def to_its_end(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            callback(*args, **kwargs)
        except RerunException:
            to_its_end(*args, **kwargs)
            raise

    return to_its_end


def open_page(dataset: Dataset) -> Request | None:
    """Begin a run of the map's page: open what the address asks for, if the reader comes with it.

    Returns None; or, where the address cannot be read whole, what it asks for: then the page asks.
    """
    page = _kept()
    address = _address()
    query = {key: values for key, values in address.items() if key != "at"}
    if page is None:
        page = _opened(_Page(choices_of(Request(), dataset), dataset, went=_went(), written=query), address)
    elif page.away:
        # The page's own link asks for no view: it leads to the one that was left, with its controls.
        left = replace(page, away=False, choices=replace(page.choices, brief=False), went=_went())
        page = _opened(left, address) if query else left
    else:
        page = _followed(replace(page, dataset=dataset))
    _keep(page)
    return page.asked


def leave_page() -> None:
    """Note that the reader has gone to another page."""
    page = _kept()
    if page:
        _keep(replace(page, away=True))


def open_request(request: Request) -> None:
    """Choose what could be read of the address, or what the reader says that it means."""
    page = _page()
    _keep(replace(page, choices=choices_of(request, page.dataset), remarks=request.remarks, asked=None))


def write_address() -> None:
    """Write the choices into the address.

    Where the map looks is kept as the address has it: the map itself writes that there (see position.js),
    so that moving it costs no run of the script.
    """
    page = _page()
    query, now = address_of(page.choices, page.dataset), _address()
    position = request_of({"at": now.get("at", ())}, page.dataset).at
    at = {"at": [str(position)]} if position else {}
    if {**query, **at} != now or query != page.written:
        st.query_params.from_dict({**query, **at})
    if query != page.written:
        _keep(replace(page, written=query))


def made() -> Choices | None:
    """The choices; None where the map's page was not yet opened."""
    page = _kept()
    return page.choices if page else None


def choices() -> Choices:
    """The choices as they now stand."""
    return _page().choices


def choose(change: Callable[[Choices], Choices]) -> None:
    """Replace the choices by what `change` makes of them."""
    page = _page()
    _keep(replace(page, choices=change(page.choices), remarks=()))


def settle_selection(deployment: str, claim: str) -> None:
    """Select what the view has of what was asked for. This is no choice of the reader's."""
    page = _page()
    _keep(replace(page, choices=page.choices.selecting(deployment, claim)))


def control(choice: Choice[V], read: Callable[[object], V] = lambda value: cast("V", value)) -> Control[V]:
    """What to draw a control with, so that it shows the choice and changes it.

    `read` makes a choice of what the widget says.
    """
    page = _page()
    value = choice.get(page.choices)
    number = page.numbers.get(choice.name, 0)
    if page.shown.get(f"{choice.name}#{number}", value) != value:
        number += 1
    key = f"{choice.name}#{number}"
    if key not in page.shown:
        shown = dict([*page.shown.items(), (key, value)][-_MOST:])
        _keep(replace(page, shown=shown, numbers={**page.numbers, choice.name: number}))
    return Control(key, value, functools.partial(_changed, choice, key, read))


@whole
def _changed(choice: Choice[V], key: str, read: Callable[[object], V]) -> None:
    """The reader has changed a control, or the browser says again what one showed that is gone."""
    page = _page()
    now = choice.get(page.choices)
    before, after = cast("V", page.shown.get(key, now)), read(st.session_state[key])
    if after == before:
        return
    chosen = choice.put(page.choices, after if before == now else _merged(before, after, now))
    _keep(replace(page, choices=chosen, shown={**page.shown, key: after}, remarks=()))


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
    page = _page()
    return page.shown.get(f"{name}#{page.numbers.get(name, 0)}")


def _page() -> _Page:
    page = _kept()
    if page is None:
        raise LookupError("no page was opened in this session: call `open_page` first")
    return _followed(page)


def _followed(page: _Page) -> _Page:
    """The page after the reader went Back or Forward, if that is new."""
    went = _went()
    if went is None or went == page.went:
        return page
    return _opened(replace(page, went=went), parse_qs(str(went).partition("?")[2], keep_blank_values=True))


def _opened(page: _Page, query: Query) -> _Page:
    """The page with what an address asks for."""
    request = request_of(query, page.dataset)
    if request.unread:
        return replace(page, asked=request)
    return replace(page, choices=choices_of(request, page.dataset), asked=None, remarks=request.remarks)


def _went() -> str | None:
    """What the browser says of Back and Forward: how often, and the query of the address then; None: never."""
    header: Mapping[str, str | None] = st.session_state.get(HEADER) or {}
    return header.get("went")


def _kept() -> _Page | None:
    page: _Page | None = st.session_state.get(_PAGE)
    return page


def _keep(page: _Page) -> None:
    if page != _kept():
        st.session_state[_PAGE] = page


def _address() -> Query:
    return {key: st.query_params.get_all(key) for key in st.query_params}


@functools.lru_cache(maxsize=2)
def days_spoken(dataset: Dataset) -> tuple[date, ...]:
    """The days from which claims count, in order."""
    return tuple(day.date() for day in sorted(dataset.claims["known_on"].unique()))


def remarks() -> tuple[str, ...]:
    """What is told about the address, as Markdown; until the reader chooses something."""
    return tuple(map(as_markdown, _page().remarks))


def as_markdown(text: str) -> str:
    """A text with parts of an address in it, as Markdown that shows it letter by letter.

    Somebody else wrote those parts: an image in them must not be fetched.
    """
    return _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))
