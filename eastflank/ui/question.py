"""The question of the page, over an empty map, if an address can only be read in part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from eastflank.model import Dataset
from eastflank.ui import state
from eastflank.ui.data import catalogue
from eastflank.ui.interruptions import uninterrupted
from eastflank.view.address import DATA
from eastflank.view.names import names_by_code
from eastflank.view.request import Request, meaning, told
from eastflank.view.selection import newest_day
from eastflank.words.chosen import datasets, links
from eastflank.words.chosen import values as words

_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+!<>$:|~&]")
"""Characters that have a meaning in Streamlit's Markdown."""


def title() -> None:
    """Draw the heading instead of a view's sentence."""
    st.html(Markup('<h1 class="ef-title">{}<small>{}</small></h1>').format(links.CANNOT_BE_READ, links.ASKED))


def show(request: Request, dataset: Dataset) -> None:
    """Draw what could not be read, what was understood, and what the reader may do: never another view."""
    titles = catalogue()
    with st.container(key="empty"):
        st.warning("\n\n".join(map(as_markdown, told(request, dataset))), icon=":material/link_off:")
        if any(one.parameter == DATA for one in request.unread):
            _ask_for_datasets(request, titles)
            return
        for suggestion in request.unread[0].suggestions if len(request.unread) == 1 else ():
            name = names_by_code(dataset).get(suggestion, "")
            _button(links.meant(suggestion, name), meaning(request, suggestion, dataset, titles), suggestion)
        _button(_without(request, dataset), replace(request, unread=()), "without")


def _ask_for_datasets(request: Request, titles: Mapping[str, str]) -> None:
    """A button for each dataset that the address may mean; the rest of the address is then applied to it."""
    address = state.current().address
    meant = [name for one in request.unread for name in one.suggestions]
    for name in dict.fromkeys([*meant, *titles]):
        text = links.meant(name, titles[name]) if name in meant else datasets.show_it(titles[name])
        st.button(
            as_markdown(text),
            key=f"open-{name}",
            on_click=uninterrupted(state.open_address),
            args=({**address, DATA: [name]},),
            width="stretch",
        )


def _without(request: Request, dataset: Dataset) -> str:
    """The label of the button that ignores the unreadable parts."""
    newest = words.day(newest_day(dataset))
    parameters = {one.parameter for one in request.unread}
    if parameters == {"asof"}:
        return links.on_newest_day(newest)
    return links.without(len(request.unread), newest if "asof" in parameters else "")


def _button(text: str, request: Request, key: str) -> None:
    st.button(
        as_markdown(text),
        key=f"open-{key}",
        on_click=uninterrupted(state.open_request),
        args=(request,),
        width="stretch",
    )


def as_markdown(text: str) -> str:
    """A text with parts of an address, escaped for Markdown.

    The parts are not trusted: an image in them must not be fetched.
    """
    return _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))
