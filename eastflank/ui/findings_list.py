"""Findings of the data: their number on the map's page, all of them on the Method page."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from eastflank import checks
from eastflank.model import Dataset, Finding
from eastflank.ui.checking import findings_so_far
from eastflank.words.chosen import page_frame


def link(dataset: Dataset, method: StreamlitPage) -> None:
    """The number of findings, with a link to their list; nothing if there are none, or not known yet."""
    if found := findings_so_far(dataset):
        st.page_link(method, label=page_frame.findings(checks.count(found)), icon=":material/rule:")


def show(dataset: Dataset) -> None:
    """The findings as a section; nothing if there are none."""
    found = findings_so_far(dataset)
    if found is None:
        st.markdown(f"## {page_frame.FINDINGS}")
        st.write(page_frame.FINDINGS_WAIT)
        return
    if not found:
        return
    st.markdown(f"## {page_frame.FINDINGS}")
    st.write(page_frame.FINDINGS_MEAN)
    table(found)


def table(found: Sequence[Finding]) -> None:
    """Findings, one per row."""
    st.dataframe(
        {
            page_frame.FILE: [finding.table for finding in found],
            page_frame.ROW: [finding.row for finding in found],
            page_frame.COLUMN: [finding.column for finding in found],
            page_frame.PROBLEM: [finding.problem for finding in found],
            page_frame.REMEDY: [finding.remedy for finding in found],
        },
        hide_index=True,
    )
