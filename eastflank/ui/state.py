"""The reader's choices in the session and in the address bar: one frozen value, replaced as a whole.

The address is written and read by `eastflank.view.address`, as in the terminal. After the first run it is
read only when the browser says that the reader went Back or Forward: on a slow line, every other message
carries an address from before the choices that it meets.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from typing import ParamSpec
from urllib.parse import parse_qs

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state import SafeSessionState

from eastflank.model import Dataset
from eastflank.store.broken import BrokenData
from eastflank.ui import data
from eastflank.ui.choices import Choices, address_of, choices_of
from eastflank.ui.corrected import corrected
from eastflank.view.address import DATA
from eastflank.view.request import Request, data_of, request_of
from eastflank.words.chosen import links

HEADER = "actions"
"""The key of the component that says when the reader went Back or Forward; see `header.js`."""
_PAGE = "page"
Query = Mapping[str, Sequence[str]]
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Page:
    """All that a session keeps of the map's page, but for what no address can say."""

    choices: Choices
    dataset: Dataset
    names: tuple[str, ...] = ()
    """The names of what `dataset` was made of: as `choices.data`, until the reader chooses other ones."""
    asked: Request | None = None
    """What an address that cannot be read whole asks for, until the reader says what it means."""
    address: Query = field(default_factory=dict)
    """That address."""
    remarks: tuple[str, ...] = ()
    """What is told about the address, until the reader chooses something."""
    written: Query = field(default_factory=dict)
    """The address as last sent to the browser, or first got from it; without where the map looks."""
    went: str | None = None
    """What the browser last said of Back and Forward; None: nothing yet."""
    away: bool = False
    """Whether the reader has gone to another page."""
    shown: Mapping[str, object] = field(default_factory=dict)
    """By key of a widget, what it shows: as it was drawn, or as it has said since."""
    first: Mapping[str, object] = field(default_factory=dict)
    """By key of a widget, what it showed when it was drawn first."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """By name of a control, the number in the key of its newest widget."""


def whole(callback: Callable[P, None]) -> Callable[P, None]:
    """The callback, as one that Streamlit does not break off for a newer request.

    Streamlit may break a run off at each access to the session. What broke a callback off it puts behind
    requests that came since: of two quick presses on one control the older one would win. The newer request
    is met right after the callbacks.
    """

    @functools.wraps(callback)
    def to_its_end(*args: P.args, **kwargs: P.kwargs) -> None:
        context = get_script_run_ctx()
        with undisturbed(context.session_state) if context else nullcontext():
            callback(*args, **kwargs)

    return to_its_end


@contextmanager
def undisturbed(session: SafeSessionState) -> Iterator[None]:
    """Meanwhile the run is not broken off where it reads or writes the session.

    Streamlit has no other way to say so than the attribute that it asks at each access.
    """
    asks = session._yield_callback  # noqa: SLF001 - see above
    object.__setattr__(session, "_yield_callback", lambda: None)
    try:
        yield
    finally:
        object.__setattr__(session, "_yield_callback", asks)


def open_page() -> Request | None:
    """Begin a run of the map's page: open what the address asks for, if the reader comes with it.

    Returns None; or, where the address cannot be read whole, what it asks for: then the page asks.
    Raises BrokenData where a dataset that is asked for cannot be read.
    """
    page, address = _kept(), _address()
    query = {key: values for key, values in address.items() if key not in ("at", DATA)}
    if page is None:
        page = replace(_opened(None, address), written=_without_position(address), went=_went())
    elif page.away:
        # The page's own link asks for no view: it leads to the one that was left, with its controls.
        left = replace(page.choices, brief=False)
        anew = {name: number + 1 for name, number in page.numbers.items()}  # no control is there any more
        page = replace(page, choices=left, away=False, went=_went(), numbers=anew)
        page = _opened(page, address) if query or DATA in address else page
    else:
        page = _followed(page)
    page = _with_its_datasets(page)
    keep(page)
    return page.asked


def _without_position(address: Query) -> Query:
    return {key: values for key, values in address.items() if key != "at"}


def _with_its_datasets(page: Page) -> Page:
    """The page with the datasets that are chosen, as their files now are.

    What the reader has chosen of other ones stays chosen where these have it. One that is gone is asked
    about; it is never replaced by another one.
    """
    chosen, titles = page.choices.data, data.catalogue()
    if page.asked and any(one.parameter == DATA for one in page.asked.unread):
        return page
    if not set(chosen) <= set(titles):
        left = address_of(page.choices, page.dataset)
        usual = data.load()
        return replace(page, dataset=usual, names=(), asked=request_of(left, usual, titles), address=left)
    dataset = data.load(chosen)
    if chosen == page.names:
        first = page.dataset.claims.empty and not dataset.claims.empty
        choices = choices_of(Request(data=chosen), dataset) if first else page.choices  # its days are new
        return replace(page, choices=choices, dataset=dataset)
    request = request_of(address_of(page.choices, page.dataset), dataset, titles)
    lost = [f"{one.parameter}={one.text}" for one in request.unread]
    title = titles[chosen[0]] if chosen else next(iter(titles.values()))
    return replace(
        page,
        choices=choices_of(request, dataset),
        dataset=dataset,
        names=chosen,
        asked=None,
        remarks=(*request.remarks, *([links.taken_back(lost, title)] if lost else [])),
    )


def names_asked() -> tuple[str, ...]:
    """The names of the datasets that another page than the map's is about.

    As its address says, or else as the map's page was left. Names that are none are left to the map's page.
    """
    page = _kept()
    titles = data.catalogue()
    asked, unread = data_of(_address(), titles)
    if asked or unread or DATA in _address():
        return asked
    names = page.choices.data if page else ()
    return names if set(names) <= set(titles) else ()


def leave_page() -> None:
    """Note that the reader has gone to another page."""
    page = _kept()
    if page:
        keep(replace(page, away=True))


def open_request(request: Request) -> None:
    """Choose what the reader says that an address means."""
    page = current()
    chosen = replace(choices_of(request, page.dataset), data=request.data)
    keep(replace(page, choices=chosen, remarks=request.remarks, asked=None))


def open_address(address: Query) -> None:
    """Open another address in the place of one that cannot be read."""
    keep(_opened(current(), address))


def write_address() -> None:
    """Write the choices into the address.

    Where the map looks is kept as the address has it: the map itself writes that there (see position.js),
    so that moving it costs no run of the script.
    """
    page, now = current(), _address()
    query = address_of(page.choices, page.dataset)
    position = request_of({"at": now.get("at", ())}, page.dataset).at
    whole_query = {**query, **({"at": [str(position)]} if position else {})}
    if whole_query != now or query != page.written:  # what was written before may still be on its way
        st.query_params.from_dict(whole_query)
        keep(replace(page, written=query))


def made() -> Choices | None:
    """The choices; None where the map's page was not yet opened."""
    page = _kept()
    return page.choices if page else None


def choose(change: Callable[[Choices], Choices], *, by_reader: bool = True) -> None:
    """Replace the choices by what `change` makes of them. Remarks end with a choice of the reader's."""
    page = current()
    keep(replace(page, choices=change(page.choices), remarks=() if by_reader else page.remarks))


def current() -> Page:
    """The page as it now stands, wherever the reader went with Back and Forward."""
    page = _kept()
    if page is None:
        raise LookupError("no page was opened in this session: call `open_page` first")
    return _followed(page)


def keep(page: Page) -> None:
    """Put the page in the place of the one before: one word with the session, which nothing can tear."""
    if page != _kept():
        st.session_state[_PAGE] = page


def _kept() -> Page | None:
    page: Page | None = st.session_state.get(_PAGE)
    return page


def _followed(page: Page) -> Page:
    went = _went()
    if went is None or went == page.went:
        return page
    return _opened(replace(page, went=went), parse_qs(went.partition("?")[2], keep_blank_values=True))


def _opened(page: Page | None, address: Query) -> Page:
    """The page as an address asks for; None: it is not open yet.

    Raises BrokenData where no page is open and the dataset cannot be read. Else the choices name it, and
    whoever shows them meets the error.
    """
    titles = data.catalogue()
    names, unread = data_of(address, titles)
    try:
        dataset = data.load(names)
    except BrokenData:
        if page is None:
            raise
        return replace(page, choices=replace(page.choices, data=names), asked=None)
    request = request_of(address, dataset, titles)
    if page is None:
        page = Page(choices_of(Request(data=names), dataset), dataset, names)
    if unread:
        return replace(page, asked=request, address=address)
    page = replace(page, dataset=dataset, names=names)
    if request.unread:
        return replace(page, choices=replace(page.choices, data=names), asked=request, address=address)
    remarks = (*request.remarks, *corrected(dataset, request))
    return replace(page, choices=choices_of(request, dataset), asked=None, remarks=remarks)


def _went() -> str | None:
    """How often the reader went Back or Forward, and the query that was reached, such as `2?nation=CAN`."""
    said: Mapping[str, str | None] = st.session_state.get(HEADER) or {}
    return said.get("went")


def _address() -> Query:
    return {key: st.query_params.get_all(key) for key in st.query_params}
