"""The view as a document in the browser's print dialog: the exported web page, made on demand."""

from __future__ import annotations

import streamlit as st

from eastflank.render.page import document
from eastflank.report.contents import Briefing
from eastflank.ui import scripts
from eastflank.words.chosen import actions

_ASKED = "printings"
"""In the session: how many documents were requested."""

_printer = st.components.v2.component(
    "eastflank_printer",
    html='<span class="ef-printer"></span>',
    js=scripts.importing("printer"),
    isolate_styles=False,
)


def show(briefing: Briefing) -> None:
    """Open the print dialog with the document of `briefing`, once."""
    asked = st.session_state[_ASKED] = st.session_state.get(_ASKED, 0) + 1
    _printer(
        key="printer",
        data={"asked": asked, "title": actions.DOCUMENT_TO_PRINT, "document": document.on_paper(briefing)},
    )
