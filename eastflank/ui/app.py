"""The page's frame: data, navigation and what is said when the data cannot be read."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from eastflank.store.tables import BrokenData
from eastflank.ui import findings_list, handling_line, map_page, method_page, sources_page, state
from eastflank.ui.add_data import page as add_data
from eastflank.ui.data import forget, load, place
from eastflank.words import en as words

_FOLDER = Path(__file__).parent


def run() -> None:
    """Draw the page that the address asks for."""
    # A picture of our own: a named icon as the page's icon is fetched from the internet.
    st.set_page_config(
        page_title="Eastflank", page_icon=_FOLDER / "icon.png", layout="wide", initial_sidebar_state=280
    )
    sheets = ["page.css", "page.dark.css"] if st.context.theme.type == "dark" else ["page.css"]
    style = "".join((_FOLDER / sheet).read_text(encoding="utf-8") for sheet in sheets)
    st.html(f"<style>{style}</style>")
    try:
        dataset = load()
    except BrokenData as broken:
        _say_broken(broken)
        return
    method = st.Page(lambda: method_page.show(dataset), title="Method", url_path="method")
    empty = dataset.claims.empty
    pages = [
        st.Page(
            _say_empty if empty else lambda: map_page.show(dataset, method),
            title="Map",
            url_path="map",
            default=True,
        ),
        st.Page(
            _say_empty if empty else lambda: sources_page.show(dataset), title="Sources", url_path="sources"
        ),
        st.Page(lambda: add_data.show(dataset, place()), title="Add data", url_path="add-data"),
        method,
    ]
    page = st.navigation(pages, position="top")
    page.run()
    if page != pages[0]:
        state.leave_page()
    chosen = state.made()
    if chosen and not (page == pages[0] and chosen.brief):
        handling_line.show(chosen.marking)


def _say_empty() -> None:
    st.title("Nothing to show yet")
    st.write(words.NO_CLAIMS)


def _say_broken(broken: BrokenData) -> None:
    st.title("The data cannot be read")
    st.write("Nothing was changed. Each line below names the file, the row and the column, and what to do.")
    findings_list.table(broken.findings)
    st.write(
        "Mend the file and reload this page, or put back the last version that worked (`git restore data`)."
    )
    st.button("Reload", type="primary", on_click=forget)
