"""The link to where drafts are accepted."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from eastflank.curation import table_drafts
from eastflank.model import Dataset
from eastflank.ui.add_data.page import ARTICLES, TABLE
from eastflank.view.address import DATA
from eastflank.view.drafts import waiting
from eastflank.words.chosen import empty_views


def show(dataset: Dataset, names: Sequence[str]) -> None:
    """Draw the link if drafts wait; `names` are the datasets that are shown, empty for the default one."""
    if not waiting(dataset):
        return
    section = TABLE if table_drafts.waiting(dataset) else ARTICLES
    query = {"section": section, **({DATA: names} if names else {})}
    st.html(
        Markup('<p class="ef-to-review"><a href="./add-data?{}" target="_self">{}</a></p>').format(
            urlencode(query, doseq=True), empty_views.TO_THE_REVIEW
        )
    )
