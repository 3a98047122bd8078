"""The reader's choices in the session and in the address bar: one frozen value, replaced as a whole.

The address is written and read by `eastflank.view.address`, as in the terminal. After the first run it is
read only when the browser says that the reader went Back or Forward: on a slow line, every other message
carries an address from before the choices that it meets.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ParamSpec
from urllib.parse import parse_qs

import streamlit as st
from streamlit.runtime.scriptrunner import RerunException

from eastflank.model import Dataset
from eastflank.ui.choices import Choices, address_of, choices_of
from eastflank.ui.corrected import corrected
from eastflank.view.request import Request, request_of

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
    asked: Request | None = None
    """What an address that cannot be read whole asks for, until the reader says what it means."""
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
    numbers: Mapping[str, int] = field(default_factory=dict)
    """By name of a control, the number in the key of its newest widget."""


def whole(callback: Callable[P, None]) -> Callable[P, None]:
    """The callback, as one that comes to its end though Streamlit breaks the run off for a newer request.

    Streamlit may do so at each access to the session, once for each request, and never calls a callback
    again. So it is begun again here, and the run ends after it. It must write to the session last.
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
    page, address = _kept(), _address()
    query = {key: values for key, values in address.items() if key != "at"}
    if page is None:
        page = _opened(Page(choices_of(Request(), dataset), dataset, written=query, went=_went()), address)
    elif page.away:
        # The page's own link asks for no view: it leads to the one that was left, with its controls.
        left = replace(page.choices, brief=False)
        page = replace(page, choices=left, dataset=dataset, away=False, went=_went())
        page = _opened(page, address) if query else page
    else:
        page = _followed(replace(page, dataset=dataset))
    keep(page)
    return page.asked


def leave_page() -> None:
    """Note that the reader has gone to another page."""
    page = _kept()
    if page:
        keep(replace(page, away=True))


def open_request(request: Request) -> None:
    """Choose what the reader says that an address means."""
    page = current()
    keep(replace(page, choices=choices_of(request, page.dataset), remarks=request.remarks, asked=None))


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


def _opened(page: Page, address: Query) -> Page:
    request = request_of(address, page.dataset)
    if request.unread:
        return replace(page, asked=request)
    remarks = (*request.remarks, *corrected(page.dataset, request))
    return replace(page, choices=choices_of(request, page.dataset), asked=None, remarks=remarks)


def _went() -> str | None:
    """How often the reader went Back or Forward, and the query that was reached, such as `2?nation=CAN`."""
    said: Mapping[str, str | None] = st.session_state.get(HEADER) or {}
    return said.get("went")


def _address() -> Query:
    return {key: st.query_params.get_all(key) for key in st.query_params}
