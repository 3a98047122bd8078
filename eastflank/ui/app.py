"""The page's frame: data, navigation and what is said when the data cannot be read."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from eastflank.store.tables import BrokenData
from eastflank.ui import map_page, method_page, sources_page
from eastflank.ui.data import forget, load

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
    pages = [
        st.Page(lambda: map_page.show(dataset), title="Map", url_path="map", default=True),
        st.Page(lambda: sources_page.show(dataset), title="Sources", url_path="sources"),
        st.Page(lambda: method_page.show(dataset), title="Method", url_path="method"),
    ]
    st.navigation(pages, position="top").run()


def _say_broken(broken: BrokenData) -> None:
    st.title("The data cannot be read")
    st.write("Nothing was changed. Each line below names the file, the row and the column, and what to do.")
    st.dataframe(
        {
            "File": [finding.table for finding in broken.findings],
            "Row": [finding.row for finding in broken.findings],
            "Column": [finding.column for finding in broken.findings],
            "What is wrong": [finding.problem for finding in broken.findings],
            "What to do": [finding.remedy for finding in broken.findings],
        },
        hide_index=True,
    )
    st.write(
        "Mend the file and reload this page, or put back the last version that worked (`git restore data`)."
    )
    st.button("Reload", type="primary", on_click=forget)
