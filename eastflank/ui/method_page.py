"""Method: the rules, the grades, the borders and the licences, in the reader's words."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from eastflank.model import Dataset
from eastflank.words import en as words

_TEXT = Path(__file__).parent / "method.md"


def show(dataset: Dataset) -> None:
    """Draw the page."""
    st.html(Markup('<h1 class="ef-title">Method<small>Data version {}</small></h1>').format(dataset.version))
    st.markdown(_TEXT.read_text(encoding="utf-8"))
    st.subheader("Grades")
    left, right = st.columns(2)
    left.table({"Source": list(words.RELIABILITY), "means": list(words.RELIABILITY.values())})
    right.table({"Claim": list(words.CREDIBILITY), "means": list(words.CREDIBILITY.values())})
    st.subheader("How each source earned its letter")
    sources = dataset.sources.sort_values(["reliability", "publisher"])
    st.dataframe(
        {
            "Grade": sources["reliability"].tolist(),
            "Publisher": sources["publisher"].tolist(),
            "Via": sources["via"].fillna("").tolist(),
            "Title": sources["title"].tolist(),
            "Reason": sources["note"].fillna("").tolist(),
        },
        hide_index=True,
    )
