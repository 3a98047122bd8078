"""What is begun in the list of claims comes into view: its form stands above the list."""

from __future__ import annotations

import streamlit as st

from eastflank.ui import scripts
from eastflank.ui.add_data.draft import ArticleDraft

_component = st.components.v2.component(
    "eastflank_into_view", html="<span></span>", js=scripts.importing("into_view"), isolate_styles=False
)


def show(draft: ArticleDraft) -> None:
    """Draw what brings the form into view once something else is begun."""
    _component(key="into-view", data={"begun": _begun(draft)})


def _begun(draft: ArticleDraft) -> str:
    """What is being done with a claim of the list; empty: nothing is."""
    if draft.retracting:
        return f"retract {draft.retracting}"
    form = draft.form
    if form is None:
        return ""
    return f"edit {form.edits}" if form.edits else f"supersede {form.supersedes}" if form.supersedes else ""
