"""What breaks the laws of the data: how much of it on the map's page, all of it on the Method page."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from eastflank import checks
from eastflank.model import Dataset, Finding
from eastflank.ui.data import findings_so_far
from eastflank.words.chosen import values as words


def link(dataset: Dataset, method: StreamlitPage) -> None:
    """How many findings the data has, leading to their list; nothing where there is none, or none yet."""
    if found := findings_so_far(dataset):
        noun = words.counted(checks.count(found), "finding")
        st.page_link(method, label=f"{noun} in the data: see the list", icon=":material/rule:")


def show(dataset: Dataset) -> None:
    """The findings as a section; nothing where there is none."""
    found = findings_so_far(dataset)
    if found is None:
        st.markdown("## Findings in the data")
        st.write("This is a large record, and it is still being checked. Come back in a minute or two.")
        return
    if not found:
        return
    st.markdown("## Findings in the data")
    st.write("The map is drawn with them. Each line names the file, the row and the column, and what to do.")
    table(found)


def table(found: Sequence[Finding]) -> None:
    """Findings, one a row."""
    st.dataframe(
        {
            "File": [finding.table for finding in found],
            "Row": [finding.row for finding in found],
            "Column": [finding.column for finding in found],
            "What is wrong": [finding.problem for finding in found],
            "What to do": [finding.remedy for finding in found],
        },
        hide_index=True,
    )
