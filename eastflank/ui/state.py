"""The page of a session: one frozen value under one key, replaced as a whole and written into the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    """Begin a run of the map's page: open what the address asks for, if the reader arrives with it.

    Returns None; or, if the address can only be read in part, its request: then the page asks the reader.
    Raises BrokenData if a requested dataset cannot be read.
    """
    page, address, titles = _kept(), browser_address.query(), data.catalogue()
    if page is None:
        step, written = browser_address.last_step(), browser_address.without_position(address)
        page = replace(opened(None, address, titles), written=written, went=step)
    elif page.away:
        page = come_back_to(page, address, browser_address.last_step(), titles)
    else:
        page = _followed(page, titles)
    page = with_its_datasets(page, titles)
    keep(page)
    return page.asked


def leave_page() -> None:
    """Record that the reader has gone to another page."""
    page = _kept()
    if page:
        keep(replace(page, away=True))


def names_asked() -> tuple[str, ...]:
    """The names of the datasets for a page other than the map's.

    From its address, or otherwise those of the map's page when the reader left it. The map's page handles
    unknown names.
    """
    page, address = _kept(), browser_address.query()
    titles = data.catalogue()
    asked, unread = data_of(address, titles)
    if asked or unread or DATA in address:
        return asked
    names = page.choices.data if page else ()
    return names if set(names) <= set(titles) else ()


def made() -> Choices | None:
    """The choices; None if the map's page was not opened yet."""
    page = _kept()
    return page.choices if page else None


def choose(change: Callable[[Choices], Choices], *, by_reader: bool = True) -> None:
    """Replace the choices by the result of `change`. A choice by the reader removes notes on the address."""
    page = followed()
    keep(replace(page, choices=change(page.choices), remarks=() if by_reader else page.remarks))


def open_request(request: Request) -> None:
    """Apply the reader's answer about the meaning of an address."""
    page = followed()
    chosen = replace(choices_of(request, page.dataset), data=request.data)
    keep(replace(page, choices=chosen, remarks=request.remarks, asked=None))


def open_address(address: Query) -> None:
    """Open another address instead of one that cannot be read."""
    keep(opened(followed(), address))


def write_address() -> None:
    """Write the choices into the address.

    The map's position in the address is kept: the map itself writes it (see position.js), so that moving the
    map needs no rerun.
    """
    page, now = current(), browser_address.query()
    query = address_of(page.choices, page.dataset)
    position = request_of({"at": now.get("at", ())}, page.dataset).at
    whole_query = {**query, **({"at": [str(position)]} if position else {})}
    if whole_query != now or query != page.written:  # the previous one may still be on its way
        st.query_params.from_dict(whole_query)
        keep(replace(page, written=query))


def address_is_new() -> bool:
    """Whether the browser's address differs from the one that was last written."""
    return browser_address.without_position(browser_address.query()) != current().written


def current() -> MapPage:
    """The page that this run draws.

    The reader's steps Back and Forward come with a run's beginning, so only `open_page`, callbacks and
    fragments that run alone look for them: see `followed`.
    """
    page = _kept()
    if page is None:
        raise LookupError("no page was opened in this session: call `open_page` first")
    return page


def followed() -> MapPage:
    """The current page, after any Back and Forward steps of the reader, which is kept."""
    page = _followed(current())
    keep(page)
    return page


def keep(page: MapPage) -> None:
    """Replace the page in one access to the session, so that an interruption cannot leave it half changed."""
    if page != _kept():
        st.session_state[_PAGE] = page


def _kept() -> MapPage | None:
    page: MapPage | None = st.session_state.get(_PAGE)
    return page


def _followed(page: MapPage, titles: Mapping[str, str] | None = None) -> MapPage:
    step = browser_address.last_step()
    if step is None or step == page.went:
        return page
    return opened(replace(page, went=step), browser_address.reached(step), titles)
