"""The page of a session: one frozen value under one key, replaced as a whole and written into the address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from eastflank.ui import browser_address, data
from eastflank.ui.browser_address import Query
from eastflank.ui.choices import Choices, address_of, choices_of
from eastflank.ui.page_opening import MapPage, come_back_to, opened, with_its_datasets
from eastflank.view.address import DATA
from eastflank.view.request import Request, data_of, request_of

_PAGE = "page"


def open_page() -> Request | None:
    """Begin a run of the map's page: open what the address asks for, if the reader comes with it.

    Returns None; or, where the address cannot be read whole, what it asks for: then the page asks.
    Raises BrokenData where a dataset that is asked for cannot be read.
    """
    page, address = _kept(), browser_address.query()
    if page is None:
        step, written = browser_address.last_step(), browser_address.without_position(address)
        page = replace(opened(None, address), written=written, went=step)
    elif page.away:
        page = come_back_to(page, address, browser_address.last_step())
    else:
        page = _followed(page)
    page = with_its_datasets(page)
    keep(page)
    return page.asked


def leave_page() -> None:
    """Note that the reader has gone to another page."""
    page = _kept()
    if page:
        keep(replace(page, away=True))


def names_asked() -> tuple[str, ...]:
    """The names of the datasets that another page than the map's is about.

    As its address says, or else as the map's page was left. Names that are none are left to the map's page.
    """
    page, address = _kept(), browser_address.query()
    titles = data.catalogue()
    asked, unread = data_of(address, titles)
    if asked or unread or DATA in address:
        return asked
    names = page.choices.data if page else ()
    return names if set(names) <= set(titles) else ()


def made() -> Choices | None:
    """The choices; None where the map's page was not yet opened."""
    page = _kept()
    return page.choices if page else None


def choose(change: Callable[[Choices], Choices], *, by_reader: bool = True) -> None:
    """Replace the choices by what `change` makes of them. Remarks end with a choice of the reader's."""
    page = current()
    keep(replace(page, choices=change(page.choices), remarks=() if by_reader else page.remarks))


def open_request(request: Request) -> None:
    """Choose what the reader says that an address means."""
    page = current()
    chosen = replace(choices_of(request, page.dataset), data=request.data)
    keep(replace(page, choices=chosen, remarks=request.remarks, asked=None))


def open_address(address: Query) -> None:
    """Open another address in the place of one that cannot be read."""
    keep(opened(current(), address))


def write_address() -> None:
    """Write the choices into the address.

    Where the map looks is kept as the address has it: the map itself writes that there (see position.js),
    so that moving it costs no run of the script.
    """
    page, now = current(), browser_address.query()
    query = address_of(page.choices, page.dataset)
    position = request_of({"at": now.get("at", ())}, page.dataset).at
    whole_query = {**query, **({"at": [str(position)]} if position else {})}
    if whole_query != now or query != page.written:  # what was written before may still be on its way
        st.query_params.from_dict(whole_query)
        keep(replace(page, written=query))


def current() -> MapPage:
    """The page as it now stands, wherever the reader went with Back and Forward."""
    page = _kept()
    if page is None:
        raise LookupError("no page was opened in this session: call `open_page` first")
    return _followed(page)


def keep(page: MapPage) -> None:
    """Put the page in the place of the one before: in one access to the session, so that nothing tears it."""
    if page != _kept():
        st.session_state[_PAGE] = page


def _kept() -> MapPage | None:
    page: MapPage | None = st.session_state.get(_PAGE)
    return page


def _followed(page: MapPage) -> MapPage:
    step = browser_address.last_step()
    if step is None or step == page.went:
        return page
    return opened(replace(page, went=step), browser_address.reached(step))
