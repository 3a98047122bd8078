"""The page's frame: data, navigation, and the message if the data cannot be read."""

from __future__ import annotations

import functools
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from eastflank.model import Dataset
from eastflank.scene import style
from eastflank.store.tables import BrokenData
from eastflank.ui import (
    dataset_chooser,
    findings_list,
    following,
    handling_line,
    long_html,
    map_page,
    method_page,
    sources_page,
    state,
)
from eastflank.ui.add_data import page as add_data
from eastflank.ui.data import forget, load
from eastflank.view.address import DATA
from eastflank.words.chosen import page_frame
from eastflank.words.chosen import values as words

_FOLDER = Path(__file__).parent


def run() -> None:
    """Draw the page that the address asks for."""
    # Our own picture: Streamlit would fetch a named icon from the internet.
    st.set_page_config(
        page_title="Eastflank", page_icon=_FOLDER / "icon.png", layout="wide", initial_sidebar_state=280
    )
    theme = "dark" if st.context.theme.type == "dark" else "light"
    method = st.Page(_method, title=page_frame.METHOD, url_path="method")
    pages = [
        st.Page(lambda: _map(method), title=page_frame.MAP, url_path="map", default=True),
        st.Page(_sources, title=page_frame.SOURCES, url_path="sources"),
        st.Page(_add_data, title=page_frame.ADD_DATA, url_path="add-data"),
        method,
    ]
    page = st.navigation(pages, position="top")
    long_html.show(_sheet(theme, on_map=page == pages[0]))
    try:
        page.run()
    except BrokenData as broken:
        _say_broken(broken)
        names = tuple(st.query_params.get_all(DATA))
        following.follow(names, following.version_of(names))
        return
    if page != pages[0]:
        state.leave_page()
    chosen = state.made()
    if chosen and not (page == pages[0] and chosen.brief):
        handling_line.show(chosen.marking)


@functools.cache
def _sheet(theme: str, *, on_map: bool) -> str:
    """The page's style sheets in a theme. `on_map`: it is the map's page, which has one for paper."""
    asked = {"page.css": True, "page.dark.css": theme == "dark", "printed.css": on_map}
    names = [name for name, is_asked in asked.items() if is_asked]
    rules = "".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)
    return f"<style>{style.page_sheet(theme)}{rules}</style>"


def _map(method: StreamlitPage) -> None:
    asked = state.open_page()
    dataset = state.current().dataset
    if dataset.claims.empty and not asked:
        _say_empty()
        with st.sidebar:
            dataset_chooser.show()
        state.write_address()
    else:
        map_page.show(dataset, asked, method)
    following.follow(state.current().names, dataset.version)


def _sources() -> None:
    dataset = _asked_elsewhere()
    if dataset.claims.empty:
        _say_empty()
    else:
        sources_page.show(dataset)
    following.follow(state.names_asked(), dataset.version)


def _add_data() -> None:
    try:
        dataset, names = _asked_elsewhere(), state.names_asked()
    except BrokenData:  # this page is where a user chooses another dataset, or removes this one
        dataset, names = load(), ()
    add_data.show(dataset, names)
    following.follow(names, dataset.version)


def _method() -> None:
    dataset = _asked_elsewhere()
    method_page.show(dataset)
    following.follow(state.names_asked(), dataset.version)


def _asked_elsewhere() -> Dataset:
    """The dataset of a page other than the map's; it is written into the address, so that links keep it."""
    names = state.names_asked()
    dataset = load(names)
    if names and DATA not in st.query_params:
        st.query_params[DATA] = [*names]
    return dataset


def _say_empty() -> None:
    st.title(page_frame.NOTHING_YET)
    st.write(words.NO_CLAIMS)


def _say_broken(broken: BrokenData) -> None:
    st.title(page_frame.DATA_CANNOT_BE_READ)
    st.write(page_frame.NOTHING_WAS_CHANGED)
    findings_list.table(broken.findings)
    st.write(page_frame.MEND_IT)
    st.button(page_frame.RELOAD, type="primary", on_click=forget)
    dataset_chooser.instead()
